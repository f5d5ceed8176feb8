"""A workbook as values: sheets of cells, each with its style, before any library writes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from ...messages.states import Tone

Style = Literal[
    "title", "heading", "label", "shown", "answer", "day", "choice", "closed", "help", "number",
    "strong", "page", "date", "share",
]  # fmt: skip
"""How a cell looks, and whether it is open to be filled in."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, and its value for a program that does not compute."""

    text: str
    value: str | int


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell: what it holds, None for nothing, and how it looks."""

    value: str | int | date | Fraction | Formula | None
    style: Style


@dataclass(frozen=True, slots=True)
class Area:
    """The cells of some columns in some rows, all included and counted from 1."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The list of a cell: words, or the cells that hold them."""

    areas: Sequence[Area]
    words: Sequence[str] | str


@dataclass(frozen=True, slots=True)
class Tint:
    """The colour of the cells that hold a word, or for which a formula is true."""

    area: Area
    tone: Tone
    word: str = ""
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet."""

    name: str
    widths: Sequence[int]
    rows: Sequence[Sequence[Entry]]
    frozen: tuple[int, int] = (1, 0)
    """How many rows and columns stay in view."""
    filtered: Area | None = None
    choices: Sequence[Choice] = ()
    tints: Sequence[Tint] = ()
    protected: bool = False
    new_rows: Mapping[int, Style] = field(default_factory=dict)
    """By column, the style of the rows to come."""
