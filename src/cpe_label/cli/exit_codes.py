"""Exit codes: their meaning, the code of an answer, and the code of several answers."""

from collections.abc import Iterable
from enum import IntEnum

from ..problems.problem import is_error
from ..problems.report import CheckReport
from ..rules.evaluation import Evaluation, Verdict


class Exit(IntEnum):
    """The exit codes of the process. The names are ours; the numbers are the contract."""

    DONE = 0
    NO = 1
    """The answer is no: a verdict of fail, a problem in the content of a checked file."""
    UNUSABLE = 2
    """Unreadable data, an error in the data outside `check`, or bad usage."""
    OPEN = 3
    """Undecided, or decided and incomplete."""
    FAULT = 70
    """A fault of this program."""


class ProcessEndedError(Exception):
    """A process that shared the work was ended from outside: the exit code is 2."""


_UNUSABLE = ("F", "X001", "X002", "X003", "X004")
"""How the codes start of problems for which a file cannot be used at all."""
_GRAVITY = (Exit.FAULT, Exit.UNUSABLE, Exit.NO, Exit.OPEN, Exit.DONE)


def gravest(exits: Iterable[Exit]) -> Exit:
    """The exit code of several answers: the first of 70, 2, 1, 3, 0 that occurred."""
    return min(exits, key=_GRAVITY.index, default=Exit.DONE)


def of_evaluation(evaluation: Evaluation) -> Exit:
    """0 for a complete pass, 1 for a fail, 3 if anything is still open."""
    if evaluation.verdict is Verdict.FAIL:
        return Exit.NO
    return Exit.DONE if evaluation.verdict is Verdict.PASS and evaluation.complete else Exit.OPEN


def of_report(report: CheckReport, *, strict: bool) -> Exit:
    """2 if a file cannot be used, 1 for any other error; with `strict`, 1 for a warning too."""
    if any(problem.code.startswith(_UNUSABLE) for problem in report.problems if is_error(problem)):
        return Exit.UNUSABLE
    return Exit.NO if report.errors or (strict and report.problems) else Exit.DONE
