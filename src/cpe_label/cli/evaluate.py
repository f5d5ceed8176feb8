"""`cpe-label evaluate`: the verdict on each audit, and its reasons."""

from argparse import Namespace

from ..audit import Audit
from ..errors import DataError
from ..evaluating import evaluate
from ..evaluation import Evaluation, Verdict
from ..exchange.problem_formats import as_line
from ..loading import Document, Shelf, documents_in, value_of
from ..record import record_text
from ..rendering import language_of, view
from ..rendering.terminal import coloured, plain, summary
from ..text import Language
from .door import Door, today
from .exits import Exit, gravest


def run(arguments: Namespace, door: Door) -> Exit:
    """Write each evaluation; the gravest answer is the exit code."""
    arguments.several = len(arguments.audits) > 1 or arguments.audits[0].endswith(".jsonl")
    if arguments.format == "json" and arguments.several:
        door.talk("one_audit")
        return Exit.UNUSABLE
    shelf = Shelf(arguments.places)
    return gravest(
        _evaluate(document, shelf, arguments, door)
        for path in arguments.audits
        for document in documents_in(path)
    )


def _evaluate(document: Document, shelf: Shelf, arguments: Namespace, door: Door) -> Exit:
    try:
        audit = value_of(document, Audit)
        evaluation = evaluate(shelf.of(audit), audit, versions=shelf.referentials())
    except DataError as error:
        if arguments.format == "jsonl":
            door.result(as_line(error.problems, door.language))
        else:
            door.complain(error.problems)
        return Exit.UNUSABLE
    language = arguments.lang or language_of(evaluation)
    _write(evaluation, language, arguments, door)
    return answer(evaluation)


def _write(evaluation: Evaluation, language: Language, arguments: Namespace, door: Door) -> None:
    if arguments.format == "text":
        on = arguments.on or today()
        paint = coloured if door.in_colour else plain
        after = "\n" if arguments.several else ""
        door.result(summary(view(evaluation, language, on), paint) + after)
    else:
        indent = 2 if arguments.format == "json" else None
        door.result(record_text(evaluation, language, indent=indent))


def answer(evaluation: Evaluation) -> Exit:
    """0 for a complete pass, 1 for a fail, 3 for anything still open."""
    if evaluation.verdict is Verdict.FAIL:
        return Exit.NO
    return Exit.DONE if evaluation.verdict is Verdict.PASS and evaluation.complete else Exit.OPEN
