"""A granted label of the past or of today: in words, and as spans on a line of time."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from ...messages.network import NETWORK
from ...messages.phrase import say
from ...rules.network import Term
from ...text.typography import Language
from .network_types import SpanView, TermView

_ONE_DAY: Final = timedelta(days=1)
_UNKNOWN_DAYS: Final = 365
"""How long a term of unknown beginning is drawn."""

_Days = tuple[date, date | None]
"""A first day and a last one; None where it goes on."""


def term_view(term: Term, language: Language) -> TermView:
    """One term, in words and as spans."""
    return TermView(_text(term, language), tuple(_spans(term)))


def _suspensions(term: Term) -> Iterator[_Days]:
    """Each suspension, by its days."""
    start: date | None = None
    for event in term.events:
        if event.event == "suspended":
            start = event.on
        elif start is not None:
            yield start, event.on - _ONE_DAY
            start = None
    if start is not None:
        yield start, None


# ── Spans ────────────────────────────────────────────────────────────────────────────────────────


def _spans(term: Term) -> Iterator[SpanView]:
    withdrawn = term.ended_by == "withdrawal"
    if term.first_day is None:
        last = term.ended_on or term.last_day
        first = date.fromordinal(max(1, last.toordinal() - _UNKNOWN_DAYS + 1))
        yield SpanView("ended" if withdrawn else "unknown", first, last)
        return
    if term.ended_on is None and withdrawn:  # it held on no day
        yield SpanView("ended", term.first_day, term.last_day)
        return
    last = term.ended_on or term.last_day
    yield from _held(term, term.first_day, last)
    if withdrawn and last < term.last_day:
        yield SpanView("ended", last + _ONE_DAY, term.last_day)


def _held(term: Term, first: date, last: date) -> Iterator[SpanView]:
    """The days of a term that held, those of each suspension apart."""
    for start, end in _suspensions(term):
        if max(start, first) > min(end or last, last):
            continue
        if start > first:
            yield SpanView("held", first, start - _ONE_DAY)
        yield SpanView("suspended", max(start, first), min(end or last, last))
        if end is None or end >= last:
            return
        first = end + _ONE_DAY
    yield SpanView("held", first, last)


# ── Words ────────────────────────────────────────────────────────────────────────────────────────


def _text(term: Term, language: Language) -> str:
    def words(key: str, /, **blanks: object) -> str:
        return say(NETWORK[key], language, **blanks)

    key = "term_unknown" if term.first_day is None else "term_known"
    text = words(key, first=term.first_day, last=term.last_day)
    for start, end in _suspensions(term):
        key = "term_suspended" if end is None else "term_reinstated"
        text = words(key, term=text, first=start, last=end)
    if term.ended_by == "withdrawal" and term.ended_on is None:
        return words("term_never" if term.first_day else "term_gone", term=text)
    if term.ended_on is not None:
        key = "term_withdrawn" if term.ended_by == "withdrawal" else "term_renewed"
        return words(key, term=text, day=term.ended_on + _ONE_DAY)
    return text
