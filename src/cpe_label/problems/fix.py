"""A certain fix of a problem, as data: which characters of the file to replace, and by what."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..text.serialization import JsonValue
from .source import Source


class Change(NamedTuple):
    """Replace the characters from `start` to `end` of a text."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Edit(JsonValue):
    """A change with its region in the file as it was written; lines and columns are from 1."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    new: str

    def data(self) -> dict[str, Any]:
        """The edit as JSON holds it."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Fix(JsonValue):
    """What to change so that the problem is gone. Not a word of what the file says changes."""

    edits: tuple[Edit, ...]

    def data(self) -> dict[str, Any]:
        """The fix as JSON holds it."""
        return {"edits": [edit.data() for edit in self.edits]}


def fix_of(changes: Iterable[Change], source: Source) -> Fix:
    """The fix that makes some changes in the text of a source."""
    edits = []
    for start, end, new in sorted(changes):
        edits.append(Edit(start, end, *source.place(start), *source.place(end), new))
    return Fix(tuple(edits))


def applied(text: str, changes: Iterable[Change]) -> str:
    """The text with every change made; none of them overlap."""
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(changes):
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))


class Back:
    """From an offset in the changed text to the offset in the text as it was written."""

    __slots__ = ("_ends", "_rows")

    def __init__(self, changes: Sequence[Change]) -> None:
        shift = 0
        rows = [(0, 0, 0)]  # where the change ends in the new text and in the old, and its length
        for start, end, new in sorted(changes):
            shift += len(new) - (end - start)
            rows.append((end + shift, end, len(new)))
        self._rows = rows
        self._ends = [after for after, _, _ in rows]

    def __call__(self, offset: int) -> int:
        """The offset in the text as it was written."""
        number = bisect_right(self._ends, offset)
        after, before, _ = self._rows[number - 1]
        original = before + offset - after
        if number < len(self._rows):  # inside the next change: where that starts, at the most
            following, end, length = self._rows[number]
            if offset >= following - length:
                return min(original, end)
        return original
