"""The public names: each exists, is imported late, and speaks of public types alone."""

import inspect
import subprocess
import sys
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import cpe_label

PUBLIC = {name: getattr(cpe_label, name) for name in cpe_label.__all__}


def parts(hint: Any) -> Iterator[Any]:
    """A type, and the types that it is made of."""
    if isinstance(hint, (list, tuple)):  # the arguments of a Callable
        for one in hint:
            yield from parts(one)
        return
    yield typing.get_origin(hint) or hint
    for one in typing.get_args(hint):
        yield from parts(one)


def is_ours(value: Any) -> bool:
    return str(getattr(value, "__module__", "")).split(".")[0] == "cpe_label"


def function_in(member: Any) -> Any:
    """The function of a method, a class method, a property or a cached property; else None."""
    for name in ("fget", "func", "__func__"):
        member = getattr(member, name, member)
    return member if inspect.isfunction(member) and is_ours(member) else None


def signatures(value: Any) -> Iterator[tuple[str, Any]]:
    """Each annotation of a public class or function: where it stands, and the type."""
    if inspect.isfunction(value):
        for function in (value, *typing.get_overloads(value)):
            for name, hint in typing.get_type_hints(function).items():
                yield f"{value.__name__}({name})", hint
    elif inspect.isclass(value):
        for base in filter(is_ours, value.__mro__):
            yield from attributes(base)


def attributes(base: type) -> Iterator[tuple[str, Any]]:
    for name, hint in typing.get_type_hints(base).items():
        if not name.startswith("_"):
            yield f"{base.__name__}.{name}", hint
    for name, member in vars(base).items():
        function = function_in(member)
        if function and (name == "__init__" or not name.startswith("_")):
            for argument, hint in typing.get_type_hints(function).items():
                yield f"{base.__name__}.{name}({argument})", hint


def not_public(value: Any) -> list[str]:
    """Where a value speaks of a class of ours that has no public name."""
    return [
        f"{where}: {part}"
        for where, hint in signatures(value)
        for part in parts(hint)
        if inspect.isclass(part) and is_ours(part) and part not in PUBLIC.values()
    ]


@pytest.mark.parametrize("name", [name for name in PUBLIC if name != "__version__"])
def test_every_type_in_a_public_signature_is_public(name: str) -> None:
    assert not_public(PUBLIC[name]) == []


class Hidden:
    """A class of nobody."""


Hidden.__module__ = "cpe_label.hidden"


def test_a_type_that_is_not_public_is_seen() -> None:
    def takes(one: Hidden) -> None: ...
    def gives() -> dict[str, tuple[Hidden, ...]]: ...

    class Holder:
        field: Hidden | None

        @property
        def held(self) -> list[Hidden]: ...

    Holder.__module__ = "cpe_label.hidden"
    Holder.held.fget.__module__ = "cpe_label.hidden"  # type: ignore[attr-defined]
    assert [len(not_public(one)) for one in (takes, gives, Holder)] == [1, 1, 2]


def test_the_names_are_listed_once_and_in_order() -> None:
    assert list(cpe_label.__all__) == sorted(set(cpe_label.__all__))
    assert dir(cpe_label) == list(cpe_label.__all__)


def test_each_public_class_and_function_says_what_it_is() -> None:
    described = [value for value in PUBLIC.values() if inspect.isroutine(value)]
    described += [value for value in PUBLIC.values() if inspect.isclass(value)]
    assert len(described) > 40
    assert [value.__name__ for value in described if not value.__doc__] == []


def test_a_name_that_is_not_public_is_refused() -> None:
    with pytest.raises(AttributeError, match="'cpe_label' has no attribute 'find_referential'"):
        cpe_label.find_referential  # type: ignore[attr-defined]  # noqa: B018


def test_importing_the_package_imports_none_of_its_rooms() -> None:
    code = "import sys, cpe_label; print([m for m in sys.modules if m.startswith('cpe_label.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['cpe_label._version']\n"


# ── What a user writes ───────────────────────────────────────────────────────────────────────────


def test_the_code_that_type_checkers_are_given_also_runs() -> None:
    """`.ci/run` gives `typing_sample.py` to mypy and to pyright."""
    sample = Path(__file__).parent / "typing_sample.py"
    done = subprocess.run(
        [sys.executable, str(sample)],
        cwd=sample.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "every line of the sample holds\n"
