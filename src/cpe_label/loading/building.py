"""From parser events to plain data: mappings, lists and texts, with the place of each.

One pass, without recursion. Every scalar stays the text that was written; an empty one is absent.
What a shared file must not do (anchors, tags, merge keys, the same key twice) is collected as
problems, and limits stop the reading.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from ..errors import DataError, Problem, is_error, problem
from ..source import Source
from .content import FORBIDDEN, character_name

DEEPEST: Final = 32
MOST_VALUES: Final = 20_000
LONGEST_TEXT: Final = 100_000

# A comment that starts like a number or a word of the text before it: « facture #12 ».
_CUT: Final = re.compile(r"(?<=\S)[ \t]+#(?=[^\s#])")


@dataclass(frozen=True, slots=True)
class Plain:
    """A file as plain data, where everything stood, and the keys that held nothing."""

    data: dict[str, Any]
    source: Source
    empty_keys: tuple[tuple[dict[str, Any], str], ...]
    warnings: tuple[Problem, ...] = ()


class Builder:
    """Takes the events of one mapping, one by one, and gives the plain data."""

    __slots__ = (
        *("above", "count", "data", "empty_keys", "key"),
        *("cuts", "key_at", "places", "problems", "source", "start"),
    )

    def __init__(self, source: Source) -> None:
        self.source = source
        self.cuts = {found.start(): found.end() for found in _CUT.finditer(source.text)}
        self.problems: list[Problem] = []
        self.empty_keys: list[tuple[dict[str, Any], str]] = []
        self.above: list[tuple[Any, Any]] = []  # the containers around the current one
        self.data: Any = None  # the current container, and the places of its children
        self.places: Any = None
        self.key: str | None = None  # in a mapping, the key that waits for its value
        self.key_at = 0
        self.start = 0
        self.count = 0

    def build(self, next_event: Callable[[], Any]) -> Plain:
        """Read events until the mapping that the first one opens is closed.

        Raises DataError with every problem found.
        """
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                self.scalar(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                if len(self.above) == 1:
                    break
                self.data, self.places = self.above.pop()
            else:
                self.other(event)
        if any(map(is_error, self.problems)):
            raise DataError(self.problems)
        source = replace(self.source, places=self.places, start=self.start)
        return Plain(self.data, source, tuple(self.empty_keys), tuple(self.problems))

    def scalar(self, event: Any) -> None:
        """A text: an item of the list, a key, or the value of the key before it."""
        value, at = event.value, event.start_mark.index
        self.count_one(at)
        if event.anchor is not None or event.tag is not None or event.style:
            self.check_dressing(event)
        elif self.cuts and event.end_mark.index in self.cuts:
            self.found("Y037", self.cuts[event.end_mark.index] - 1)
        if len(value) > LONGEST_TEXT:
            self.stop("Y012", at, limit=LONGEST_TEXT)
        if self.key is not None:
            if value:
                self.data[self.key] = value
            else:
                self.empty_keys.append((self.data, self.key))
            self.places[self.key] = (self.key_at, at, None)
            self.key = None
        elif type(self.data) is dict:
            self.take_key(value, at, plain=not event.style)
        elif self.data is None:
            self.stop("Y014" if value else "Y003", at)
        else:
            self.data.append(value or None)
            self.places.append((None, at, None))

    def take_key(self, value: str, at: int, *, plain: bool) -> None:
        """A key of the current mapping; the next event is its value."""
        if value in self.places:
            self.found("Y009", at, key=value, first=self.source.place(self.places[value][0])[0])
        if value == "<<" and plain:
            self.found("Y008", at)
        self.key, self.key_at = value, at

    def other(self, event: Any) -> None:
        """A mapping or a list that opens, or an alias, which stands for nothing."""
        at = event.start_mark.index
        self.count_one(at)
        if isinstance(event, AliasEvent):
            self.found("Y006", at)
            self.scalar(ScalarEvent(None, None, (True, True), "", event.start_mark))
            return
        self.check_dressing(event)
        if len(self.above) >= DEEPEST:
            self.stop("Y010", at, limit=DEEPEST)
        is_mapping = isinstance(event, MappingStartEvent)
        self.open_inner({} if is_mapping else [], {} if is_mapping else [], at)

    def open_inner(self, inner: Any, inner_places: Any, at: int) -> None:
        """Put a container where it stands and make it the current one."""
        if self.data is None:
            if type(inner) is list:
                self.stop("Y014", at)
            self.start = at
        elif type(self.data) is list:
            self.data.append(inner)
            self.places.append((None, at, inner_places))
        elif self.key is None:
            self.stop("Y013", at)
        else:
            self.data[self.key] = inner
            self.places[self.key] = (self.key_at, at, inner_places)
        self.above.append((self.data, self.places))
        self.data, self.places, self.key = inner, inner_places, None

    def check_dressing(self, event: Any) -> None:
        """What a value may not wear: an anchor, a tag, an escape for a forbidden character."""
        at = event.start_mark.index
        if event.anchor is not None:
            self.found("Y006", at)
        if event.tag is not None:
            self.found("Y007", at, tag=_as_written(event.tag))
        if hidden := FORBIDDEN.search(getattr(event, "value", "")):
            self.found("Y002", at, character=character_name(hidden[0]))

    def count_one(self, at: int) -> None:
        """Stop a file of too many values before it costs anything."""
        self.count += 1
        if self.count > MOST_VALUES:
            self.stop("Y011", at, limit=MOST_VALUES)

    def found(self, code: str, at: int, **arguments: str | int) -> None:
        """Keep a problem and read on."""
        line, column = self.source.place(at)
        self.problems.append(problem(code, **arguments).in_file(self.source.name, line, column))

    def stop(self, code: str, at: int, **arguments: str | int) -> None:
        """Keep a problem and give up."""
        self.found(code, at, **arguments)
        raise DataError(self.problems)


def _as_written(tag: str) -> str:
    """`!!str`, which the parser gives in full."""
    return tag.replace("tag:yaml.org,2002:", "!!")
