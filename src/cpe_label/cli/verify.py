"""`cpe-label verify`: a record held against the evaluation of its audit, made anew."""

from argparse import Namespace

from ..errors import DataError, Problem
from ..exchange.checked import Checked
from ..loading import STANDARD_INPUT, load_audit
from ..loading.content import MOST_BYTES
from ..loading.records import load_record, parse_record
from ..record import Recorded
from ..source import lines_of
from ..verifying import DIFFERENCES, verify
from .door import Door
from .evaluations import evaluation_of
from .exits import Exit
from .named import from_standard_input, shelf_of
from .telling import relative, renamed, tell


def run(arguments: Namespace, door: Door) -> Exit:
    """Tell what differs; 1 if anything does, 2 if the two cannot be compared."""
    try:
        recorded = _recorded(arguments.record)
    except DataError as error:
        return _told(error.problems, None, arguments, door)
    try:
        evaluation = evaluation_of(load_audit(arguments.audit), shelf_of(arguments.places))
        found = verify(recorded, evaluation)
    except DataError as error:
        found = error.problems
    return _told(found, recorded, arguments, door)


def _recorded(name: str) -> Recorded:
    if name != "-":
        return load_record(name)
    content = from_standard_input(lambda stream: stream.read(MOST_BYTES + 1))  # refused, if over
    return parse_record(content, source=STANDARD_INPUT)


def _told(
    found: tuple[Problem, ...], recorded: Recorded | None, arguments: Namespace, door: Door
) -> Exit:
    name = arguments.record if recorded is None else recorded.source.name
    shown = {"record": relative(name), "audit": relative(arguments.audit)}
    lines = {} if recorded is None else {shown["record"]: lines_of(recorded.source.text)}
    problems = [renamed(problem) for problem in found]
    tell(
        Checked(list(dict.fromkeys(shown.values())), problems, lines, arguments.most),
        arguments.format,
        door,
    )
    if not found:
        door.talk("verified", **shown)
        return Exit.DONE
    if all(problem.code in DIFFERENCES for problem in found):
        door.talk("differs", count=len(found), **shown)
        return Exit.NO
    door.talk("not_verified", **shown)
    return Exit.UNUSABLE
