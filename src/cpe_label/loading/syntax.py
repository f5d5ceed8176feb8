"""The two syntaxes that files are written in, YAML and JSON, each read into plain data.

YAML is read as events only: no constructor ever runs, so no text becomes a date, a number or an
object. JSON has a reader of its own, which gives the same events, because YAML reads some JSON
texts otherwise (surrogate pairs, tabs, long keys).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any, Final, NoReturn

import yaml
from yaml import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ..errors import DataError, problem
from ..source import Source
from .building import Builder, Plain
from .content import forbidden_character

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What the YAML parser says, in part, and the problem that a person is told.
_YAML_MISTAKES: Final[tuple[tuple[str, str], ...]] = (
    ("mapping values are not allowed", "Y030"),
    ("could not find expected ':'", "Y031"),
    ("cannot start any token", "Y032"),
    ("unexpected end of stream", "Y033"),
    ("expected ',' or", "Y034"),
    ("escape", "Y035"),
    ("hexdec", "Y035"),
    ("alphabetic or numeric", "Y006"),
    ("comment or line break", "Y038"),
    ("comment or a line break", "Y038"),
    ("chomping or indentation", "Y038"),
    ("entries are not allowed", "Y039"),
    ("mapping keys are not allowed", "Y039"),
    ("expected key", "Y036"),
    ("expected <block end>", "Y036"),
    ("expected '-' indicator", "Y036"),
    ("tab", "Y032"),
)


def read_plain(source: Source) -> Plain:
    """The plain data of a text, with places. JSON if its name says so or it starts with a brace.

    Raises DataError with the problems of syntax.
    """
    suffix = source.name.rpartition(".")[2].lower()
    is_json = suffix in ("json", "jsonl") or (
        suffix not in ("yaml", "yml") and source.text.lstrip()[:1] in ("{", "[")
    )
    return _Json(source).read() if is_json else _read_yaml(source)


def _read_yaml(source: Source) -> Plain:
    try:
        loader = _Loader(source.text)
        loader.get_event()  # the stream opens
        opening = loader.get_event()
        if isinstance(opening, StreamEndEvent):
            raise _stop(source, "Y003", 0)
        plain = Builder(source).build(loader.get_event)
        loader.get_event()  # the document closes
        following = loader.get_event()
        if isinstance(following, DocumentStartEvent):
            mark: Any = following.start_mark
            raise _stop(source, "Y005", mark.index)
    except yaml.YAMLError as error:
        raise _yaml_problem(error, source) from None
    return plain


def _yaml_problem(error: yaml.YAMLError, source: Source) -> DataError:
    if forbidden := forbidden_character(source):
        return forbidden
    said = str(getattr(error, "problem", None) or error)
    code = next((code for part, code in _YAML_MISTAKES if part in said), "Y004")
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    if code in ("Y031", "Y033"):
        marks.reverse()  # where it opens says more than where it was missed
    return _stop(source, code, next((mark.index for mark in marks if mark is not None), 0))


def _stop(source: Source, code: str, at: int, **arguments: str | tuple[str, ...]) -> DataError:
    return DataError([problem(code, **arguments).in_file(source.name, *source.place(at))])


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────────

_SPACE: Final = frozenset(" \t\n\r")
_LITERAL: Final = re.compile(
    r"(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.+-])"
)
_WORD: Final = re.compile(r"[\w.+-]+")
_CLOSING: Final = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class _Mark:
    """What an event of YAML's parser says of its place, as far as it is used."""

    index: int


class _Json:
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
        raise _stop(self.source, code, self.at, **arguments)
