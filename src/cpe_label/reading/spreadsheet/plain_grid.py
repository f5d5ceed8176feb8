"""The plain grid of a committee, which may become a referential.

What such a grid does not say is absent, and every problem names one of its own cells.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from ...model.referential import REFERENTIAL_FORMAT
from ...model.sheets import GRID_COLUMNS
from ...problems.cell import Cell
from ...problems.problem import Problem
from ...text.similarity import plain_words, title_key, unaccented
from .cells import Sheet, Value, Workbook
from .collected import Collected
from .names import columns_by_label
from .numbered import with_identifiers
from .referentials import Grid
from .tables import Table, find_table, header_of
from .values import shown

_FREE: Final = frozenset(("id",))
"""What a plain grid may lack: it is then asked for."""
_FIELDS: Final = tuple(
    replace(one, required=one.required and one.name not in _FREE) for one in GRID_COLUMNS
)
_LABELS: Final = columns_by_label(_FIELDS, "grid")
_GROUPING: Final = ("section", "level")
"""The columns of which one cell may be merged over the rows of a group."""


def plain_grid(book: Workbook, found: Collected) -> dict[str, Any] | None:
    """The plain data of the sheets that have the columns of a grid and no form beside them.

    None if there is no such sheet; what those lack that have nearly all of them is noted in
    `found`.
    """
    tables: list[Table] = []
    closest: list[Problem] = []
    others: list[Sheet] = []
    for sheet in book.every():
        tried = Collected(found.name, found.language)
        table = find_table(_spread(sheet), "grid", _FIELDS, tried)
        if table is not None:
            tables.append(table)
            found.problems += tried.problems
            continue
        others.append(sheet)
        if sum(one.code == "X006" for one in tried.problems) <= _MOST_LACKING:
            closest += tried.problems
    if not tables:
        found.problems += closest
        return None
    for sheet in others:
        if not sheet.is_blank:
            found.report("X026", sheet.cell(1, 1), value=sheet.name, why="no_grid")
    _ask_about_copies(tables, found)
    return _data(with_identifiers(tables, found), found)


def _ask_about_copies(tables: Sequence[Table], found: Collected) -> None:
    """A criterion that stands in two sheets is one: its rows can say two things."""
    seen: dict[tuple[str, str], Cell] = {}
    for table in tables:
        for row in table.rows():
            values = (table.sheet.value(row, table.columns[name]) for name in ("section", "title"))
            section, title = (shown(one).strip() for one in values)
            place = table.sheet.cell(row, table.columns["title"])
            first = seen.setdefault((title_key(section), title_key(title)), place)
            if title and first.sheet != place.sheet:
                found.report("X012", place, value=title, first=str(first))


_MOST_LACKING: Final = 1
"""Of the columns of a grid, how many it may lack for which it has no other name."""


def _spread(sheet: Sheet) -> Sheet:
    """The same sheet with a merged section or level in each row that it covers.

    That is certain: the workbook itself says that the one value is that of all these rows.
    """
    header = header_of(sheet, _LABELS)
    columns = [at for at, name in enumerate(_names(sheet, header), 1) if name in _GROUPING]
    areas = {
        (first, column, last, other)
        for first, column, last, other in sheet.markup.merged
        if first > header and column == other and column in columns
    }
    if not areas:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for first, column, last, _ in areas:
        for row in rows[first:last]:
            _fill_down(row, column, sheet.value(first, column))
    markup = replace(sheet.markup, merged=sheet.markup.merged - areas)
    return replace(sheet, rows=rows, markup=markup)


def _names(sheet: Sheet, header: int) -> Iterator[str | None]:
    for value in sheet.rows[header - 1] if sheet.rows else ():
        yield _LABELS.get(plain_words(str(value)))


def _fill_down(row: list[Value], column: int, value: Value) -> None:
    """Put a value in a row that holds something; a blank one is no criterion."""
    if any(str(one).strip() for one in row):
        row[column - 1] = value


def _data(tables: Sequence[Table], found: Collected) -> dict[str, Any]:
    for table in reversed(tables):
        found.cells[()] = found.cells["grid", table.sheet.name] = table.sheet.cell(table.header, 1)
    data: dict[str, Any] = {"format": REFERENTIAL_FORMAT, "in_force": {}, "validity": {}}
    for key, column in (("levels", "level"), ("sections", "section")):
        titles = _distinct(tables, column)
        _ask_about_alike(titles, found)
        names = _slugs([title for title, _ in titles])
        data[key] = [
            {"id": name, "title": title} for name, (title, _) in zip(names, titles, strict=True)
        ]
        for number, (_, cell) in enumerate(titles):
            for path in ((), ("id",), ("title",)):
                found.cells[key, number, *path] = cell
    # Identifiers are made here, and no cell can have meant one: « a » may be that of « A+ ».
    grid = Grid(data, found, keys=("title",))
    for table in tables:
        grid.read(table)
    return data


def _distinct(tables: Sequence[Table], column: str) -> list[tuple[str, Cell]]:
    """The texts of a column, each once and in order, with the first cell of each."""
    seen: dict[str, tuple[str, Cell]] = {}
    for table in tables:
        number = table.columns[column]
        for row in table.rows():
            text = shown(table.sheet.value(row, number)).strip()
            if text:
                seen.setdefault(title_key(text), (text, table.sheet.cell(row, number)))
    return list(seen.values())


def _ask_about_alike(titles: Sequence[tuple[str, Cell]], found: Collected) -> None:
    """Titles that differ in signs or accents alone are two, and may have been meant as one."""
    seen: dict[str, tuple[str, Cell]] = {}
    for title, cell in titles:
        other, first = seen.setdefault(plain_words(title) or title, (title, cell))
        if first != cell:
            found.report("X025", cell, value=title, other=other, first=str(first))


def _slugs(titles: Sequence[str]) -> list[str]:
    """An identifier for each title; two titles never share one."""
    names: dict[str, None] = {}
    for title in titles:
        name = base = slug(title)
        number = 1
        while name in names:
            number += 1
            name = f"{base}-{number}"
        names[name] = None
    return list(names)


def slug(title: str) -> str:
    """An identifier made of the words of a title: `gouvernance-democratique`."""
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in unaccented(title))
    return "-".join(words.split())[:60].rstrip("-") or "x"
