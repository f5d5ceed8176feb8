"""Several audits as a table, one line each, written while they are read.

The width of a column is that of its longest cell among the first rows; the name alone is cut. So
a table of any length needs the memory of its first rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ...messages.phrase import say
from ...messages.states import STATES, VERDICTS, Tone
from ...messages.table import LABELS, TABLE
from ...rules.evaluation import Evaluation
from ...rules.validity import state_on
from ...text.display import columns, shortened, visible
from ...text.typography import Language
from .terminal import Paint, plain

WIDEST_NAME: Final = 40
_MEASURED: Final = 200
"""How many rows are read before the first is written."""
_NOTHING: Final = "–"
_GAP: Final = "  "


@dataclass(frozen=True, slots=True)
class Row:
    """One audit of the table; what could not be evaluated has a name alone."""

    name: str
    verdict: str | None = None
    levels: tuple[tuple[str, str], ...] | None = None
    """The title of each level, and how many of its applicable criteria are met."""
    state: str | None = None
    last_day: date | None = None


def row_of(evaluation: Evaluation, on: date) -> Row:
    """The row of an evaluation, its label as it is on a day."""
    audit, period = evaluation.audit, evaluation.period
    validity = evaluation.referential.validity
    return Row(
        name=audit.organisation.name,
        verdict=evaluation.verdict.value,
        levels=tuple(
            (one.level.title, f"{len(one.tally.met)}/{one.tally.applicable}")
            for one in evaluation.levels
        ),
        state=state_on(on, period, audit.events, validity=validity) if period else None,
        last_day=period.last_day if period else None,
    )


class Table:
    """Takes rows one by one. Where a row has other levels than those before, a new table starts."""

    def __init__(self, language: Language, on: date, paint: Paint = plain) -> None:
        self._language: Language = language
        self._on = on
        self._paint = paint
        self._waiting: list[Row] = []
        self._titles: tuple[str, ...] | None = None
        self._widths: list[int] = []
        self._alike: str | None = None
        """What stands behind the name in the line of what could not be evaluated."""

    def add(self, row: Row) -> str:
        """Take a row; returns the lines that can be written now."""
        titles = None if row.levels is None else tuple(title for title, _ in row.levels)
        written = ""
        if titles is not None and self._titles not in (None, titles):
            written = f"{self.end()}\n"
            self._widths, self._alike = [], None
        self._titles = titles or self._titles
        if self._widths:
            line = self._line(self._cells(row), _tones(row)) if row.verdict else self._refused(row)
            return f"{written}{line}\n"
        self._waiting.append(row)
        return written + self.end() if len(self._waiting) >= _MEASURED else written

    def end(self) -> str:
        """The lines of the rows that wait."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        rows = [self._cells(row) for row in self._waiting]
        if rows and not self._widths:
            head = self._heading()
            self._widths = [max(map(columns, column)) for column in zip(head, *rows, strict=True)]
            yield self._line(head)
        for row, cells in zip(self._waiting, rows, strict=True):
            yield self._line(cells, _tones(row))
        self._waiting = []

    def _heading(self) -> list[str]:
        """The titles of levels come from files, like the names."""
        levels = [visible(title) for title in self._titles or ()]
        label = self._say("label", day=self._on.isoformat())
        return [
            self._say("organisation"),
            self._say("verdict"),
            *levels,
            label,
            self._say("last_day"),
        ]

    def _cells(self, row: Row) -> list[str]:
        verdict = self._say("not_evaluated")
        if row.verdict is not None:
            style = VERDICTS[row.verdict]
            verdict = f"{style.icon} {say(style, self._language)}"
        counts = dict(row.levels or ())
        return [
            shortened(visible(row.name), WIDEST_NAME),
            verdict,
            *(counts.get(title, _NOTHING) for title in self._titles or ()),
            say(LABELS[row.state], self._language) if row.state else _NOTHING,
            row.last_day.isoformat() if row.last_day else _NOTHING,
        ]

    def _line(self, cells: list[str], tones: dict[int, Tone] | None = None) -> str:
        """The cells in their columns; what is counted stands at the right of its column."""
        last = len(cells) - 1
        written = []
        for i, (cell, width) in enumerate(zip(cells, self._widths, strict=True)):
            space = " " * (width - columns(cell))
            tone = tones.get(i) if tones else None
            shown = self._paint(cell, tone) if tone else cell
            counted = 1 < i < last - 1
            written.append(space + shown if counted else shown + space * (i < last))
        return _GAP.join(written)

    def _refused(self, row: Row) -> str:
        """The line of what could not be evaluated; all of these are alike but for the name."""
        width, name = self._widths[0], shortened(visible(row.name), WIDEST_NAME)
        if self._alike is None:
            self._alike = self._line(self._cells(Row("")), _tones(row))[width:]
        return f"{name}{' ' * (width - columns(name))}{self._alike}"

    def _say(self, key: str, **blanks: object) -> str:
        return say(TABLE[key], self._language, **blanks)


def _tones(row: Row) -> dict[int, Tone]:
    """The tones of the columns of the result and of the label."""
    tones: dict[int, Tone] = {1: VERDICTS[row.verdict].tone if row.verdict else "bad"}
    if row.state:
        tones[2 + len(row.levels or ())] = STATES[row.state].tone
    return tones
