"""Problems as the result of a command: their format, and short paths of their files."""

import os
from collections.abc import Iterable
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
        console.result(formats.write(form, report, console.language))


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
    arguments = problem.arguments
    if isinstance(files := arguments.get("files"), tuple):
        arguments = FrozenMap({**arguments, "files": tuple(relative(str(one)) for one in files)})
    file = None if problem.file is None else relative(problem.file)
    return replace(problem, file=file, arguments=arguments)


def distinct(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once. Two files that differ are one problem, whichever was read first."""
    found: dict[object, Problem] = {}
    for one in problems:
        files = one.arguments.get("files")
        pair = frozenset(files) if one.code == "F011" and isinstance(files, tuple) else None
        found.setdefault(one if pair is None else (one.code, pair), one)
    return list(found.values())
