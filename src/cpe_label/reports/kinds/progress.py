"""What became of an audit: the page of two audits, and the section of the later one's report."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ...messages.comparison import COMPARISON
from ...messages.phrase import say
from ..document import (
    Banner,
    Block,
    Cell,
    Document,
    Fact,
    Facts,
    Item,
    Items,
    Paragraph,
    Section,
    Sheet,
    Table,
    Text,
)
from ..view.progress import FoundView, ProgressView, StepView
from ..view.types import Gauge, Word
from . import parts


def compose(view: ProgressView) -> Document:
    """The document of the progress from one audit to a later one."""
    names = _own(view, "then"), _own(view, "now")
    return Document(
        language=view.language,
        written=view.written,
        name=f"{view.organisation} – {_own(view, 'progress')}",
        label=_own(view, "progress"),
        mark="",
        kicker=_own(view, "progress_kicker", title=view.title),
        title=view.organisation,
        opening=(
            Facts(
                tuple(
                    Fact(name, (Paragraph(text),))
                    for name, text in zip(names, view.audits, strict=True)
                )
            ),
            Banner(_word(view), view.standings),
        ),
        contents="",
        sections=(
            Section(_own(view, "levels_then_and_now"), (levels(view),), "levels"),
            *_lists(view),
        ),
        closing=Section(
            parts.sentence(view, "digests"),
            (
                Facts(
                    tuple(Fact(name, (Paragraph(text),)) for name, text in view.digests), "digests"
                ),
                *parts.notes(parts.sentence(view, "computed_by", engine=view.engine)),
            ),
            "digests",
        ),
        engine=view.engine,
    )


def with_progress(document: Document, view: ProgressView) -> Document:
    """The report of the later audit, with the section on the one before where rules begin."""
    sections = list(document.sections)
    anchors = [section.anchor for section in sections]
    sections.insert(anchors.index("rule"), followed(view))
    return replace(document, sections=tuple(sections))


def followed(view: ProgressView) -> Section:
    """The section of the later report: what the audit before left to follow, and gauges."""
    sheets = tuple(_followed(view, step) for step in view.followed)
    note = "since_note" if sheets else "since_nothing"
    return Section(
        _own(view, f"since_{view.kind_then}", dates=view.dates_then),
        (levels(view), *parts.notes(_own(view, note)), *sheets),
        "since",
    )


def levels(view: ProgressView) -> Table:
    """Each level with its gauge then and its gauge now."""
    absent = Text(_own(view, "no_level"))

    def cell(gauge: Gauge | None) -> Cell:
        return absent if gauge is None else gauge

    return Table(
        (parts.sentence(view, "level"), _own(view, "then"), _own(view, "now")),
        tuple((Text(one.title), cell(one.old), cell(one.new)) for one in view.levels),
        "bars",
    )


def _own(view: ProgressView, key: str, /, **blanks: object) -> str:
    return say(COMPARISON[key], view.language, **blanks)


def _word(view: ProgressView) -> Word:
    text = _own(view, "progress_banner", gained=view.gained, lost=view.lost)
    return Word("progress", text, "→", "quiet")


def _lists(view: ProgressView) -> Iterator[Section]:
    for kind, steps in view.steps:
        blocks: tuple[Block, ...] = tuple(_sheet(view, step) for step in steps)
        if kind in _PLAIN:
            blocks = (Items(tuple(Item(one.id, one.title, (), one.new.status) for one in steps)),)
        yield Section(_own(view, f"list_{kind}"), blocks, f"list-{kind}")


_PLAIN: Final = ("still_met", "still_not_applicable")
"""Lists whose title says all that was found."""


def _sheet(view: ProgressView, step: StepView) -> Sheet:
    """A criterion with what was found then and now, as far as its version had it."""
    then = () if step.kind == "new" else _found(view, "finding_then", step.old)
    now = () if step.kind == "retired" else _found(view, "finding_now", step.new)
    return Sheet(step.id, step.title, (*then, *now))


def _found(view: ProgressView, key: str, found: FoundView) -> tuple[Fact, ...]:
    text = f"{found.status.icon} {found.status.text}"
    return (Fact(_own(view, key), (Paragraph(text), *parts.paragraphs(found.comment))),)


def _followed(view: ProgressView, step: StepView) -> Sheet:
    then = step.old
    facts: list[Fact] = [*_found(view, "finding_then", then)]
    for key, text in (("recommended_then", then.recommendation), ("planned_then", then.action)):
        if text:
            facts.append(Fact(_own(view, key), parts.paragraphs(text)))
    if step.kind == "retired":
        facts.append(Fact(_own(view, "finding_now"), (Paragraph(_own(view, "gone")),)))
        return Sheet(step.id, step.title, tuple(facts))
    key = "found_reworded" if step.kind == "reworded" else "found"
    now = Paragraph(_own(view, key, status=step.new.status.text))
    facts.append(Fact(_own(view, "finding_now"), (now, *parts.paragraphs(step.new.comment))))
    return Sheet(step.id, step.title, tuple(facts), step.new.status)
