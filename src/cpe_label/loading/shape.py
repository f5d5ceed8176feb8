"""From plain data to a model, and from pydantic's errors to problems in our own words."""

from collections.abc import Iterator
from typing import Any, Final, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError

from ..errors import MOST_PROBLEMS, DataError, Problem, limited, problem
from ..fields import ID_PATTERN
from ..frozen import FrozenMap
from ..places import Path
from ..text import near_miss
from ..wording.looks import STATUSES
from .building import Plain

M = TypeVar("M", bound=BaseModel)


def shape(plain: Plain, model: type[M], family: str) -> M:
    """The model of some plain data.

    Raises DataError with every problem of shape; codes are of `family`, R or A.
    """
    found = list(_unknown_empty_keys(plain, model, family))
    try:
        value = model.model_validate(plain.data, by_alias=True, by_name=False)
    except ValidationError as error:
        found += _problems(error, model, family, plain.data)
    if found:
        raise DataError(one.located(plain.source) for one in limited(found))
    return value


def _unknown_empty_keys(plain: Plain, model: type[BaseModel], family: str) -> Iterator[Problem]:
    """An empty key is absent, yet it must be one that exists."""
    if not plain.empty_keys:
        return
    for mapping, key in plain.empty_keys:
        mapping[key] = None
    try:
        model.model_validate(plain.data, by_alias=True, by_name=False)
    except ValidationError as error:
        for problem in _problems(error, model, family, plain.data):
            if problem.code == f"{family}001" and _at(plain.data, problem.path) is None:
                yield problem
    finally:
        for mapping, key in plain.empty_keys:
            del mapping[key]


def _problems(
    error: ValidationError, model: type[BaseModel], family: str, data: Any
) -> Iterator[Problem]:
    for item in error.errors(include_url=False, include_input=False)[: 2 * MOST_PROBLEMS]:
        kind, path = item["type"], item["loc"]
        if kind == "too_short" and _at(data, path):
            continue  # not empty: its items are wrong, and are told one by one
        explain = _EXPLAIN.get(kind)
        if explain is None:  # a kind of error that no field of ours can raise
            raise AssertionError(f"no words for the error {kind} at {path}")
        code, arguments = explain(model, path, _at(data, path), item.get("ctx", {}))
        yield problem(f"{family}{code}", path, **arguments)


def _at(data: Any, path: Path) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _unknown_key(model: type[BaseModel], path: Path, _: Any, __: Any) -> tuple[str, Any]:
    known = tuple(
        field.alias or name for name, field in _model_at(model, path[:-1]).model_fields.items()
    )
    key = str(path[-1])
    return "001", {"key": key, "expected": known, "near": near_miss(key, known)}


def _missing(_: Any, path: Path, __: Any, ___: Any) -> tuple[str, Any]:
    return "002", {"key": str(path[-1])}


def _wrong_kind(expected: str) -> Any:
    return lambda _, __, value, ___: _not_a(expected, value)


def _not_a(expected: str, value: Any) -> tuple[str, Any]:
    found = _kind_of(value)
    shown = "a_list" if expected == "list" else expected
    return "003", {"found": found, "expected": shown, "hint": _HINTS.get((found, expected), "")}


_HINTS: Final = {("mapping", "text"): "quotes", ("text", "mapping"): "indentation"}


def _kind_of(value: Any) -> str:
    kinds: dict[type, str] = {dict: "mapping", list: "list", str: "text"}
    return kinds.get(type(value), "nothing")


def _bad_text(_: Any, __: Path, value: Any, context: Any) -> tuple[str, Any]:
    if context.get("pattern") == ID_PATTERN or "max_length" in context:
        return "004", {"value": value}
    return "006", {}


def _unknown_word(_: Any, __: Path, value: Any, context: Any) -> tuple[str, Any]:
    if not isinstance(value, str):
        return _not_a("text", value)
    known = tuple(context["expected"].replace(" or ", ", ").replace("'", "").split(", "))
    meant = _STATUS_WORDS.get(value.casefold())
    near = meant if meant in known else near_miss(value, known)
    return "007", {"value": value, "expected": known, "near": near}


# A status in a reader's words, and the word that files use.
_STATUS_WORDS: Final = {
    **{word: key for key, look in STATUSES.items() for word in (look.en, look.fr)},
    **dict.fromkeys(("oui", "yes", "ok", "conforme", "atteint"), "met"),
    **dict.fromkeys(("non", "no", "non conforme", "non-conforme", "non atteint"), "not_met"),
    **dict.fromkeys(("n/a", "na", "n.a.", "so", "s.o.", "s/o"), "not_applicable"),
}


def _bad(code: str) -> Any:
    def explain(_: Any, __: Path, value: Any, context: Any) -> tuple[str, Any]:
        if not isinstance(value, str):
            return _not_a("text", value)
        return code, {"value": value, **context}

    return explain


_EXPLAIN: Final[dict[str, Any]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_type": _wrong_kind("text"),
    "tuple_type": _wrong_kind("list"),
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


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model of the mapping that stands at a path."""
    is_key = False  # of a mapping by identifier, which is no field
    for step in path:
        if isinstance(step, int) or is_key:
            is_key = False
            continue
        field = next(
            (f for name, f in model.model_fields.items() if (f.alias or name) == step), None
        )
        if field is not None:
            model = _model_in(field.annotation) or model
            is_key = get_origin(field.annotation) is FrozenMap
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `tuple[M, ...]`, `FrozenMap[M]` or `M | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for m in map(_model_in, get_args(annotation)) if m is not None), None)
