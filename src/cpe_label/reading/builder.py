"""From parser events to plain data: mappings, lists and texts, with the place of each.

One pass, without recursion; places are read in a second one, when a problem asks for them. Every
scalar stays the text that was written; an empty one is None, and `validation` decides what that
means. What a shared file must not contain (anchors, tags, merge keys, the same key twice) is
collected as problems, and limits stop the reading.
"""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, NoReturn

from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from ..problems.exceptions import DataError
from ..problems.positions import Places, repeated
from ..problems.problem import MOST_PROBLEMS, Problem, is_error, limited, problem
from ..problems.source import Source
from ..text.display import FORBIDDEN, character_name
from ..text.paths import DEEPEST
from .files import most_values
from .trail import EventsOf, NextEvent, trail_of

LONGEST_TEXT: Final = 100_000

# A tag or a repeated key: the data can be read all the same.
_READABLE: Final = frozenset(("Y007", "Y009", "Y049"))
# Without quotes, nothing; or what some programs read as nothing, and others as a word.
_AMBIGUOUS: Final = frozenset(("Null", "NULL"))
_NOTHING: Final = _AMBIGUOUS | {"", "null", "~"}
_LONGEST_NOTHING: Final = max(map(len, _NOTHING))
# Every anchor, tag, merge key or escape, which may hide a character, has one of these.
_SIGNS: Final = ("&", "!", "<", "\\")
_QUOTES: Final = ("'", '"')
_BLANK: Final = frozenset(" \t")
_NO_WORD: Final = frozenset((*" \t\r\n#", ""))


@dataclass(frozen=True, slots=True)
class Plain:
    """A file as plain data, with the place of everything and the list of its empty keys."""

    data: dict[str, Any]
    source: Source
    empty_keys: tuple[tuple[dict[str, Any], str], ...]
    """Each mapping and key that was written without a value; the mapping holds None there."""
    problems: tuple[Problem, ...] = ()
    """Problems that leave the data readable, so that the rest can be reported too."""


class Builder:
    """Take the events of one mapping, one by one, and return the plain data."""

    def __init__(self, source: Source, events_of: EventsOf) -> None:
        self.source = source
        self.events_of = events_of
        self.problems: list[Problem] = []
        self.errors = 0
        self.swallowed_comments = _swallowed_comments(source.text)
        self.is_repeated = False

    def build(self, next_event: NextEvent) -> Plain:  # noqa: C901, PLR0912, PLR0915
        """Read events until the mapping that the first one opens is closed.

        Raises DataError with every problem found, if one of them leaves nothing to read.
        """
        opening = next_event()
        self.check_opening(opening)
        data: Any = {}  # the current container
        in_mapping, key = True, ""
        above: list[tuple[Any, bool]] = []  # the containers around the current one
        empty_keys: list[tuple[dict[str, Any], str]] = []
        count, most, deepest = 1, most_values(self.source.text), DEEPEST - 1
        has_special_syntax, scalar = self.may_have_special_syntax(), ScalarEvent
        longest, longest_nothing = LONGEST_TEXT, _LONGEST_NOTHING
        large = len(self.source.text) > longest
        # One loop without calls for what nearly every event is: reading is mostly this.
        while True:
            event = next_event()
            kind = type(event)
            if in_mapping and kind is not MappingEndEvent:
                count += 2  # a key and its value
                if count > most:
                    self.stop("Y011", event.start_mark.index, limit=most)
                if kind is scalar:
                    key = event.value
                    if has_special_syntax or (large and len(key) > longest):
                        self.check_text(event)
                        self.check_merge(event)
                else:
                    key = self.non_scalar_key(event)
                if key in data:
                    self.is_repeated = True
                event = next_event()
                kind = type(event)
            elif in_mapping or kind is SequenceEndEvent:
                if not above:
                    break
                data, in_mapping = above.pop()
                continue
            else:
                count += 1
                if count > most:
                    self.stop("Y011", event.start_mark.index, limit=most)
            if kind is scalar:
                value = event.value
                if has_special_syntax or (large and len(value) > longest):
                    self.check_text(event)
                if len(value) <= longest_nothing and value in _NOTHING:
                    value = self.nothing(event)
                    if value is None and in_mapping:
                        empty_keys.append((data, key))
                if in_mapping:
                    data[key] = value
                else:
                    data.append(value)
                continue
            if kind is AliasEvent:  # refused, and there is nothing to enter
                self.report("Y006", event.start_mark.index)
                if in_mapping:
                    data[key] = None
                continue
            if has_special_syntax or len(above) >= deepest:
                self.check_container(event, len(above) + 1)
            inside: Any = {} if kind is MappingStartEvent else []
            if in_mapping:
                data[key] = inside
            else:
                data.append(inside)
            above.append((data, in_mapping))
            data, in_mapping = inside, kind is MappingStartEvent
        self.check_repeated()
        if not {one.code for one in self.problems if is_error(one)} <= _READABLE:
            raise DataError(limited(self.problems))
        places = Places(partial(trail_of, self.events_of, self.source.text))
        source = replace(self.source, places=places, start=opening.start_mark.index)
        return Plain(data, source, tuple(empty_keys), tuple(limited(self.problems)))

    def may_have_special_syntax(self) -> bool:
        """Whether the text has a sign of an anchor, a tag, a merge, an escape or a cut text."""
        text = self.source.text
        return bool(self.swallowed_comments) or any(sign in text for sign in _SIGNS)

    def check_opening(self, event: Any) -> None:
        """Refuse a file whose first value is not a mapping, or is empty."""
        kind, at, empty = type(event), event.start_mark.index, False
        if kind is MappingStartEvent:
            self.check_container(event, 0)
            return
        if kind is ScalarEvent:
            self.check_text(event)
            empty = event.value == ""
        elif kind is AliasEvent:
            self.report("Y006", at)
            empty = True
        self.stop("Y003" if empty else "Y014", at)

    def non_scalar_key(self, event: Any) -> str:
        """Report an alias as a key, which then is empty; stop at a container as a key."""
        kind, at = type(event), event.start_mark.index
        if kind is not AliasEvent:
            self.stop("Y013", at)
        self.report("Y006", at)
        return ""

    def check_container(self, event: Any, depth: int) -> None:
        """Reject anchors and tags on a container, and nesting beyond the limit."""
        self.check_anchor_and_tag(event)
        if depth >= DEEPEST:
            self.stop("Y010", event.start_mark.index, limit=DEEPEST)

    def check_text(self, event: Any) -> None:
        """Reject anchors, tags, hidden characters, text cut by a comment, and long text."""
        self.check_anchor_and_tag(event)
        if event.style == '"' and (hidden := FORBIDDEN.search(event.value)):
            name = character_name(hidden[0])
            self.report("Y002", event.start_mark.index, character=name)
        elif event.end_mark.index in self.swallowed_comments:
            self.check_comment(event, self.swallowed_comments[event.end_mark.index])
        if len(event.value) > LONGEST_TEXT:
            self.stop("Y012", event.start_mark.index, limit=LONGEST_TEXT)

    def check_comment(self, event: Any, at: int) -> None:
        """Report what directly follows a `#` behind a text, which may belong to it."""
        if event.end_mark.index == at:
            if event.style in _QUOTES:
                self.report("Y052", at)
        elif not event.style:
            self.report("Y037", at)

    def nothing(self, event: Any) -> str | None:
        """None for an empty place, `null` and `~`; a word that only some programs read so stays."""
        value: str = event.value
        if event.style:
            return value or None
        if value in _AMBIGUOUS:
            self.report("Y049", event.start_mark.index, value=value)
            return value
        return None

    def check_anchor_and_tag(self, event: Any) -> None:
        """Reject an anchor or a tag on a value."""
        if event.anchor is not None:
            self.report("Y006", event.start_mark.index)
        if event.tag is not None:
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.report("Y007", event.start_mark.index, tag=written)

    def check_merge(self, event: Any) -> None:
        """Reject the key that merges another mapping."""
        if event.value == "<<" and not event.style:
            self.report("Y008", event.start_mark.index)

    def check_repeated(self, before: int | None = None) -> None:
        """Report each key, before an offset, that its mapping already has."""
        if self.is_repeated:
            trail = trail_of(self.events_of, self.source.text, before)
            for key, first, at in repeated(trail):
                self.report("Y009", at, key=key, first=self.source.place(first)[0])

    def report(self, code: str, at: int, **arguments: str | int) -> None:
        """Record a problem and go on; stop if there are too many."""
        line, column = self.source.place(at)
        reported = problem(code, **arguments).in_file(self.source.name, line, column)
        self.problems.append(reported)
        self.errors += is_error(reported)
        if self.errors > MOST_PROBLEMS:
            raise DataError(limited(self.problems))

    def stop(self, code: str, at: int, **arguments: str | int) -> NoReturn:
        """Record a problem and stop the reading."""
        self.check_repeated(at)
        self.report(code, at, **arguments)
        raise DataError(limited(self.problems))


def _swallowed_comments(text: str) -> dict[int, int]:
    """Find texts that a comment may have cut, as in « facture #12 ».

    Returns the offset of each « # », by the offset at which the text before it ends.
    """
    found = {}
    at = text.find("#")  # one character is found much faster than two, or a pattern
    while at >= 0:
        if text[at - 1 : at] in _QUOTES:
            found[at] = at
        elif text[at + 1 : at + 2] not in _NO_WORD:
            end = at
            while text[end - 1 : end] in _BLANK:
                end -= 1
            if end < at:
                found[end] = at
        at = text.find("#", at + 1)
    return found
