"""The workbook of a referential, and the plain grid of a committee, which may become one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ...messages.phrase import say
from ...messages.spreadsheet import SHEETS
from ...model.referential import REFERENTIAL_FORMAT
from ...model.sheets import (
    GRID_COLUMNS,
    LEVEL_COLUMNS,
    REFERENTIAL_FORM,
    SECTION_COLUMNS,
    SOURCE_COLUMNS,
    Field,
)
from ...problems.cell import Cell
from ...text.paths import DataPath
from ...text.similarity import near_miss, plain_words, unaccented
from .cells import Sheet, Workbook
from .collected import Collected
from .forms import read_form
from .tables import Table, find_table

_LISTS: Final[Mapping[str, Sequence[Field]]] = {
    "levels": LEVEL_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "sections": SECTION_COLUMNS,
}


def read_referential(book: Workbook, identity: Sheet, found: Collected) -> dict[str, Any]:
    """The plain data of a referential; what is wrong is noted in `found`."""
    data = read_form(identity, REFERENTIAL_FORM, found)
    for key, fields in _LISTS.items():
        table = find_table(found.sheet(book, key), key, fields, found)
        if table and (items := list(_items(table, key, found))):
            data[key] = items
    table = find_table(found.sheet(book, "grid"), "grid", GRID_COLUMNS, found)
    if table:
        _Grid(table, data, found).read()
    return data


def _items(table: Table, key: str, found: Collected) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(table.rows()):
        found.cells[key, number] = table.sheet.cell(row, table.columns["id"])
        yield table.item(row, (key, number), found)


class _Grid:
    """Puts each row of the grid under its section, in the order of the rows."""

    def __init__(self, table: Table, data: dict[str, Any], found: Collected) -> None:
        self.table = table
        self.found = found
        self.sections: list[dict[str, Any]] = data.setdefault("sections", [])
        self.levels: list[dict[str, Any]] = data.setdefault("levels", [])
        self.fields = {one.name: one for one in GRID_COLUMNS}

    def read(self) -> None:
        """Read every row; what names no known section is reported, and not read."""
        for row in self.table.rows():
            written = self._text(row, "section")
            number = self.known(self.sections, written)
            if number is None:
                self._report_unknown(row, written)
                continue
            criteria = self.sections[number].setdefault("criteria", [])
            path = ("sections", number, "criteria", len(criteria))
            criteria.append(self._criterion(row, path))

    def _criterion(self, row: int, path: DataPath) -> dict[str, Any]:
        table = self.table
        criterion = table.item(row, path, self.found, "section")
        self.found.cells[path] = table.sheet.cell(row, table.columns.get("id", 1))
        level = self.known(self.levels, criterion.get("level"))
        if level is not None and "id" in self.levels[level]:
            criterion["level"] = self.levels[level]["id"]
        return criterion

    def _text(self, row: int, name: str) -> Any:
        path = ("sections", name)
        return self.found.read(
            self.table.sheet, row, self.table.columns[name], self.fields[name], path
        )

    def known(self, items: Sequence[Mapping[str, Any]], written: Any) -> int | None:
        """Which section or level a cell names: by its identifier, or by its title."""
        for key in ("id", "title"):
            plain = [plain_words(str(one.get(key, ""))) for one in items]
            if key == "id":
                plain = [str(one.get(key, "")) for one in items]
            wanted = written if key == "id" else plain_words(str(written or ""))
            if wanted and plain.count(wanted) == 1:
                return plain.index(wanted)
        return None

    def _report_unknown(self, row: int, written: Any) -> None:
        place = self.table.sheet.cell(row, self.table.columns["section"])
        if written is None:
            if place not in {one.cell for one in self.found.problems}:
                self.found.report("X010", place, (), name=self._label("section"))
            return
        names = tuple(str(one.get("id", one.get("title", ""))) for one in self.sections)
        near = near_miss(str(written), names)
        self.found.report("X018", place, (), value=str(written), known=names, near=near)

    def _label(self, name: str) -> str:
        return str(self.table.sheet.value(self.table.header, self.table.columns[name]))


# ── A plain grid ─────────────────────────────────────────────────────────────────────────────────

_FREE: Final = frozenset(("id",))
"""What a plain grid may lack: each row is then asked for it."""


def plain_grid(book: Workbook, found: Collected) -> dict[str, Any] | None:
    """The plain data of a sheet that has the columns of a grid and no form beside it.

    What such a sheet does not say is absent, and has the cell where a workbook of ours holds it.
    None if there is no such sheet.
    """
    fields = tuple(
        Field(one.name, one.kind, one.required and one.name not in _FREE) for one in GRID_COLUMNS
    )
    for sheet in book.every():
        tried = Collected(found.name, found.language)
        table = find_table(sheet, "grid", fields, tried)
        if table is not None:
            found.problems += tried.problems
            return _from_plain(table, found)
    return None


def _from_plain(table: Table, found: Collected) -> dict[str, Any]:
    identity = say(SHEETS["identity"], found.language)
    for field in REFERENTIAL_FORM.fields:
        found.cells[field.path] = Cell(identity, REFERENTIAL_FORM.row(field.name), 2)
    data: dict[str, Any] = {"format": REFERENTIAL_FORMAT, "in_force": {}, "validity": {}}
    for key, column in (("levels", "level"), ("sections", "section")):
        titles = _distinct(table, column)
        data[key] = [{"id": slug(title), "title": title} for title in titles]
        sheet = say(SHEETS[key], found.language)
        for number in range(len(titles)):
            for at, field in enumerate(_LISTS[key], 1):
                found.cells[key, number, field.name] = Cell(sheet, number + 2, at)
    _Grid(table, data, found).read()
    if "id" not in table.columns:
        _ask_for_identifiers(table, data, found)
    return data


def _distinct(table: Table, column: str) -> list[str]:
    """The texts of a column, each once, in order."""
    number = table.columns[column]
    texts = (str(table.sheet.value(row, number)).strip() for row in table.rows())
    seen: dict[str, str] = {}
    for text in texts:
        if plain_words(text):
            seen.setdefault(plain_words(text), text)
    return list(seen.values())


def slug(title: str) -> str:
    """An identifier made of the words of a title: `gouvernance-democratique`."""
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in unaccented(title))
    return "-".join(words.split())[:60].rstrip("-") or "x"


def _ask_for_identifiers(table: Table, data: dict[str, Any], found: Collected) -> None:
    column = max(map(len, table.sheet.rows)) + 1
    for number, section in enumerate(data["sections"]):
        for at in range(len(section.get("criteria", ()))):
            path = ("sections", number, "criteria", at)
            row = found.cells[path].row
            found.cells[*path, "id"] = table.sheet.cell(row, column)
