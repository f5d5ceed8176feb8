"""The audit in a line of JSON, read at once, where nothing of it needs a second look.

A line that may hold anything to report, or that means what it says only after something is mended
or left out, is not read here: `document.py` reads it as any other file, and has the same answer for
every line that is.
"""

import re
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import to_json

from ..model.light import LightAudit
from ..rules.unfinished_texts import json_may_be_unfinished
from .files import MOST_VALUES, may_hold_forbidden

_LONGEST: Final = 4 * MOST_VALUES
"""Bytes in which there cannot be too many values: the shortest one takes four with its comma."""

# Escapes of what no text may hold: see `json_syntax.py`.
_HIDING_ESCAPE: Final = re.compile(
    rb"\\(?:\\|[bf]|u(?:00(?:[01][0-9a-f]|7f|[89][0-9a-f])|d[89a-f]))", re.IGNORECASE
)


def light_audit(line: bytes) -> LightAudit | None:
    """The audit in a line without its end; None where it is to be read as usual."""
    if b'"findings"' not in line or len(line) > _LONGEST or may_hold_forbidden(line):
        return None
    escaped = b"\\" in line
    if escaped and _HIDING_ESCAPE.search(line):
        return None
    try:
        light = LightAudit(line)
    except ValidationError:
        return None
    if "format" not in light.head or not _is_whole(light, line, escaped=escaped):
        return None
    shown = to_json((light.every, light.head)) if b"\\u" in line else line
    return None if json_may_be_unfinished(shown) else light


def _is_whole(light: LightAudit, line: bytes, *, escaped: bool) -> bool:
    """Whether no key was written twice, and none is empty.

    Of a key that is written twice, only the last value was kept: then more texts are written than
    were read.
    """
    quotes = line.count(b'"') - (line.count(b'\\"') if escaped else 0)
    every = light.every.values()
    if not every or not all(every):
        return False
    lists = [finding["evidence"] for finding in every if "evidence" in finding]
    actions = [finding["action"] for finding in every if "action" in finding]
    if not all(actions):
        return False
    texts = 1 + len(every) + 2 * sum(map(len, every)) + sum(map(len, lists)) - len(lists)
    texts += 2 * sum(map(len, actions)) - len(actions)
    return quotes == 2 * (texts + _texts_in(light.head))


def _texts_in(data: Any) -> int:
    """How many texts plain data holds; a key is one too."""
    if isinstance(data, str):
        return 1
    if isinstance(data, dict):
        return len(data) + sum(map(_texts_in, data.values()))
    return sum(map(_texts_in, data)) if isinstance(data, list) else 0
