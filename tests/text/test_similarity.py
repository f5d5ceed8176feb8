"""The word or the identifier that was probably meant."""

import pytest

from cpe_label.text.similarity import (
    NearIdentifiers,
    by_letters,
    is_one_edit_apart,
    letters_of,
    near_identifier,
    near_miss,
    readings,
    title_key,
)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        *(("COO-O1", "COO-01"), ("COO-1", "COO-01"), ("coo-01", "COO-01"), ("COO_02", "COO-02")),
        *(("COO 02", "COO-02"), ("COO-l0", "COO-10"), ("COO-I6", "COO-16")),
        *(("COO–03", "COO-03"), ("COO—03", "COO-03"), ("COO\u201103", "COO-03")),
        *(
            ("COO\u221203", "COO-03"),
            ("COO-\u00ad03", "COO-03"),
            ("COO03", "COO-03"),
            ("COO\u00a003", "COO-03"),
        ),
        *(("COÔ-03", "COO-03"), ("COO\u0302-03", "COO-03"), ("C00-03", "COO-03")),
        *(("cÒ0–O3", "COO-03"), ("0UT-O7", "out-07"), ("C00-30", ""), ("C11-03", "")),
        *(("COO.10", "COO-10"), ("COO-6", ""), ("COO-99", ""), ("XYZ-01", ""), ("abc", "")),
    ],
)
def test_a_near_identifier_is_the_same_one_written_otherwise(name: str, meant: str) -> None:
    known = readings(["COO-01", "COO-02", "COO-03", "COO-10", "COO-16", "out-07"])
    assert near_identifier(name, known) == meant


def test_nothing_is_near_where_two_are() -> None:
    assert near_identifier("COO_1", readings(["COO-1", "COO-01"])) == ""
    assert near_identifier("COO–03", readings(["COO-03", "C00-03"])) == ""


def test_near_miss() -> None:
    assert near_miss("a100", [f"a{n}" for n in range(200)]) == "a100"
    assert near_miss("a100", [f"a{n}" for n in range(201)]) == ""
    assert near_miss("RECOMENDED", ["mandatory", "recommended"]) == "recommended"
    assert near_miss("xyz", ["mandatory"]) == ""


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("exemple-001", "exemple-01", True),
        ("exemple-01", "exemple-001", True),
        ("exemple001", "EXEMPLE-001", True),
        ("exemple-001", "exemple-00l", True),
        ("exemple-001", "exemple-002", True),
        ("exemple-001", "exemple-011x", False),
        ("abc", "bcd", False),
        ("ab", "ba", False),
        ("a", "b", True),
    ],
)
def test_identifiers_one_character_apart(name: str, known: str, near: bool) -> None:
    assert NearIdentifiers([known]).of(name) == (known if near else "")
    assert NearIdentifiers([name]).of(known) == (name if near else "")


def test_another_digit_may_be_another_thing() -> None:
    near = NearIdentifiers(["exemple-001"], other_digits=False)
    assert near.of("exemple-002") == ""
    assert near.of("exemple-01") == near.of("exempla-001") == "exemple-001"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        *(("satifait", "satisfait", True), ("satissfait", "satisfait", True)),
        *(("satisfoit", "satisfait", True), ("saitsfait", "satisfait", True)),
        *(("satisfait", "satisfait", True), ("atisfait", "satisfait", True)),
        *(("satsfit", "satisfait", False), ("satisfait", "insatisfait", False)),
        *(("atsi", "sati", False), ("abxy", "ab", False), ("", "a", True)),
    ],
)
def test_one_edit(first: str, second: str, expected: bool) -> None:
    assert is_one_edit_apart(first, second) is expected
    assert is_one_edit_apart(second, first) is expected


def test_identifiers_by_their_letters() -> None:
    found = by_letters(["COO-01", "coo_2", "OUT-1", "abc"])
    assert found[letters_of("C0O-99")] == ("COO-01", "coo_2")
    assert found[letters_of("abc")] == ("abc",)
    assert letters_of("XYZ-1") not in found


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Gouvernance  démocratique ", "GOUVERNANCE\u00a0DÉMOCRATIQUE", True),
        ("L'ancrage", "L’an\u00adcrage", True),
        ("E\u0301cologie", "Écologie", True),
        ("A", "A+", False),
        ("A b", "A-b", False),
        ("★", "★★", False),
        ("Écologie", "Ecologie", False),
    ],
)
def test_titles_are_one_whatever_their_case_and_spaces(one: str, other: str, alike: bool) -> None:
    assert (title_key(one) == title_key(other)) is alike
