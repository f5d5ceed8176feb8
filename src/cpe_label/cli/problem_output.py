"""Problems as the result of a command: their format, and short paths of their files."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from .._frozen import FrozenMap
from ..problems import formats
from ..problems.formats.text import write as write_text
from ..problems.problem import Problem
from ..problems.report import CheckReport
from .console import Console


def write_problems(report: CheckReport, form: str, console: Console) -> None:
    """Write the report of a check on standard output, in one of the problem formats."""
    if form == "text":
        console.result(write_text(report, console.language, coloured=console.in_colour))
    else:
        console.result(formats.write(form, portable(report), console.language))


def portable(report: CheckReport, separator: str = os.sep) -> CheckReport:
    """The report with `/` in the paths of files, as programs expect it on every system."""
    if separator == "/":
        return report
    files = [with_slashes(name, separator) for name in report.files]
    problems = [portable_problem(problem, separator) for problem in report.problems]
    return replace(report, files=files, problems=problems)


def portable_problem(problem: Problem, separator: str = os.sep) -> Problem:
    """The problem with `/` in the paths of files."""
    if separator == "/":
        return problem
    return _with_names(problem, lambda name: with_slashes(name, separator))


def with_slashes(name: str, separator: str = os.sep) -> str:
    """A path as it is written on most systems; there a backslash is a character like any other."""
    return name if separator == "/" else name.replace(separator, "/")


def relative(name: str) -> str:
    """A path relative to the current folder, as CI wants it; any other path as it was given.

    The short path is used only if it leads to the same file: after a link, `..` may not.
    """
    path = Path(name)
    try:
        here = Path.cwd()
        if path.is_absolute() and path.is_relative_to(here):
            name = str(path.relative_to(here))
        short = os.path.normpath(name)
        return short if os.path.samefile(short, name) else name
    except (OSError, ValueError):  # nothing is there, or the current folder is gone
        return name


def renamed(problem: Problem) -> Problem:
    """The same problem, with the short paths of its files."""
    return _with_names(problem, relative)


def _with_names(problem: Problem, rename: Callable[[str], str]) -> Problem:
    arguments = problem.arguments
    if isinstance(files := arguments.get("files"), tuple):
        arguments = FrozenMap({**arguments, "files": tuple(rename(str(one)) for one in files)})
    file = None if problem.file is None else rename(problem.file)
    return replace(problem, file=file, arguments=arguments)


def distinct(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once. Two files that differ are one problem, whichever was read first."""
    found: dict[object, Problem] = {}
    for one in problems:
        files = one.arguments.get("files")
        pair = frozenset(files) if one.code == "F011" and isinstance(files, tuple) else None
        found.setdefault(one if pair is None else (one.code, pair), one)
    return list(found.values())
