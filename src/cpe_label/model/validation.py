"""How plain data becomes a model, for a file that is read and a value that is built in Python."""

import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .._frozen import FrozenMap
from ..text.paths import DataPath

M = TypeVar("M", bound=BaseModel)

BULLET: Final = re.compile(r"[-–—•·*]")
"""How a text starts that was meant as a list, with bullets that are not « - »."""


def validated(model: type[M], data: Any, *, as_in_files: bool = False) -> M:
    """The model of plain data, in which a text may stand for a list that holds it alone.

    With `as_in_files`, keys are those of files and no names of fields.

    Raises ValidationError.
    """
    try:
        return model.model_validate(data, by_alias=True, by_name=not as_in_files)
    except ValidationError as error:
        mended = forgiven(data, error, model)
        if mended is None:
            raise
        return validated(model, mended, as_in_files=as_in_files)


def forgiven(data: Any, error: ValidationError, model: type[BaseModel]) -> Any:
    """The same plain data with what was refused and yet has one meaning; None without such.

    One text is a list of one, and an empty mapping is absent where the key may be. A valid value
    never comes here, so it costs nothing more.
    """
    mended = data
    for item in error_items(error):
        kind, path, value = item["type"], item["loc"], item["input"]
        if kind == "tuple_type" and _is_one_text(value) and holds_texts(model, path):
            mended = _replaced(mended, path, [value])
        elif kind == "missing" and value == {} and is_optional(model, path[:-1]):
            mended = _replaced(mended, path[:-1], None)
    return None if mended is data else mended


def _is_one_text(value: Any) -> bool:
    return isinstance(value, str) and not BULLET.match(value)


def _replaced(data: Any, path: DataPath, value: Any) -> Any:
    """A copy of plain data with another value at a path; what was given does not change."""
    if not path:
        return value
    step: Any = path[0]
    if isinstance(data, Mapping):
        return {**data, step: _replaced(data[step], path[1:], value)}
    items = list(data)
    items[step] = _replaced(items[step], path[1:], value)
    return items


def _field_at(model: type[BaseModel], path: DataPath) -> Any:
    return keys_at(model, path[:-1]).get(str(path[-1])) if path else None


def holds_texts(model: type[BaseModel], path: DataPath) -> bool:
    """Whether the field at a path is a list of texts."""
    field = _field_at(model, path)
    item = next(iter(get_args(field.annotation)), None) if field else None
    return getattr(item, "__origin__", item) is str


def is_optional(model: type[BaseModel], path: DataPath) -> bool:
    """Whether the key at a path may be absent."""
    field = _field_at(model, path)
    return field is not None and not field.is_required()


def error_items(error: ValidationError) -> list[Any]:
    """What pydantic refused, one by one."""
    return error.errors(include_url=False)


def keys_at(model: type[BaseModel], path: DataPath) -> Mapping[str, Any]:
    """The fields of the mapping at a path, by the keys that files have.

    A mapping by identifier has none.
    """
    inside, by_identifier = place_of(model, path)
    return {} if by_identifier else _keys(inside)


def place_of(model: type[BaseModel], path: DataPath) -> tuple[type[BaseModel], bool]:
    """The model at a path, and whether a mapping of them by identifier stands there."""
    by_identifier = False
    for step in path:
        if isinstance(step, int) or by_identifier:
            by_identifier = False
            continue
        field = _keys(model).get(str(step))
        if field is not None:
            model = _model_in(field.annotation) or model
            by_identifier = get_origin(field.annotation) is FrozenMap
    return model, by_identifier


def keys_of(model: type[BaseModel]) -> dict[str, str]:
    """By the name of each field of a model, the key that files have."""
    return {name: str(f.validation_alias or name) for name, f in model.model_fields.items()}


def _keys(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a model by the keys that files have."""
    return {str(f.validation_alias or name): f for name, f in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `tuple[M, ...]`, `FrozenMap[M]` or `M | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for m in map(_model_in, get_args(annotation)) if m is not None), None)
