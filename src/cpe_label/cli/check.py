"""`cpe-label check`: every problem of every file, for people and for continuous integration."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence

from ..audit import Audit
from ..errors import DataError, Problem, ReferentialError, is_error, sorted_problems
from ..exchange.problem_formats import Checked
from ..loading import Document, Shelf, document_from, documents_in, documents_under
from ..referential import Referential
from ..soundness import changed_levels
from ..source import lines_of
from .door import Door
from .exits import Exit
from .telling import relative, renamed, tell


def run(arguments: Namespace, door: Door) -> Exit:
    """Tell the problems; 1 if there is an error in the content, 2 if a file cannot be read."""
    if arguments.explain is not None:
        return _explain(arguments.explain, door)
    if not arguments.files:
        door.talk("nothing_to_check")
        return Exit.UNUSABLE
    passed_over: list[str] = []
    checked = _check(arguments, passed_over)
    tell(checked, arguments.format, door)
    _sum_up(checked, door)
    if passed_over:
        door.talk("passed_over", count=len(passed_over))
    return _answer(checked, strict=arguments.strict)


def _check(arguments: Namespace, passed_over: list[str]) -> Checked:
    shelf = Shelf(arguments.places)
    before = _earlier(arguments.against) if arguments.against else []
    files: dict[str, None] = {}
    problems: list[Problem] = []
    lines: dict[str, Sequence[str]] = {}
    for document in _documents(arguments.files, passed_over):
        found = _problems(document, shelf, before)
        name = relative(document.name)
        files[name] = None
        problems += (renamed(problem, {document.name: name}) for problem in found)
        if found and not name.endswith(".jsonl"):
            lines[name] = lines_of(document.text)
    # What is wrong with a shared referential is said once, not once for each audit.
    return Checked(tuple(files), tuple(dict.fromkeys(problems)), lines, arguments.most)


def _earlier(place: str) -> Sequence[Referential]:
    shelf = Shelf([place])
    if found := shelf.problems():
        raise ReferentialError(found)
    return shelf.referentials()


def _documents(names: Sequence[str], passed_over: list[str]) -> Iterator[Document]:
    for name in names:
        if name == "-":
            yield document_from(sys.stdin.buffer)
        elif os.path.isdir(name):
            yield from documents_under(name, passed_over)
        else:
            yield from documents_in(name)


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
    return sorted_problems((*document.problems, *found))


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
