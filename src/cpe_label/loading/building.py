"""From parser events to plain data: mappings, lists and texts, with the place of each.

One pass, without recursion. Every scalar stays the text that was written; an empty one is absent.
What a shared file must not do (anchors, tags, merge keys, the same key twice) is collected as
problems, and limits stop the reading.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from ..errors import DataError, Problem, problem
from ..source import Mark, Source
from .content import FORBIDDEN, character_name

DEEPEST: Final = 32
MOST_VALUES: Final = 20_000
LONGEST_TEXT: Final = 100_000


@dataclass(frozen=True, slots=True)
class Plain:
    """A file as plain data, where everything stood, and the keys that held nothing."""

    data: dict[str, Any]
    source: Source
    empty_keys: tuple[tuple[dict[str, Any], str], ...]


class Builder:
    """Takes the events of one mapping, one by one, and gives the plain data."""

    __slots__ = (
        *("above", "count", "data", "empty_keys", "key"),
        *("key_mark", "name", "places", "problems", "start"),
    )

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.empty_keys: list[tuple[dict[str, Any], str]] = []
        self.above: list[tuple[Any, Any]] = []  # the containers around the current one
        self.data: Any = None  # the current container, and the places of its children
        self.places: Any = None
        self.key: str | None = None  # in a mapping, the key that waits for its value
        self.key_mark: Any = None
        self.start: Any = None
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
        if self.problems:
            raise DataError(self.problems)
        source = Source(self.name, self.places, self.start)
        return Plain(self.data, source, tuple(self.empty_keys))

    def scalar(self, event: Any) -> None:
        """A text: an item of the list, a key, or the value of the key before it."""
        value, mark = event.value, event.start_mark
        self.count_one(mark)
        if event.anchor is not None or event.tag is not None or event.style:
            self.check_dressing(event)
        if len(value) > LONGEST_TEXT:
            self.stop("Y012", mark, limit=LONGEST_TEXT)
        if self.key is not None:
            if value:
                self.data[self.key] = value
            else:
                self.empty_keys.append((self.data, self.key))
            self.places[self.key] = (self.key_mark, mark, None)
            self.key = None
        elif type(self.data) is dict:
            self.take_key(value, mark, plain=not event.style)
        elif self.data is None:
            self.stop("Y014" if value else "Y003", mark)
        else:
            self.data.append(value or None)
            self.places.append((None, mark, None))

    def take_key(self, value: str, mark: Mark, *, plain: bool) -> None:
        """A key of the current mapping; the next event is its value."""
        if value in self.places:
            self.found("Y009", mark, key=value, first=self.places[value][0].line + 1)
        if value == "<<" and plain:
            self.found("Y008", mark)
        self.key, self.key_mark = value, mark

    def other(self, event: Any) -> None:
        """A mapping or a list that opens, or an alias, which stands for nothing."""
        mark: Mark = event.start_mark
        self.count_one(mark)
        if isinstance(event, AliasEvent):
            self.found("Y006", mark)
            self.scalar(ScalarEvent(None, None, (True, True), "", event.start_mark))
            return
        self.check_dressing(event)
        if len(self.above) >= DEEPEST:
            self.stop("Y010", mark, limit=DEEPEST)
        is_mapping = isinstance(event, MappingStartEvent)
        self.open_inner({} if is_mapping else [], {} if is_mapping else [], mark)

    def open_inner(self, inner: Any, inner_places: Any, mark: Mark) -> None:
        """Put a container where it stands and make it the current one."""
        if self.data is None:
            if type(inner) is list:
                self.stop("Y014", mark)
            self.start = mark
        elif type(self.data) is list:
            self.data.append(inner)
            self.places.append((None, mark, inner_places))
        elif self.key is None:
            self.stop("Y013", mark)
        else:
            self.data[self.key] = inner
            self.places[self.key] = (self.key_mark, mark, inner_places)
        self.above.append((self.data, self.places))
        self.data, self.places, self.key = inner, inner_places, None

    def check_dressing(self, event: Any) -> None:
        """What a value may not wear: an anchor, a tag, an escape for a forbidden character."""
        if event.anchor is not None:
            self.found("Y006", event.start_mark)
        if event.tag is not None:
            self.found("Y007", event.start_mark, tag=_as_written(event.tag))
        if hidden := FORBIDDEN.search(getattr(event, "value", "")):
            self.found("Y002", event.start_mark, character=character_name(hidden[0]))

    def count_one(self, mark: Mark) -> None:
        """Stop a file of too many values before it costs anything."""
        self.count += 1
        if self.count > MOST_VALUES:
            self.stop("Y011", mark, limit=MOST_VALUES)

    def found(self, code: str, mark: Mark, **arguments: str | int) -> None:
        """Keep a problem and read on."""
        self.problems.append(
            problem(code, **arguments).in_file(self.name, mark.line + 1, mark.column + 1)
        )

    def stop(self, code: str, mark: Mark, **arguments: str | int) -> None:
        """Keep a problem and give up."""
        self.found(code, mark, **arguments)
        raise DataError(self.problems)


def _as_written(tag: str) -> str:
    """`!!str`, which the parser gives in full."""
    return tag.replace("tag:yaml.org,2002:", "!!")
