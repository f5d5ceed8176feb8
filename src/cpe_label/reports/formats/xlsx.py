"""XLSX: a sheet for each listing, of days and numbers that a spreadsheet reckons with.

No text becomes a formula or a link, whatever it starts with, and the same listings give the same
bytes.
"""

from collections.abc import Iterable
from datetime import date, datetime
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from ...problems.exceptions import MissingExtraError
from ..listing import Column, Listing, Value

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

LONGEST: Final = 32_767
"""The characters that a cell can hold."""
_FIRST_YEAR: Final = 1900
"""A spreadsheet has no day before; an earlier one is written as a text."""

_LINE: Final = 15
_HIGHEST: Final = 409
"""The height of a line, and of the highest row that there can be, in points."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TOP: Final = {"valign": "top"}
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "head": {"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1},
    "text": {**_TOP, "text_wrap": True},
    "day": {**_TOP, "num_format": "yyyy-mm-dd", "align": "left"},
    "number": _TOP,
    "share": {**_TOP, "num_format": "0.0%"},
}


def workbook(listings: Iterable[Listing], title: str, day: date) -> bytes:
    """The sheets of one workbook, made on a day.

    Raises MissingExtraError if the `xlsx` extra is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise MissingExtraError("xlsx") from None
    created = datetime(day.year, day.month, day.day)  # noqa: DTZ001  a workbook has no time zone
    out = BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": title, "author": "cpe_label", "created": created})
        styles = {name: book.add_format(style) for name, style in _STYLES.items()}
        for listing in listings:
            _sheet(book, listing, styles)
    return out.getvalue()


def _sheet(book: "Workbook", listing: Listing, styles: dict[str, Any]) -> None:
    sheet = book.add_worksheet(listing.name)
    for number, column in enumerate(listing.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.title, styles["head"])
    titles = tuple(column.title for column in listing.columns)
    sheet.set_row(0, _height(titles, listing.columns))
    for row, values in enumerate(listing.rows, 1):
        sheet.set_row(row, _height(values, listing.columns))
        for number, value in enumerate(values):
            _write(sheet, (row, number), value, styles)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(listing.rows), len(listing.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, place: tuple[int, int], value: Value, styles: dict[str, Any]) -> None:
    match value:
        case None | "":
            pass
        case date() if value.year >= _FIRST_YEAR:
            sheet.write_datetime(*place, value, styles["day"])
        case Fraction():
            sheet.write_number(*place, float(value), styles["share"])
        case int():
            sheet.write_number(*place, value, styles["number"])
        case _:
            sheet.write_string(*place, shortened(str(value)), styles["text"])


def _height(values: tuple[Value, ...], columns: tuple[Column, ...]) -> int:
    """The height of a row in points: a spreadsheet other than Excel does not look for it."""
    lines = (
        sum(1 + max(0, len(line) - 1) // column.width for line in value.split("\n"))
        for value, column in zip(values, columns, strict=True)
        if isinstance(value, str)
    )
    return min(_LINE * max(lines, default=1), _HIGHEST)


def shortened(text: str) -> str:
    """What a cell can hold of a text; an ellipsis stands for the rest."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
