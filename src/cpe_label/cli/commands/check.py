"""`cpe-label check`: every problem of every file, for people and for continuous integration."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...model.audit import Audit
from ...model.referential import Referential
from ...problems.catalogue import CATALOGUE
from ...problems.exceptions import DataError, ReferentialError
from ...problems.problem import Problem, problem, sorted_problems
from ...problems.report import CheckReport
from ...problems.source import lines_of
from ...reading.discovery import STANDARD_INPUT, document_from, documents_under
from ...reading.document import Document
from ...reading.referentials import Referentials, conflicts_with
from ...rules.published import check_published
from ...rules.referential_checks import check_versions
from ..console import Console
from ..exit_codes import Exit, of_report
from ..inputs import documents_named, from_standard_input, referentials_in
from ..problem_output import relative, renamed, write_problems


def run(arguments: Namespace, console: Console) -> Exit:
    """Report the problems. 1 if there is an error in the content, 2 if a file cannot be used."""
    if arguments.explain is not None:
        return _explain(arguments.explain, console)
    try:
        referentials, before = referentials_in(arguments.places), _earlier(arguments.against)
    except DataError as error:  # there is no referential to check with
        files = [one.file for one in error.problems if one.file is not None]
        _write(_report_of(files, error.problems, {}, arguments), arguments, console)
        return Exit.UNUSABLE
    passed_over: list[str] = []
    report = _check(arguments, referentials, before, passed_over)
    _write(report, arguments, console)
    if passed_over:
        console.status("passed_over", count=len(passed_over))
    return of_report(report, strict=arguments.strict)


def _write(report: CheckReport, arguments: Namespace, console: Console) -> None:
    write_problems(report, arguments.format, console)
    _sum_up(report, console)


def _check(
    arguments: Namespace,
    referentials: Referentials,
    before: Sequence[Referential],
    passed_over: list[str],
) -> CheckReport:
    problems: list[Problem] = []
    lines: dict[str, Sequence[str]] = {}
    files: list[str] = []
    known: dict[str, Referential] = {}
    after: list[Referential] = []
    for document in _documents(arguments.files, passed_over):
        found = [*_problems(document, referentials), *conflicts_with(known, document)]
        files.append(document.name)
        problems += found
        if isinstance(document.value, Referential):
            after.append(document.value)
        if found and not document.name.endswith(".jsonl"):
            lines[document.name] = lines_of(document.text)
    problems += check_versions(known.values())
    problems += check_published(before, after, whole=any(map(os.path.isdir, arguments.files)))
    return _report_of(files, problems, lines, arguments)


def _report_of(
    files: Iterable[str],
    problems: Iterable[Problem],
    lines: Mapping[str, Sequence[str]],
    arguments: Namespace,
) -> CheckReport:
    """The report, with short paths, each problem once, and all problems in order.

    A problem of a shared referential is found for each audit.
    """
    return CheckReport(
        tuple(dict.fromkeys(map(relative, files))),
        sorted_problems(dict.fromkeys(renamed(problem) for problem in problems)),
        {relative(name): shown for name, shown in lines.items()},
        arguments.most,
    )


def _earlier(place: str | None) -> Sequence[Referential]:
    """The referentials of an earlier state. Raises ReferentialError if there are none."""
    if place is None:
        return ()
    known = referentials_in([place])
    if known.problems:
        raise ReferentialError(known.problems)
    if known:
        return tuple(known.values())
    raise ReferentialError([problem("F012").in_file(place)])


def _documents(names: Sequence[str], passed_over: list[str]) -> Iterator[Document]:
    for name in names:
        if name == "-":
            yield _standard_input()
        elif os.path.isdir(name):
            yield from documents_under(name, passed_over)
        else:
            yield from documents_named(name)


def _standard_input() -> Document:
    try:
        return from_standard_input(document_from)
    except DataError as error:
        return Document(STANDARD_INPUT, error.problems)


def _problems(document: Document, referentials: Referentials) -> tuple[Problem, ...]:
    value = document.value
    if not document.is_sound or not isinstance(value, Audit):
        return document.problems
    return (*document.problems, *referentials.assess(value).problems)


def _explain(code: str, console: Console) -> Exit:
    from ...problems.manual import page  # slow to import, and used only here

    if code.upper() not in CATALOGUE:
        console.status("unknown_code", value=code)
        return Exit.UNUSABLE
    console.result(page(code.upper(), console.language))
    return Exit.DONE


def _sum_up(report: CheckReport, console: Console) -> None:
    count = len(report.files)
    if report.problems:
        console.status("found", errors=report.errors, warnings=report.warnings, count=count)
    else:
        console.status("sound", count=count)
