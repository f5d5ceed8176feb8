"""The catalogue of problems: one code in one place, in both languages."""

import re
import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from cpe_label.messages.phrase import outline
from cpe_label.problems.catalogue import CATALOGUE, FAMILIES, Severity
from cpe_label.text.display import visible
from cpe_label.text.typography import (
    LANGUAGES,
    Language,
)


def test_every_code_has_its_page() -> None:
    for code, entry in CATALOGUE.items():
        for text in (entry.why.en, entry.why.fr, entry.wrong, entry.right):
            assert text.strip(), code
            assert text == text.strip("\n"), code
        assert entry.wrong != entry.right, code
        assert entry.why.en != entry.why.fr, code
        assert entry.severity in get_args(Severity), code


def test_codes_are_in_order_and_each_stands_in_the_file_of_its_family() -> None:
    codes = list(CATALOGUE)
    assert codes == sorted(codes, key=lambda code: (FAMILIES.index(code[0]), code))
    assert len(codes) == len(set(codes)) == len(CATALOGUE)
    folder = files("cpe_label.problems") / "catalogue"
    assert sorted(path.name for path in folder.iterdir()) == sorted(f"{f}.toml" for f in FAMILIES)
    for family in FAMILIES:
        written = tomllib.loads((folder / f"{family}.toml").read_text("utf-8"))
        assert list(written) == [code for code in codes if code[0] == family]
        assert all(re.fullmatch(rf"{family}[0-9]{{3}}", code) for code in written)


def test_an_unknown_code_is_no_item() -> None:
    for code in ("", "A", "A999", "Q001", "a001"):
        assert code not in CATALOGUE
        with pytest.raises(KeyError):
            CATALOGUE[code]


def test_codes_of_one_shape_share_their_words() -> None:
    """A mistake of shape has the same number, and the same words, in both kinds of file."""
    for number in range(1, 8):
        audit, referential = CATALOGUE[f"A{number:03}"], CATALOGUE[f"R{number:03}"]
        assert (audit.en, audit.fr) == (referential.en, referential.fr), number


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_a_problem_need_an_escape(language: Language) -> None:
    for entry in CATALOGUE.values():
        assert visible(outline(entry, language)) == outline(entry, language)
