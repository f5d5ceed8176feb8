"""`cpe-label check`: every problem of every file, for people and for continuous integration."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..audit import Audit
from ..errors import DataError, Problem, ReferentialError, is_error, problem, sorted_problems
from ..exchange.checked import Checked
from ..loading import STANDARD_INPUT, Document, Shelf, clashing, document_from, documents_under
from ..referential import Referential
from ..soundness import changed_levels
from ..source import lines_of
from .door import Door
from .exits import Exit
from .named import documents_named, from_standard_input, shelf_of
from .telling import relative, renamed, tell


def run(arguments: Namespace, door: Door) -> Exit:
    """Tell the problems; 1 if there is an error in the content, 2 if a file cannot be read."""
    if arguments.explain is not None:
        return _explain(arguments.explain, door)
    try:
        shelf, before = shelf_of(arguments.places), _earlier(arguments.against)
    except DataError as error:  # nothing to hold the files against
        files = [one.file for one in error.problems if one.file is not None]
        _tell(_checked(files, error.problems, {}, arguments), arguments, door)
        return Exit.UNUSABLE
    passed_over: list[str] = []
    checked = _check(arguments, shelf, before, passed_over)
    _tell(checked, arguments, door)
    if passed_over:
        door.talk("passed_over", count=len(passed_over))
    return _answer(checked, strict=arguments.strict)


def _tell(checked: Checked, arguments: Namespace, door: Door) -> None:
    tell(checked, arguments.format, door)
    _sum_up(checked, door)


def _check(
    arguments: Namespace, shelf: Shelf, before: Sequence[Referential], passed_over: list[str]
) -> Checked:
    problems: list[Problem] = []
    lines: dict[str, Sequence[str]] = {}
    files: list[str] = []
    met: dict[str, Referential] = {}
    for document in _documents(arguments.files, passed_over):
        found = [*_problems(document, shelf, before), *_clash(document, met)]
        files.append(document.name)
        problems += found
        if found and not document.name.endswith(".jsonl"):
            lines[document.name] = lines_of(document.text)
    return _checked(files, problems, lines, arguments)


def _checked(
    files: Iterable[str],
    problems: Iterable[Problem],
    lines: Mapping[str, Sequence[str]],
    arguments: Namespace,
) -> Checked:
    """What was found, under the names that are shown, each problem once and all of them in order.

    What is wrong with a shared referential is found for each audit.
    """
    return Checked(
        tuple(dict.fromkeys(map(relative, files))),
        sorted_problems(dict.fromkeys(renamed(problem) for problem in problems)),
        {relative(name): shown for name, shown in lines.items()},
        arguments.most,
    )


def _earlier(place: str | None) -> Sequence[Referential]:
    """The referentials of an earlier state. Raises ReferentialError if there is none to use."""
    if place is None:
        return ()
    shelf = shelf_of([place])
    if found := shelf.problems():
        raise ReferentialError(found)
    if known := shelf.referentials():
        return known
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


def _problems(
    document: Document, shelf: Shelf, before: Sequence[Referential]
) -> tuple[Problem, ...]:
    value = document.value
    if isinstance(value, Referential):
        changed = [problem for old in before for problem in changed_levels(old, value)]
        return (*document.problems, *changed)
    if not document.is_sound or not isinstance(value, Audit):
        return document.problems
    try:
        from ..checks import check_audit  # a referential alone needs none of it

        found = check_audit(shelf.of(value), value, shelf.referentials())
    except DataError as error:
        found = error.problems
    return (*document.problems, *found)


def _clash(document: Document, met: dict[str, Referential]) -> Iterator[Problem]:
    """The problem of a second file of one version that does not say the same."""
    if other := clashing(document, met):
        files = (relative(other.source.name), relative(document.name))
        yield problem("F011", name=other.name, files=files).in_file(document.name)


def _explain(code: str, door: Door) -> Exit:
    from ..wording.pages import page, pages

    if code.upper() not in pages():
        door.talk("unknown_code", value=code)
        return Exit.UNUSABLE
    door.result(page(code.upper(), door.language))
    return Exit.DONE


def _sum_up(checked: Checked, door: Door) -> None:
    count = len(checked.files)
    if checked.problems:
        door.talk("found", errors=checked.errors, warnings=checked.warnings, count=count)
    else:
        door.talk("sound", count=count)


def _answer(checked: Checked, *, strict: bool) -> Exit:
    if any(problem.code.startswith("F") for problem in checked.problems if is_error(problem)):
        return Exit.UNUSABLE
    return Exit.NO if checked.errors or (strict and checked.problems) else Exit.DONE
