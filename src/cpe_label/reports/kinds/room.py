"""How much one page of A4 holds, in lines; how closely it is set so that all has its place.

A page of HTML cannot measure itself when it is printed. So the length of each text is counted here
before it is laid out, on the safe side; a PDF is measured besides.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from ..document import Fit


class Setting(NamedTuple):
    """How closely a page is set."""

    fit: Fit
    width: int
    """The characters of a line."""
    lines: float
    """The lines of the page."""
    bars: bool = True
    """Whether counts have their bars."""


SETTINGS: Final = (
    Setting(0, 92, 49),
    Setting(1, 104, 57),
    Setting(2, 116, 66, bars=False),
    Setting(3, 130, 77, bars=False),
)
"""From the widest to the closest."""


def lines(text: str, width: float) -> int:
    """The lines that a text takes."""
    return max(1, -(-len(text) // max(1, int(width * 0.92))))


def total(texts: Iterable[str], width: float) -> int:
    """The lines of several texts, each on its own."""
    return sum(lines(text, width) for text in texts)


def short(text: str, most: int) -> str:
    """The text, cut after a word where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    words = start.rpartition(" ")[0]
    return (words if len(words) > most // 2 else start).rstrip(" ,;:.–-") + "…"
