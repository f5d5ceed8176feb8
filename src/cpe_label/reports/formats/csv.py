"""CSV (RFC 4180): one table in UTF-8, which no spreadsheet takes for formulas."""

import csv
import io
from datetime import date
from typing import Final

from ..listing import Listing, Value

_ACTING: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a formula of a cell in some spreadsheet, at its start."""


def table(listing: Listing) -> str:
    """The rows under a line of titles, days as YYYY-MM-DD."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.title for column in listing.columns])
    writer.writerows(map(_cell, row) for row in listing.rows)
    return out.getvalue()


def _cell(value: Value) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_ACTING) else value
    return "" if value is None else str(value)
