"""What the values of cells do not say: formulas, errors, merged cells, and how far a sheet goes.

The reader of cells gives the last result of a formula, which may be of yesterday, and nothing for
an error. It makes room for each cell up to the farthest one, and for each text wherever it is
repeated. So the markup of a sheet is looked through before.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers.expat import ParserCreate, XMLParserType

from .container import MOST_BYTES_UNPACKED

MOST_ROWS: Final = 10_000
MOST_COLUMNS: Final = 100

Area = tuple[int, int, int, int]
"""First row and column, last row and column, from 1."""


@dataclass(slots=True)
class SheetFacts:
    """What stands in the markup of one sheet."""

    marks: dict[tuple[int, int], str] = field(default_factory=dict)
    """By row and column, the code of the problem of a formula or an error."""
    merged: set[Area] = field(default_factory=set)
    last_row: int = 0
    last_column: int = 0
    weight: int = 0
    """How many bytes the texts of its cells take, each as often as it is shown."""

    def filled(self, row: int, column: int) -> None:
        """Note a cell that holds something."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)

    @property
    def excess(self) -> tuple[str, int] | None:
        """What there is more of than is read, and how much is read."""
        if self.last_row > MOST_ROWS:
            return "rows", MOST_ROWS
        if self.last_column > MOST_COLUMNS:
            return "columns", MOST_COLUMNS
        return ("bytes", MOST_BYTES_UNPACKED) if self.weight > MOST_BYTES_UNPACKED else None


Start = Callable[[str, dict[str, str]], None]
"""Takes an element: its name and its attributes, both without their namespaces."""


def parser_of(start: Start) -> XMLParserType:
    """A parser that gives each element, and refuses entities."""
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, found: start(tag.rpartition(" ")[2], _plain(found))
    parser.StartDoctypeDeclHandler = _refuse_entities
    return parser


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    return {name.rpartition(" ")[2]: value for name, value in attributes.items()}


def _refuse_entities(*_: Any) -> None:
    raise ValueError("a spreadsheet declares no entities")
