"""`cpe-label evaluate`: the verdict on each audit, and its reasons."""

from argparse import Namespace
from collections.abc import Generator
from contextlib import closing
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from ...reports.formats.rows import heading, levels_of
from ..console import Console, today
from ..evaluating import Answer, Evaluator, answers
from ..evaluation_formats import Request, Written
from ..exit_codes import Exit, gravest
from ..inputs import bytes_of, holds_several, referentials_in

if TYPE_CHECKING:
    from ...reports.formats.table import Table


def run(arguments: Namespace, console: Console) -> Exit:
    """Write each evaluation. The exit code is that of the gravest answer."""
    names = arguments.audits
    several = len(names) > 1 or holds_several(names[0])
    form = arguments.format or ("table" if several else "text")
    if form == "json" and several:
        console.status("one_audit")
        return Exit.UNUSABLE
    referentials = referentials_in(arguments.places)
    jobs = arguments.jobs
    if jobs > 1 or form == "csv":
        list(referentials)  # read before there are other processes
    request = Request(
        form=form,
        on=arguments.on,
        day=arguments.on or today(),
        language=arguments.lang,
        words=console.language,
        several=several,
        in_colour=console.in_colour,
        levels=levels_of(referentials.values()) if form == "csv" else (),
    )
    return _write(answers(Evaluator(request, referentials), names, jobs), request, names, console)


def _write(found: Generator[Answer], request: Request, names: list[str], console: Console) -> Exit:
    """Write answers as they come; where nobody reads on, the rest is not asked for."""
    writer = _Writer(request, console)
    with closing(found):
        for answer in console.paced(found, attrgetter("size"), partial(bytes_of, names)):
            writer.write(answer)
            if console.is_abandoned:
                break
    writer.end()
    return gravest(writer.codes)


class _Writer:
    """Writes each answer. Problems of one audit are reported, the warnings of several counted."""

    def __init__(self, request: Request, console: Console) -> None:
        self.codes: set[Exit] = set()
        self._request = request
        self._console = console
        self._table = _table(request) if request.form == "table" else None
        self._warnings = 0
        self._passed_over: list[str] = []
        if request.form == "csv":
            console.result(heading(request.levels))
        console.flush()  # no other process may have it in its buffer

    def write(self, answer: Answer) -> None:
        """Report the problems of an answer, and write it."""
        if not answer.is_ours:
            if answer.name not in self._passed_over[-1:]:
                self._passed_over.append(answer.name)
        elif answer.code is not None:
            self.codes.add(answer.code)
            self._warnings += answer.warnings
            if answer.problems:
                self._report(answer)
            self._console.result(self._text(answer.written))

    def _text(self, written: "Written | None") -> str:
        if written is None or isinstance(written, str):
            return written or ""
        return self._table.add(written) if self._table else ""

    def _report(self, answer: Answer) -> None:
        if answer.code is Exit.UNUSABLE and self._request.format.reports == "first":
            self._console.report_first(answer.problems)
        else:
            self._console.report_problems(answer.problems)

    def end(self) -> None:
        """Write what remains: how many warnings there were, and how many other files."""
        if self._table:
            self._console.result(self._table.end())
        if self._warnings:
            self._console.status("warnings_in_all", count=self._warnings)
        if self._passed_over:
            self._console.passed_over(self._passed_over)


def _table(request: Request) -> "Table":
    from ...reports.formats.table import Table  # the other formats do without
    from ...reports.formats.terminal import coloured, plain

    return Table(request.words, request.day, coloured if request.in_colour else plain)
