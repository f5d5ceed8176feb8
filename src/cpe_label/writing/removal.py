"""Take one key or one item out of a YAML text, and keep the comments that stood there."""

from ..reading.layout import Entry, Layout, Node, layout_of
from ..text.paths import DataPath
from .places import after_entry
from .style import column_of, line_end, line_start, next_line, style_of


def without(text: str, path: DataPath) -> str:
    """The text without what stands at a path."""
    layout = layout_of(text)
    parent, entry = layout.node(path[:-1]), layout.entry(path)
    if parent is None or entry is None:
        return text
    if parent.style and not _has_its_lines(layout, entry):
        return _cut_in_brackets(layout, parent, entry)
    return _cut_lines(layout, entry)


def _has_its_lines(layout: Layout, entry: Entry) -> bool:
    """Whether nothing but a comma and a comment stands on the lines of an entry in brackets."""
    text = layout.text
    before = text[line_start(text, entry.start) : entry.start]
    behind = text[_after_comma(text, entry.value.end) : line_end(text, entry.value.end)]
    return not before.strip() and (not behind.strip() or behind.lstrip().startswith("#"))


def _after_comma(text: str, at: int) -> int:
    rest = text[at : line_end(text, at)]
    spaces = len(rest) - len(rest.lstrip(" \t"))
    return at + spaces + 1 if rest.lstrip(" \t").startswith(",") else at


def _cut_lines(layout: Layout, entry: Entry) -> str:
    text = layout.text
    column = column_of(text, entry.start)
    start = line_start(text, entry.start)
    end = next_line(text, after_entry(text, entry, column))
    newline = style_of(layout).newline
    kept = (" " * column + one + newline for one in _comments_in(layout, start, end))
    return text[:start] + "".join(kept) + text[end:]


def _cut_in_brackets(layout: Layout, parent: Node, entry: Entry) -> str:
    """Take an entry out with one comma: the one behind it, or else the one before it."""
    text, entries = layout.text, parent.entries
    i = entries.index(entry)
    if i + 1 < len(entries):
        start, end = entry.start, entries[i + 1].start
    elif i:
        start, end = entries[i - 1].value.end, entry.value.end
    else:
        start, end = entry.start, _after_comma(text, entry.value.end)
    line = style_of(layout).newline + " " * column_of(text, entry.start)
    kept = "".join(f" {one}{line}" for one in _comments_in(layout, start, end))
    space = " " if text[start - 1] == ":" else ""  # a key without a value, before the bracket
    return text[:start] + space + kept + text[end:]


def _comments_in(layout: Layout, start: int, end: int) -> list[str]:
    return [layout.text[a:b] for a, b in layout.comments if start <= a and b <= end]
