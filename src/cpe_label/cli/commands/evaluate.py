"""`cpe-label evaluate`: the verdict on each audit, and its reasons."""

from argparse import Namespace
from collections.abc import Callable
from typing import Final

from ...problems.exceptions import DataError
from ...problems.formats.json import problem_line
from ...reading.document import Document
from ...reading.referentials import Referentials
from ...record.evaluation import record_text
from ...reports.formats.terminal import coloured, plain, summary
from ...reports.view.evaluation import view
from ...rules.evaluation import Evaluation
from ...text.display import visible
from ...text.typography import Language
from ..console import Console, today
from ..exit_codes import Exit, gravest, of_evaluation
from ..inputs import documents_named, evaluated, referentials_in
from ..problem_output import portable_problem


def run(arguments: Namespace, console: Console) -> Exit:
    """Write each evaluation. The exit code is that of the gravest answer."""
    several = len(arguments.audits) > 1 or _holds_several(arguments.audits[0])
    if arguments.format == "json" and several:
        console.status("one_audit")
        return Exit.UNUSABLE
    referentials = referentials_in(arguments.places)
    documents = (document for path in arguments.audits for document in documents_named(path))
    return gravest(
        _evaluate(document, referentials, arguments, console, several=several)
        for document in console.counted(documents)
    )


def _holds_several(name: str) -> bool:
    return name.lower().endswith(".jsonl")


def _evaluate(
    document: Document,
    referentials: Referentials,
    arguments: Namespace,
    console: Console,
    *,
    several: bool,
) -> Exit:
    try:
        evaluation = evaluated(document, referentials, console)
    except DataError as error:
        if arguments.format == "jsonl":
            problems = [portable_problem(one) for one in error.problems]
            console.result(problem_line(problems, console.language))
        else:
            console.report_problems(error.problems)
        return Exit.UNUSABLE
    written = FORMATS[arguments.format](evaluation, arguments, console)
    if several and arguments.format == "text":
        written = f"{_place(evaluation)}\n{written}\n"
    console.result(written)
    return of_evaluation(evaluation)


def _place(evaluation: Evaluation) -> str:
    """The file of the audit as it was given, with the line if it is a `.jsonl`."""
    source = evaluation.audit.source
    name = visible(source.name)
    return f"{name}:{source.first_line}" if _holds_several(source.name) else name


def _summary(evaluation: Evaluation, arguments: Namespace, console: Console) -> str:
    paint = coloured if console.in_colour else plain
    day = arguments.on or today()
    return summary(view(evaluation, _language(evaluation, arguments), day), paint)


def _record(evaluation: Evaluation, arguments: Namespace, _: Console) -> str:
    return record_text(evaluation, _language(evaluation, arguments), on=arguments.on, indent=2)


def _record_line(evaluation: Evaluation, arguments: Namespace, _: Console) -> str:
    return record_text(evaluation, _language(evaluation, arguments), on=arguments.on, indent=None)


def _language(evaluation: Evaluation, arguments: Namespace) -> Language:
    chosen: Language = arguments.lang or evaluation.referential.report_language
    return chosen


FORMATS: Final[dict[str, Callable[[Evaluation, Namespace, Console], str]]] = {
    "text": _summary,
    "json": _record,
    "jsonl": _record_line,
}
"""How an evaluation is written, by the names that `--format` takes."""
