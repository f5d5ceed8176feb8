"""Where each organisation of a network stands: labels, what comes next, members."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from ...rules.network import Counts
from ...text.typography import day_in_words, month_in_words, share_shown
from ..document import (
    Block,
    Bullets,
    Cell,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Table,
    Text,
    TimeLine,
    Timeline,
)
from ..view.network_types import (
    AgendaView,
    NetworkView,
    OrganisationView,
)
from ..view.types import Word
from . import parts
from .network_words import named, own

# ── 1. Labels ────────────────────────────────────────────────────────────────────────────────────


def labels(view: NetworkView) -> Iterator[Block]:
    """The label of each organisation, in a table and as a line of time."""
    keys = ("organisation", "label", "term", "days_left", "renewal_opens", "stage", "latest")
    yield Table(
        tuple(own(view, key) for key in keys),
        tuple(tuple(_label_row(view, one)) for one in view.organisations),
    )
    if any(one.terms for one in view.organisations):
        yield Heading(own(view, "timeline"))
        yield timeline(view)


def _label_row(view: NetworkView, one: OrganisationView) -> Iterator[Cell]:
    yield named(view, one)
    yield _label(view, one)
    yield Text(_term(view, one)) if one.last_day else _NOTHING
    yield _NOTHING if one.days_left is None else Text(_days_left(view, one.days_left))
    opens = one.renewal_opens
    yield (Text(day_in_words(opens, view.language), lead=own(view, "opens")) if opens else _NOTHING)
    yield one.stage
    yield Text(one.latest.text if one.latest else own(view, "no_file"), soft=not one.latest)


def _label(view: NetworkView, one: OrganisationView) -> Word:
    """The state of the label, and since when where an event made it so."""
    if one.since is None:
        return one.label
    return replace(one.label, text=own(view, "label_since", label=one.label.text, day=one.since))


_NOTHING: Final = Text("–", soft=True)


def _term(view: NetworkView, one: OrganisationView) -> str:
    key = "between" if one.first_day else "until"
    return own(view, key, first=one.first_day, last=one.last_day)


def _days_left(view: NetworkView, days: int) -> str:
    return own(view, "days" if days else "last_of_all", count=days)


def timeline(view: NetworkView) -> Timeline:
    """The line of time of each organisation, and what each style of it means."""
    lines = tuple(
        TimeLine(
            one.called,
            tuple(term.text for term in one.terms) or (own(view, "no_term"),),
            tuple(span for term in one.terms for span in term.spans),
        )
        for one in view.organisations
    )
    used = {span.style for line in lines for span in line.spans}
    return Timeline(
        lines,
        view.on,
        tuple((style, own(view, f"span_{style}")) for style in _STYLES if style in used),
        own(view, "today"),
    )


_STYLES: Final = ("held", "suspended", "ended", "unknown")


# ── 2. What comes next ───────────────────────────────────────────────────────────────────────────


def agenda(view: NetworkView) -> Iterator[Block]:
    """What comes next, month by month."""
    if not view.agenda:
        yield Paragraph(own(view, "no_agenda"))
        return
    yield from parts.notes(own(view, "agenda_note"))
    for month, items in groupby(
        view.agenda, key=lambda one: month_in_words(one.day, view.language)
    ):
        yield Heading(month[:1].upper() + month[1:])
        days = groupby(items, key=lambda one: one.day)
        yield Facts(tuple(_day(view, day, list(each)) for day, each in days))


def _day(view: NetworkView, day: date, items: list[AgendaView]) -> Fact:
    """A day and what it is for: one thing in a line, several as a list."""
    texts = tuple(_item(view, one) for one in items)
    value = Paragraph(texts[0]) if len(texts) == 1 else Bullets(texts)
    return Fact(day_in_words(day, view.language), (value,))


def _item(view: NetworkView, one: AgendaView) -> str:
    what = own(view, "what_said", what=one.what, text=one.text) if one.text else one.what
    return own(view, "whose_day", what=what, organisation=one.organisation)


# ── 3. Members ───────────────────────────────────────────────────────────────────────────────────


def members(view: NetworkView) -> Iterator[Block]:
    """Coverage, who was never audited, and each 31 December."""
    yield Paragraph(_coverage(view, view.counts))
    keys = ("organisation", "audited_on", "stage", "label")
    yield Table(
        tuple(own(view, key) for key in keys),
        tuple(
            (named(view, one), _audited(view, one), one.stage, one.label)
            for one in view.never_audited_first
        ),
    )
    if view.years:
        yield Heading(own(view, "years"))
        yield _years(view)
    apart = [
        *(own(view, "apart_non_member", name=name) for name in view.non_members),
        *(own(view, "apart_unattributed", name=name) for name in view.unattributed),
    ]
    if apart:
        yield Heading(own(view, "apart"))
        yield Bullets(tuple(apart))


def _coverage(view: NetworkView, counts: Counts) -> str:
    members = counts.members
    if members is None:
        return own(view, "no_members")
    blanks: dict[str, object] = {"members": members}
    for key in ("engaged", "audited", "labelled"):
        count = getattr(counts, key)
        blanks |= {key: count, f"{key}_share": share_shown(count, members, view.language)}
    return own(view, "coverage", **blanks)


def _audited(view: NetworkView, one: OrganisationView) -> Cell:
    if one.audited_on is None:
        return Word("never", own(view, "never"), "✗", "bad")
    return Text(day_in_words(one.audited_on, view.language))


def _years(view: NetworkView) -> Table:
    """Each count with its word: a reader of plain text has no head over a column."""
    keys = ("year", *(("members",) if view.counts.members is not None else ()))
    return Table(
        tuple(own(view, key) for key in (*keys, "audited", "labelled")),
        tuple(
            (
                Text(str(one.on.year)),
                *(
                    [Text(own(view, "year_members", count=one.members))]
                    if one.members is not None
                    else []
                ),
                Text(own(view, "year_audited", count=one.audited)),
                Text(own(view, "year_labelled", count=one.labelled)),
            )
            for one in view.years
        ),
    )
