"""A slip that was found, and the sentence that there is no certain reading from here on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ...problems.fix import Change
from ...problems.problem import Argument
from ...text.paths import DataPath

NO_BREAK: Final = "\u00a0\u202f\u2007"
"""Spaces that keep two words together, which YAML takes for letters."""
BLANK: Final = f" \t{NO_BREAK}"


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its code, its place, what mends it, and what is not read because of it."""

    code: str
    at: int
    changes: list[Change]
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    path: DataPath = ()
    is_mended: bool = True
    """Whether the changes are a fix; else they only take out what cannot be read."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: where it starts, where its first sign stands, where it ends."""

    start: int
    at: int
    end: int
    prefix: str

    @property
    def is_plain(self) -> bool:
        """Whether its indentation is of spaces alone."""
        return not self.prefix.strip(" ")


class LostError(Exception):
    """From here on, no reading is certain."""


_LINE: Final = re.compile(rf"([{BLANK}]*)([^\r\n]*)(\r\n|\r|\n|$)")


def lines_in(text: str) -> Sequence[Line]:
    """The lines of a text."""
    return [
        Line(one.start(), one.start(2), one.end(2), one[1])
        for one in _LINE.finditer(text)
        if one.start() < len(text)
    ]
