"""The place of a problem in a spreadsheet: a cell, as `Grille!H14`."""

import re
from dataclasses import dataclass
from typing import Final

from ..text.serialization import JsonValue

_PLAIN: Final = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True, order=True)
class Cell(JsonValue):
    """A cell of a sheet; row and column count from 1."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """`Grille!H14`, as formulas name it: a sheet with other signs stands between quotes."""
        plain = _PLAIN.fullmatch(self.sheet)
        sheet = self.sheet if plain else "'" + self.sheet.replace("'", "''") + "'"
        return f"{sheet}!{column_name(self.column)}{self.row}"


def column_name(number: int) -> str:
    """The letters of a column: A for 1, Z for 26, AA for 27."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = f"{chr(ord('A') + rest)}{name}"
    return name
