"""A first file, as an auditor writes it by hand: sound after three rounds of save and check.

To try one more file, put it into `tests/data/first-file/`, and what its author would answer where
a message leaves the words to them into a `.toml` file of the same name.
"""

import tomllib
from pathlib import Path

import pytest
from support.first_file import MOST_ROUNDS, problems_in, rounds

FILES = sorted((Path(__file__).parents[1] / "data" / "first-file").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_first_file_is_sound_after_three_rounds(path: Path) -> None:
    answers = path.with_suffix(".toml")
    words = tomllib.loads(answers.read_text("utf-8")) if answers.exists() else {}
    shown = rounds(path.read_bytes().decode("utf-8"), words)
    assert len(shown) <= MOST_ROUNDS, "\n".join(shown[-1])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_has_many_slips(path: Path) -> None:
    assert len(problems_in(path.read_bytes().decode("utf-8"))) >= 25
