"""What a person most likely meant, where the parser of YAML only says where it had to stop."""

import re
from dataclasses import dataclass
from typing import Any, Final

import yaml

from ..problems.problem import Argument
from ..problems.source import place_in

# A line that starts with a key and its colon, but no space; no address of the web.
_GLUED: Final = re.compile(r"[ ]*(?:- +)*([A-Za-z_][\w.-]*):(?=[^\s:/])", re.ASCII)
# Spaces that no line may break at, where YAML counts or wants plain ones.
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
    """What probably led to the problem `code` at an offset of a text, if anything shows it.

    `loader` is a fresh one of the text, from which its tokens can be read.
    """
    if code in _AT_COLON:
        return _space(at, text)
    return _quotes(at, text, loader) if code in _AFTER_QUOTES else None


def _space(at: int, text: str) -> Diagnosis | None:
    """A space that is missing after a colon, or is none to YAML: there the key became a text."""
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


def _quotes(at: int, text: str, loader: Any) -> Diagnosis | None:
    """A text between quotes that ends just before: a quote inside it, or one that was forgotten."""
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
