"""A first file, as an auditor writes it by hand: sound after three rounds of save and check.

To try one more file, put it into `tests/data/first-file/`.
"""

from pathlib import Path

import pytest
from support.first_file import MOST_ROUNDS, problems_in, rounds

FILES = sorted((Path(__file__).parents[1] / "data" / "first-file").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_first_file_is_sound_after_three_rounds(path: Path) -> None:
    shown = rounds(path.read_bytes().decode("utf-8"))
    assert len(shown) <= MOST_ROUNDS, "\n".join(shown[-1])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_has_many_slips(path: Path) -> None:
    assert len(problems_in(path.read_bytes().decode("utf-8"))) >= 25
