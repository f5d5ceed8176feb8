"""Broken files combined two by two: what each breaks, put into one file."""

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from regenerate import invalid_files

from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.exceptions import DataError
from cpe_label.problems.source import Source
from cpe_label.reading.document import read_plain
from cpe_label.text.paths import DataPath

GONE = object()


class Broken(NamedTuple):
    """A file that is broken in one way: the same file mended, and what the mistake changes."""

    name: str
    sound: dict[str, Any]
    changes: dict[DataPath, Any]


def broken_files(family: str) -> Iterator[Broken]:
    """The broken files of a family that can be read and mended as their page says."""
    for path in invalid_files():
        if path.name.startswith(family) and path.suffix == ".yaml":
            yield from _broken(path)


def _broken(path: Path) -> Iterator[Broken]:
    entry, text = CATALOGUE[path.name[:4]], path.read_text("utf-8")
    mended = _mended(text, entry.wrong.strip("\n"), entry.right.strip("\n"))
    if mended == text:
        return
    try:
        sound, broken = (read_plain(Source("a.yaml", one)).data for one in (mended, text))
    except DataError:
        return
    yield Broken(path.stem, sound, dict(_changes(sound, broken)))


def _mended(text: str, wrong: str, right: str) -> str:
    """The text with the lines of `right` where those of `wrong` stand, as deep as they stand."""
    for line in text.split("\n"):
        depth = line[: len(line) - len(line.lstrip())]
        deep_wrong, deep_right = (
            "\n".join(depth + one for one in lines.split("\n")) for lines in (wrong, right)
        )
        if deep_wrong in text:
            return text.replace(deep_wrong, deep_right)
    return text.replace(wrong, right)


def _changes(sound: Any, broken: Any, path: DataPath = ()) -> Iterator[tuple[DataPath, Any]]:
    if isinstance(sound, dict) and isinstance(broken, dict):
        for key in sound.keys() | broken.keys():
            yield from _changes(sound.get(key, GONE), broken.get(key, GONE), (*path, key))
    elif isinstance(sound, list) and isinstance(broken, list) and len(sound) == len(broken):
        for index, (one, other) in enumerate(zip(sound, broken, strict=True)):
            yield from _changes(one, other, (*path, index))
    elif sound != broken:
        yield path, broken


def merged(one: Any, other: Any) -> Any:
    """Both files in one: where both say something, the first."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = [*one, *(key for key in other if key not in one)]
        return {key: merged(one.get(key, other.get(key)), other.get(key)) for key in keys}
    return one


def with_changes(sound: dict[str, Any], *every: dict[DataPath, Any]) -> dict[str, Any]:
    """A file with some mistakes."""
    data = copy.deepcopy(sound)
    for path, value in (change for changes in every for change in changes.items()):
        inside: Any = data
        for step in path[:-1]:
            inside = inside[step] if isinstance(step, int) else inside.setdefault(step, {})
        if value is GONE:
            inside.pop(path[-1], None)
        else:
            inside[path[-1]] = copy.deepcopy(value)
    return data


def apart(one: dict[DataPath, Any], other: dict[DataPath, Any]) -> bool:
    """Whether no change of one stands at, in or around a change of the other."""
    return not any(a[: len(b)] == b or b[: len(a)] == a for a in one for b in other)
