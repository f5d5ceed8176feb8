"""Texts for terminals and logs: escapes, columns, quoting."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from .typography import NARROW, NO_BREAK, Language

ACTING: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, but for white space
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction marks
    "\ufdd0-\ufdef"  # non-characters; the next line adds the last two of each plane
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
)
"""Characters that change the display instead of being shown, as the inside of a class."""

UNSAFE: Final = re.compile(
    f"[{ACTING}\t-\r\u2028\u2029"  # white space that ends a line or moves on it
    "\u00ad\u180e\u200b-\u200d\u2060-\u2065\ufeff\U000e0000-\U000e007f"  # invisible characters
    "\ud800-\udfff]"  # halves of a character: bytes of a file name that are not UTF-8
)
"""Characters that must not reach a terminal or a log as they are."""

_HALVES: Final = re.compile("[\ud800-\udfff]")
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Characters that no text may hold: controls but tab and line breaks, and halves of a character."""

LONGEST_QUOTE: Final = 60


def character_name(character: str) -> str:
    """The number of a character that must not be shown, as in `U+0007`."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """The text with control, bidirectional and invisible characters written as escapes."""
    return text if is_harmless(text) else UNSAFE.sub(_escaped, text)


def is_harmless(text: str) -> bool:
    """Whether it is known at once that nothing unsafe is in a text.

    French sentences hold spaces that are not printable for Python; a search would take longer.
    """
    if text.isprintable():
        return True
    return text.replace(NO_BREAK, " ").replace(NARROW, " ").isprintable()


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def encodable(text: str) -> str:
    """The text with halves of characters as escapes, so that every encoding and JSON can hold it.

    They stand in the name of a file for its bytes that are not UTF-8.
    """
    return text if text.isascii() else _HALVES.sub(_escaped, text)


def columns(text: str) -> int:
    """How many columns of a terminal a visible text takes: two for 漢, none for an accent."""
    return len(text) if text.isascii() else _columns_of(text)


@lru_cache(maxsize=256)  # the cells of a table are few words, again and again
def _columns_of(text: str) -> int:
    return sum(map(_columns, text))


def shortened(text: str, most: int) -> str:
    """A visible text in so many columns of a terminal; an ellipsis stands for what is cut."""
    if columns(text) <= most:
        return text
    end, room = 0, most - 1
    while (room := room - _columns(text[end])) >= 0:
        end += 1
    return f"{text[:end]}…"


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def quoted(value: object, language: Language) -> str:
    """A value from a file, between guillemets, short and harmless to a terminal or a log."""
    shown = str(value)
    if len(shown) > LONGEST_QUOTE:
        shown = shown[: LONGEST_QUOTE - 1] + "…"
    space = NARROW if language == "fr" else " "
    return f"«{space}{visible(shown)}{space}»"


class Shortened:
    """A value whose `repr` is short: the size of a list or a mapping, and the start of a text."""

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        self._value = value

    def __repr__(self) -> str:
        if isinstance(self._value, (tuple, list, Mapping)) and self._value:
            return f"<{len(self._value)}>"
        shown = repr(self._value)
        return shown if len(shown) <= LONGEST_QUOTE else f"{shown[: LONGEST_QUOTE - 1]}…"
