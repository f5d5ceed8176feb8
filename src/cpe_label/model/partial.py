"""A value of which some parts were refused, so that the rest can still be checked.

Each refused part is taken out, or has a stand-in where the model requires one. Nothing may be
concluded from these parts: `rules/certainty.py` drops every problem that reads one. A partial value
is only checked. It is never evaluated, and never given to a reader.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from ..problems.problem import Problem
from ..text.paths import DataPath
from .misnamed import copied, value_at
from .validation import error_items, is_optional, keys_at, validated

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Partial(Generic[M]):
    """A value, and the paths of what was refused: without such a path, the value is whole."""

    value: M
    refused: tuple[DataPath, ...]


def partial(model: type[M], data: Mapping[str, Any], problems: Iterable[Problem]) -> Partial[M]:
    """The value of plain data without its refused parts.

    `problems` are those of its shape.
    """
    refused = tuple(path for one in problems for path in _refused_by(one, model, data))
    return Partial(completed(model, data), refused)


def completed(model: type[M], data: Mapping[str, Any]) -> M:
    """The value of plain data in which every refused part is taken out, or has a stand-in."""
    mended = copied(data)
    for _ in range(_MOST_ROUNDS):
        try:
            return validated(model, mended, as_in_files=True)
        except ValidationError as error:
            for item in error_items(error):
                _mend(mended, item, model)
    raise AssertionError("a stand-in has no end")


_MOST_ROUNDS: Final = 20
"""The stand-in of a group is empty, and its keys are filled next: two rounds for each level."""


def _refused_by(one: Problem, model: type[BaseModel], data: Any) -> Iterable[DataPath]:
    """The paths of which a problem of shape leaves open what stands there.

    An unknown key may be any key that its mapping lacks.
    """
    around = one.path[:-1]
    if not one.code.endswith("001"):
        return [one.path]
    near = str(one.arguments["near"])
    if one.path[-1] not in value_at(data, around):
        return []  # it stands under its right name now
    held = value_at(data, around)
    lacking = [key for key in keys_at(model, around) if key not in held]
    return [(*around, key) for key in ([near] if near in lacking else lacking)]


def _mend(data: Any, item: Any, model: type[BaseModel]) -> None:
    kind, path = item["type"], item["loc"]
    around = value_at(data, path[:-1])
    if isinstance(around, str):  # one text, which was taken for a list of one
        path = path[:-1]
        around = value_at(data, path[:-1])
    if kind == "extra_forbidden" or (kind != "missing" and is_optional(model, path)):
        del around[path[-1]]
    elif kind == "too_long":
        del around[path[-1]][item["ctx"]["max_length"] :]
    elif kind != "too_short" or not item["input"]:
        make = _STAND_INS.get(kind)
        around[path[-1]] = make(item.get("ctx", {})) if make else STAND_IN


STAND_IN: Final = "stand-in.of.what.was.refused"
"""A word that is a text and an identifier, and that no file is expected to hold."""

_STAND_INS: Final[dict[str, Callable[[Any], Any]]] = {
    "tuple_type": lambda _: [],
    "dict_type": lambda _: {},
    "model_type": lambda _: {},
    "too_short": lambda _: [{}],
    "literal_error": lambda context: context["expected"].split("'")[1],
    "day": lambda _: "2000-01-01",
    "share": lambda _: "100%",
    "whole": lambda context: str(context["least"]),
    "language": lambda _: "en",
}
"""By pydantic's error type, what stands where a required part was refused; else a word."""
