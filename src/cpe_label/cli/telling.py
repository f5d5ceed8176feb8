"""Telling problems as a result: in words or as another program reads them, under short paths."""

import os
from collections.abc import Mapping
from pathlib import Path

from ..errors import Problem
from ..exchange.problem_formats import PROBLEM_FORMATS, Checked, as_text
from .door import Door


def tell(checked: Checked, form: str, door: Door) -> None:
    """Write what was found, as text or in one of `PROBLEM_FORMATS`."""
    if form == "text":
        door.result(as_text(checked, door.language, coloured=door.in_colour))
    else:
        door.result(PROBLEM_FORMATS[form](checked, door.language))


def relative(name: str) -> str:
    """A path under the current folder as CI wants it; any other as the reader gave it."""
    here = Path.cwd()
    path = Path(name)
    if path.is_absolute() and path.is_relative_to(here):
        return str(path.relative_to(here))
    return os.path.normpath(name) if os.path.exists(name) else name


def renamed(problem: Problem, names: Mapping[str, str]) -> Problem:
    """The same problem, its file under the name that is shown for it."""
    file = names.get(problem.file or "")
    return problem if file is None else problem.in_file(file, problem.line, problem.column)
