"""The values of cells, sheet by sheet. The one place that imports the reader of spreadsheets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from ...problems.cell import Cell
from ...problems.exceptions import DataError
from ...problems.problem import Problem, problem
from ...text.similarity import plain_words
from .container import Parts
from .markup import SheetFacts
from .markups import markup_of

LONGEST: Final = 32_767
"""How many characters a cell holds."""

Value = str | int | float | bool | date | datetime | time | timedelta
"""What a cell holds; a blank one holds an empty text."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet, and what its markup says."""

    name: str
    rows: list[list[Value]]
    markup: SheetFacts

    def cell(self, row: int, column: int) -> Cell:
        """The place of a cell."""
        return Cell(self.name, row, column)

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(str(one).strip() for row in self.rows for one in row)

    def value(self, row: int, column: int) -> Value:
        """What a cell holds; rows and columns count from 1."""
        line = self.rows[row - 1] if row <= len(self.rows) else []
        return line[column - 1] if column <= len(line) else ""


class Workbook:
    """The sheets of a spreadsheet, each read when it is asked for.

    Raises DataError if it cannot be read.
    """

    def __init__(self, parts: Parts, name: str) -> None:
        self.name: Final = name
        try:
            from python_calamine import CalamineError, load_workbook
        except ImportError:
            raise DataError([self.refusal("X004")]) from None
        self._markup: Mapping[str, SheetFacts] = markup_of(parts, name)
        if parts.form == "ods":  # all its sheets are read at once
            for sheet in self._markup:
                self._refuse_excess(sheet)
        try:
            self._book = load_workbook(parts.packed())
            self.sheets: Final = list(self._book.sheet_names)
        except (CalamineError, OSError, ValueError):
            raise DataError([self.refusal("X001", found="unreadable")]) from None

    def refusal(self, code: str, **arguments: str | int | tuple[str, ...]) -> Problem:
        """A problem of the whole workbook."""
        return problem(code, **arguments).at_cell(self.name, None)

    def named(self, *names: str) -> Sheet | None:
        """The sheet that has one of these names, whatever its case, accents and spaces."""
        found = next(iter(self.all_named(*names)), None)
        return None if found is None else self.sheet(found)

    def all_named(self, *names: str) -> list[str]:
        """The sheets that have one of these names so: there may be two, and one alone counts."""
        wanted = set(map(plain_words, names))
        return [one for one in self.sheets if plain_words(one) in wanted]

    def every(self) -> Iterator[Sheet]:
        """Each sheet, in order."""
        return map(self.sheet, self.sheets)

    def sheet(self, name: str) -> Sheet:
        """One sheet. Raises DataError if it is too large or cannot be read."""
        from python_calamine import CalamineError

        self._refuse_excess(name)
        try:
            rows = self._book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except (CalamineError, OSError, ValueError):
            raise DataError([self.refusal("X001", found="unreadable")]) from None
        self._refuse_long(name, rows)
        return Sheet(name, rows, self._markup.get(name, SheetFacts()))

    def _refuse_excess(self, name: str) -> None:
        markup = self._markup.get(name, SheetFacts())
        if markup.excess:
            kind, limit = markup.excess
            row = markup.last_row if kind == "rows" else 1
            place = Cell(name, row, markup.last_column if kind == "columns" else 1)
            raise DataError([problem("X003", limit=limit, kind=kind).at_cell(self.name, place)])

    def _refuse_long(self, name: str, rows: list[list[Value]]) -> None:
        for row, line in enumerate(rows, 1):
            for column, value in enumerate(line, 1):
                if isinstance(value, str) and len(value) > LONGEST:
                    found = problem("X003", limit=LONGEST, kind="characters")
                    raise DataError([found.at_cell(self.name, Cell(name, row, column))])
