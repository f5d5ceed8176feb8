"""Several texts in one cell, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpe_label.text.cell_texts import in_one_cell, separate

TEXTS = st.lists(
    st.text(st.sampled_from("a⏎\n ") | st.characters(codec="utf-8", exclude_characters="\n"))
    .map(lambda text: f"{text}x")
    .flatmap(lambda text: st.sampled_from((text, text[::-1]))),
    max_size=4,
)


@pytest.mark.parametrize(
    ("texts", "cell"),
    [
        ([], ""),
        (["vu"], "vu"),
        (["un", "deux"], "un\ndeux"),
        (["un\ndeux"], "un⏎deux"),
        (["un⏎deux"], "un⏎⏎deux"),
        (["un\n\ndeux"], "un⏎ ⏎deux"),
        (["un\n⏎deux"], "un⏎ ⏎⏎deux"),
        (["un⏎\ndeux"], "un⏎⏎⏎deux"),
        (["un\n deux"], "un⏎  deux"),
        (["  un ", "deux\n"], "  un \ndeux⏎"),
    ],
)
def test_one_text_a_line(texts: list[str], cell: str) -> None:
    assert in_one_cell(texts) == cell
    assert separate(cell) == texts


def test_a_blank_line_is_no_text() -> None:
    assert separate("\nun\n \n\tdeux\n\n") == ["un", "\tdeux"]


def test_a_break_may_be_written_with_a_space_behind() -> None:
    assert separate("un ⏎ deux") == ["un \ndeux"]


@given(TEXTS)
def test_texts_come_back(texts: list[str]) -> None:
    assert separate(in_one_cell(texts)) == texts
