"""Plain data that a program gives: what a file could not hold, and what is absent."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from ..problems.problem import Problem, problem
from ..text.display import FORBIDDEN, character_name
from ..text.paths import DEEPEST, DataPath
from .validation import keys_at, place_of


def what_no_file_holds(data: Any, path: DataPath = ()) -> Iterator[Problem]:
    """Hidden characters, and nesting beyond what is read. A value of ours holds neither."""
    if isinstance(data, str):
        yield from _hidden(data, path)
    elif isinstance(data, (Mapping, list, tuple)):
        if len(path) >= DEEPEST:
            yield problem("Y010", path, limit=DEEPEST)
            return
        for step, one in _items(data):
            inside = (*path, step if isinstance(step, int) else str(step))
            if isinstance(step, str):
                yield from _hidden(step, inside)
            yield from what_no_file_holds(one, inside)


def _hidden(text: str, path: DataPath) -> Iterator[Problem]:
    found = FORBIDDEN.search(text)
    if found and not _is_half(found[0]):
        yield problem("Y002", path, character=character_name(found[0]))


def _is_half(character: str) -> bool:
    """Whether it is half of a character, which pydantic refuses by itself."""
    return "\ud800" <= character <= "\udfff"


def _items(data: Any) -> Iterator[tuple[Any, Any]]:
    yield from data.items() if isinstance(data, Mapping) else enumerate(data)


def without_empty_places(model: type[BaseModel], data: Any, path: DataPath = ()) -> Any:
    """The same plain data without the keys that hold nothing, as a file is read.

    A finding without anything stays: its criterion is to be assessed. An unknown key stays too.
    """
    if isinstance(data, Mapping):
        known = {*keys_at(model, path), *place_of(model, path)[0].model_fields}
        by_identifier = place_of(model, path)[1]
        kept = {
            key: {} if by_identifier and _is_nothing(one) else one
            for key, one in data.items()
            if by_identifier or key not in known or not _is_nothing(one)
        }
        return {key: without_empty_places(model, one, (*path, key)) for key, one in kept.items()}
    if isinstance(data, (list, tuple)):
        return [without_empty_places(model, one, (*path, at)) for at, one in enumerate(data)]
    return data


def _is_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, str) and value == "")
