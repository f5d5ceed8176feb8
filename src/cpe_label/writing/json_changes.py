"""Change values in a JSON text and leave all others as they are written, in their order.

JSON that a program wrote has one of a few layouts, and can be written again with only the lines of
a change differing. Any other text is not touched.
"""

import json
from collections.abc import Mapping
from functools import partial
from itertools import product
from typing import Any, Final

from ..text.paths import DataPath
from .places import earlier_keys

_INDENTS: Final = (2, 4, 1, 3, 8, "\t", None)
_SEPARATORS: Final = (None, (",", ":"), (",", ": "))


class Layout:
    """How a JSON text is laid out, where that is known: `data` is what it holds."""

    def __init__(self, text: str) -> None:
        """Raises ValueError if the text is not laid out as a program does it."""
        self.data: dict[str, Any] = json.loads(text)
        body = text.rstrip("\n")
        self._end = text[len(body) :]
        for indent, ascii_alone, separators in product(_INDENTS, (False, True), _SEPARATORS):
            self._write = partial(
                json.dumps, indent=indent, ensure_ascii=ascii_alone, separators=separators
            )
            if self._write(self.data) == body:
                return
        raise ValueError

    def text(self, data: Mapping[str, Any]) -> str:
        """Other data in the same layout."""
        return self._write(data) + self._end


def is_laid_out(text: str) -> bool:
    """Whether a JSON text can be changed."""
    try:
        Layout(text)
    except (ValueError, RecursionError):
        return False
    return True


def changed_json(text: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """The text in which `new` stands, where what stood there meant `old`."""
    layout = Layout(text)
    return layout.text(_merged(layout.data, (), old, new))


def _merged(written: Any, path: DataPath, old: Any, new: Any) -> Any:
    if old == new:
        return written
    if not isinstance(written, dict) or not isinstance(new, Mapping):
        return new
    before = old or {}
    kept = {
        key: _merged(value, (*path, key), before.get(key), new[key]) if key in new else value
        for key, value in written.items()
        if key in new or key not in before
    }
    for key in new:
        if key not in kept:
            pairs = list(kept.items())
            pairs.insert(earlier_keys((*path, key), list(kept)), (key, new[key]))
            kept = dict(pairs)
    return kept
