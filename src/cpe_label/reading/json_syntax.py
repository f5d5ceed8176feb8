"""JSON, by the C scanner of Python first.

What it reads, and what nothing is wrong with, has the data that the reader with places gives; the
places themselves are read when a problem asks for one. All else is read with places at once: a slip
of syntax, a key that is there twice, a hidden character, what a limit stops.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from json import JSONDecoder
from typing import Any, Final, NoReturn

from ..problems.positions import Places
from ..problems.source import Source
from ..text.paths import DEEPEST
from .builder import LONGEST_TEXT, Plain
from .files import MOST_VALUES, forbidden_character, most_values
from .json_events import events_of, read_with_places
from .trail import trail_of

_EmptyKeys = tuple[tuple[dict[str, Any], str], ...]


def read_json(source: Source) -> Plain:
    """Read a text that is JSON into plain data, with places.

    Raises DataError with the problems of syntax.
    """
    text = source.text
    if not _may_hold_a_problem(source):
        try:
            data = _DECODER.decode(text)
            empty_keys = _settled(data, large=len(text) > LONGEST_TEXT)
        except (ValueError, RecursionError):
            return read_with_places(source)
        places = Places(partial(trail_of, events_of, text))
        start = len(text) - len(text.lstrip(" \t\n\r"))
        settled = Source(source.name, text, places, start, source.first_line)
        return Plain(data, settled, empty_keys)
    return read_with_places(source)


class _NeedsPlacesError(ValueError):
    """The scanner would take what must be reported, or give it another meaning."""


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise _NeedsPlacesError
    return data


def _refuse(word: str) -> NoReturn:  # NaN and Infinity are not JSON
    raise _NeedsPlacesError(word)


_DECODER: Final = JSONDecoder(
    object_pairs_hook=_mapping, parse_float=str, parse_int=str, parse_constant=_refuse
)

# Escapes of control characters and of halves of pairs. Where a backslash is itself escaped this
# finds too much, and the text is read with places for nothing.
_HIDING_ESCAPE: Final = re.compile(
    r"\\(?:[bf]|u(?:00(?:[01][0-9a-f]|7f|[89][0-9a-f])|d[89a-f]))", re.IGNORECASE
)


def _may_hold_a_problem(source: Source) -> bool:
    """Whether a text may break a rule that the scanner does not know."""
    text = source.text
    if len(text) > MOST_VALUES and _at_most(text) > most_values(text):
        return True
    if "\\" in text and _HIDING_ESCAPE.search(text):
        return True
    return forbidden_character(source) is not None


def _at_most(text: str) -> int:
    """No less than the number of values in a text: a sign inside a text counts too."""
    return 1 + 2 * text.count(":") + text.count(",") + text.count("[")


def _settled(data: Any, *, large: bool) -> _EmptyKeys:
    """Make of each word the text that was written, and of each empty text None.

    Returns each mapping and key that holds nothing. Raises ValueError for what is no mapping, is
    too deep, or in a `large` text too long.
    """
    empty_keys: list[tuple[dict[str, Any], str]] = []
    level = [data] if type(data) is dict else []
    depth = 0
    while level:
        depth += 1
        if large and max(_lengths(level), default=0) > LONGEST_TEXT:
            raise _NeedsPlacesError
        level = [inside for container in level for inside in _settle(container, empty_keys)]
    if not 0 < depth <= DEEPEST:
        raise _NeedsPlacesError
    return tuple(empty_keys)


def _settle(container: Any, empty_keys: list[tuple[dict[str, Any], str]]) -> list[Any]:
    """Settle what one mapping or list holds; returns the mappings and lists in it."""
    inside: list[Any] = []
    is_mapping = type(container) is dict
    pairs: Iterable[tuple[Any, Any]] = container.items() if is_mapping else enumerate(container)
    for key, value in pairs:
        kind = type(value)
        if kind is str and value:
            continue
        if kind is dict or kind is list:
            inside.append(value)
            continue
        container[key] = word = _WORDS[value]
        if word is None and is_mapping:
            empty_keys.append((container, key))
    return inside


def _lengths(containers: list[Any]) -> Iterator[int]:
    """The length of each key and each text."""
    for container in containers:
        for one in container:
            yield len(one) if type(one) is str else 0
            if type(container) is dict and type(container[one]) is str:
                yield len(container[one])


_WORDS: Final = {True: "true", False: "false", None: None, "": None}
