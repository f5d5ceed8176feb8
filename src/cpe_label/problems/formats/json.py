"""Problems as JSON: a versioned record of every problem."""

import json
from collections.abc import Sequence
from typing import Final

from ..._version import __version__
from ...text.display import UNSAFE, is_harmless
from ...text.typography import Language
from ..problem import Problem
from ..report import CheckReport

PROBLEMS_FORMAT: Final = "cpe-label/problems/1"

ENGINE: Final = {"name": "cpe_label", "version": __version__}


def write(report: CheckReport, language: Language) -> str:
    """A versioned record of every problem, with its arguments and its sentence."""
    record = {
        "format": PROBLEMS_FORMAT,
        "engine": ENGINE,
        "files": len(report.files),
        "errors": report.errors,
        "warnings": report.warnings,
        "problems": [problem.data(language) for problem in report.shown],
    }
    return log_json(record)


def problem_line(problems: Sequence[Problem], language: Language) -> str:
    """The line that stands for an audit that cannot be evaluated, in a list of records."""
    found = [problem.data(language) for problem in problems]
    return log_json({"format": PROBLEMS_FORMAT, "problems": found}, is_line=True)


_IN_A_LINE: Final = json.JSONEncoder(ensure_ascii=False)
_IN_LINES: Final = json.JSONEncoder(ensure_ascii=False, indent=2)


def log_json(value: object, *, is_line: bool = False) -> str:
    """JSON that a log can show: what is harmful there is an escape, which is the same value."""
    text = (_IN_A_LINE if is_line else _IN_LINES).encode(value)
    if is_harmless(text):
        return f"{text}\n"
    # A line end can only be one of the layout: inside a text, JSON has escaped it already.
    escaped = UNSAFE.sub(lambda one: "\n" if one[0] == "\n" else json.dumps(one[0])[1:-1], text)
    return f"{escaped}\n"
