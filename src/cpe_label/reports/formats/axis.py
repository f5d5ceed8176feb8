"""Lines of time on one axis of days: where its years, its spans and the day itself stand."""

from datetime import date
from typing import Final, NamedTuple

from ..document import TimeLine, Timeline
from ..view.network_types import SpanStyle
from .bars import percent

_MOST_TICKS: Final = 8
"""The years that can be named under one another on a telephone."""


class Tick(NamedTuple):
    """A 1 January."""

    x: str
    year: int


class Drawn(NamedTuple):
    """A span; places and widths are percent of the whole."""

    style: SpanStyle
    x: str
    width: str


class Axis(NamedTuple):
    """What a format draws."""

    ticks: tuple[Tick, ...]
    day: str
    lines: tuple[tuple[TimeLine, tuple[Drawn, ...]], ...]


def axis_of(block: Timeline) -> Axis:
    """The axis over whole years, from the first day of any line to the last of all."""
    days = [day for line in block.lines for span in line.spans for day in (span.first, span.last)]
    first, last = min([*days, block.day]).year, max([*days, block.day]).year
    start = date(first, 1, 1).toordinal()
    length = date(last, 12, 31).toordinal() + 1 - start

    def place(day: date) -> str:
        return percent(day.toordinal() - start, length)

    def drawn(line: TimeLine) -> tuple[Drawn, ...]:
        return tuple(
            Drawn(
                span.style,
                place(span.first),
                percent(span.last.toordinal() - span.first.toordinal() + 1, length),
            )
            for span in line.spans
        )

    step = -(-(last - first + 1) // _MOST_TICKS)
    return Axis(
        ticks=tuple(Tick(place(date(year, 1, 1)), year) for year in range(first, last + 1, step)),
        day=place(block.day),
        lines=tuple((line, drawn(line)) for line in block.lines),
    )
