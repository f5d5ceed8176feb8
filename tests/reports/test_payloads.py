"""No text that somebody wrote changes the structure of a report, in any kind and any format.

Every payload of `support/payloads.py` stands in a report, and each field holds payloads of every
family. What is compared is what a parser finds: html5lib in HTML, as a browser would, markdown-it
in Markdown, as CommonMark and as GitHub would, and headings and facts in text.
`benchmarks/payloads.py` puts every payload in every field.
"""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support.filling import NOTICE, ON, Write, filled, harmless, in_turn, reports
from support.outlines import OUTLINES
from support.payload_places import FIELDS, assert_nothing_changes, difference, placed, rounds
from support.payloads import FAMILIES, LARGE

from cpe_label import render
from cpe_label.reports.formats.terminal import summary
from cpe_label.reports.view.evaluation import view
from cpe_label.text.display import visible
from cpe_label.text.typography import LANGUAGES

pytestmark = pytest.mark.slow


def test_each_field_holds_each_family_and_every_payload_is_placed() -> None:
    """Over 2 800 payloads, in each of the 27 fields that a user can fill."""
    assert len(FIELDS) == 27
    assert len({text for texts in FAMILIES.values() for text in texts}) >= 2800
    for texts in FAMILIES.values():
        written = [placed(turned) for turned in rounds(texts)]
        assert {text for pairs in written for field, text in pairs if field != NOTICE} == set(texts)
        assert all({field for field, _ in pairs} == FIELDS for pairs in written)


@pytest.mark.parametrize("family", FAMILIES)
def test_no_payload_changes_the_structure(family: str) -> None:
    for number, texts in enumerate(rounds(FAMILIES[family]), list(FAMILIES).index(family)):
        assert_nothing_changes(texts, LANGUAGES[number % 2])


def test_no_large_text_changes_the_structure() -> None:
    """Each field holds one of them in its turn, beside small ones."""
    texts = dict(zip(sorted(FIELDS), itertools.cycle(LARGE), strict=False))
    plain, large = (
        {
            (name, form): OUTLINES[form](report)[0]
            for name, form, report in reports(once(these), "fr")
        }
        for these in (
            {field: harmless(text, as_long=True) for field, text in texts.items()},
            texts,
        )
    )
    for key, outline in large.items():
        assert outline == plain[key], (key, difference(outline, plain[key]))
    hostile, few = summaries(once(texts)), summaries(lambda _: "texte")
    assert [one.count("\n") for one in hostile] == [one.count("\n") for one in few]


def once(texts: dict[str, str]) -> Write:
    """A way to write that gives each field a text of its own the first time."""
    left = dict(texts)
    return lambda field: left.pop(field, "texte")


@pytest.mark.parametrize("family", FAMILIES)
def test_no_payload_adds_a_line_to_the_summary_of_the_terminal(family: str) -> None:
    plain = summaries(lambda _: "texte")
    for texts in rounds(family):
        hostile = summaries(in_turn(texts))
        assert [one.count("\n") for one in hostile] == [one.count("\n") for one in plain]
        assert all(visible(line) == line for one in hostile for line in one.split("\n"))


def summaries(write: Write) -> list[str]:
    return [summary(view(evaluation, "fr", ON)) for evaluation in filled(write).values()]


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\ud83d\ude00"])
def test_half_of_a_character_is_in_no_text(text: str) -> None:
    with pytest.raises(ValidationError):
        filled(lambda _: text)


@given(st.text("<>&\"'{}%#[]()*_`~|\\!-+=.:/@ \n\t1aé\u2028", min_size=1, max_size=30))
def test_no_text_changes_the_structure(text: str) -> None:
    """In Markdown, where the escaping is ours; in HTML it is Jinja's."""
    found, plain = (
        OUTLINES["markdown"](render(filled(lambda _: one)["refused"], "markdown", kind="plan"))[0]  # noqa: B023
        for one in (f"x{text}", harmless(f"x{text}"))
    )
    assert found == plain
