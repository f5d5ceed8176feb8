"""Where each piece of a file stood, so that a rule that knows only a path can speak of a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

Path = tuple[str | int, ...]


class Mark(Protocol):
    """A position in a text: line and column counted from 0."""

    line: int
    column: int


# One entry for each child: where its key starts (None in a list), where its value starts,
# and the places of its own children (None for a text).
Entry = tuple[Mark | None, Mark, "Places | None"]
Places = Mapping[str, Entry] | Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Source:
    """The file a value was read from, and the place of everything in it.

    Two sources always compare equal: where a text stood says nothing about what it said.
    """

    name: str = field(default="", compare=False)
    places: Places = field(default=(), compare=False, repr=False)
    start: Mark | None = field(default=None, compare=False, repr=False)

    def locate(self, path: Path, *, at_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of what stands at `path`, or of the nearest thing around it."""
        places: Places | None = self.places
        line, column = (self.start.line, self.start.column) if self.start else (0, 0)
        for depth, step in enumerate(path, 1):
            entry = _child(places, step)
            if entry is None:
                break
            key, value, places = entry
            whole = depth == len(path)
            mark = value if key is None or (whole and not at_key) else key
            line, column = mark.line, mark.column
        return line + 1, column + 1


def _child(places: Places | None, step: str | int) -> Entry | None:
    if isinstance(places, Mapping):
        return places.get(step) if isinstance(step, str) else None
    if places and isinstance(step, int) and step < len(places):
        return places[step]
    return None


def path_shown(path: Path) -> str:
    """A path as people write it: `sections[0].criteria[2].level`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).lstrip(".")
