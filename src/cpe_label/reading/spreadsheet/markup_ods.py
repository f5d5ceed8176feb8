"""The markup of the sheets of an ods file, which repeats cells, rows and spaces by a number."""

from collections.abc import Iterator

from .container import MOST_BYTES_UNPACKED, Parts
from .markup import SheetFacts, parser_of


def of_ods(parts: Parts) -> Iterator[tuple[str, SheetFacts]]:
    """Each sheet of the workbook. Raises ExpatError, ValueError or KeyError for no markup."""
    reader = _Reader()
    reader.parser.Parse(parts["content.xml"], True)
    reader.weigh()
    yield from reader.sheets.items()


class _Reader:
    """Counts rows and columns; the many blank ones at the end of a sheet are one element."""

    def __init__(self) -> None:
        self.parser = parser_of(self.start)
        self.sheets: dict[str, SheetFacts] = {}
        self.sheet = SheetFacts()
        self.row = self.rows = self.column = self.columns = 0
        self.begun = self.times = self.spaces = 0

    def start(self, tag: str, found: dict[str, str]) -> None:
        """Take an element."""
        if tag == "p":
            if self.columns:
                self.filled({})
        elif tag == "s":
            self.spaces += _count(found, "c")
        elif tag in ("table-cell", "covered-table-cell"):
            self.weigh()
            self.column += self.columns
            self.columns = _count(found, "number-columns-repeated")
            if "value-type" in found or "formula" in found:
                self.filled(found)
        elif tag == "table-row":
            self.weigh()
            self.row += self.rows
            self.rows = _count(found, "number-rows-repeated")
            self.column, self.columns = 0, 1
        elif tag == "table":
            self.weigh()
            self.sheet = self.sheets[found["name"]] = SheetFacts()
            self.row = self.columns = 0
            self.rows = 1

    def filled(self, found: dict[str, str]) -> None:
        """Note a cell that holds something, in each row and column where it is repeated."""
        here = self.row, self.column
        self.begun, self.times = self.parser.CurrentByteIndex, self.rows * self.columns
        self.sheet.filled(self.row + self.rows - 1, self.column + self.columns - 1)
        if "formula" in found:
            is_error = found.get("value-type") == "error"
            self.sheet.marks[here] = "X008" if is_error else "X007"
        rows, columns = (
            _count(found, "number-rows-spanned"),
            _count(found, "number-columns-spanned"),
        )
        if rows > 1 or columns > 1:
            self.sheet.merged.add((*here, self.row + rows - 1, self.column + columns - 1))

    def weigh(self) -> None:
        """Count the text of the cell before, as often as it is repeated."""
        size = self.parser.CurrentByteIndex - self.begun + self.spaces
        self.sheet.weight += size * self.times
        self.times = self.spaces = 0


def _count(found: dict[str, str], name: str) -> int:
    """How often something is repeated. Raises ValueError for what is no number of times."""
    count = int(found.get(name, 1))
    if not 0 < count <= MOST_BYTES_UNPACKED:
        raise ValueError(name)
    return count
