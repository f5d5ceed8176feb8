"""JSON as the events that YAML's parser gives, because YAML reads some JSON texts otherwise.

Surrogate pairs, tabs and long keys are read as JSON means them; numbers and words stay the text
that was written; there is no recursion, so no depth can hurt.
"""

import re
from collections.abc import Iterator
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any, Final, NoReturn

from yaml import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..problems.source import Source
from .builder import Builder, Plain
from .files import forbidden_character, stop_at


def read_json(source: Source) -> Plain:
    """The plain data of a text that is JSON, with places.

    Raises DataError with the problem of syntax.
    """
    return Json(source).read()


_SPACE: Final = frozenset(" \t\n\r")
_LITERAL: Final = re.compile(
    r"(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.+-])"
)
_WORD: Final = re.compile(r"[\w.+-]+")
_CLOSING: Final = {"{": "}", "[": "]"}


class _Mark:
    """What an event of YAML's parser says of its place, as far as it is used."""

    __slots__ = ("index",)

    def __init__(self, index: int) -> None:
        self.index = index


class Json:
    """JSON as events. Numbers and words stay the text that was written; null is absent."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.at = 0

    def read(self) -> Plain:
        """The plain data of the one value in the text."""
        if forbidden := forbidden_character(self.source):
            raise forbidden
        self.skip_space()
        if self.at == len(self.text):
            self.stop("Y003")
        plain = Builder(self.source).build(self.events().__next__)
        self.skip_space()
        if self.at < len(self.text):
            self.stop("Y044")
        return plain

    def events(self) -> Iterator[Event]:
        """The events of one value; without recursion, so that no depth can hurt."""
        open_ones: list[str] = []
        while True:
            opening = self.peek()
            if opening in _CLOSING and opening:
                yield self.open(opening)
                open_ones.append(opening)
                self.skip_space()
                if self.peek() != _CLOSING[opening]:
                    if opening == "{":
                        yield self.key()
                    continue
            else:
                yield self.value()
            # After a value: close what ends here, or go on to the next one.
            while True:
                self.skip_space()
                if not open_ones:
                    return
                if self.peek() == _CLOSING[open_ones[-1]]:
                    yield self.close(open_ones.pop())
                elif self.peek() == ",":
                    self.at += 1
                    self.skip_space()
                    if open_ones[-1] == "{":
                        yield self.key()
                    break
                else:
                    self.stop("Y040", expected=("« , »", f"« {_CLOSING[open_ones[-1]]} »"))

    def open(self, opening: str) -> Event:
        """A mapping or a list that opens."""
        mark = self.mark()
        self.at += 1
        kind: Any = MappingStartEvent if opening == "{" else SequenceStartEvent
        return kind(None, None, True, mark, mark)  # type: ignore[no-any-return]

    def close(self, opening: str) -> Event:
        """The end of a mapping or a list."""
        mark = self.mark()
        self.at += 1
        kind: Any = MappingEndEvent if opening == "{" else SequenceEndEvent
        return kind(mark, mark)  # type: ignore[no-any-return]

    def key(self) -> Event:
        """A key and its colon."""
        if self.peek() != '"':
            self.stop("Y041")
        event = self.string()
        self.skip_space()
        if self.peek() != ":":
            self.stop("Y040", expected=("« : »",))
        self.at += 1
        self.skip_space()
        return event

    def value(self) -> Event:
        """A string, a number or a word."""
        if self.peek() == '"':
            return self.string()
        found = _LITERAL.match(self.text, self.at)
        if found is None:
            if self.at == len(self.text):
                self.stop("Y045")
            word = _WORD.match(self.text, self.at)
            self.stop("Y042", value=word[0] if word else self.peek())
        mark = self.mark()
        self.at = found.end()
        written = "" if found[0] == "null" else found[0]
        return ScalarEvent(None, None, (True, True), written, mark, mark)

    def string(self) -> Event:
        """A string, its escapes undone."""
        mark = self.mark()
        try:
            value, self.at = scanstring(self.text, self.at + 1, True)
        except JSONDecodeError as error:
            self.at = error.pos
            self.stop("Y043")
        return ScalarEvent(None, None, (True, True), value, mark, mark, '"')

    def peek(self) -> str:
        """The next character, or nothing at the end."""
        return self.text[self.at : self.at + 1]

    def skip_space(self) -> None:
        """Move to the next character that means something."""
        while self.text[self.at : self.at + 1] in _SPACE:
            self.at += 1

    def mark(self) -> Any:
        """Where we are."""
        return _Mark(self.at)

    def stop(self, code: str, **arguments: str | tuple[str, ...]) -> NoReturn:
        """Give up here."""
        raise stop_at(self.source, code, self.at, **arguments)
