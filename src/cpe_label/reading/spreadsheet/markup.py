"""What the values of cells do not say: formulas, errors, merged cells, and how far a sheet goes.

The reader of cells gives the last result of a formula, which may be of yesterday, nothing for an
error, and makes room for each cell up to the farthest one. So the markup of a sheet is looked
through before.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers.expat import ExpatError, ParserCreate

from ...problems.exceptions import DataError
from ...problems.problem import problem
from .container import Parts

MOST_ROWS: Final = 10_000
MOST_COLUMNS: Final = 100
MOST_MARKUP: Final = 1_000_000
"""How many tags are looked through."""

_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")

Area = tuple[int, int, int, int]
"""First row and column, last row and column, from 1."""


@dataclass(slots=True)
class Markup:
    """What stands in the markup of one sheet."""

    marks: dict[tuple[int, int], str] = field(default_factory=dict)
    """By row and column, the code of the problem of a formula or an error."""
    merged: list[Area] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0

    def filled(self, row: int, column: int) -> None:
        """Note a cell that holds something."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)

    @property
    def is_too_large(self) -> bool:
        """Whether the sheet goes farther than is read."""
        return self.last_row > MOST_ROWS or self.last_column > MOST_COLUMNS


def markup_of(parts: Parts, name: str) -> Mapping[str, Markup]:
    """The markup of each sheet, by its name.

    Raises DataError if it is no markup, or if there is more of it than is read.
    """
    refused = problem("X001")
    try:
        if sum(content.count(b"<") for content in _of_sheets(parts)) > MOST_MARKUP:
            refused = problem("X003", limit=MOST_MARKUP, kind="tags")
        else:
            return dict((_of_xlsx if parts.form == "xlsx" else _of_ods)(parts))
    except (ExpatError, ValueError, KeyError):
        pass
    raise DataError([refused.at_cell(name, None)])


def _of_sheets(parts: Parts) -> Iterator[bytes]:
    """The parts that are looked through."""
    for name, content in parts.items():
        if name == "content.xml" or name.startswith(("xl/w", "xl/_rels/")):
            yield content


def _parse(content: bytes, start: Any) -> None:
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, found: start(tag.rpartition(" ")[2], _plain(found))
    parser.StartDoctypeDeclHandler = _refuse_entities
    parser.Parse(content, True)


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    return {name.rpartition(" ")[2]: value for name, value in attributes.items()}


def _refuse_entities(*_: Any) -> None:
    raise ValueError("a spreadsheet declares no entities")


# ── xlsx ─────────────────────────────────────────────────────────────────────────────────────────


def _of_xlsx(parts: Parts) -> Iterator[tuple[str, Markup]]:
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(tag: str, found: dict[str, str]) -> None:
        if tag == "Relationship":
            target = found["Target"]
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            targets[found["Id"]] = path

    def sheet(tag: str, found: dict[str, str]) -> None:
        if tag == "sheet":
            sheets.append((found["name"], found["id"]))

    _parse(parts["xl/_rels/workbook.xml.rels"], relation)
    _parse(parts["xl/workbook.xml"], sheet)
    for name, identifier in sheets:
        part = parts.get(targets.get(identifier, ""))
        if part is not None:
            yield name, _of_xlsx_sheet(part)


def _of_xlsx_sheet(content: bytes) -> Markup:
    found = Markup()
    row = column = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        if tag == "row":
            row, column = int(attributes.get("r", row + 1)), 0
        elif tag == "c":
            row, column = _position(attributes.get("r"), row, column + 1)
            if attributes.get("t") == "e":
                found.marks[row, column] = "X008"
        elif tag == "f":
            found.marks.setdefault((row, column), "X007")
            found.filled(row, column)
        elif tag in ("v", "is"):
            found.filled(row, column)
        elif tag == "mergeCell":
            first, _, last = attributes["ref"].partition(":")
            found.merged.append((*_position(first, 0, 0), *_position(last or first, 0, 0)))

    _parse(content, start)
    return found


def _position(reference: str | None, row: int, column: int) -> tuple[int, int]:
    """Row and column of a reference; without one, those that follow from the order."""
    if reference is None:
        return row, column
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        raise ValueError(reference)
    number = 0
    for letter in found[1]:
        number = 26 * number + ord(letter) - ord("A") + 1
    return int(found[2]), number


# ── ods ──────────────────────────────────────────────────────────────────────────────────────────


def _of_ods(parts: Parts) -> Iterator[tuple[str, Markup]]:
    reader = _OdsReader()
    _parse(parts["content.xml"], reader.start)
    yield from reader.sheets.items()


class _OdsReader:
    """Counts rows and columns; the many blank ones at the end of a sheet are one element."""

    def __init__(self) -> None:
        self.sheets: dict[str, Markup] = {}
        self.sheet = Markup()
        self.row = self.rows = self.column = self.columns = 0

    def start(self, tag: str, found: dict[str, str]) -> None:
        """Take an element."""
        if tag == "table":
            self.sheet = self.sheets[found["name"]] = Markup()
            self.row = self.columns = 0
            self.rows = 1
        elif tag == "table-row":
            self.row += self.rows
            self.rows = int(found.get("number-rows-repeated", 1))
            self.column, self.columns = 0, 1
        elif tag in ("table-cell", "covered-table-cell"):
            self.column += self.columns
            self.columns = int(found.get("number-columns-repeated", 1))
            if "value-type" in found or "formula" in found:
                self._filled(found)
        elif tag == "p" and self.columns:
            self._filled({})

    def _filled(self, found: dict[str, str]) -> None:
        here = self.row, self.column
        self.sheet.filled(self.row + self.rows - 1, self.column + self.columns - 1)
        if "formula" in found:
            is_error = found.get("value-type") == "error"
            self.sheet.marks[here] = "X008" if is_error else "X007"
        rows, columns = (int(found.get(f"number-{one}-spanned", 1)) for one in ("rows", "columns"))
        if rows > 1 or columns > 1:
            self.sheet.merged.append((*here, self.row + rows - 1, self.column + columns - 1))
