"""From parser events to plain data: mappings, lists and texts, with the place of each.

One pass, without recursion. Every scalar stays the text that was written; an empty one is absent.
What a shared file must not do (anchors, tags, merge keys, the same key twice) is collected as
problems, and limits stop the reading.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final, NoReturn

from yaml import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from ..errors import MOST_PROBLEMS, DataError, Problem, is_error, limited, problem
from ..source import Source
from .content import FORBIDDEN, character_name

DEEPEST: Final = 32
MOST_VALUES: Final = 20_000
LONGEST_TEXT: Final = 100_000

_BLANK: Final = (" ", "\t")
_NO_WORD: Final = frozenset(("", " ", "\t", "\n", "\r", "#"))


@dataclass(frozen=True, slots=True)
class Plain:
    """A file as plain data, where everything stood, and the keys that held nothing."""

    data: dict[str, Any]
    source: Source
    empty_keys: tuple[tuple[dict[str, Any], str], ...]
    warnings: tuple[Problem, ...] = ()


class Builder:
    """Takes the events of one mapping, one by one, and gives the plain data."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.cuts = _cuts(source.text)

    def build(self, next_event: Callable[[], Any]) -> Plain:  # noqa: C901, PLR0912, PLR0915
        """Read events until the mapping that the first one opens is closed.

        Raises DataError with every problem found.
        """
        data: Any = None  # the current container, and the places of its children
        places: Any = None
        key: str | None = None  # in a mapping, the key that waits for its value
        key_at = start = count = 0
        above: list[tuple[Any, Any]] = []  # the containers around the current one
        empty_keys: list[tuple[dict[str, Any], str]] = []
        cuts, most, longest, scalar = self.cuts, MOST_VALUES, LONGEST_TEXT, ScalarEvent
        # One loop without calls for what nearly every event is: reading is mostly this.
        while True:
            event = next_event()
            kind = type(event)
            if kind is not scalar and (kind is MappingEndEvent or kind is SequenceEndEvent):
                if len(above) == 1:
                    break
                data, places = above.pop()
                continue
            count += 1
            at = event.start_mark.index
            if count > most:
                self.stop("Y011", at, limit=MOST_VALUES)
            if kind is scalar:
                value = event.value
                if event.style or event.tag or event.anchor or cuts:
                    self.check_scalar(event)
                if len(value) > longest:
                    self.stop("Y012", at, limit=LONGEST_TEXT)
            elif kind is AliasEvent:
                self.found("Y006", at)
                value = ""
            else:
                value = None
            if key is not None:
                if value is None:
                    value, inner_places = self.open(event, len(above))
                    data[key] = value
                    places[key] = (key_at, at, inner_places)
                    above.append((data, places))
                    data, places = value, inner_places
                else:
                    if value:
                        data[key] = value
                    else:
                        empty_keys.append((data, key))
                    places[key] = (key_at, at, None)
                key = None
            elif type(data) is dict:
                if value is None:
                    self.stop("Y013", at)
                if value in places or value == "<<":
                    self.check_key(event, places)
                key, key_at = value, at
            elif data is None:
                if kind is not MappingStartEvent:
                    self.stop("Y014" if value is None or value else "Y003", at)
                start = at
                above.append((data, places))
                data, places = self.open(event, 0)
            elif value is None:
                value, inner_places = self.open(event, len(above))
                data.append(value)
                places.append((None, at, inner_places))
                above.append((data, places))
                data, places = value, inner_places
            else:
                data.append(value or None)
                places.append((None, at, None))
        if any(map(is_error, self.problems)):
            raise DataError(self.problems)
        source = replace(self.source, places=places, start=start)
        return Plain(data, source, tuple(empty_keys), tuple(self.problems))

    def open(self, event: Any, depth: int) -> tuple[Any, Any]:
        """A new container and the places of its children."""
        if event.anchor is not None or event.tag is not None:
            self.check_dressing(event)
        if depth >= DEEPEST:
            self.stop("Y010", event.start_mark.index, limit=DEEPEST)
        return ({}, {}) if type(event) is MappingStartEvent else ([], [])

    def check_scalar(self, event: Any) -> None:
        """What a text may not wear or hide, and what a comment may have cut from it."""
        self.check_dressing(event)
        if event.style:
            if hidden := FORBIDDEN.search(event.value):
                name = character_name(hidden[0])
                self.found("Y002", event.start_mark.index, character=name)
        elif event.value and event.end_mark.index in self.cuts:
            self.found("Y037", self.cuts[event.end_mark.index])

    def check_dressing(self, event: Any) -> None:
        """A value may wear neither an anchor nor a tag."""
        if event.anchor is not None:
            self.found("Y006", event.start_mark.index)
        if event.tag is not None:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.found("Y007", event.start_mark.index, tag=written)

    def check_key(self, event: Any, places: dict[str, Any]) -> None:
        """A key that stands there already, or one that would merge another mapping."""
        at = event.start_mark.index
        key = getattr(event, "value", "")
        if key in places:
            self.found("Y009", at, key=key, first=self.source.place(places[key][0])[0])
        if key == "<<" and not event.style:
            self.found("Y008", at)

    def found(self, code: str, at: int, **arguments: str | int) -> None:
        """Keep a problem and read on."""
        line, column = self.source.place(at)
        self.problems.append(problem(code, **arguments).in_file(self.source.name, line, column))
        if len(self.problems) > MOST_PROBLEMS:
            raise DataError(limited(self.problems))

    def stop(self, code: str, at: int, **arguments: str | int) -> NoReturn:
        """Keep a problem and give up."""
        self.found(code, at, **arguments)
        raise DataError(self.problems)


def _cuts(text: str) -> dict[int, int]:
    """Where a text is followed by a comment that starts like a part of it: « facture #12 ».

    By the offset at which such a text ends, the offset of its « # ».
    """
    found = {}
    at = text.find("#")
    while at != -1:
        if text[at - 1 : at] in _BLANK and text[at + 1 : at + 2] not in _NO_WORD:
            found[len(text[:at].rstrip(" \t"))] = at
        at = text.find("#", at + 1)
    return found
