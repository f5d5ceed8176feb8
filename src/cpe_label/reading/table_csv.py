"""A table in a CSV file: rows under a header, whose columns are known by their names.

Nothing here knows what the cells mean.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from ..messages.terms import terms
from ..model.day_reading import day_meant
from ..model.readings import term_meant
from ..problems.exceptions import DataError
from ..problems.problem import MOST_PROBLEMS, Argument, Problem, problem
from ..problems.source import Source
from ..text.similarity import near_miss, plain_words
from .csv_cells import Cell, rows_of, source_of
from .files import MOST_VALUES, stop_at

_CLOSE: Final = 0.8
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{2})/([0-9]{2})/([0-9]{4})")
_NUMBER_OF_DAY: Final = re.compile(r"[2-7][0-9]{4}")
_FIRST_OF_SPREADSHEETS: Final = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read: its key, and how its header may be written."""

    key: str
    names: tuple[str, ...]
    """Each as a person writes it; case, accents and signs make no difference."""
    needed: bool = True
    """Whether the column, and each of its cells, must be there."""

    def is_named(self, written: str) -> bool:
        """Whether a header names this column."""
        return plain_words(written) in {plain_words(name) for name in (self.key, *self.names)}


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that hold something, by the key of their column."""

    cells: Mapping[str, Cell]
    offset: int


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file under known columns, and every problem of their form."""

    source: Source
    width: int
    """How many columns the header has."""
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, offset: int, **arguments: Argument) -> None:
        """Add a problem at a place of the file; after many, no more is kept."""
        if len(self.problems) > MOST_PROBLEMS + 1:
            return
        found = problem(code, **arguments).in_file(self.source.name, *self.source.place(offset))
        self.problems.append(found)

    def day(self, row: Row, key: str) -> date | None:
        """The day in a cell: YYYY-MM-DD or DD/MM/YYYY. None, with a problem, for another text."""
        cell = row.cells.get(key)
        if cell is None:
            return None
        if (found := _DAY.fullmatch(cell.text)) is not None:
            year, month, day = found.group(1, 2, 3) if found[1] else found.group(6, 5, 4)
            try:
                return date(int(year), int(month), int(day))
            except ValueError:
                pass
        self.report("T009", cell.offset, value=cell.text, **_day_meant(cell.text))
        return None


def read_table(content: bytes, name: str, columns: Sequence[Column]) -> Table:
    """Read a table, with every problem of its form.

    Raises DataError if it is no text, if a quote is never closed, or if it has no row or too many.
    """
    source = source_of(content, name)
    lines = (cells for cells in rows_of(source) if any(cell.text for cell in cells))
    header = next(lines, [])
    table = Table(source, len(header))
    keys = _keys(table, header, columns) if header else {}
    needed = {one.key: one.names[0] for one in columns if one.needed}
    for cells in lines:
        if len(table.rows) == MOST_VALUES:
            raise stop_at(source, "Y011", cells[0].offset, limit=MOST_VALUES)
        table.rows.append(_row(table, cells, keys, needed))
    if not table.rows:
        table.report("T005", 0)
        raise DataError(table.problems)
    return table


def _keys(table: Table, header: list[Cell], columns: Sequence[Column]) -> dict[int, str]:
    """The key of each column that is known, by its number; what is wrong with the header."""
    found: dict[int, str] = {}
    others: list[Cell] = []
    for number, cell in enumerate(header):
        column = next((one for one in columns if one.is_named(cell.text)), None)
        if column is None:
            others += [cell] if cell.text else []
        elif column.key in found.values():
            table.report("T003", cell.offset, value=cell.text, key=column.key)
        else:
            found[number] = column.key
    missing = [one for one in columns if one.key not in found.values()]
    passed_over = [cell for cell in others if not _is_near(table, cell, missing)]
    if passed_over:
        names = tuple(cell.text for cell in passed_over)
        table.report("T010", passed_over[0].offset, names=names)
    for column in missing:
        if column.needed:
            table.report("T001", header[0].offset, key=column.key, names=column.names)
    return found


def _is_near(table: Table, cell: Cell, missing: list[Column]) -> bool:
    """Whether a header was meant for a missing column; then that is a problem."""
    for column in missing:
        known = {plain_words(name): name for name in (*column.names, column.key)}
        near = near_miss(plain_words(cell.text), known, _CLOSE)
        if near or term_meant(cell.text, (column.key,), terms().keys):
            near = known[near] if near else column.names[0]
            table.report("T002", cell.offset, value=cell.text, near=near)
            missing.remove(column)
            return True
    return False


def _row(
    table: Table, cells: list[Cell], keys: Mapping[int, str], needed: Mapping[str, str]
) -> Row:
    """A row by the keys of its columns; what is missing in it, or stands beside every column."""
    held = {keys[i]: cell for i, cell in enumerate(cells) if i in keys and cell.text}
    for i, key in keys.items():
        if key in needed and key not in held:
            table.report("T008", cells[min(i, len(cells) - 1)].offset, key=needed[key])
    beyond = [cell for cell in cells[table.width :] if cell.text]
    if beyond:
        table.report("T004", beyond[0].offset, count=table.width)
    return Row(held, cells[0].offset)


def _day_meant(written: str) -> Mapping[str, Argument]:
    """The day that was meant, also by the number that a spreadsheet has for it."""
    if _NUMBER_OF_DAY.fullmatch(written):
        return {"near": (_FIRST_OF_SPREADSHEETS + timedelta(days=int(written))).isoformat()}
    return day_meant(written)
