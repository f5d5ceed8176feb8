"""The position of everything in a file, kept in the order of reading and unfolded on demand.

Most files hold no problem, and then nobody asks for a place.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..text.paths import DataPath

Trail = Sequence[str | int | type | None]
"""What was read, in its order.

Of a key, its text and its offset; of a text, its offset; of a mapping or a list, `dict` or `list`,
its offset, what it holds, and END. What the whole file opens and ends with is left out.
"""
END: Final = None

# One entry for each child: the offset of its key (None in a list), the offset of its value, and
# its own children (None for a text).
_Entry = tuple[int | None, int, "_Children | None"]
_Children = Mapping[str | int, _Entry] | Sequence[_Entry]


class Places:
    """The offsets of everything in one mapping.

    They may be given as a function that reads them, called when the first one is asked for.
    """

    __slots__ = ("_children", "_trail")

    def __init__(self, trail: Trail | Callable[[], Trail] = ()) -> None:
        self._trail = trail
        self._children: _Children | None = None

    def offset(self, path: DataPath, *, at_key: bool) -> int | None:
        """The offset of what stands at a path, or of the nearest thing around it.

        None is the whole mapping.
        """
        if not path:
            return None
        children: _Children | None = self._unfold()
        found = None
        for depth, step in enumerate(path, 1):
            entry = _child(children, step)
            if entry is None:
                break
            key, value, children = entry
            whole = depth == len(path)
            found = value if key is None or (whole and not at_key) else key
        return found

    def path_at(self, offset: int) -> DataPath:
        """The path of what starts last at an offset or before it."""
        found: DataPath = ()
        children: _Children | None = self._unfold()
        while children:
            steps = children.items() if isinstance(children, Mapping) else enumerate(children)
            before = [one for one in steps if _start(one[1]) <= offset]
            if not before:
                break
            step, entry = max(before, key=lambda one: _start(one[1]))
            found, children = (*found, step), entry[2]
        return found

    def _unfold(self) -> _Children:
        """The children of the whole mapping, made when they are first asked for."""
        if self._children is None:
            trail = self._trail
            self._children = _unfolded(trail() if callable(trail) else trail)
        return self._children


def _start(entry: _Entry) -> int:
    return entry[1] if entry[0] is None else entry[0]


def repeated(trail: Trail) -> Iterator[tuple[str, int, int]]:
    """Each key that its mapping had already, the offset of the first and its own."""
    seen: list[dict[str, int]] = [{}]
    for i, item in enumerate(trail):
        if isinstance(item, str):
            at: Any = trail[i + 1]
            first = seen[-1].setdefault(item, at)
            if first != at:
                yield item, first, at
        elif isinstance(item, type):
            seen.append({})
        elif item is END:
            seen.pop()


def _unfolded(trail: Trail) -> _Children:
    children: Any = {}
    above: list[tuple[Any, bool]] = []  # the containers around the current one
    in_mapping, key, key_at = True, None, None
    items: Iterator[Any] = iter(trail)
    for item in items:
        if item is END:
            children, in_mapping = above.pop()
            continue
        first = item
        if in_mapping:
            key, key_at, first = item, next(items), next(items)
        is_text = isinstance(first, int)
        inside = None if is_text else first()
        at = first if is_text else next(items)
        if in_mapping:
            children[key] = (key_at, at, inside)
        else:
            children.append((None, at, inside))
        if inside is not None:
            above.append((children, in_mapping))
            children, in_mapping = inside, first is dict
    return children  # type: ignore[no-any-return]


def _child(children: _Children | None, step: str | int) -> _Entry | None:
    if isinstance(children, Mapping):
        return children.get(step)
    if children and isinstance(step, int) and step < len(children):
        return children[step]
    return None
