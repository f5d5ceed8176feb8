"""A row of CSV, harmless to the spreadsheet that opens it."""

from collections.abc import Iterable
from typing import Final

_ACTING: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell starts that a spreadsheet would run as a formula."""


def csv_row(cells: Iterable[object]) -> str:
    """Cells as a row with its line end; None is an empty one.

    A cell that a spreadsheet would run gets an apostrophe before it.
    """
    return ",".join(map(_cell, cells)) + "\n"


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    if text.startswith(_ACTING):
        text = f"'{text}"
    if any(sign in text for sign in ',"\n\r'):
        text = '"' + text.replace('"', '""') + '"'
    return text
