"""Blocks and sections that several kinds of report share."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final, Protocol

from ...messages.phrase import say
from ...messages.reports import REPORT
from ...text.typography import Language
from ..document import (
    Banner,
    Block,
    Bullets,
    Cell,
    Document,
    Fact,
    Facts,
    Item,
    LevelBar,
    Levels,
    Notice,
    Paragraph,
    Prose,
    Section,
    Sheet,
    Table,
    Text,
)
from ..prose import one_line, points, prose
from ..view.types import CriterionView, MissingView, ReferentialView, SectionView, View, Word

MOST_COLUMNS: Final = 5
"""The levels that a table can have side by side."""

_HEAD: Final = ("level", "met_of", "share", "required", "result")


class Spoken(Protocol):
    """A view, which has a language."""

    @property
    def language(self) -> Language:
        """The language of its words."""


def sentence(view: Spoken, key: str, /, **blanks: object) -> str:
    """A sentence of the table of reports, in the language of the view."""
    return say(REPORT[key], view.language, **blanks) if blanks else _term(key, view.language)


@cache
def _term(key: str, language: Language) -> str:
    return say(REPORT[key], language)


def fact(view: View | ReferentialView, key: str, *texts: str) -> tuple[Fact, ...]:
    """A term and its value, one text or several; no fact where there is no text."""
    value = prose("".join(texts)) if len(texts) < 2 else (Bullets(texts, quoted=True),)
    return (Fact(_term(key, view.language), value),) if value else ()


def evidence(view: View | ReferentialView, key: str, texts: tuple[str, ...]) -> tuple[Fact, ...]:
    """A term and a list of short texts; no fact where there is none."""
    return fact(view, key, *points(texts))


def plain_fact(view: View | ReferentialView, key: str, text: str) -> tuple[Fact, ...]:
    """A term and words of ours; no fact for an empty text."""
    return (Fact(sentence(view, key), (Paragraph(text),)),) if text else ()


def joined(view: View, texts: tuple[str, ...]) -> str:
    """Several short texts as one, on one line: their own paragraphs and lists would mix."""
    return sentence(view, "semicolon").join(map(one_line, points(texts)))


def section(title: str, *blocks: Block, anchor: str = "") -> tuple[Section, ...]:
    """A section, if it has anything in it."""
    return (Section(title, blocks, anchor),) if blocks else ()


def anchor(one: CriterionView) -> str:
    """The name, for links, of the sheet of a criterion."""
    return f"criterion-{one.id}"


def document(
    view: View,
    name: str,
    *,
    opening: Iterable[Block],
    sections: Iterable[Section],
    closing: Section | None = None,
) -> Document:
    """A document about the organisation of a view; `name` says what document it is."""
    return Document(
        language=view.language,
        written=view.referential.written,
        name=f"{view.organisation} – {name} – {view.standing.text}",
        label=name,
        mark=view.mark,
        kicker=f"{name} · {view.referential.title}",
        title=view.organisation,
        opening=tuple(opening),
        contents="",
        sections=tuple(sections),
        closing=closing,
        engine=view.engine,
    )


def who_and_when(view: View) -> Facts:
    """Who was audited, by whom, when, and under which version."""
    when = "audited_on" if view.kind == "audit" else "assessed_on"
    return Facts(
        (
            *fact(view, "identifier", view.organisation_id),
            *fact(view, "region", view.region),
            *plain_fact(view, when, view.dates),
            *fact(view, "auditors", joined(view, view.auditors)),
            *plain_fact(view, "referential", view.referential.version),
            *plain_fact(view, "status", view.status),
        )
    )


def verdict(view: View, *, missing: bool = True) -> tuple[Block, ...]:
    """Where the organisation stands, and that the audit is unfinished if it is."""
    banner = Banner(view.standing, standing(view), view.missing if missing else ())
    return (banner, *([Notice(view.unfinished, "open")] if view.unfinished else []))


def standing(view: View) -> tuple[str, ...]:
    """The sentences under where the organisation stands: the term, or else the decision; when."""
    undecided = "" if view.term or view.kind != "audit" else view.decision
    every = (view.term, view.holds_from, undecided, view.previous_label)
    return tuple(filter(None, (*every, *view.events, view.state_sentence, view.renewal)))


def levels(view: View, *, bars: bool = True) -> tuple[Block, ...]:
    """The result of each level as a bar against its threshold, or in figures alone."""
    rows = tuple(
        LevelBar(
            level.title,
            level.required,
            level.gauge,
            level.verdict,
            level.margin or (level.reason if not level.gauge.applicable else ""),
        )
        for level in view.levels
    )
    level, met, share, required, result = (sentence(view, key) for key in _HEAD)
    legend = sentence(view, "legend_open" if view.to_assess else "legend") if bars else ""
    return (Levels(rows, legend, (level, met, share, required, result)),)


def sections_table(view: View, most: int | None = None) -> Table:
    """The counts of the first sections, by level; of all levels together where those are many."""
    nothing = Text(sentence(view, "no_criterion"), soft=True)
    section = sentence(view, "section")

    def cell(gauge: Cell | None) -> Cell:
        return nothing if gauge is None else gauge

    if len(view.levels) <= MOST_COLUMNS:
        head = (section, *(level.title for level in view.levels))
        rows = [(Text(one.title), *map(cell, one.gauges)) for one in view.sections[:most]]
    elif most:
        head = (section, sentence(view, "met_of"))
        rows = [(Text(one.title), _all_levels(one)) for one in view.sections[:most]]
    else:
        head = (section, sentence(view, "level"), sentence(view, "met_of"))
        rows = [
            (Text(one.title), Text(gauge.level), gauge)
            for one in view.sections
            for gauge in one.gauges
            if gauge
        ]
    return Table(head, tuple(rows), "bars")


def _all_levels(section: SectionView) -> Text:
    gauges = [gauge for gauge in section.gauges if gauge]
    met, applicable = (sum(getattr(one, key) for one in gauges) for key in ("met", "applicable"))
    return Text(f"{met} / {applicable}")


def sheet(view: View, one: CriterionView, *, status: bool = False) -> Sheet:
    """Everything about a criterion that asks for something."""
    return Sheet(
        one.id,
        one.title,
        (
            *fact(view, "requirement", one.requirement),
            *fact(view, "comment", one.comment),
            *evidence(view, "evidence", one.evidence),
            *fact(view, "recommendation", one.recommendation),
            *action(view, one),
            *fact(view, "sources", " · ".join(one.sources)),
        ),
        one.status if status else None,
        anchor(one),
    )


def action(view: View, one: CriterionView) -> tuple[Fact, ...]:
    """Who will act, and by when."""
    return (*fact(view, "owner", one.owner), *plain_fact(view, "by_when", one.due))


def item(view: View, one: CriterionView, status: Word | None = None) -> Item:
    """A criterion with its comment and evidence under it."""
    notes = (
        *fact(view, "comment", one.comment),
        *evidence(view, "evidence", one.evidence),
    )
    return Item(one.id, one.title, notes, status)


def actions_table(view: View) -> Table:
    """Who does what, and by when, the soonest first."""

    def cell(text: str) -> Text:
        return Text(text) if text else Text(sentence(view, "not_said"), soft=True)

    return Table(
        tuple(sentence(view, key) for key in ("criterion", "what", "owner", "by_when")),
        tuple(
            (Item(one.id, one.title), cell(one.recommendation), cell(one.owner), cell(one.due))
            for one in view.actions
        ),
    )


def paragraphs(*texts: str) -> tuple[Prose, ...]:
    """Free texts as they were laid out."""
    return tuple(part for text in texts if text for part in prose(text))


def named(view: View, key: str, value: str) -> str:
    """A fact as a sentence, its name first; empty if the value is empty."""
    return f"{sentence(view, 'colon', what=sentence(view, key))} {value}" if value else ""


def notes(*texts: str) -> tuple[Paragraph, ...]:
    """Sentences in small type."""
    return tuple(Paragraph(text, "note") for text in texts if text)


def about(text: str) -> tuple[Prose, ...]:
    """What the referential says of itself, in its own language."""
    return tuple(
        replace(part, style="note") if isinstance(part, Paragraph) else part for part in prose(text)
    )


def clauses(pairs: Iterable[tuple[str, str]]) -> Facts:
    """Sentences by their clause."""
    return Facts(tuple(Fact(clause, (Paragraph(text),)) for clause, text in pairs), "clauses")


def fingerprints(view: View) -> Facts:
    """What the report was computed from."""
    referential = f"{sentence(view, 'digest_referential')} {view.referential.name}"
    return Facts(
        (
            Fact(referential, (Paragraph(view.referential.digest),)),
            Fact(sentence(view, "digest_audit"), (Paragraph(view.audit_digest),)),
        ),
        "digests",
    )


def needed_first(groups: Iterable[MissingView]) -> list[MissingView]:
    """What is lacking: before any choice, that of which every criterion is needed."""
    return sorted(groups, key=lambda one: not one.needs_all)
