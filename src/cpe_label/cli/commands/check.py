"""`cpe-label check`: every problem of every file, for people and for continuous integration."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final

from ...model.referential import Referential
from ...problems.catalogue import CATALOGUE, Severity
from ...problems.exceptions import DataError, ReferentialError
from ...problems.problem import Problem, is_error, problem, sorted_problems
from ...problems.report import CheckReport, Collector
from ...problems.source import lines_of
from ...reading.among import ReferentialsAmong, referentials_in_files
from ...reading.discovery import may_be_ours, ours
from ...reading.document import Document
from ...reading.referentials import Referentials, conflicts_with, problems_of
from ...rules.referential_checks import check_versions
from ..across_files import Across, refuse_several
from ..console import Console
from ..exit_codes import Exit, of_report
from ..inputs import documents_named, matches, referentials_in
from ..problem_output import distinct, relative, renamed, write_problems

_NONE: Final[Mapping[Severity, int]] = MappingProxyType({})


def run(arguments: Namespace, console: Console) -> Exit:
    """Report the problems. 1 if there is an error in the content, 2 if a file cannot be used."""
    if arguments.explain is not None:
        return _explain(arguments.explain, console)
    if arguments.fix:
        from ..fixing import not_fixable  # most checks change nothing

        if name := not_fixable(arguments.files):
            console.status("fix_yaml_alone", value=name)
            return Exit.UNUSABLE
    try:
        refuse_several(arguments.members)
        first, standard = _standard_input(arguments.files)
        referentials, before = _known(arguments, first), _earlier(arguments.against)
    except DataError as error:  # there is no referential to check with
        files = [one.file for one in error.problems if one.file is not None]
        _write(_report_of(files, error.problems, {}, arguments), arguments, console)
        return Exit.UNUSABLE
    passed_over: list[str] = []
    changed = _fixed(arguments, console) if arguments.fix else {}
    found = console.counted(_documents(arguments, standard, passed_over))
    documents = (changed.get(one.name, one) for one in found)
    report = _check(documents, referentials, before, arguments, console)
    _write(report, arguments, console)
    if passed_over:
        console.passed_over(passed_over)
    return of_report(report, strict=arguments.strict)


def _fixed(arguments: Namespace, console: Console) -> dict[str, Document]:
    """Fix every file before an audit is held against a referential; those with fixes, by name."""
    from ..fixing import fixed

    changed: dict[str, Document] = {}
    for before in console.counted(_documents(arguments, iter(()), [])):
        after = fixed(before, console, on_result=arguments.format == "text")
        if after is not before:
            changed[before.name] = after
    return changed


def _write(report: CheckReport, arguments: Namespace, console: Console) -> None:
    write_problems(report, arguments.format, console)
    _sum_up(report, console)


def _check(
    documents: Iterable[Document],
    referentials: Referentials,
    before: Sequence[Referential],
    arguments: Namespace,
    console: Console,
) -> CheckReport:
    problems = Collector()
    lines: dict[str, Sequence[str]] = {}
    files: dict[str, None] = {}
    known: dict[str, Referential] = {}
    after: list[Referential] = []
    across = Across(arguments.members, referentials)
    for document in chain(across.list_of_members(), documents):
        found = [*problems_of(document, referentials), *conflicts_with(known, document)]
        files[document.name] = None
        problems.add(found)
        if isinstance(document.value, Referential):
            after.append(document.value)
        elif not any(map(is_error, found)):
            across.add(document)
        if found and not document.name.endswith(".jsonl"):
            lines[document.name] = lines_of(document.text)
    problems.add(check_versions(known.values()))
    if before and {one.id for one in before}.isdisjoint(one.id for one in after):
        console.status("not_compared", place=arguments.against)
    if across.is_needed:
        console.status("not_across")
    problems.add(across.problems())
    if before:
        from ...rules.published import check_published  # most checks hold nothing against it

        whole = any(map(os.path.isdir, arguments.files))
        problems.add(check_published(before, after, whole=whole))
    return _report_of(files, problems.problems, lines, arguments, problems.counted)


def _report_of(
    files: Iterable[str],
    problems: Iterable[Problem],
    lines: Mapping[str, Sequence[str]],
    arguments: Namespace,
    counted: Mapping[Severity, int] = _NONE,
) -> CheckReport:
    """The report, with short paths, each problem once, and all problems in order.

    A problem of a shared referential is found for each audit.
    """
    return CheckReport(
        tuple(dict.fromkeys(map(relative, files))),
        sorted_problems(distinct(renamed(problem) for problem in problems)),
        {relative(name): shown for name, shown in lines.items()},
        arguments.most,
        counted,
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
    raise ReferentialError([problem("F037").in_file(place)])


def _standard_input(names: Sequence[str]) -> tuple[Document | None, Iterator[Document]]:
    """The first document on standard input, and all of them; they can be read once only."""
    documents = documents_named("-") if "-" in names else iter(())
    first = next(documents, None)
    return first, documents if first is None else chain((first,), documents)


def _known(arguments: Namespace, first: Document | None) -> Referentials:
    """The referentials of `-r`, or those among the files to check and the shipped ones."""
    if arguments.places:
        return referentials_in(arguments.places)
    on_standard_input = () if first is None else (first,)
    others = referentials_in_files(_paths(arguments.files))
    return ReferentialsAmong(chain(on_standard_input, others))


def _paths(names: Iterable[str]) -> Iterator[str]:
    """The files and folders that are named, also by a pattern."""
    for name in names:
        if name != "-":
            yield from matches(name) or (name,)


def _documents(
    arguments: Namespace, standard: Iterator[Document], passed_over: list[str]
) -> Iterator[Document]:
    for name in arguments.files:
        if name == "-":
            yield from standard
        elif arguments.skip_others and not os.path.isdir(name):
            yield from _if_ours(name, passed_over)
        else:
            yield from documents_named(name, passed_over)


def _if_ours(name: str, passed_over: list[str]) -> Iterator[Document]:
    """The documents of a file that a program has named: it may be any file."""
    if may_be_ours(name):
        yield from ours(documents_named(name), passed_over)
    else:
        passed_over.append(name)


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
