"""Why pydantic refused a part, as problems in our own words, with what was probably meant."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from ..messages.advice import FORMS
from ..problems.exceptions import AuditError, DataError, MembersError, ReferentialError
from ..problems.problem import MOST_PROBLEMS, Problem, limited, problem
from ..text.paths import DataPath
from .day_reading import day_meant
from .fields import ID_PATTERN, LONGEST_NOTICE, NOTICE_PATTERN
from .forms import form_of
from .number_reading import identifier_meant, number_meant, share_meant
from .readings import Reading, key_meant, language_meant, word_meant
from .validation import BULLET, error_items, holds_texts, keys_at, place_of

_ERRORS: Final[dict[str, type[DataError]]] = {
    "A": AuditError,
    "N": MembersError,
    "R": ReferentialError,
}


def refusal(error: ValidationError, model: type[BaseModel]) -> Exception:
    """The exception for a value that cannot be built, with every problem and its path.

    A model that fills no file has no family of problems, and keeps pydantic's own error.
    """
    family = getattr(model, "family", "")
    if family not in _ERRORS:
        return error
    return error_of(model, problems_of(error, model, family))


def error_of(model: type[BaseModel], problems: Iterable[Problem]) -> DataError:
    """The exception that carries the problems of a value of some model."""
    return _ERRORS.get(getattr(model, "family", ""), DataError)(limited(problems))


def problems_of(error: ValidationError, model: type[BaseModel], family: str) -> list[Problem]:
    """What pydantic refused, as problems of a family: R, A or N.

    A key that is missing because it is misspelt is one problem: the unknown key.
    """
    found = list(_problems_of(error, model, family))
    unknown = {(*one.path[:-1], one.arguments["near"]) for one in found if one.code[1:] == "001"}
    return [one for one in found if one.code[1:] != "002" or one.path not in unknown]


def _problems_of(error: ValidationError, model: type[BaseModel], family: str) -> Iterator[Problem]:
    for item in error_items(error)[: 2 * MOST_PROBLEMS]:
        kind, path, value = item["type"], item["loc"], item["input"]
        if path[-1:] == ("[key]",):
            path = path[:-1]  # the key itself is refused
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
    return "001", {"key": key, "expected": known, "near": key_meant(key, known)}


def _missing(_: Any, path: DataPath, __: Any, ___: Any) -> tuple[str, Any]:
    return "002", {"key": str(path[-1])}


def _no_text(_: Any, __: DataPath, value: Any, ___: Any) -> tuple[str, Any]:
    return _not_a("text", value)


def _no_mapping(model: type[BaseModel], path: DataPath, value: Any, _: Any) -> tuple[str, Any]:
    code, arguments = _not_a("mapping", value)
    advice = _form(model, path, value, "form")
    return code, {**arguments, **advice, **({"hint": ""} if advice else {})}


def _no_list(model: type[BaseModel], path: DataPath, value: Any, _: Any) -> tuple[str, Any]:
    if isinstance(value, str) and BULLET.match(value) and holds_texts(model, path):
        return "040", {"bullet": value[:1]}
    code, arguments = _not_a("list", value)
    if holds_texts(model, path):
        return code, arguments
    if isinstance(value, Mapping):
        return code, {**arguments, "advice": "dash"}
    advice = _form(model, path, value, "form_of_each")
    return code, {**arguments, **advice, **({"expected": "list"} if advice else {})}


def _form(model: type[BaseModel], path: DataPath, value: Any, advice: str) -> dict[str, str]:
    """The group of keys that is written instead of a text."""
    inside, by_identifier = place_of(model, path)
    if by_identifier or not isinstance(value, str) or inside.__name__ not in FORMS:
        return {}
    return form_of(inside.__name__, value, advice)


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
        return "004", {"value": value, **identifier_meant(value)}
    return "006", {}


_WRITTEN_AS_TEXT: Final = (str, int, float, date)
"""What stands in a file as a text: a wrong one is the same problem, however it was given."""


def _unknown_word(_: Any, path: DataPath, value: Any, context: Any) -> tuple[str, Any]:
    if not isinstance(value, _WRITTEN_AS_TEXT):
        return _not_a("text", value)
    word = str(value)
    known = tuple(context["expected"].replace(" or ", ", ").replace("'", "").split(", "))
    return "007", {"value": word, "expected": known, **word_meant(word, known, str(path[-1]))}


def _bad(code: str, meant: Callable[..., Reading], *needs: str) -> Any:
    def explain(_: Any, path: DataPath, value: Any, context: Any) -> tuple[str, Any]:
        if not isinstance(value, _WRITTEN_AS_TEXT):
            return _not_a("text", value)
        more = {name: str(path[-1]) for name in needs}
        return code, {"value": str(value), **context, **meant(str(value), **more, **context)}

    return explain


def _day_meant(written: str) -> Reading:
    """The days of a reading as days: a workbook shows them in its own way."""
    meant = day_meant(written)
    days = {key: date.fromisoformat(meant[key]) for key in ("near", "last") if key in meant}
    return {**meant, **days}


_EXPLAIN: Final[dict[str, Any]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "string_type": _no_text,
    "string_unicode": lambda *_: (
        "003",
        {"found": "half_character", "expected": "text", "hint": ""},
    ),
    "invalid_key": _no_text,
    "iteration_error": _no_list,
    "tuple_type": _no_list,
    "dict_type": _no_mapping,
    "model_type": _no_mapping,
    "string_pattern_mismatch": _bad_text,
    "string_too_long": _bad_text,
    "too_short": lambda *_: ("010", {}),
    "too_long": lambda _, __, ___, context: ("020", {"limit": context["max_length"]}),
    "literal_error": _unknown_word,
    "day": _bad("005", _day_meant),
    "share": _bad("008", share_meant),
    "whole": _bad("009", number_meant, "key"),
    "language": _bad("018", language_meant),
}
"""By pydantic's error type, the number of the problem and its arguments."""
