"""`cpe-label verify`: recompute a record from its audit and report the differences."""

from argparse import Namespace

from ...problems.exceptions import DataError
from ...problems.problem import Problem
from ...problems.report import CheckReport
from ...problems.source import lines_of
from ...reading.discovery import STANDARD_INPUT
from ...reading.document import load_audit
from ...reading.files import MOST_BYTES
from ...reading.record import load_record, parse_record
from ...record.evaluation import Recorded
from ...record.verify import DIFFERENCES, verify
from ..console import Console
from ..exit_codes import Exit
from ..inputs import from_standard_input, referentials_in
from ..problem_output import relative, renamed, write_problems


def run(arguments: Namespace, console: Console) -> Exit:
    """Report the differences. 1 if there are any, 2 if the two cannot be compared."""
    try:
        recorded = _recorded(arguments.record)
    except DataError as error:
        return _answer(error.problems, None, arguments, console)
    try:
        evaluation = (
            referentials_in(arguments.places).assess(load_audit(arguments.audit)).evaluation
        )
        found = verify(recorded, evaluation)
    except DataError as error:
        found = error.problems
    return _answer(found, recorded, arguments, console)


def _recorded(name: str) -> Recorded:
    if name != "-":
        return load_record(name)
    content = from_standard_input(
        lambda stream: stream.read(MOST_BYTES + 1)
    )  # too long, if it is full
    return parse_record(content, source=STANDARD_INPUT)


def _answer(
    found: tuple[Problem, ...], recorded: Recorded | None, arguments: Namespace, console: Console
) -> Exit:
    name = arguments.record if recorded is None else recorded.source.name
    shown = {"record": relative(name), "audit": relative(arguments.audit)}
    lines = {} if recorded is None else {shown["record"]: lines_of(recorded.source.text)}
    problems = [renamed(problem) for problem in found]
    write_problems(
        CheckReport(list(dict.fromkeys(shown.values())), problems, lines, arguments.most),
        arguments.format,
        console,
    )
    if not found:
        console.status("verified", **shown)
        return Exit.DONE
    if all(problem.code in DIFFERENCES for problem in found):
        console.status("differs", count=len(found), **shown)
        return Exit.NO
    console.status("not_verified", **shown)
    return Exit.UNUSABLE
