"""The groups of keys and the lists that are open at a line, and which of them can take it."""

import re
from dataclasses import dataclass
from typing import Final

from .expected import Expected
from .signs import BULLET
from .slips import NO_BREAK, Line

_QUOTED: Final = r'"(?:[^"\\\r\n]|\\.)*"' + "|'(?:[^'\r\n]|'')*'"
KEY: Final = re.compile(
    rf"(?:({_QUOTED})|([^\s\"'#\[\]{{}},&*!|>%@`][^\r\n]*?))([ \t{NO_BREAK}]*)"
    rf":(?=[ \t\r\n{NO_BREAK}]|$)"
)
GLUED: Final = re.compile(rf"([A-Za-z0-9][\w.-]*)([ \t{NO_BREAK}]*):(?=[^\s{NO_BREAK}])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Level:
    """A group of keys, or a list, that is open: its column, and what it expects."""

    column: int
    prefix: str
    expected: Expected
    is_list: bool = False

    def takes(self, text: str, line: Line) -> bool:
        """Whether a line can be one of this level."""
        if self.is_list:
            return BULLET.match(text, line.at, line.end) is not None
        key = _key_of(text, line)
        return bool(key and self.expected.has_key(key))

    def can_mean(self, text: str, line: Line) -> bool:
        """Whether a line starts with other words for a key of this level."""
        key = _key_of(text, line)
        return bool(key and not self.is_list and self.expected.meant(key))


def _key_of(text: str, line: Line) -> str:
    found = GLUED.match(text, line.at, line.end) or KEY.match(text, line.at, line.end)
    return (found[1] or found[2]).strip() if found else ""
