"""A second judge of days, written from `docs/rules.md` alone: it walks the calendar day by day.

The engine computes with months and years; this one only goes from a day to the next, and compares
a day with another by year, month and number. It shares no code with the engine.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

Number = tuple[int, int, int]
"""Year, month, number: it may name a day that no calendar has, such as 29 February 2027."""


class Happening(NamedTuple):
    """An event on a label."""

    event: str
    on: date


class Term(NamedTuple):
    """First and last day of a label, both included."""

    first: date
    last: date


def days(start: date) -> Iterator[date]:
    """Every day from one on."""
    day = start
    while True:
        yield day
        day += timedelta(days=1)


def number(day: date) -> Number:
    return day.year, day.month, day.day


def later(day: date, *, years: int = 0, months: int = 0) -> Number:
    """The same number some years or months later, whether there is such a day or not."""
    year, month = day.year + years, day.month + months
    while month < 1:
        year, month = year - 1, month + 12
    while month > 12:
        year, month = year + 1, month - 12
    return year, month, day.day


def last_day(first: date, years: int) -> date:
    """RC-12: the last day before the same number comes round."""
    end = later(first, years=years)
    found = first
    for day in days(first):
        if number(day) >= end:
            return found
        found = day
    raise AssertionError("a calendar without end")


def window_opens(last: date, months: int) -> date:
    """RC-13: the first day of the window that ends on a last day."""
    after = last + timedelta(days=1)
    start = later(after, months=-months)
    day = after
    while number(day - timedelta(days=1)) >= start:
        day -= timedelta(days=1)
    return day


def term(
    decided: date, years: int, months: int, previous: date | None = None, state: str | None = None
) -> Term:
    """RC-12 and RC-13: the days of a label, with the label before it and what had become of it."""
    first = decided
    continued = previous is not None and state is None
    if continued and window_opens(previous, months) <= decided <= previous:
        first = previous + timedelta(days=1)
    return Term(first, last_day(first, years))


def state(
    asked: date, label: Term, months: int, events: Sequence[Happening], renewed: date | None = None
) -> str:
    """RC-14: what the label is on a day, by living every day up to it."""
    start = min([label.first, asked, *(one.on for one in events)])
    suspended = withdrawn = False
    for day in days(start):
        for one in events:
            if one.on == day:
                withdrawn = withdrawn or one.event == "withdrawn"
                suspended = one.event == "suspended"
        if day == asked:
            break
    answers: list[tuple[str, Callable[[], bool]]] = [
        ("withdrawn", lambda: withdrawn),
        ("none", lambda: asked < label.first),
        ("expired", lambda: asked > label.last),
        ("suspended", lambda: suspended),
        (
            "expiring",
            lambda: (
                asked >= window_opens(label.last, months)
                and not (renewed is not None and renewed <= asked)
            ),
        ),
        ("valid", lambda: True),
    ]
    return next(word for word, applies in answers if applies())


def in_force(day: date, starts: Sequence[date], untils: Sequence[date | None]) -> list[int]:
    """RC-15: which versions, by their place in a list, are in force on a day."""
    found = []
    for place, (start, until) in enumerate(zip(starts, untils, strict=True)):
        ends = until
        if ends is None:
            following = [other for other in starts if other > start]
            ends = min(following) - timedelta(days=1) if following else date.max
        if start <= day <= ends:
            found.append(place)
    return found
