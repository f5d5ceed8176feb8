"""How a text starts, or what it holds, that YAML takes for something else."""

import re
from typing import Final

from .slips import NO_BREAK

COLON: Final = re.compile(r":(?=[ \t\r\n]|$)")
"""A colon that makes a key of the text before it."""

BULLET: Final = re.compile(rf"(?:[-–—•·]|\*(?=[ {NO_BREAK}]))[ \t{NO_BREAK}]*")
"""What people write for the dash and the space that start an item of a list."""

DASH: Final = re.compile(r"-(?=[ \t]|$)[ \t]*", re.MULTILINE)

BLOCK: Final = re.compile(r"[|>][+-]?[1-9]?[+-]?[ \t]*(?:[ \t]#[^\r\n]*)?(?=[\r\n]|$)")
"""The start of a text that stands on the lines below."""

COMMENT: Final = re.compile(r"[ \t]#")
NOTHING_MORE: Final = re.compile(r"[ \t]*(?:[ \t]#[^\r\n]*)?(?=[\r\n]|$)")
"""The rest of a line that holds nothing but a comment."""

_RESERVED: Final = {"@": "Y032", "`": "Y032", "%": "Y032", "|": "Y038", ">": "Y038"}
_SIGNS: Final = {**_RESERVED, "&": "Y006", "*": "Y006", "!": "Y007", ",": "Y050", "]": "Y050"}
_SIGNS.update({"}": "Y050"})
_BEFORE_BLANK: Final = {"-": "Y039", "?": "Y039"}


def starts_with_sign(text: str, at: int) -> str | None:
    """The code of the problem of a text that starts with a sign of YAML, if it does."""
    sign, following = text[at : at + 1], text[at + 1 : at + 2]
    if sign in _BEFORE_BLANK and (not following or following in " \t\r\n"):
        return _BEFORE_BLANK[sign]
    return _SIGNS.get(sign)


def is_reference(text: str, start: int, end: int) -> bool:
    """Whether a text that starts with &, * or ! may be what these signs are made for."""
    sign, name = text[start], re.split(r"[\s*]", text[start + 1 : end], maxsplit=1)[0]
    if sign == "!":
        return text[start + 1 : start + 2] in ("!", "<")
    other = "*" if sign == "&" else "&"
    return sign in "&*" and f"{other}{name}" in text
