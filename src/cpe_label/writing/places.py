"""Where a new line goes in a YAML file: keys in their order, findings beside their neighbours."""

import re
from typing import Final

from ..model.audit import Action, Audit, Decision, Event, Finding, PreviousLabel
from ..reading.layout import Entry, Layout, Node
from ..text.paths import DataPath
from .style import line_end

_MODELS: Final = (Audit, Finding, Action, Decision, Event, PreviousLabel)
_ORDER: Final = tuple(name for model in _MODELS for name in model.model_fields)
_DEEPER: Final = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))+( *)#[^\r\n]*")
_END_OF_DOCUMENT: Final = re.compile(r"[\r\n]\.\.\.")
_NUMBER: Final = re.compile(r"([0-9]+)$")


def earlier_keys(path: DataPath, names: list[str]) -> int:
    """After how many of the keys of its mapping a new key goes."""
    new = str(path[-1])
    if path[0] == "findings" and len(path) == 2:
        return _earlier_findings(new, names)
    rank = _ORDER.index(new)
    return max((i for i, one in enumerate(names, 1) if _ORDER.index(one) < rank), default=0)


def _earlier_findings(new: str, names: list[str]) -> int:
    """After the last criterion with the same letters and a smaller number, else at the end."""
    letters, number = _numbered(new)
    pairs = [(i, _numbered(one)) for i, one in enumerate(names, 1)]
    return max((i for i, one in pairs if one[0] == letters and one[1] < number), default=len(names))


def _numbered(name: str) -> tuple[str, int]:
    found = _NUMBER.search(name)
    return (name[: found.start()], int(found[1])) if found else (name, -1)


def line_of_comment(layout: Layout, key: str) -> int | None:
    """The end of the line that has a key of the file as a comment: `#decision: {…}`."""
    pattern = re.compile(rf"#[ \t]*{key}[ \t]*:")
    text, entries = layout.text, layout.root.entries
    last = entries[-1].value.tail
    for start, end in layout.comments:
        if start > last and _END_OF_DOCUMENT.search(text, last, start):
            return None
        if pattern.match(text, start, end) and text[start - 1 : start] in ("\n", "\r"):
            inside = any(one.start < start < one.value.tail for one in entries)
            if entries[0].start < start and not inside:
                return end
    return None


def after_parent(layout: Layout, path: DataPath) -> int:
    """The end of the line of the key that stands above a mapping."""
    entry = layout.entry(path)
    if entry is None:
        raise AssertionError(f"no key at {path}")
    return line_end(layout.text, entry.after)


def after_entry(text: str, entry: Entry, column: int) -> int:
    """The end of the last line of an entry, with the comments that are indented more."""
    at = line_end(text, entry.value.tail)
    while (found := _DEEPER.match(text, at)) and len(found[1]) > column:
        at = found.end()
    return at


def closed(text: str, entry: Entry) -> str:
    """The text in which a block text that ended the file has the same end before other lines."""
    last = _last(entry.value)
    if last.style not in ("|", ">") or text[last.end : last.end + 1] not in ("\r", "\n"):
        return text
    header = re.compile(r"[|>]([0-9]*)[+-]?([0-9]*)")
    found = header.match(text, last.start)
    if found is None:
        raise AssertionError(f"no block text at {last.start}")
    return f"{text[: last.start]}{last.style}{found[1]}{found[2]}-{text[found.end() :]}"


def _last(node: Node) -> Node:
    while node.entries and not node.style:
        node = node.entries[-1].value
    return node
