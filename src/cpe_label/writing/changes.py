"""Change one value in a YAML text and leave every other line and every comment as it is.

Values are plain data: a text, a list, a mapping; None is absent. Each function takes a text and
returns the new one. One thing changes at a time, and then the text is read again.
"""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any

from ..reading.layout import Entry, Layout, Node, layout_of
from ..text.paths import DataPath
from .places import after_entry, after_parent, closed, earlier_keys, line_of_comment
from .removal import without
from .style import column_of, in_line, line_end, line_start, pair_in_line, style_of, written_key


def changed(text: str, path: DataPath, old: Any, new: Any) -> str:
    """The text in which `new` stands at a path, where what stood there meant `old`."""
    if old == new:
        return text
    if new is None:
        return without(text, path)
    node = layout_of(text).node(path)
    if node and node.kind == "mapping" and isinstance(new, Mapping):
        return _changed_mapping(text, path, old or {}, new)
    if node and node.kind == "list" and isinstance(new, list):
        return _changed_list(text, path, old or [], new)
    return _put(layout_of(text), path, new)


def _changed_mapping(text: str, path: DataPath, old: Mapping[str, Any], new: Any) -> str:
    for key in (*new, *(key for key in old if key not in new)):
        text = changed(text, (*path, key), old.get(key), new.get(key))
    return text


def _changed_list(text: str, path: DataPath, old: list[Any], new: list[Any]) -> str:
    """Replace, take out or add items between those that stay at the start and at the end."""
    first = _in_common(old, new)
    last = min(_in_common(old[::-1], new[::-1]), len(old) - first, len(new) - first)
    gone, come = old[first : len(old) - last], new[first : len(new) - last]
    both = min(len(gone), len(come))
    for i in range(both):
        text = changed(text, (*path, first + i), gone[i], come[i])
    for i in reversed(range(both, len(gone))):
        text = without(text, (*path, first + i))
    return _with_items(layout_of(text), path, first + both, come[both:]) if come[both:] else text


def _in_common(old: list[Any], new: list[Any]) -> int:
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    return sum(1 for _ in pairs)


def _put(layout: Layout, path: DataPath, new: Any) -> str:
    """Put a value where there is none, or a text."""
    parent, entry = layout.node(path[:-1]), layout.entry(path)
    if parent is None:
        raise AssertionError(f"nothing stands around {path}")
    if entry is None:
        return _with_key(layout, path, parent, new)
    if parent.style or parent.kind == "list":
        return _replaced(layout, entry, [f" {in_line(new, in_brackets=parent.style != '')}"])
    column = column_of(layout.text, entry.start)
    key, *others = _lines(layout, path, new, column)
    first = key[column + len(written_key(str(path[-1]))) + 1 :]
    ends = line_end(layout.text, entry.value.tail)
    if isinstance(new, str) and others and after_entry(layout.text, entry, column) > ends:
        return _replaced(layout, entry, [f" {in_line(new)}"])  # a comment would become its text
    return _replaced(layout, entry, [first, *others])


def _lines(layout: Layout, path: DataPath, new: Any, column: int) -> list[str]:
    """A key and its value as lines; a finding is written as the one before it is."""
    style = style_of(layout)
    if path[0] != "findings" or len(path) > 2 or not new:
        return style.lines(str(path[-1]), new, column)
    key = f"{' ' * column}{written_key(str(path[-1]))}:"
    if len(path) == 1:
        step = column + style.step
        inside = (_lines(layout, (*path, name), one, step) for name, one in new.items())
        return [key, *(line for lines in inside for line in lines)]
    findings = layout.node(path[:-1])
    styles = [one.value.style for one in findings.entries if one.value.entries] if findings else []
    if styles and styles[-1] == "{":
        return [f"{key} {in_line(new)}"]
    return [key, *style.inside(new, column)]


def _replaced(layout: Layout, entry: Entry, lines: list[str]) -> str:
    """Write a value over another; what stands behind on the line stays behind its first line."""
    text, value = layout.text, entry.value
    first, *others = lines
    before = text[: value.start]
    if value.start == value.end:
        first = _colon(layout, entry) + first
    else:
        before, first = (before, first.lstrip(" ")) if first else (before.rstrip(" "), first)
    ends = line_end(text, value.end)
    behind = text[value.end : ends]
    if value.style in ("|", ">"):
        behind = _comment_of_header(layout, value)
    return before + style_of(layout).newline.join((f"{first}{behind}", *others)) + text[ends:]


def _colon(layout: Layout, entry: Entry) -> str:
    """The colon of a key that is written without one: `? key`, or `{key}`."""
    text, at = layout.text, entry.after
    if text[at - 1] in (":", "-"):
        return ""
    column = column_of(text, entry.start)
    return f"{style_of(layout).newline}{' ' * column}:" if text[entry.start] == "?" else ":"


def _comment_of_header(layout: Layout, value: Node) -> str:
    ends = line_end(layout.text, value.start)
    found = [layout.text[a:b] for a, b in layout.comments if value.start < a < ends]
    return f"  {found[0]}" if found else ""


def _with_key(layout: Layout, path: DataPath, parent: Node, new: Any) -> str:
    key = str(path[-1])
    count = earlier_keys(path, [str(one.name) for one in parent.entries])
    if parent.style:
        return _in_brackets(layout, parent, count, pair_in_line(key, new))
    column = column_of(layout.text, parent.entries[0].start)
    lines = _lines(layout, path, new, column)
    at = line_of_comment(layout, key) if len(path) == 1 else None
    if at is None and not count:
        at = after_parent(layout, path[:-1])
    if at is not None:
        return _inserted(layout, at, lines)
    return _after(layout, parent.entries[count - 1], column, lines)


def _with_items(layout: Layout, path: DataPath, count: int, new: list[Any]) -> str:
    """Add items to a list after the first `count` of its items."""
    parent = layout.node(path)
    if parent is None:
        raise AssertionError(f"no list at {path}")
    if parent.style:
        written = ", ".join(in_line(one, in_brackets=True) for one in new)
        return _in_brackets(layout, parent, count, written)
    column = column_of(layout.text, parent.entries[0].start)
    in_line_too = parent.entries[-1].value.style == "{"
    lines = list(style_of(layout).items(new, column, in_line_too=in_line_too))
    if not count:
        at = line_start(layout.text, parent.entries[0].start)
        newline = style_of(layout).newline
        return layout.text[:at] + "".join(line + newline for line in lines) + layout.text[at:]
    return _after(layout, parent.entries[count - 1], column, lines)


def _in_brackets(layout: Layout, parent: Node, count: int, written: str) -> str:
    """Add something between brackets, after the first `count` things there."""
    text, entries = layout.text, parent.entries
    at = entries[count - 1].value.end if count else parent.start + 1
    if not entries:
        space = " " if text[at] == "#" else ""
        return f"{text[:at]}{written}{space}{text[at:]}"
    if not count:
        at = entries[0].start
        return f"{text[:at]}{written}, {text[at:]}"
    space = " " if text[at - 1] == ":" else ""
    return f"{text[:at]}{space}, {written}{text[at:]}"


def _after(layout: Layout, entry: Entry, column: int, lines: list[str]) -> str:
    """Add lines after an entry, and after the comments that are indented more than it."""
    at = after_entry(layout.text, entry, column)
    written = _inserted(layout, at, lines)
    return closed(written, entry) if at == len(layout.text) else written


def _inserted(layout: Layout, at: int, lines: list[str]) -> str:
    newline = style_of(layout).newline
    written = "".join(newline + line for line in lines)
    return layout.text[:at] + written + layout.text[at:]
