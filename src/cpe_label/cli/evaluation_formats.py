"""How one evaluation is written, in each format that `evaluate --format` takes.

What is written is a text, or a row of the table, whose widths the rows after it decide.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from ..problems.formats.json import problem_line
from ..problems.problem import Problem
from ..reading.lines import CountedOutcome, Outcome
from ..record.evaluation import record_text
from ..reports.formats import rows
from ..rules.evaluation import Evaluation
from ..text.typography import Language
from .problem_output import portable_problem, with_slashes

if TYPE_CHECKING:
    from ..reports.formats.table import Row


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, of every audit."""

    form: str
    """The name of the format."""
    on: date | None
    """The day whose state a record holds, if any."""
    day: date
    """The day of every other state."""
    language: Language | None
    """The language of records and summaries; None for that of the referential."""
    words: Language
    """The language of problems."""
    several: bool
    in_colour: bool
    levels: tuple[str, ...] = ()
    """The levels that have columns in CSV."""

    @property
    def format(self) -> "Format":
        """The format itself."""
        return FORMATS[self.form]

    def language_of(self, evaluation: Evaluation) -> Language:
        """The language of what is written of an evaluation."""
        return self.language or evaluation.referential.report_language


Written: TypeAlias = "str | Row"
AnyOutcome = Outcome | CountedOutcome


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write evaluations."""

    evaluated: Callable[[Request, AnyOutcome, Evaluation, str], Written]
    """Writes an evaluation; the last argument is the place of its audit."""
    refused: "Callable[[Request, tuple[Problem, ...], str], Written | None]"
    """Writes what could not be evaluated; None where its problems alone are reported."""
    by_counts: bool = False
    """Whether an audit that was only counted can be written."""
    reports: Literal["all", "first", "none"] = "all"
    """Which problems of an audit without evaluation are reported beside what is written."""


def _summary(request: Request, _: AnyOutcome, evaluation: Evaluation, place: str) -> str:
    from ..reports.formats.terminal import coloured, plain, summary  # the others do without
    from ..reports.view.evaluation import view

    paint = coloured if request.in_colour else plain
    written = summary(view(evaluation, request.language_of(evaluation), request.day), paint)
    return f"{place}\n{written}\n" if request.several else written


def _record(request: Request, _: AnyOutcome, evaluation: Evaluation, __: str) -> str:
    return record_text(evaluation, request.language_of(evaluation), on=request.on)


def _line(request: Request, outcome: AnyOutcome, _: Evaluation, __: str) -> str:
    return outcome.line(request.on, request.language, request.words)


def _line_of_problems(request: Request, problems: tuple[Problem, ...], _: str) -> str:
    return problem_line(list(map(portable_problem, problems)), request.words)


def _row(request: Request, _: AnyOutcome, evaluation: Evaluation, __: str) -> "Row":
    from ..reports.formats.table import row_of

    return row_of(evaluation, request.day)


def _row_of_problems(_: Request, __: tuple[Problem, ...], place: str) -> "Row":
    from ..reports.formats.table import Row

    return Row(place)


def _cells(request: Request, _: AnyOutcome, evaluation: Evaluation, place: str) -> str:
    return rows.row(with_slashes(place), evaluation, request.levels, request.day)


def _cells_of_problems(request: Request, _: tuple[Problem, ...], place: str) -> str:
    return rows.row_without(with_slashes(place), request.levels)


def _nothing(_: Request, __: tuple[Problem, ...], ___: str) -> None:
    return None


FORMATS: Final[dict[str, Format]] = {
    "text": Format(_summary, _nothing),
    "table": Format(_row, _row_of_problems, by_counts=True, reports="first"),
    "csv": Format(_cells, _cells_of_problems, by_counts=True, reports="first"),
    "json": Format(_record, _nothing),
    "jsonl": Format(_line, _line_of_problems, by_counts=True, reports="none"),
}
"""The formats, by the names that `--format` takes."""
