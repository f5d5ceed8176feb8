"""The text that a value was read from: it turns a path into a line and a column."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import Final

from ..text.paths import DataPath
from ..text.serialization import JsonValue, json_text, to_json
from ..text.typography import Language
from .cell import Cell
from .positions import Places

_LINE_BREAK: Final = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Source(JsonValue):
    """The text a value was read from, and the place of everything in it.

    Two sources always compare equal: the place of a text is no part of its meaning.
    """

    name: str = field(default="", compare=False)
    text: str = field(default="", compare=False, repr=False)
    places: Places = field(default_factory=Places, compare=False, repr=False)
    start: int = field(default=0, compare=False, repr=False)
    """The offset of the whole value."""
    first_line: int = field(default=1, compare=False, repr=False)
    """The line that the text starts on, for a text that is a line of a file."""
    _written: "Source | None" = field(default=None, compare=False, repr=False)
    """The text as it was written, if this one was mended."""
    _back: Callable[[int], int] = field(default=int, compare=False, repr=False)
    """From an offset in a mended text to that in the text as it was written."""

    names: Mapping[DataPath, str] = field(default_factory=dict, compare=False, repr=False)
    """By the path of a key under its right name, the name that is written."""

    cells: Mapping[DataPath, Cell] | None = field(default=None, compare=False, repr=False)
    """For a spreadsheet, the cell of each path."""

    workbook: Language | None = field(default=None, compare=False, repr=False)
    """For a spreadsheet, the language of its sheets, where it is known."""

    def cell(self, path: DataPath) -> Cell | None:
        """The cell of what stands at `path`, or of the nearest thing around it."""
        found = ((self.cells or {}).get(path[:end]) for end in range(len(path), -1, -1))
        return next((cell for cell in found if cell is not None), None)

    def locate(self, path: DataPath, *, at_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of what stands at `path`, or of the nearest thing around it."""
        offset = self.places.offset(self._as_written(path), at_key=at_key)
        return self.place(self.start if offset is None else offset)

    def renamed(self, names: Mapping[DataPath, str]) -> "Source":
        """The same text, of which some keys are known under another name than is written."""
        return replace(self, names={**self.names, **names})

    def _as_written(self, path: DataPath) -> DataPath:
        if not self.names:
            return path
        return tuple(self.names.get(path[: at + 1], step) for at, step in enumerate(path))

    def path_at(self, line: int, column: int) -> DataPath:
        """The path of what stands at a line and a column."""
        return self.places.path_at(_line_starts(self.text)[line - self.first_line] + column - 1)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character, in the text as it was written."""
        if self._written is not None:
            return self._written.place(self._back(offset))
        line, column = place_in(self.text, offset)
        return line + self.first_line - 1, column


@to_json.register
def _(value: Source) -> str:
    return json_text({"name": value.name, "first_line": value.first_line})


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text, by the line breaks that editors know."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=2)  # a file and its referential; more would outlive their values
def _line_starts(text: str) -> list[int]:
    breaks = text.replace("\r\n", " \n").replace("\r", "\n")  # each as long as it was
    return [0, *accumulate(len(line) + 1 for line in breaks.split("\n"))]


def lines_of(text: str) -> list[str]:
    """The lines of a text, as `place_in` counts them."""
    return _LINE_BREAK.split(text)
