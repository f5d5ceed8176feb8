"""No text that somebody wrote changes the structure of a report, in any kind and any format.

Every payload of `payloads.py` stands in a report, and each field holds payloads of every family.
What is compared is what a parser finds: html5lib in HTML, as a browser would, markdown-it in
Markdown, as CommonMark and as GitHub would, and headings and facts in text.
`benchmarks/payloads.py` puts every payload in every field.
"""

import itertools
import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support.filling import (
    FORMS,
    ON,
    OUTLINES,
    Outline,
    Write,
    allowed,
    filled,
    harmless,
    in_turn,
    recorded,
    reports,
)
from support.payloads import FAMILIES, LARGE

from cpe_label import Audit, Referential, render
from cpe_label.reports.formats.terminal import summary
from cpe_label.reports.view.evaluation import view
from cpe_label.text.display import visible
from cpe_label.text.typography import LANGUAGES, Language

pytestmark = pytest.mark.slow

FIELDS = frozenset(
    f"{schema['title']}.{name}"
    for model in (Referential, Audit)
    for schema in [model.model_json_schema(), *model.model_json_schema()["$defs"].values()]
    for name, field in schema.get("properties", {}).items()
    if r"\\S" in str(field)
)
"""Every field that holds prose, by its model and its name."""


def placed(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Field and text, where each field takes the next of some texts."""
    write, written = recorded(in_turn(texts))
    filled(write)
    return written


PLACES = len(placed(("x",)))
"""How many texts the reports of one round hold."""


def rounds(texts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The payloads of a family, from each start that it takes to place them all."""
    return [texts[start:] + texts[:start] for start in range(0, len(texts), PLACES)]


def test_each_field_holds_each_family_and_every_payload_is_placed() -> None:
    """Over 2 800 payloads, in each of the 26 fields that a user can fill."""
    assert len(FIELDS) == 26
    assert len({text for texts in FAMILIES.values() for text in texts}) >= 2800
    for texts in FAMILIES.values():
        written = [placed(turned) for turned in rounds(texts)]
        assert {text for pairs in written for _, text in pairs} == set(texts)
        assert all({field for field, _ in pairs} == FIELDS for pairs in written)


@cache
def plain_outlines(texts: tuple[str, ...], language: Language) -> dict[tuple[str, str], Outline]:
    """The structure with harmless texts, which is the same for all texts of one shape."""
    return {
        (name, form): OUTLINES[form](report)[0]
        for name, form, report in reports(in_turn(texts), language)
    }


def expected(texts: tuple[str, ...], language: Language) -> dict[tuple[str, str], Outline]:
    plain = tuple(map(harmless, texts))
    return plain_outlines(plain if len(set(plain)) > 1 else plain[:1], language)


def assert_nothing_changes(texts: tuple[str, ...], language: Language) -> None:
    """The reports that hold the texts have their structure, each text, and no odd character."""
    plain = expected(texts, language)
    told = dict.fromkeys(FORMS, "")
    for name, form, report in reports(in_turn(texts), language):
        outline, said = OUTLINES[form](report)
        assert outline == plain[name, form], (name, form, difference(outline, plain[name, form]))
        assert not {one for one in report if not allowed(one)}
        told[form] += said
    for said in told.values():
        assert not missing(placed(texts), solid(said))


@pytest.mark.parametrize("family", FAMILIES)
def test_no_payload_changes_the_structure(family: str) -> None:
    for number, texts in enumerate(rounds(FAMILIES[family]), list(FAMILIES).index(family)):
        assert_nothing_changes(texts, LANGUAGES[number % 2])


def difference(one: Outline, other: Outline) -> tuple[object, ...]:
    pairs = zip(one, other, strict=False)
    return next(((a, b) for a, b in pairs if a != b), (len(one), len(other)))


BREAKS = "\r\n\x0b\x0c\x85\u2028\u2029"
LIST_MARK = re.compile(r"^\s*([-*•–]|[0-9]{1,3}[.)])\s+")


def missing(written: list[tuple[str, str]], told: str) -> list[tuple[str, str]]:
    """What was written and is not told, line by line; a mark of a list may be told in its way."""
    return [
        (field, text)
        for field, text in written
        for line in re.split(f"[{BREAKS}]", text)
        if solid(line) not in told and solid(LIST_MARK.sub("", line)) not in told
    ]


def solid(text: str) -> str:
    """A text without its blanks, as French or English typography may have set it."""
    return re.sub(r"\s", "", shown(text).replace("'", "’"))


def shown(text: str) -> str:
    """A text whose characters that act are told by their codes, run by run."""
    return "".join(
        "".join(run) if told else f"[{' '.join(f'U+{ord(one):04X}' for one in run)}]"
        for told, run in itertools.groupby(
            text, lambda one: allowed(one) or one in "\r\x0b\x0c\x85"
        )
    )


def test_no_large_text_changes_the_structure() -> None:
    """Each field holds one of them in its turn, beside small ones."""
    texts = dict(zip(sorted(FIELDS), itertools.cycle(LARGE), strict=False))
    plain, large = (
        {
            (name, form): OUTLINES[form](report)[0]
            for name, form, report in reports(once(these), "fr")
        }
        for these in ({field: harmless(text) for field, text in texts.items()}, texts)
    )
    for key, outline in large.items():
        assert outline == plain[key], (key, difference(outline, plain[key]))
    told, few = summaries(once(texts)), summaries(lambda _: "texte")
    assert [one.count("\n") for one in told] == [one.count("\n") for one in few]


def once(texts: dict[str, str]) -> Write:
    """A way to write that gives each field a text of its own the first time."""
    left = dict(texts)
    return lambda field: left.pop(field, "texte")


@pytest.mark.parametrize("family", FAMILIES)
def test_no_payload_adds_a_line_to_the_summary_of_the_terminal(family: str) -> None:
    plain = summaries(lambda _: "texte")
    for texts in rounds(family):
        told = summaries(in_turn(texts))
        assert [one.count("\n") for one in told] == [one.count("\n") for one in plain]
        assert all(visible(line) == line for one in told for line in one.split("\n"))


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
