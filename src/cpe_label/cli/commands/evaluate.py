"""`cpe-label evaluate`: the verdict on each audit, and its reasons."""

from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from ...problems.problem import Problem
from ...reading.document import BESIDE_AUDITS, Document
from ...reading.files import is_lines
from ...reading.lines import Outcome, outcome_of
from ...record.evaluation import record_text
from ...reports.formats.table import Row, Table, row_of
from ...reports.formats.terminal import Paint, coloured, plain, summary
from ...reports.view.evaluation import view
from ...rules.evaluation import Evaluation
from ...text.display import visible
from ...text.typography import Language
from ..console import Console, today
from ..exit_codes import Exit, gravest, of_evaluation
from ..inputs import documents_named, holds_several, referentials_in
from ..problem_output import portable_problem


def run(arguments: Namespace, console: Console) -> Exit:
    """Write each evaluation. The exit code is that of the gravest answer."""
    several = len(arguments.audits) > 1 or holds_several(arguments.audits[0])
    form = arguments.format or ("table" if several else "text")
    if form == "json" and several:
        console.status("one_audit")
        return Exit.UNUSABLE
    referentials = referentials_in(arguments.places)
    passed_over: list[str] = []
    writer = FORMATS[form](arguments, console, several)
    code = gravest(
        writer.write(outcome_of(document, referentials), document.name)
        for document in console.counted(_documents(arguments.audits, passed_over))
    )
    writer.end()
    if passed_over:
        console.status("passed_over", count=len(passed_over))
    return code


def _documents(names: list[str], passed_over: list[str]) -> Iterator[Document]:
    """The documents that are named; a folder may hold referentials beside its audits."""
    for name in names:
        for document in documents_named(name, passed_over):
            if document.kind not in BESIDE_AUDITS or document.name == name:
                yield document


class Writer:
    """Writes each outcome as it comes. The problems of one audit are reported, of several counted.

    A format says how it writes an evaluation; most say what is wrong on standard error.
    """

    def __init__(self, arguments: Namespace, console: Console, several: bool) -> None:
        self.on = arguments.on
        self.day = arguments.on or today()
        self.language: Language | None = arguments.lang
        self.console = console
        self.several = several
        self.warnings = 0

    def write(self, outcome: Outcome, name: str) -> Exit:
        """Write one outcome; returns its exit code."""
        if outcome.evaluation is None:
            self.refused(outcome, name)
            return Exit.UNUSABLE
        if self.several:
            self.warnings += len(outcome.problems)
        else:
            self.console.report_problems(outcome.problems)
        self.evaluated(outcome, outcome.evaluation)
        return of_evaluation(outcome.evaluation)

    def end(self) -> None:
        """Write what remains, and how many warnings there were."""
        if self.warnings:
            self.console.status("warnings_in_all", count=self.warnings)

    def refused(self, outcome: Outcome, name: str) -> None:  # noqa: ARG002  a table needs it
        """Report why an audit has no evaluation."""
        self.console.report_problems(outcome.problems)

    def evaluated(self, outcome: Outcome, evaluation: Evaluation) -> None:
        """Write an evaluation."""
        raise NotImplementedError

    @property
    def paint(self) -> Paint:
        """Colours on a terminal."""
        return coloured if self.console.in_colour else plain


class _Summary(Writer):
    def evaluated(self, _: Outcome, evaluation: Evaluation) -> None:
        language = self.language or evaluation.referential.report_language
        written = summary(view(evaluation, language, self.day), self.paint)
        place = _place(evaluation.audit.source.name, evaluation.audit.source.first_line)
        self.console.result(f"{place}\n{written}\n" if self.several else written)


class _Record(Writer):
    def evaluated(self, _: Outcome, evaluation: Evaluation) -> None:
        language = self.language or evaluation.referential.report_language
        self.console.result(record_text(evaluation, language, on=self.on, indent=2))


class _Lines(Writer):
    """What `evaluate_lines` gives; the problems of an audit are its line."""

    def evaluated(self, outcome: Outcome, _: Evaluation) -> None:
        self.console.result(outcome.line(self.on, self.language, self.console.language))

    def refused(self, outcome: Outcome, _: str) -> None:
        portable = replace(outcome, problems=tuple(map(portable_problem, outcome.problems)))
        self.console.result(portable.line(words=self.console.language))


class _Table(Writer):
    def __init__(self, arguments: Namespace, console: Console, several: bool) -> None:
        super().__init__(arguments, console, several)
        self.table = Table(console.language, self.day, self.paint)

    def evaluated(self, _: Outcome, evaluation: Evaluation) -> None:
        self.console.result(self.table.add(row_of(evaluation, self.day)))

    def refused(self, outcome: Outcome, name: str) -> None:
        self.console.report_first(outcome.problems)
        self.console.result(self.table.add(Row(_place(name, _line(outcome.problems)))))

    def end(self) -> None:
        self.console.result(self.table.end())
        super().end()


def _line(problems: tuple[Problem, ...]) -> int | None:
    return problems[0].line if problems else None


def _place(name: str, line: int | None) -> str:
    """The file as it was given, with the line if it holds an audit in each."""
    return f"{visible(name)}:{line}" if line and is_lines(name) else visible(name)


FORMATS: Final[dict[str, Callable[[Namespace, Console, bool], Writer]]] = {
    "text": _Summary,
    "table": _Table,
    "json": _Record,
    "jsonl": _Lines,
}
"""How evaluations are written, by the names that `--format` takes."""
