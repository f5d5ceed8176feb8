"""`cpe-label check`: every problem of every file."""

from argparse import Namespace

from ..audit import Audit
from ..checks import check_audit
from ..errors import DataError, Problem, is_error
from ..loading import Document, Shelf, documents_in
from .door import Door
from .exits import Exit


def run(arguments: Namespace, door: Door) -> Exit:
    """Tell the problems; 1 if there is an error in the content, 2 if a file cannot be read."""
    shelf = Shelf(arguments.places)
    problems = [
        problem
        for path in arguments.files
        for document in documents_in(path)
        for problem in _problems(document, shelf)
    ]
    for problem in problems:
        door.result(problem.text(door.language) + "\n")
    errors = [problem for problem in problems if is_error(problem)]
    if problems:
        warnings = len(problems) - len(errors)
        door.talk("found", errors=len(errors), warnings=warnings, count=len(arguments.files))
    else:
        door.talk("sound", count=len(arguments.files))
    if any(problem.code.startswith("F") for problem in errors):
        return Exit.UNUSABLE
    return Exit.NO if errors else Exit.DONE


def _problems(document: Document, shelf: Shelf) -> tuple[Problem, ...]:
    if document.problems or not isinstance(document.value, Audit):
        return document.problems
    try:
        audit = document.value
        return check_audit(shelf.of(audit), audit, shelf.referentials())
    except DataError as error:
        return error.problems
