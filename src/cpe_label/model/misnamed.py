"""Keys that were written under another name, as `constats` for `findings`.

What stands under such a key is checked as if its name were right, so that one wrong key does not
hide the problems below it.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from ..messages.terms import terms
from ..problems.problem import Problem
from ..text.paths import DataPath
from ..text.similarity import near_miss
from .readings import term_meant

Names = dict[DataPath, str]
"""By the path of a key under its right name, the name that was written."""

_CLOSE: Final = 0.85


def misnamed(data: Any, problems: Iterable[Problem]) -> Names:
    """Each key whose right name is certain, and free in its mapping."""
    found: Names = {}
    for one in problems:
        if one.code.endswith("001") and _is_certain(one):
            path = (*one.path[:-1], str(one.arguments["near"]))
            if path[-1] not in value_at(data, path[:-1]):
                found.setdefault(path, str(one.path[-1]))
    return found


def _is_certain(one: Problem) -> bool:
    key, near, known = (one.arguments[name] for name in ("key", "near", "expected"))
    if not near or not isinstance(known, tuple):
        return False
    names = [str(name) for name in known]
    meant = term_meant(str(key), names, terms().keys) or near_miss(str(key), names, _CLOSE)
    return meant == near


def with_right_names(data: Any, names: Mapping[DataPath, str]) -> Any:
    """A copy of plain data with each key under its right name."""
    mended = copied(data)
    for path, written in names.items():
        around = value_at(mended, path[:-1])
        around[path[-1]] = around.pop(written)
    return mended


def copied(data: Any) -> Any:
    """A copy of plain data, of which each mapping and each list may be changed."""
    if isinstance(data, Mapping):
        return {key: copied(one) for key, one in data.items()}
    return [copied(one) for one in data] if isinstance(data, list) else data


def value_at(data: Any, path: DataPath) -> Any:
    """What stands at a path of plain data."""
    for step in path:
        data = data[step]
    return data
