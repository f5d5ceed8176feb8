"""Where each piece of a file stood, so that a rule that knows only a path can speak of a line."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

Path = tuple[str | int, ...]

# One entry for each child: the offset of its key (None in a list), the offset of its value, and
# the places of its own children (None for a text).
Entry = tuple[int | None, int, "Places | None"]
Places = Mapping[str, Entry] | Sequence[Entry]

_LINE_BREAK: Final = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Source:
    """The text a value was read from, and the place of everything in it.

    Two sources always compare equal: where a text stood says nothing about what it said.
    """

    name: str = field(default="", compare=False)
    text: str = field(default="", compare=False, repr=False)
    places: Places = field(default=(), compare=False, repr=False)
    start: int = field(default=0, compare=False, repr=False)
    """The offset of the whole value."""
    first_line: int = field(default=1, compare=False, repr=False)
    """The line that the text starts on, for a text that is a line of a file."""

    def locate(self, path: Path, *, at_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of what stands at `path`, or of the nearest thing around it."""
        places: Places | None = self.places
        offset = self.start
        for depth, step in enumerate(path, 1):
            entry = _child(places, step)
            if entry is None:
                break
            key, value, places = entry
            whole = depth == len(path)
            offset = value if key is None or (whole and not at_key) else key
        return self.place(offset)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a character of the text."""
        line, column = place_in(self.text, offset)
        return line + self.first_line - 1, column


def place_in(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text, by the line breaks that editors know."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=8)
def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in _LINE_BREAK.finditer(text))]


def lines_of(text: str) -> list[str]:
    """The lines of a text, as `place_in` counts them."""
    return _LINE_BREAK.split(text)


def path_shown(path: Path) -> str:
    """A path as people write it: `sections[0].criteria[2].level`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _child(places: Places | None, step: str | int) -> Entry | None:
    if isinstance(places, Mapping):
        return places.get(step) if isinstance(step, str) else None
    if places and isinstance(step, int) and step < len(places):
        return places[step]
    return None
