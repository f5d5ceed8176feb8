"""A column « N° » of a plain grid: the identifiers of its criteria, where that is certain."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ...model.fields import ID_PATTERN, LONGEST_ID
from ...problems.cell import Cell
from ...text.similarity import plain_words
from .cells import Value
from .collected import Collected
from .tables import Table
from .values import shown

_NAMES: Final = frozenset(
    ("n", "no", "nr", "num", "numero", "number", "ref", "reference", "code", "cote")
)
"""What such columns are called, as `plain_words` makes it."""
_UNREAD: Final = ("X013", "X014")
_IDENTIFIER: Final = re.compile(ID_PATTERN)


def with_identifiers(tables: Sequence[Table], found: Collected) -> list[Table]:
    """The tables with the column « N° » as that of the identifiers, if each of them can be one.

    Where one cannot, each such column is reported, and none is read.
    """
    numbered = {table.sheet.name: column for table in tables if (column := _column(table))}
    headings = {
        table.sheet.cell(table.header, numbered[table.sheet.name]): table.sheet
        for table in tables
        if table.sheet.name in numbered
    }
    found.problems[:] = [
        one for one in found.problems if one.code not in _UNREAD or one.cell not in headings
    ]
    whole = [
        _numbered(one, numbered[one.sheet.name]) if one.sheet.name in numbered else one
        for one in tables
    ]
    doubt = _doubt(whole, tables) if numbered else None
    if doubt is None:
        return whole
    cell, why = doubt
    for place, sheet in headings.items():
        value = str(sheet.value(place.row, place.column)).strip()
        found.report("X030", place, value=value, first=str(cell), why=why)
    return list(tables)


def _numbered(table: Table, column: int) -> Table:
    """A table with this column for its identifiers, each whole number in it as its digits."""
    rows = [list(row) for row in table.sheet.rows]
    for row in rows:
        if column <= len(row) and not _is_rounded(row[column - 1]):
            row[column - 1] = shown(row[column - 1])
    columns = {**table.columns, "id": column}
    return replace(table, columns=columns, sheet=replace(table.sheet, rows=rows))


def _column(table: Table) -> int:
    """The one column with such a name, of a table that has no other identifiers; 0 for none."""
    if "id" in table.columns:
        return 0
    heads = table.sheet.rows[table.header - 1]
    there = [at for at, one in enumerate(heads, 1) if plain_words(str(one)) in _NAMES]
    return there[0] if len(there) == 1 else 0


def _doubt(whole: Sequence[Table], tables: Sequence[Table]) -> tuple[Cell, str] | None:
    """The first cell that holds no identifier of its own, and why."""
    seen: set[str] = set()
    for table, without in zip(whole, tables, strict=True):
        if "id" not in table.columns:
            continue
        criteria = set(without.rows())
        for row in table.rows():
            cell = table.sheet.cell(row, table.columns["id"])
            written = _identifier(table, row)
            if row not in criteria:
                return cell, "number_alone"
            if not written:
                return cell, "no_identifier"
            if written.casefold() in seen:
                return cell, "identifier_twice"
            seen.add(written.casefold())
    return None


def _identifier(table: Table, row: int) -> str:
    """The identifier of a row; empty if its cell cannot hold one."""
    column = table.columns["id"]
    value = table.sheet.value(row, column)
    if (row, column) in table.sheet.markup.marks or _is_rounded(value):
        return ""
    text = shown(value).strip()
    return text if _IDENTIFIER.fullmatch(text) and len(text) <= LONGEST_ID else ""


def _is_rounded(value: Value) -> bool:
    """1.10 has become 1.1, and a date stands for 3/4: nothing says what was meant."""
    is_number = isinstance(value, float) and value.is_integer()
    return not (isinstance(value, str) or is_number)
