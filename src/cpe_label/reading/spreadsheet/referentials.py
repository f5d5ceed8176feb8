"""The workbook of a referential."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ...messages.terms import terms
from ...model.sheets import (
    GRID_COLUMNS,
    LEVEL_COLUMNS,
    REFERENTIAL_FORM,
    SECTION_COLUMNS,
    SOURCE_COLUMNS,
    Field,
)
from ...text.paths import DataPath
from ...text.similarity import near_miss, plain_words, title_key
from .cells import Sheet, Workbook
from .collected import Collected
from .forms import read_form
from .tables import Table, find_table

LISTS: Final[Mapping[str, Sequence[Field]]] = {
    "levels": LEVEL_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "sections": SECTION_COLUMNS,
}


def read_referential(book: Workbook, identity: Sheet, found: Collected) -> dict[str, Any]:
    """The plain data of a referential; what is wrong is noted in `found`."""
    data = read_form(identity, REFERENTIAL_FORM, found)
    for key, fields in LISTS.items():
        table = find_table(found.sheet(book, key), key, fields, found)
        if table is None:
            continue
        found.cells[key,] = table.sheet.cell(table.header + 1, table.columns["id"])
        if items := list(_items(table, key, found)):
            data[key] = items
    table = find_table(found.sheet(book, "grid"), "grid", GRID_COLUMNS, found)
    if table:
        Grid(data, found).read(table)
    return data


def _items(table: Table, key: str, found: Collected) -> Iterator[dict[str, Any]]:
    for number, row in enumerate(table.rows()):
        found.cells[key, number] = table.sheet.cell(row, table.columns["id"])
        yield table.item(row, (key, number), found)


class Grid:
    """Puts each row of the grid under its section, in the order of the rows."""

    def __init__(
        self,
        data: dict[str, Any],
        found: Collected,
        keys: Sequence[str] = ("id", "title"),
    ) -> None:
        self.found = found
        self.keys = keys
        """By which of its keys a cell may name a section or a level."""
        self.sections: list[dict[str, Any]] = data.setdefault("sections", [])
        self.levels: list[dict[str, Any]] = data.setdefault("levels", [])
        self.fields = {one.name: one for one in GRID_COLUMNS}
        self.unread = 0
        """How many rows belong to no section that is known."""

    def read(self, table: Table) -> None:
        """Read every row; what names no known section is reported, and not read."""
        for row in table.rows():
            written = self._text(table, row, "section")
            number = self.known(self.sections, written)
            if number is None:
                self._report_unknown(table, row, written)
                self.unread += 1
                continue
            criteria = self.sections[number].setdefault("criteria", [])
            path = ("sections", number, "criteria", len(criteria))
            criteria.append(self._criterion(table, row, path))

    def _criterion(self, table: Table, row: int, path: DataPath) -> dict[str, Any]:
        criterion = table.item(row, path, self.found, "section")
        self.found.cells[path] = table.sheet.cell(row, table.columns.get("id", 1))
        self._ask_about_condition(criterion.get("not_applicable_when"), path)
        level = self.known(self.levels, criterion.get("level"))
        if level is not None and "id" in self.levels[level]:
            criterion["level"] = self.levels[level]["id"]
        return criterion

    def _ask_about_condition(self, written: Any, path: DataPath) -> None:
        """« Never » as a case would let the criterion be left out, which is its opposite."""
        plain = plain_words(written or "")
        if written and (not plain or plain in terms().conditions):
            here = (*path, "not_applicable_when")
            self.found.report("X027", self.found.cells[here], here, value=written)

    def _text(self, table: Table, row: int, name: str) -> Any:
        column, field = table.columns[name], self.fields[name]
        return self.found.read(table.sheet, row, column, field, self._nowhere())

    def _nowhere(self) -> DataPath:
        """A path for a row that is not read: its level is in doubt, and not unused for that."""
        return ("sections", len(self.sections), "criteria", self.unread, "level")

    def known(self, items: Sequence[Mapping[str, Any]], written: Any) -> int | None:
        """Which section or level a cell names: by its identifier, or by its title."""
        for key in self.keys:
            alike = str if key == "id" else title_key
            names = [alike(str(one.get(key, ""))) for one in items]
            wanted = alike(str(written or ""))
            if wanted and names.count(wanted) == 1:
                return names.index(wanted)
        return None

    def _report_unknown(self, table: Table, row: int, written: Any) -> None:
        place = table.sheet.cell(row, table.columns["section"])
        if written is None:
            if place not in {one.cell for one in self.found.problems}:
                name = str(table.sheet.value(table.header, table.columns["section"]))
                self.found.report("X010", place, self._nowhere(), name=name)
            return
        first, *_ = self.keys
        names = tuple(str(one.get(first, one.get("title", ""))) for one in self.sections)
        near = near_miss(str(written), names)
        value = str(written)
        self.found.report("X018", place, self._nowhere(), value=value, known=names, near=near)
