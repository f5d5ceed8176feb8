"""The markup of the sheets of an xlsx file."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .container import Parts
from .markup import SheetFacts, parser_of

_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_SHARED: Final = re.compile(rb"<(?:\w+:)?si[\s/>]")


def of_xlsx(parts: Parts) -> Iterator[tuple[str, SheetFacts]]:
    """Each sheet of the workbook. Raises ExpatError, ValueError or KeyError for no markup."""
    sizes = [len(one) for one in _SHARED.split(parts.get("xl/sharedStrings.xml", b""))[1:]]
    for name, part in sheet_parts(parts):
        yield name, _Reader(sizes).read(parts[part])


def sheet_parts(parts: Parts) -> Iterator[tuple[str, str]]:
    """The name of each sheet, and of the part that holds it."""
    targets: dict[str, str] = {}
    sheets: list[tuple[str, str]] = []

    def relation(tag: str, found: dict[str, str]) -> None:
        if tag == "Relationship":
            target = found["Target"]
            targets[found["Id"]] = target[1:] if target.startswith("/") else f"xl/{target}"

    def sheet(tag: str, found: dict[str, str]) -> None:
        if tag == "sheet":
            sheets.append((found["name"], found["id"]))

    parser_of(relation).Parse(parts["xl/_rels/workbook.xml.rels"], True)
    parser_of(sheet).Parse(parts["xl/workbook.xml"], True)
    for name, identifier in sheets:
        if (part := targets.get(identifier, "")) in parts:
            yield name, part


class _Reader:
    """Takes the elements of one sheet."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = sizes
        self.markup = SheetFacts()
        self.row = self.column = 0
        self.is_shared = False
        self.shared = ""

    def read(self, part: bytes) -> SheetFacts:
        """Read the whole part."""
        parser = parser_of(self.start)
        parser.CharacterDataHandler = self.text
        parser.Parse(part, True)
        self.weigh()
        return self.markup

    def start(self, tag: str, found: dict[str, str]) -> None:
        """Take an element."""
        if tag == "v":
            self.markup.filled(self.row, self.column)
            return
        self.weigh()
        if tag == "c":
            self.row, self.column = position(found.get("r"), self.row, self.column + 1)
            self.is_shared = found.get("t") == "s"
            if found.get("t") == "e":
                self.markup.marks[self.row, self.column] = "X008"
        elif tag == "row":
            self.row, self.column = int(found.get("r", self.row + 1)), 0
        elif tag == "f":
            self.markup.marks.setdefault((self.row, self.column), "X007")
            self.markup.filled(self.row, self.column)
        elif tag == "is":
            self.markup.filled(self.row, self.column)
        elif tag == "mergeCell":
            first, _, last = found["ref"].partition(":")
            corners = position(first, 0, 0), position(last or first, 0, 0)
            self.markup.merged.add((*corners[0], *corners[1]))

    def text(self, text: str) -> None:
        """Take a text: the number of a shared one."""
        if self.is_shared:
            self.shared += text

    def weigh(self) -> None:
        """Count the shared text of the cell before."""
        if self.is_shared:
            number = int(self.shared.strip() or -1)
            if 0 <= number < len(self.sizes):
                self.markup.weight += self.sizes[number]
            self.is_shared, self.shared = False, ""


def position(reference: str | None, row: int, column: int) -> tuple[int, int]:
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
