"""Two wordings of one text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpe_label.text.wording import changed_words, same_words

WORDINGS = st.lists(st.sampled_from(["un", "deux", "trois", "an"]), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", None),
        ("Été", "ete"),
        ("l'œuvre « commune »", "L’OEUVRE, commune !"),
        ("1 000 parts", "1000 parts"),
        ("2,5 jours", "2.5 jours"),
        ("co-entreprise", "coentreprise"),
    ],
)
def test_the_same_words(one: str, other: str | None) -> None:
    assert same_words(one, other)
    assert same_words(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", "a"),
        ("50 %", "50"),
        ("1,5", "15"),
        ("≥ 3", "≤ 3"),
        ("5 €", "5"),
        ("3/4", "34"),
        ("met", "not met"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert not same_words(one, other)
    assert not same_words(other, one)


def test_the_words_that_changed() -> None:
    pieces = changed_words("au moins 50 % des voix", "au moins 40 % des voix exprimées")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("same", "au moins"),
        ("removed", "50"),
        ("added", "40"),
        ("same", "% des voix"),
        ("added", "exprimées"),
    ]


@given(WORDINGS, WORDINGS)
def test_each_wording_can_be_read_in_the_pieces(old: str, new: str) -> None:
    pieces = changed_words(old, new)
    for wording, other in ((old, "added"), (new, "removed")):
        read = " ".join(piece.text for piece in pieces if piece.kind != other)
        assert read.split() == wording.split()
    if old == new:
        assert {piece.kind for piece in pieces} <= {"same"}


def test_a_long_text_is_compared_as_a_whole() -> None:
    old, new = "mot " * 2500 + "a", "mot " * 2500 + "b"
    assert [piece.kind for piece in changed_words(old, new)] == ["removed", "added"]
