"""A wrong type at a public function raises TypeError with one sentence, and no error far inside."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar, get_args

from .typography import LANGUAGES

P = ParamSpec("P")
T = TypeVar("T")

_WORDS: Final = {
    "Audit": "an Audit (load_audit returns one)",
    "Members": "Members (load_members returns them)",
    "Evaluation": "an Evaluation (evaluate returns one)",
    "Recorded": "a record (load_record returns one)",
    "Referential": "a Referential (load_referential returns one)",
    "Referentials": "Referentials (load_referentials returns them)",
    "PathLike": "a path",
    "Period": "a Period",
    "Validity": "a Validity",
    "Iterable": "a list, or what gives one value after the other",
    "NoneType": "None",
    "bytes": "bytes",
    "date": "a datetime.date without a time",
    "str": "a text",
}
"""How each type is named in the sentence."""

_HAS_REST: Final = 0x04  # the flag of a function that takes `*args`


def expects(**kinds: Any) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Give a function types for some of its arguments, by name; a union may hold None."""

    def guard(function: Callable[P, T]) -> Callable[P, T]:
        names = tuple(_positional(function))

        @wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> T:
            for i, value in enumerate(args):
                _check(function, names[min(i, len(names) - 1)], value, kinds)
            for name, value in kwargs.items():
                _check(function, name, value, kinds)
            return function(*args, **kwargs)

        return guarded

    return guard


def expect_language(language: str | None) -> None:
    """Raise ValueError for a language that nothing is written in; None is that of the data."""
    if language not in (None, *LANGUAGES):
        raise ValueError(f"unknown language {language!r}; expected one of {', '.join(LANGUAGES)}")


def _positional(function: Any) -> Iterator[str]:
    """The names of the arguments that need no name; `*args` comes last."""
    code = function.__code__
    yield from code.co_varnames[: code.co_argcount]
    if code.co_flags & _HAS_REST:
        yield code.co_varnames[code.co_argcount + code.co_kwonlyargcount]


def _check(function: Any, name: str, value: object, kinds: dict[str, Any]) -> None:
    kind = kinds.get(name)
    if kind is None or (isinstance(value, kind) and not _is_meant_otherwise(value, kind)):
        return
    expected = " or ".join(_WORDS[one.__name__] for one in get_args(kind) or (kind,))
    found = f"the text {value[:60]!r}" if isinstance(value, str) else _type_of(value)
    raise TypeError(f"{function.__name__}: {name} must be {expected}, not {found}")


def _is_meant_otherwise(value: object, kind: Any) -> bool:
    """Whether a type holds by accident: a time is a date too, and a text gives its letters."""
    return isinstance(value, datetime) or (kind is Iterable and isinstance(value, str | bytes))


def _type_of(value: object) -> str:
    return "None" if value is None else f"a value of type {type(value).__name__}"
