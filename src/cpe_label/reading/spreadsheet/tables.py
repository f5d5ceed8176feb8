"""A sheet that is a table: columns known by their names, in any order, below a header."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ...model.sheets import Field
from ...problems.cell import column_name
from ...text.paths import DataPath
from ...text.similarity import plain_words
from .cells import Sheet
from .collected import Collected, put
from .names import column_label, columns_by_label, name_meant

_FIRST_ROWS: Final = 20
"""Where a header is looked for: titles may stand above it."""
_ENOUGH: Final = 2
"""How many names of columns make a header."""


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a sheet by the names of their fields, and the row of the header."""

    sheet: Sheet
    name: str
    fields: Sequence[Field]
    header: int
    columns: Mapping[str, int]

    def rows(self) -> Iterator[int]:
        """Each row below the header in which a column that is read holds something."""
        read = [self.columns[one.name] for one in self._read()]
        for row in range(self.header + 1, len(self.sheet.rows) + 1):
            if any(self.is_filled(row, column) for column in read):
                yield row

    def _read(self) -> Iterator[Field]:
        there = (one for one in self.fields if one.name in self.columns)
        return (one for one in there if one.kind != "shown")

    def is_filled(self, row: int, column: int) -> bool:
        """Whether a cell holds something."""
        value = self.sheet.value(row, column)
        return (row, column) in self.sheet.markup.marks or bool(str(value).strip())

    def identifier(self, row: int, above: str, found: Collected) -> str | None:
        """The identifier of a row; without one, nothing of it can be read, which is reported."""
        column = self.columns["id"]
        place = self.sheet.cell(row, column)
        if not self.is_filled(row, column):
            found.report("X016", place)
            return None
        field = next(one for one in self.fields if one.name == "id")
        name: str | None = found.read(self.sheet, row, column, field, (above, "id"))
        return name

    def item(self, row: int, path: DataPath, found: Collected, *but: str) -> dict[str, Any]:
        """The plain data of a row, which stands at a path; without the fields that are named."""
        data: dict[str, Any] = {}
        for field in self._read():
            if field.name not in but:
                here = (*path, *field.path)
                value = found.read(self.sheet, row, self.columns[field.name], field, here)
                if value is not None:
                    put(data, field.path, value)
        return data


def find_table(
    sheet: Sheet | None, name: str, fields: Sequence[Field], found: Collected
) -> Table | None:
    """The table of a sheet; None if a column that it needs is missing, which is reported."""
    if sheet is None:
        return None
    labels = columns_by_label(fields, name)
    header = header_of(sheet, labels)
    table = Table(sheet, name, fields, header, _columns(sheet, header, labels, found))
    missing = [one for one in fields if one.name not in table.columns]
    near = _report_unread(table, missing, found)
    lacking = [one for one in missing if one.required and one.kind != "shown"]
    for one in lacking:
        label = column_label(one.name, name, found.language)
        if label not in near:
            place = sheet.cell(header, 1)
            found.report("X006", place, (), wanted=label, sheet=sheet.name)
    _report_merged(table, found)
    return None if lacking else table


def header_of(sheet: Sheet, labels: Mapping[str, str]) -> int:
    """The row that holds the most names of columns; the first one where none does."""
    rows = sheet.rows[:_FIRST_ROWS]
    counts = [len({labels.get(plain_words(str(one)), "") for one in row} - {""}) for row in rows]
    most = max(counts, default=0)
    return counts.index(most) + 1 if most >= _ENOUGH else 1


def _columns(
    sheet: Sheet, header: int, labels: Mapping[str, str], found: Collected
) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, value in enumerate(sheet.rows[header - 1] if sheet.rows else (), 1):
        field = labels.get(plain_words(str(value)))
        if field is None:
            continue
        if field in columns:
            first = str(sheet.cell(header, columns[field]))
            found.report("X012", sheet.cell(header, column), value=str(value), first=first)
        else:
            columns[field] = column
    return columns


def _report_unread(table: Table, missing: Sequence[Field], found: Collected) -> set[str]:
    """Report each column that holds something and is not read; returns the names it may have."""
    sheet, header = table.sheet, table.header
    labels = {one.name: column_label(one.name, table.name, found.language) for one in missing}
    meant = set()
    for column in range(1, max(map(len, sheet.rows), default=0) + 1):
        below = range(header + 1, len(sheet.rows) + 1)
        if column in table.columns.values() or not any(
            table.is_filled(row, column) for row in below
        ):
            continue
        written = str(sheet.value(header, column)).strip()
        place = sheet.cell(header, column)
        near = name_meant(written, list(labels), labels) if written else ""
        if near and near not in meant:
            meant.add(near)
            found.report("X014", place, value=written, near=near)
        elif plain_words(written) not in columns_by_label(table.fields, table.name):
            found.report("X013", place, value=written or column_name(column))
    return meant


def _report_merged(table: Table, found: Collected) -> None:
    """Cells that are merged hold one value: the others of them are lost."""
    read = {table.columns[one.name] for one in table._read()}
    for row, column, last_row, last_column in sorted(table.sheet.markup.merged):
        area = range(column, last_column + 1)
        several = (row, column) != (last_row, last_column)
        if several and row > table.header and read.intersection(area):
            found.report("X017", table.sheet.cell(row, column))
