"""The characters that no report may hold as they are: spaces for some, codes for the others."""

import re
from typing import Final

from ..text.display import ACTING

# Line ends of other systems than ours, and of other times, which are no more than a space.
_LINE_END: Final = re.compile(r"\r\n?")
_SPACE: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_ACTING: Final = re.compile(f"[{ACTING}]+")


def harmless(written: str) -> str:
    """The text without a character that acts on what shows it, instead of being shown.

    Such a character becomes its code, `[U+202E]`, in every format as in a PDF: the reader sees
    which character stood there. The line ends that only some programs know become spaces.
    Characters of no width stay: they turn nothing around, and scripts, emoji and hyphens need them.
    """
    if written.isprintable():  # where it is, it holds none of these characters
        return written
    return _ACTING.sub(codes, _SPACE.sub(" ", _LINE_END.sub("\n", written)))


def codes(found: re.Match[str]) -> str:
    """The characters of a match as codes: `[U+6F22 U+5B57]`."""
    return f"[{' '.join(f'U+{ord(character):04X}' for character in found[0])}]"
