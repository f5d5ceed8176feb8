"""The characters that the fonts of a PDF can show, and the codes that stand for any other.

A PDF for everybody (PDF/UA) may not hold a character without its glyph, and our PDFs use the fonts
that come with the compiler alone, so that the same report has the same bytes on every machine.
These fonts know Latin, Greek, Cyrillic, Armenian, Georgian, the letters of Hebrew and Arabic, and
many symbols. Any other character, as the vowel signs of these two, is shown by its code:
`[U+6F22 U+5B57]`.
"""

import re
from typing import Final

from ..characters import codes

SHOWN: Final = (
    "\t\n\r\u0020-\u007e\u00a0-\u0331\u1e00-\u1eff"  # Latin, and the accents of its font
    "\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff"  # Greek
    "\u0400-\u0477\u047a-\u0482\u048a-\u04f9"  # Cyrillic
    "\u0531-\u0556\u0559-\u055f\u0561-\u0587\u0589\u058a\u10d0-\u10fc"  # Armenian, Georgian
    "\u05be\u05d0-\u05ea\u05f0-\u05f4"  # Hebrew
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u064a\u0660-\u066d\u0674\u0679-\u067b\u067e-\u0680"
    "\u0683\u0684\u0686\u0687\u0691\u0698\u06a4\u06a9\u06af\u06be\u06cc\u06f0-\u06f9"  # Arabic
    "\u2000-\u200d\u2010-\u2027\u202f-\u2040\u2044-\u2052\u2054-\u2060"  # punctuation
    "\u2070\u2071\u2074-\u208e\u20a0-\u20c0\u2100-\u211e\u2120\u2122\u2126-\u214f\u2153-\u2184"
    "\u2190-\u23ff\u2460-\u249b\u24b6-\u2606\u2609-\u262f\u2638-\u268b\u26a0-\u26a7"  # symbols
    "\u2701-\u2704\u2706-\u2709\u270c-\u2714\u2717-\u2726\u272a-\u274b\u2761-\u277f\u2798-\u27af"
    "\u27b1-\u2b73\ufb00-\ufb06\ufe0e\ufe0f"
)
"""The characters that are shown as they are, as the inside of a class of a regular expression."""

_LONGEST_WORD: Final = 72  # a fingerprint, which has to be copied whole
_PIECE: Final = 24

_UNSHOWN: Final = re.compile(f"[^{SHOWN}]+")
_LONG: Final = re.compile(rf"[^\s\u200b]{{{_LONGEST_WORD + 1},}}")
_PIECES: Final = re.compile(rf".{{{_PIECE}}}(?=.)(?![\u0300-\u036f\u200d\ufe0e\ufe0f])")


def coded(text: str) -> str:
    """The text with the codes of the characters that no font shows."""
    return _UNSHOWN.sub(codes, text)


def unshown(text: str) -> str:
    """The characters of a text that no font shows, in their order."""
    return "".join(_UNSHOWN.findall(text))


def breakable(text: str) -> str:
    """The text with words that no line can hold made to break, by spaces without a width."""
    return _LONG.sub(lambda found: _PIECES.sub("\\g<0>\u200b", found[0]), text)
