"""From pydantic's errors to problems in our own words.

A file that is read and a value that is built in Python get the same problems.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .._frozen import FrozenMap
from ..messages.states import STATUSES
from ..problems.exceptions import AuditError, DataError, ReferentialError
from ..problems.problem import MOST_PROBLEMS, Problem, limited, problem
from ..text.paths import DataPath
from ..text.similarity import near_miss
from .fields import ID_PATTERN, LONGEST_NOTICE, NOTICE_PATTERN

M = TypeVar("M", bound=BaseModel)

BULLET: Final = re.compile(r"[-–—•·*]")
"""How a text starts that was meant as a list, with bullets that are not « - »."""

_ERRORS: Final[dict[str, type[DataError]]] = {"A": AuditError, "R": ReferentialError}


def refusal(error: ValidationError, model: type[BaseModel]) -> Exception:
    """The exception for a value that cannot be built, with every problem and its path.

    A model that fills no file has no family of problems, and keeps pydantic's own error.
    """
    family = getattr(model, "family", "")
    if family not in _ERRORS:
        return error
    return _ERRORS[family](limited(problems_of(error, model, family)))


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
        if kind == "tuple_type" and _is_one_text(value) and _holds_texts(model, path):
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


def _holds_texts(model: type[BaseModel], path: DataPath) -> bool:
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


def problems_of(error: ValidationError, model: type[BaseModel], family: str) -> Iterator[Problem]:
    """What pydantic refused, as problems of a family, R or A."""
    for item in error_items(error)[: 2 * MOST_PROBLEMS]:
        kind, path, value = item["type"], item["loc"], item["input"]
        if kind == "too_short" and value:
            continue  # not empty: its items are wrong, and are reported one by one
        explain = _EXPLAIN.get(kind)
        if explain is None:  # a kind of error that no field of ours can raise
            raise AssertionError(f"no words for the error {kind} at {path}")
        code, arguments = explain(model, path, value, item.get("ctx", {}))
        yield problem(f"{family}{code}", path, **arguments)


def _unknown_key(model: type[BaseModel], path: DataPath, _: Any, __: Any) -> tuple[str, Any]:
    known = tuple(keys_at(model, path[:-1]))
    key = str(path[-1])
    return "001", {"key": key, "expected": known, "near": near_miss(key, known)}


def _missing(_: Any, path: DataPath, __: Any, ___: Any) -> tuple[str, Any]:
    return "002", {"key": str(path[-1])}


def _wrong_kind(expected: str) -> Any:
    return lambda _, __, value, ___: _not_a(expected, value)


def _no_list(model: type[BaseModel], path: DataPath, value: Any, _: Any) -> tuple[str, Any]:
    if isinstance(value, str) and BULLET.match(value) and _holds_texts(model, path):
        return "040", {"bullet": value[:1]}
    return _not_a("list", value)


def _not_a(expected: str, value: Any) -> tuple[str, Any]:
    found = _kind_of(value)
    shown = "a_list" if expected == "list" else expected
    return "003", {"found": found, "expected": shown, "hint": _HINTS.get((found, expected), "")}


_HINTS: Final = {("mapping", "text"): "quotes", ("text", "mapping"): "indentation"}


def _kind_of(value: Any) -> str:
    return _KINDS.get(type(value), type(value).__name__)


_KINDS: Final[dict[type, str]] = {
    dict: "mapping",
    list: "list",
    tuple: "list",
    str: "text",
    type(None): "nothing",
}


def _bad_text(_: Any, __: DataPath, value: Any, context: Any) -> tuple[str, Any]:
    if context.get("pattern") == NOTICE_PATTERN or context.get("max_length") == LONGEST_NOTICE:
        return "021", {"limit": LONGEST_NOTICE, "count": len(value)}
    if context.get("pattern") == ID_PATTERN or "max_length" in context:
        return "004", {"value": value}
    return "006", {}


_WRITTEN_AS_TEXT: Final = (str, int, float, date)
"""What stands in a file as a text: a wrong one is the same problem, however it was given."""


def _unknown_word(_: Any, __: DataPath, value: Any, context: Any) -> tuple[str, Any]:
    if not isinstance(value, _WRITTEN_AS_TEXT):
        return _not_a("text", value)
    word = str(value)
    known = tuple(context["expected"].replace(" or ", ", ").replace("'", "").split(", "))
    meant = _STATUS_WORDS.get(word.casefold())
    near = meant if meant in known else near_miss(word, known)
    return "007", {"value": word, "expected": known, "near": near}


# A status in a reader's words, and the word that files use.
_STATUS_WORDS: Final = {
    **{word: key for key, style in STATUSES.items() for word in (style.en, style.fr)},
    **dict.fromkeys(("oui", "yes", "ok", "conforme", "atteint"), "met"),
    **dict.fromkeys(("non", "no", "non conforme", "non-conforme", "non atteint"), "not_met"),
    **dict.fromkeys(("n/a", "na", "n.a.", "so", "s.o.", "s/o"), "not_applicable"),
}


def _bad(code: str) -> Any:
    def explain(_: Any, __: DataPath, value: Any, context: Any) -> tuple[str, Any]:
        if not isinstance(value, _WRITTEN_AS_TEXT):
            return _not_a("text", value)
        return code, {"value": str(value), **context}

    return explain


_EXPLAIN: Final[dict[str, Any]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_type": _wrong_kind("text"),
    "string_unicode": lambda *_: (
        "003",
        {"found": "half_character", "expected": "text", "hint": ""},
    ),
    "invalid_key": _wrong_kind("text"),
    "iteration_error": _wrong_kind("list"),
    "tuple_type": _no_list,
    "dict_type": _wrong_kind("mapping"),
    "model_type": _wrong_kind("mapping"),
    "string_pattern_mismatch": _bad_text,
    "string_too_long": _bad_text,
    "too_short": lambda *_: ("010", {}),
    "too_long": lambda _, __, ___, context: ("020", {"limit": context["max_length"]}),
    "literal_error": _unknown_word,
    "day": _bad("005"),
    "share": _bad("008"),
    "whole": _bad("009"),
    "language": _bad("018"),
}
"""By pydantic's error type, the number of the problem and its arguments."""


def keys_at(model: type[BaseModel], path: DataPath) -> Mapping[str, Any]:
    """The fields of the mapping at a path, by the keys that files have.

    A mapping by identifier has none.
    """
    by_identifier = False
    for step in path:
        if isinstance(step, int) or by_identifier:
            by_identifier = False
            continue
        field = _keys(model).get(str(step))
        if field is not None:
            model = _model_in(field.annotation) or model
            by_identifier = get_origin(field.annotation) is FrozenMap
    return {} if by_identifier else _keys(model)


def _keys(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a model by the keys that files have."""
    return {str(f.validation_alias or name): f for name, f in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `tuple[M, ...]`, `FrozenMap[M]` or `M | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for m in map(_model_in, get_args(annotation)) if m is not None), None)
