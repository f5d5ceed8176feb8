"""A row of CSV, harmless to the spreadsheet that opens it."""

import re
from collections.abc import Iterable
from typing import Final

_ACTING: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell starts that a spreadsheet would run as a formula."""

_QUOTED: Final = re.compile('[,"\\n\\r]')
"""What a cell between quotes holds."""


def csv_row(cells: Iterable[object]) -> str:
    """Cells as a row with its line end; None is an empty one.

    A cell that a spreadsheet would run gets an apostrophe before it.
    """
    return ",".join(map(_cell, cells)) + "\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    text = str(value)
    if text.startswith(_ACTING):
        text = f"'{text}"
    if _QUOTED.search(text):
        text = '"' + text.replace('"', '""') + '"'
    return text
