"""XLSX: a sheet for each listing, of days and numbers that a spreadsheet reckons with.

The bytes are made by `writing/spreadsheet/`, which lets no text become a formula or a link.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from ...text.typography import Language
from ...writing.spreadsheet.sheets import Area, Entry, Sheet, Style
from ...writing.spreadsheet.xlsx import written
from ..listing import Listing, Value

LONGEST: Final = 32_767
"""The characters that a cell can hold."""

_STYLES: Final[Mapping[type, Style]] = {date: "date", int: "number", Fraction: "share"}


def workbook(
    listings: Iterable[Listing], format_name: str, title: str, language: Language
) -> bytes:
    """The sheets of one workbook.

    Raises MissingExtraError if the `xlsx` extra is not installed.
    """
    return written(map(_sheet, listings), format_name, title, language)


def _sheet(listing: Listing) -> Sheet:
    """A table whose first row and first column stay in view, with a filter."""
    head = tuple(Entry(column.title, "heading") for column in listing.columns)
    rows = (head, *(tuple(map(_entry, row)) for row in listing.rows))
    return Sheet(
        listing.name,
        tuple(column.width for column in listing.columns),
        rows,
        frozen=(1, 1),
        filtered=Area(1, 1, len(rows), len(listing.columns)),
    )


def _entry(value: Value) -> Entry:
    if isinstance(value, str):
        return Entry(shortened(value) or None, "page")
    return Entry(value, _STYLES.get(type(value), "page"))


def shortened(text: str) -> str:
    """What a cell can hold of a text; an ellipsis stands for the rest."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
