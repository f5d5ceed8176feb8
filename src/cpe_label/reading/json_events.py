"""JSON, as the events that a parser of YAML gives: each value with its place.

A parser of YAML reads some JSON texts differently: surrogate pairs, tabs, long keys. Here they have
the meaning of JSON. Numbers and words stay the text that was written, and null is empty, as a key
without a value in YAML. There is no recursion, so depth is no danger. After a comma that nothing
follows, or a no-break space between two values, the reading goes on: only one meaning is left.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
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

from ..problems.exceptions import DataError
from ..problems.problem import MOST_PROBLEMS, Problem, limited, problem
from ..problems.source import Source
from ..text.display import character_name
from .builder import Builder, Plain
from .files import forbidden_character, stop_at
from .trail import NextEvent


def read_with_places(source: Source) -> Plain:
    """Read a text that is JSON into plain data, with places.

    Raises DataError with the problems of syntax.
    """
    return _Json(source).read()


def events_of(text: str) -> NextEvent:
    """What gives the events of a text, from its first value on."""
    json = _Json(Source("", text))
    json.skip_space()
    return json.events().__next__


_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NO_BREAK_SPACE: Final = re.compile("[\u00a0\u2007\u202f]+")
_LITERAL: Final = re.compile(
    r"(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.+-])"
)
_WORD: Final = re.compile(r"[\w.+-]+")
_CLOSING: Final = {"{": "}", "[": "]"}


class _Mark:
    """The place of an event, with the one attribute that is used."""

    __slots__ = ("index",)

    def __init__(self, index: int) -> None:
        self.index = index


class _Json:
    """The events of one JSON text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.at = 0
        self.mended: list[Problem] = []
        """Slips after which the reading goes on."""

    def read(self) -> Plain:
        """Read the one value in the text. Slips that were mended come with every other problem."""
        try:
            plain = self.read_value()
        except DataError as error:
            raise DataError(limited((*self.mended, *error.problems))) from None
        return replace(plain, problems=tuple(limited((*self.mended, *plain.problems))))

    def read_value(self) -> Plain:
        """Read the one value, and nothing after it."""
        if forbidden := forbidden_character(self.source):
            raise forbidden
        self.skip_space()
        if self.at == len(self.text):
            self.stop("Y003")
        plain = Builder(self.source, events_of).build(self.events().__next__)
        self.skip_space()
        if self.at < len(self.text):
            self.stop("Y044")
        return plain

    def events(self) -> Iterator[Event]:
        """Yield the events of one value, without recursion."""
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
                elif self.comma(_CLOSING[open_ones[-1]]):
                    if open_ones[-1] == "{":
                        yield self.key()
                    break

    def comma(self, closing: str) -> bool:
        """Read a comma; whether something follows it before the sign that closes."""
        if self.peek() != ",":
            self.stop("Y040", expected=("« , »", f"« {closing} »"))
        comma = self.at
        self.at += 1
        self.skip_space()
        if self.peek() == closing:
            self.mend("Y060", comma)
            return False
        return True

    def open(self, opening: str) -> Event:
        """Read the start of a mapping or a list."""
        mark = self.mark()
        self.at += 1
        kind: Any = MappingStartEvent if opening == "{" else SequenceStartEvent
        return kind(None, None, True, mark, mark)  # type: ignore[no-any-return]

    def close(self, opening: str) -> Event:
        """Read the end of a mapping or a list."""
        mark = self.mark()
        self.at += 1
        kind: Any = MappingEndEvent if opening == "{" else SequenceEndEvent
        return kind(mark, mark)  # type: ignore[no-any-return]

    def key(self) -> Event:
        """Read a key and its colon."""
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
        """Read a string, a number or a word."""
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
        """Read a string and decode its escapes."""
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
        """Move to the next character that is not white space, past no-break spaces too."""
        while True:
            self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]
            strange = _NO_BREAK_SPACE.match(self.text, self.at)
            if strange is None:
                return
            self.mend("Y047", self.at, character=character_name(strange[0][0]))
            self.at = strange.end()

    def mark(self) -> Any:
        """The current place."""
        return _Mark(self.at)

    def mend(self, code: str, at: int, **arguments: str) -> None:
        """Report a slip with one meaning, and go on; stop if there are too many."""
        place = self.source.place(at)
        self.mended.append(problem(code, **arguments).in_file(self.source.name, *place))
        if len(self.mended) > MOST_PROBLEMS:
            raise DataError(())  # those that were mended are reported

    def stop(self, code: str, **arguments: str | tuple[str, ...]) -> NoReturn:
        """Stop the reading here."""
        raise stop_at(self.source, code, self.at, **arguments)
