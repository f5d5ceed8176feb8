"""How one YAML file is written: its line breaks and indentation, and new pieces in its way."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

from ..reading.layout import Layout, Node
from .dump import scalar

WIDTH: Final = 100
_BREAK: Final = re.compile("\r\n|\r|\n")
# Forms and examples have days without quotes, and the key `on`.
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN_KEYS: Final = frozenset(("on",))
# Without quotes between brackets, a comma ends a text.
_ENDS_IN_BRACKETS: Final = re.compile(r"[,\[\]{}]")
# What a block text holds as it is: no control character, no strange line break, no byte order mark.
_LINE: Final = r"[^\x00-\x20\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
_WORDS: Final = re.compile(rf"{_LINE}+(?: {_LINE}+)*")
_PARAGRAPHS: Final = re.compile(rf"{_WORDS.pattern}(?:\n+{_WORDS.pattern})+")


@dataclass(frozen=True, slots=True)
class Style:
    """What a file does: its line break, how far it indents keys, and dashes below their key."""

    newline: str
    step: int = 2
    dash: int = 2

    def lines(self, key: str, value: Any, indent: int) -> list[str]:
        """A key and its value as lines of a block."""
        start = f"{' ' * indent}{written_key(key)}:"
        first, *others = self.value_lines(value, indent, len(start))
        return [start + first, *others]

    def value_lines(self, value: Any, indent: int, used: int) -> list[str]:
        """What follows the colon of a key, on its line and on those below."""
        if isinstance(value, str):
            return self.text_lines(value, indent, used)
        line = f" {in_line(value)}"
        if not value or (is_flat(value) and used + len(line) <= WIDTH):
            return [line]
        return ["", *self.inside(value, indent)]

    def inside(self, value: Any, indent: int) -> Iterator[str]:
        """The lines below a key whose value is a list or a mapping."""
        if isinstance(value, Mapping):
            for key, one in value.items():
                yield from self.lines(key, one, indent + self.step)
        else:
            yield from self.items(value, indent + self.dash)

    def items(self, values: list[Any], indent: int, *, in_line_too: bool = True) -> Iterator[str]:
        """Items of a list as lines of a block, a short mapping on one line or on several."""
        start = " " * indent
        for value in values:
            fits = in_line_too and indent + 2 + len(in_line(value)) <= WIDTH
            if isinstance(value, str) or fits:
                yield f"{start}- {in_line(value)}"
            else:
                first, *others = self.inside(value, indent + 2 - self.step)
                yield f"{start}- {first.lstrip()}"
                yield from others

    def text_lines(self, text: str, indent: int, used: int) -> list[str]:
        """A text after the colon of a key: on the line, or as a block below if it is long."""
        start = " " * (indent + self.step)
        if _PARAGRAPHS.fullmatch(text):
            return [" |-", *(start + line if line else "" for line in text.split("\n"))]
        line = f" {in_line(text)}"
        if used + len(line) > WIDTH and _WORDS.fullmatch(text):
            pieces = wrap(text, WIDTH - len(start), break_long_words=False, break_on_hyphens=False)
            return [" >-", *(start + piece for piece in pieces)]
        return [line]


def in_line(value: Any, *, in_brackets: bool = False) -> str:
    """Any value on one line, lists and mappings between brackets."""
    if isinstance(value, str):
        written = value if _DAY.fullmatch(value) else scalar(value)
        is_plain = not written.startswith('"')
        split = in_brackets and is_plain and _ENDS_IN_BRACKETS.search(written)
        return f'"{written}"' if split else written
    if isinstance(value, Mapping):
        return f"{{{', '.join(pair_in_line(key, one) for key, one in value.items())}}}"
    return f"[{', '.join(in_line(one, in_brackets=True) for one in value)}]"


def pair_in_line(key: str, value: Any) -> str:
    """A key and its value between the brackets of a mapping."""
    return f"{written_key(key, in_brackets=True)}: {in_line(value, in_brackets=True)}"


def written_key(key: str, *, in_brackets: bool = False) -> str:
    """A key as files have it."""
    return key if key in _PLAIN_KEYS else in_line(key, in_brackets=in_brackets)


def is_flat(value: Any) -> bool:
    """Whether a value is a mapping of texts, which one line may hold."""
    return isinstance(value, Mapping) and all(isinstance(one, str) for one in value.values())


def style_of(layout: Layout) -> Style:
    """How a file is written, by its first examples."""
    found = _BREAK.search(layout.text)
    indents = list(_indents(layout.text, layout.root, 0))
    steps = [more for kind, more in indents if kind == "mapping" and more > 0]
    dashes = [more for kind, more in indents if kind == "list"]
    return Style(found[0] if found else "\n", (steps or [2])[0], (dashes or [2])[0])


def _indents(text: str, node: Node, column: int) -> Iterator[tuple[str, int]]:
    """How far each block inside a block mapping is from its key."""
    for entry in node.entries:
        inside = entry.value
        if not inside.entries or inside.style:
            continue
        here = column_of(text, inside.entries[0].start)
        if node.kind == "mapping":
            yield inside.kind, here - column
        yield from _indents(text, inside, here)


def column_of(text: str, at: int) -> int:
    """How far a character is from the start of its line."""
    return at - line_start(text, at)


def line_start(text: str, at: int) -> int:
    """Where the line of a character starts."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a character ends, before its line break."""
    found = _BREAK.search(text, at)
    return found.start() if found else len(text)


def next_line(text: str, at: int) -> int:
    """Where the line after that of a character starts."""
    found = _BREAK.search(text, at)
    return found.end() if found else len(text)
