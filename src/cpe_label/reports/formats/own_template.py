"""Rendering a reader's own template: in Jinja's sandbox, from its own folder and no other.

A template is code: the sandbox keeps it from files, modules and private names, and nothing keeps it
from being slow or from saying what is not so. It is to be read before it is run.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    StrictUndefined,
    TemplateAssertionError,
    TemplateNotFound,
    TemplateSyntaxError,
    nodes,
)
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ...problems.exceptions import DataError
from ...problems.problem import Argument, problem
from ...reading.files import decode, read_bytes
from ..prose import prose
from ..view.types import ReferentialView, View
from .jinja import FILTERS, LAYOUT


class _Named(StrictUndefined):
    """A name that is not there: the error carries the name, and the words are ours."""

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class _Folder(BaseLoader):
    """The templates of one folder, wherever links in it may point."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read: set[str] = set()
        """The files that were read, as the reader would name them."""

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        path = self.folder / template
        real = path.resolve()
        if not real.is_relative_to(self.folder.resolve()) or not real.is_file():
            raise TemplateNotFound(template)
        self.read.add(str(path))
        return decode(read_bytes(path), str(path)).text, str(path), lambda: True


def render_template(path: str | os.PathLike[str], form: str, view: View | ReferentialView) -> str:
    """The text that a template makes of a view, escaped for `html`, `markdown` or `text`.

    The template sees the view as `view`, and the filter `prose`, which gives the paragraphs and
    lists of a free text. Includes come from its own folder alone.

    Raises DataError, with the line of the template, where it cannot be read or rendered.
    """
    given = Path(path)
    read_bytes(given)  # before Jinja, so that a missing file is reported as any other
    folder = _Folder(given.parent)
    try:
        return _environment(form, folder).get_template(given.name).render(view=view)
    except DataError:
        raise
    except Exception as error:  # noqa: BLE001  a template can fail in any way
        raise _data_error(error, given, folder) from None


def _environment(form: str, folder: _Folder) -> ImmutableSandboxedEnvironment:
    escaping: dict[str, Any] = import_module(f".{form}", __package__).ESCAPING
    finalize = _only_plain(escaping.get("finalize", lambda value: value))
    jinja = _Environment(
        loader=folder, undefined=_Named, **LAYOUT, **{**escaping, "finalize": finalize}
    )
    jinja.filters.update(FILTERS, prose=prose, **{_COUNTED: _counter()})
    return jinja


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox in which every round of a loop is counted, so that no template runs for ever."""

    intercepted_binops = frozenset({"*", "**"})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            line = loop.iter.lineno
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=line)
            loop.iter.set_environment(self)
        return tree

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Only small numbers are multiplied: a product of others could fill the memory."""
        small = isinstance(left, (int, float)) and isinstance(right, (int, float))
        if not small or (operator == "**" and (abs(left) > _MOST_BASE or abs(right) > _MOST_POWER)):
            raise OverflowError(operator)
        return super().call_binop(context, operator, left, right)


_COUNTED = "_counted"
_MOST_ROUNDS, _MOST_BASE, _MOST_POWER = 1_000_000, 1_000_000, 8


def _counter() -> Callable[[Iterable[Any]], Iterator[Any]]:
    """A filter that gives what it is given, for so many rounds in all."""
    rounds = count(1)

    def counted(values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            if next(rounds) > _MOST_ROUNDS:
                raise OverflowError(_MOST_ROUNDS)
            yield value

    return counted


def _only_plain(finalize: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Only texts and numbers are printed: a list or a view would show what it is in Python."""

    def plain(value: Any) -> Any:
        if isinstance(value, (str, int, StrictUndefined)):
            return finalize(value)
        raise TypeError(value)

    return plain


def _data_error(error: Exception, template: Path, folder: _Folder) -> DataError:
    """What is wrong with the template, in our words, at the last of its lines that was run."""
    code, arguments = _why(error)
    file, line = _place(error, folder) or (str(template), None)
    return DataError([problem(code, **arguments).in_file(file, line, line and 1)])


def _why(error: Exception) -> tuple[str, dict[str, Argument]]:
    match error:
        case TemplateNotFound():
            return "F016", {"name": str(error.name)}
        case TemplateAssertionError() if named := re.search("'(.*)'", str(error.message)):
            return "F015", {"name": named[1]}  # a filter, or a test
        case TemplateSyntaxError():
            return "F014", {}
        case SecurityError():
            return "F017", {}
        case UndefinedError():
            return "F015", {"name": str(error.message)}
        case _:
            return "F018", {}


def _place(error: Exception, folder: _Folder) -> tuple[str, int] | None:
    if isinstance(error, TemplateSyntaxError):
        return (error.filename, error.lineno) if error.filename else None
    place = None
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file in folder.read:
            place = file, trace.tb_lineno
        trace = trace.tb_next
    return place
