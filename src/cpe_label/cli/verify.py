"""`cpe-label verify`: a record held against the evaluation of its audit, made anew."""

import sys
from argparse import Namespace

from ..errors import DataError, Problem
from ..evaluating import evaluate
from ..exchange.problem_formats import Checked
from ..loading import STANDARD_INPUT, Shelf, load_audit
from ..loading.records import load_record, parse_record
from ..record import Recorded
from ..source import lines_of
from ..verifying import DIFFERENCES, verify
from .door import Door
from .exits import Exit
from .telling import relative, renamed, tell


def run(arguments: Namespace, door: Door) -> Exit:
    """Tell what differs; 1 if anything does, 2 if the two cannot be compared."""
    try:
        recorded = _recorded(arguments.record)
    except DataError as error:
        return _told(error.problems, None, arguments, door)
    try:
        audit = load_audit(arguments.audit)
        shelf = Shelf(arguments.places)
        evaluation = evaluate(shelf.of(audit), audit, versions=shelf.referentials())
        found = verify(recorded, evaluation)
    except DataError as error:
        found = error.problems
    return _told(found, recorded, arguments, door)


def _recorded(name: str) -> Recorded:
    if name == "-":
        return parse_record(sys.stdin.buffer.read(), source=STANDARD_INPUT)
    return load_record(name)


def _told(
    found: tuple[Problem, ...], recorded: Recorded | None, arguments: Namespace, door: Door
) -> Exit:
    name = arguments.record if recorded is None else recorded.source.name
    names = {name: relative(name), arguments.audit: relative(arguments.audit)}
    lines = {} if recorded is None else {names[name]: lines_of(recorded.source.text)}
    problems = [renamed(problem, names) for problem in found]
    tell(Checked(list(names.values()), problems, lines, arguments.most), arguments.format, door)
    shown = {"record": names[name], "audit": names[arguments.audit]}
    if not found:
        door.talk("verified", **shown)
        return Exit.DONE
    if all(problem.code in DIFFERENCES for problem in found):
        door.talk("differs", count=len(found), **shown)
        return Exit.NO
    door.talk("not_verified", **shown)
    return Exit.UNUSABLE
