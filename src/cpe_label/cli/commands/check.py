"""`cpe-label check`: every problem of every file, for people and for continuous integration."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...model.referential import Referential
from ...problems.catalogue import CATALOGUE
from ...problems.exceptions import DataError, ReferentialError
from ...problems.problem import Problem, problem, sorted_problems
from ...problems.report import CheckReport
from ...problems.source import lines_of
from ...reading.among import ReferentialsAmong, referentials_in_files
from ...reading.discovery import (
    STANDARD_INPUT,
    document_from,
    documents_under,
    may_be_ours,
    ours,
)
from ...reading.document import Document
from ...reading.referentials import Referentials, conflicts_with
from ...rules.comparison import changed_levels
from ...rules.referential_checks import check_versions
from ..console import Console
from ..exit_codes import Exit, of_report
from ..inputs import documents_named, from_standard_input, referentials_in
from ..problem_output import distinct, relative, renamed, write_problems


def run(arguments: Namespace, console: Console) -> Exit:
    """Report the problems. 1 if there is an error in the content, 2 if a file cannot be used."""
    if arguments.explain is not None:
        return _explain(arguments.explain, console)
    try:
        standard = _standard_input() if "-" in arguments.files else None
        referentials, before = _known(arguments, standard), _earlier(arguments.against)
    except DataError as error:  # there is no referential to check with
        files = [one.file for one in error.problems if one.file is not None]
        _write(_report_of(files, error.problems, {}, arguments), arguments, console)
        return Exit.UNUSABLE
    passed_over: list[str] = []
    documents = _documents(arguments, standard, passed_over)
    report = _check(console.counted(documents), referentials, before, arguments)
    _write(report, arguments, console)
    if passed_over:
        console.status("passed_over", count=len(passed_over))
    return of_report(report, strict=arguments.strict)


def _write(report: CheckReport, arguments: Namespace, console: Console) -> None:
    write_problems(report, arguments.format, console)
    _sum_up(report, console)


def _check(
    documents: Iterable[Document],
    referentials: Referentials,
    before: Sequence[Referential],
    arguments: Namespace,
) -> CheckReport:
    problems: list[Problem] = []
    lines: dict[str, Sequence[str]] = {}
    files: list[str] = []
    known: dict[str, Referential] = {}
    for document in documents:
        found = [*_problems(document, referentials, before), *conflicts_with(known, document)]
        files.append(document.name)
        problems += found
        if found and not document.name.endswith(".jsonl"):
            lines[document.name] = lines_of(document.text)
    problems += check_versions(known.values())
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
        sorted_problems(distinct(renamed(problem) for problem in problems)),
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


def _known(arguments: Namespace, standard: Document | None) -> Referentials:
    """The referentials of `-r`, or those among the files to check and the shipped ones."""
    if arguments.places:
        return referentials_in(arguments.places)
    first = () if standard is None else (standard,)
    found = (*first, *referentials_in_files(name for name in arguments.files if name != "-"))
    return ReferentialsAmong(found)


def _documents(
    arguments: Namespace, standard: Document | None, passed_over: list[str]
) -> Iterator[Document]:
    named = _named_if_ours if arguments.skip_others else _named
    for name in arguments.files:
        if name == "-" and standard is not None:
            yield standard
        elif os.path.isdir(name):
            yield from documents_under(name, passed_over)
        else:
            yield from named(name, passed_over)


def _named(name: str, _: list[str]) -> Iterator[Document]:
    return documents_named(name)


def _named_if_ours(name: str, passed_over: list[str]) -> Iterator[Document]:
    """The documents of a file that a program has named: it may be any file."""
    if may_be_ours(name):
        yield from ours(documents_named(name), passed_over)
    else:
        passed_over.append(name)


def _standard_input() -> Document:
    try:
        return from_standard_input(document_from)
    except DataError as error:
        return Document(STANDARD_INPUT, error.problems)


def _problems(
    document: Document, referentials: Referentials, before: Sequence[Referential]
) -> tuple[Problem, ...]:
    value = document.value
    if isinstance(value, Referential):
        changed = [problem for old in before for problem in changed_levels(old, value)]
        return (*document.problems, *changed)
    return referentials.problems_of(document)


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
