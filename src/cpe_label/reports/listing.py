"""Rows of typed cells under named columns: all that a spreadsheet or a CSV file reads."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Value = str | int | date | Fraction | None
"""A text, a count, a day, a share, or nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and how many characters it shows."""

    title: str
    width: int = 16


@dataclass(frozen=True, slots=True)
class Listing:
    """A table of one thing, a row each; `name` is short and unique among those of a workbook."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
