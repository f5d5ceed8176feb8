"""Where everything stands in a YAML text that was read without a problem: each piece, its two ends.

The reader needs the starts alone. To change one piece and keep the rest, its end must be known too,
and how it is written.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal

from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from ..text.paths import DataPath
from .yaml_syntax import events_of

_COMMENT: Final = re.compile(r"#[^\r\n]*")
_BETWEEN: Final = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_HEADER: Final = re.compile(r"[|>][-+0-9]*")
_WHITE: Final = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the text. The end of a block is that of what it holds last."""

    kind: Literal["text", "list", "mapping"]
    start: int
    end: int
    style: str = ""
    """Of a text, its quote or the sign of a block; of a list or a mapping, its bracket if any."""
    tail: int = 0
    """Where a line may follow: after the blank lines that belong to a block text."""
    entries: "tuple[Entry, ...]" = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value, or an item of a list."""

    name: str | int
    start: int
    """Where the key starts, or the dash of the item."""
    after: int
    """The end of what introduces the value: the colon, the dash, or a key without a colon."""
    value: Node


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as nodes, and the two ends of each comment."""

    text: str
    root: Node
    comments: tuple[tuple[int, int], ...]

    def entry(self, path: DataPath) -> Entry | None:
        """The entry at a path; None if the text has none."""
        found = None
        node = self.root
        for step in path:
            found = next((one for one in node.entries if one.name == step), None)
            if found is None:
                return None
            node = found.value
        return found

    def node(self, path: DataPath) -> Node | None:
        """The value at a path; None if the text has none."""
        if not path:
            return self.root
        entry = self.entry(path)
        return entry.value if entry else None


@lru_cache(maxsize=2)  # one change asks several times
def layout_of(text: str) -> Layout:
    """Find everything in a YAML text, which must be one that the reader accepts."""
    reader = _Reader(text)
    root = reader.node(0)
    return Layout(text, root, tuple(_comments(text, reader.texts)))


def _comments(text: str, texts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Every comment: what starts with a `#` outside the texts."""
    at = 0
    for start, end in (*texts, (len(text), len(text))):
        yield from (found.span() for found in _COMMENT.finditer(text, at, start))
        at = max(at, end)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.next: Callable[[], Any] = events_of(text)
        self.texts: list[tuple[int, int]] = []
        """The two ends of each text, in order; of a block text, without its first line."""

    def node(self, after: int) -> Node:
        """The next node; an empty one stands where `after` is."""
        return self.node_of(self.next(), after)

    def node_of(self, event: Any, after: int) -> Node:
        """The node that an event opens."""
        if isinstance(event, ScalarEvent):
            return self.scalar(event, after)
        start = event.start_mark.index
        is_mapping = isinstance(event, MappingStartEvent)
        flow = bool(event.flow_style)
        entries, closing = self.keys() if is_mapping else self.items(start, is_block=not flow)
        last = entries[-1].value if entries and not flow else None
        end = last.end if last else closing.end_mark.index
        style = self.text[start] if flow else ""
        kind: Any = "mapping" if is_mapping else "list"
        return Node(kind, start, end, style, last.tail if last else end, entries)

    def keys(self) -> tuple[tuple[Entry, ...], Any]:
        """The entries of a mapping, up to its end."""
        entries = []
        while not isinstance(event := self.next(), MappingEndEvent):
            start, end = event.start_mark.index, event.end_mark.index
            self.texts.append((start, end))
            between = self.skip(end)
            after = between + 1 if self.text[between : between + 1] == ":" else end
            before = self.text[:start].rstrip(" \t")
            start = len(before) - 1 if before.endswith("?") else start
            entries.append(Entry(event.value, start, after, self.node(after)))
        return tuple(entries), event

    def items(self, at: int, *, is_block: bool) -> tuple[tuple[Entry, ...], Any]:
        """The entries of a list, up to its end; in a block, each starts with its dash."""
        entries: list[Entry] = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            start = self.skip(at) if is_block else event.start_mark.index
            after = start + is_block
            value = self.node_of(event, after)
            entries.append(Entry(len(entries), start, after, value))
            at = value.end
        return tuple(entries), event

    def scalar(self, event: Any, after: int) -> Node:
        """A text, or nothing."""
        start, end = event.start_mark.index, event.end_mark.index
        if not event.style and start == end:
            return Node("text", after, after, "", after)
        if event.style not in ("|", ">"):
            self.texts.append((start, end))
            return Node("text", start, end, event.style or "", end)
        return self.block_text(event.style, start, end)

    def block_text(self, style: str, start: int, whole: int) -> Node:
        """A block text: its blank lines at the end belong to it or not."""
        text = self.text
        end = start + len(text[start:whole].rstrip(_WHITE))
        header: Any = _HEADER.match(text, start)
        keeps_blanks = "+" in header[0] or not set(text[end:whole]) <= {"\r", "\n"}
        tail = whole - len(_last_break(text[start:whole])) if keeps_blanks else end
        self.texts.append((_line_end(text, start), end))
        return Node("text", start, end, style, tail)

    def skip(self, at: int) -> int:
        """The first character from an offset on that is no space and no comment."""
        found: Any = _BETWEEN.match(self.text, at)
        return int(found.end())


def _line_end(text: str, at: int) -> int:
    found = re.compile(r"[\r\n]|\Z").search(text, at)
    return found.start() if found else len(text)


def _last_break(text: str) -> str:
    found = re.search(r"(\r\n|\r|\n)\Z", text)
    return found[0] if found else ""
