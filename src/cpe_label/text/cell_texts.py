"""Several texts in one cell of a spreadsheet: one a line, each line break inside a text as ⏎."""

import re
from collections.abc import Iterable
from typing import Final

BREAK: Final = "⏎"
_BREAK: Final = re.compile(f"\n(?=([{BREAK}\n ])?)|{BREAK}")
_SIGNS: Final = re.compile(f"{BREAK}{BREAK}|{BREAK} ?")
_BLANK: Final = re.compile(r"\s*")


def in_one_cell(texts: Iterable[str]) -> str:
    """The texts as lines of one cell; `separate` gives them back.

    A line break inside a text is ⏎, and a ⏎ is written twice. Where a line break comes before
    another sign, or before a space, a space stands between them.
    """
    return "\n".join(_BREAK.sub(_as_sign, text) for text in texts)


def _as_sign(found: re.Match[str]) -> str:
    if found[0] == BREAK:
        return BREAK * 2
    return f"{BREAK} " if found[1] else BREAK


def separate(cell: str) -> list[str]:
    """The texts of a cell, one a line; a blank line is none."""
    lines = (line for line in cell.split("\n") if not _BLANK.fullmatch(line))
    return [_SIGNS.sub(lambda one: BREAK if one[0] == BREAK * 2 else "\n", line) for line in lines]
