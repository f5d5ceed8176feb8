"""Find the likely cause of a syntax error, where the YAML parser only says where it stopped."""

import re
from dataclasses import dataclass
from typing import Any, Final

import yaml

from ..problems.problem import Argument
from ..problems.source import place_in

# A line that starts with a key and a colon without a space. A web address is not meant.
_GLUED: Final = re.compile(r"[ ]*(?:- +)*([A-Za-z_][\w.-]*):(?=[^\s:/])", re.ASCII)
# No-break spaces in the indentation or after a key, where YAML needs plain spaces.
_FIXED: Final = re.compile(
    r"^[ ]*([\u00a0\u2007\u202f])|^[ ]*(?:- +)*[\w.-]+:([\u00a0\u2007\u202f])"
)
_MOST_SCANNED: Final = 65_536  # PyYAML's own parser would take a second for much more
_AT_COLON: Final = frozenset(("Y030", "Y031"))
_AFTER_QUOTES: Final = frozenset(("Y034", "Y036"))


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A problem that says more than the parser's: its code, its offset and its arguments."""

    code: str
    at: int
    arguments: dict[str, Argument]


def diagnose(code: str, at: int, text: str, loader: Any) -> Diagnosis | None:
    """Find the likely cause of the problem `code` at an offset of a text, if any.

    `loader` is a new loader of the text, which gives its tokens.
    """
    if code in _AT_COLON:
        return _missing_space(at, text)
    return _early_quote(at, text, loader) if code in _AFTER_QUOTES else None


def _missing_space(at: int, text: str) -> Diagnosis | None:
    """Find a key whose colon is followed by no space, or by a no-break space."""
    start = text.rfind("\n", 0, at) + 1
    above = text[:start].rstrip()
    for begin in (start, above.rfind("\n") + 1):
        line = text[begin:].split("\n", 1)[0]
        if fixed := _FIXED.match(line):
            place = max(fixed.start(1), fixed.start(2))
            return Diagnosis("Y047", begin + place, {"character": f"U+{ord(line[place]):04X}"})
        if glued := _GLUED.match(line):
            return Diagnosis("Y046", begin + glued.end(), {"key": glued[1]})
    return None


def _early_quote(at: int, text: str, loader: Any) -> Diagnosis | None:
    """Find a quoted text that ends just before: it contains a quote, or a quote is missing."""
    if at > _MOST_SCANNED or not text[:at].rstrip(" ").endswith(("'", '"')):
        return None
    last = None
    try:
        while (token := loader.get_token()) is not None:
            if token.start_mark.index >= at:
                break
            last = token
    except yaml.YAMLError:
        return None
    if not isinstance(last, yaml.ScalarToken) or text[last.end_mark.index : at].strip(" "):
        return None
    return Diagnosis("Y048", at, {"first": place_in(text, last.start_mark.index)[0]})
