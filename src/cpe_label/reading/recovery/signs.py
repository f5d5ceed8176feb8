"""How a text starts, or what it holds, that YAML takes for something else."""

import re
from functools import lru_cache
from typing import Final

from ...problems.problem import Argument
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
_SIGNS: Final = {**_RESERVED, "&": "Y006", "*": "Y006", "!": "Y007"}
_BEFORE_BLANK: Final = {"-": "Y039", "?": "Y039"}


def starts_with_sign(text: str, at: int) -> str | None:
    """The code of the problem of a text that starts with a sign of YAML, if it does."""
    sign, following = text[at : at + 1], text[at + 1 : at + 2]
    if sign in _BEFORE_BLANK and (not following or following in " \t\r\n"):
        return _BEFORE_BLANK[sign]
    return _SIGNS.get(sign)


_HEADER: Final = re.compile(r"[|>][+\-0-9]*[ \t]*(?=[\r\n]|$)")


def is_yaml(text: str, start: int, end: int) -> bool:
    """Whether a text that starts with a sign may be what YAML has this sign for."""
    if _HEADER.match(text, start, end):
        return True
    sign, name = text[start], re.split(r"[\s*]", text[start + 1 : end], maxsplit=1)[0]
    if sign == "!":
        rest = text[start + 1 + len(name) : end].lstrip(" \t")
        return name.startswith(("!", "<")) or rest.startswith(tuple("|>\"'[{&*"))
    other = "*" if sign == "&" else "&"
    return sign in "&*" and f"{other}{name}" in _references(text)


@lru_cache(maxsize=1)
def _references(text: str) -> frozenset[str]:
    """Everything in a text that may name a value or stand for one."""
    return frozenset(re.findall(r"[&*][^\s*,\]}]+", text))


def arguments_of(code: str, text: str, start: int, end: int) -> dict[str, Argument]:
    """What the problem of a text that starts with a sign says of it."""
    return {"tag": re.split(r"\s", text[start:end], maxsplit=1)[0]} if code == "Y007" else {}
