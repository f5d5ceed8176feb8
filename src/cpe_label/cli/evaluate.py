"""`cpe-label evaluate`: the verdict on each audit, and its reasons."""

from argparse import Namespace

from ..errors import DataError
from ..evaluation import Evaluation, Verdict
from ..exchange.problem_formats import as_line
from ..loading import Document, Shelf
from ..record import record_text
from ..rendering import language_of, view
from ..rendering.terminal import coloured, plain, summary
from ..text import visible
from .door import Door, today
from .evaluations import evaluated
from .exits import Exit, gravest
from .named import documents_named, shelf_of


def run(arguments: Namespace, door: Door) -> Exit:
    """Write each evaluation; the gravest answer is the exit code."""
    several = len(arguments.audits) > 1 or _holds_several(arguments.audits[0])
    if arguments.format == "json" and several:
        door.talk("one_audit")
        return Exit.UNUSABLE
    shelf = shelf_of(arguments.places)
    return gravest(
        _evaluate(document, shelf, arguments, door, several=several)
        for path in arguments.audits
        for document in documents_named(path)
    )


def _holds_several(name: str) -> bool:
    return name.lower().endswith(".jsonl")


def _evaluate(
    document: Document, shelf: Shelf, arguments: Namespace, door: Door, *, several: bool
) -> Exit:
    try:
        evaluation = evaluated(document, shelf, door)
    except DataError as error:
        if arguments.format == "jsonl":
            door.result(as_line(error.problems, door.language))
        else:
            door.complain(error.problems)
        return Exit.UNUSABLE
    if several and arguments.format == "text":
        door.result(f"{_place(evaluation)}\n{_written(evaluation, arguments, door)}\n")
    else:
        door.result(_written(evaluation, arguments, door))
    return answer(evaluation)


def _place(evaluation: Evaluation) -> str:
    """The file of the audit as it was named, with its line if it is one of several."""
    source = evaluation.audit.source
    name = visible(source.name)
    return f"{name}:{source.first_line}" if _holds_several(source.name) else name


def _written(evaluation: Evaluation, arguments: Namespace, door: Door) -> str:
    language = arguments.lang or language_of(evaluation)
    if arguments.format == "text":
        paint = coloured if door.in_colour else plain
        return summary(view(evaluation, language, arguments.on or today()), paint)
    indent = 2 if arguments.format == "json" else None
    return record_text(evaluation, language, indent=indent)


def answer(evaluation: Evaluation) -> Exit:
    """0 for a complete pass, 1 for a fail, 3 for anything still open."""
    if evaluation.verdict is Verdict.FAIL:
        return Exit.NO
    return Exit.DONE if evaluation.verdict is Verdict.PASS and evaluation.complete else Exit.OPEN
