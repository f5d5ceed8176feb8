"""Telling problems as a result: in words or as another program reads them, under short paths."""

import os
from pathlib import Path

from ..errors import Problem
from ..exchange.checked import Checked
from ..exchange.problem_formats import PROBLEM_FORMATS
from ..exchange.problem_text import as_text
from .door import Door


def tell(checked: Checked, form: str, door: Door) -> None:
    """Write what was found, as text or in one of `PROBLEM_FORMATS`."""
    if form == "text":
        door.result(as_text(checked, door.language, coloured=door.in_colour))
    else:
        door.result(PROBLEM_FORMATS[form](checked, door.language))


def relative(name: str) -> str:
    """A path under the current folder as CI wants it; any other as the reader gave it.

    A short name is given only to what it surely names: past a link, `..` leads elsewhere.
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
    """The same problem, its file under the name that is shown for it."""
    if problem.file is None:
        return problem
    return problem.in_file(relative(problem.file), problem.line, problem.column)
