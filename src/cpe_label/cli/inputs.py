"""What the arguments name: documents, referentials, standard input.

An empty name is refused: as a path it would be the current folder.
"""

import errno
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from glob import glob
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from ..messages.phrase import failure_name
from ..model.audit import Audit
from ..problems.exceptions import DataError
from ..problems.problem import Problem, problem, sorted_problems
from ..reading.discovery import (
    STANDARD_INPUT,
    Unread,
    document_from,
    documents_under,
    found_in,
    found_on,
    paths_under,
    read,
)
from ..reading.document import Document, open_document, value_of
from ..reading.files import VALUES, is_lines
from ..reading.referentials import Referentials, shipped
from ..reading.told_with import told_with
from ..rules.evaluation import Evaluation
from .console import Console

T = TypeVar("T")

_SIGNS: Final = re.compile(r"[*?[]")


def documents_named(name: str, passed_over: list[str] | None = None) -> Iterator[Document]:
    """The documents of a file, a folder, a pattern such as `audits/*.yaml`, or standard input.

    What a folder holds beside them is added to `passed_over`. An empty name gives the problem that
    there is no such file.
    """
    if os.path.isdir(name):
        yield from documents_under(name, [] if passed_over is None else passed_over)
    elif found := matches(name):
        for path in found:
            yield from documents_named(path, passed_over)
    else:
        yield from map(read, found_named(name))


def found_named(name: str) -> Iterator[Unread | Document]:
    """The documents of a file or on standard input, to be read."""
    if name == "-":
        yield from _on_standard_input()
    elif name:
        yield from found_in(name)
    else:
        yield Document(name, (_no_file(name),))


def matches(name: str) -> list[str]:
    """The paths that a pattern matches, in order: some shells leave that to the program.

    A name that is that of a file is no pattern, whatever signs it has.
    """
    if not _SIGNS.search(name) or os.path.lexists(name):
        return []
    return sorted(glob(name, recursive=True))


def holds_several(name: str) -> bool:
    """Whether a name may stand for several documents."""
    return is_lines(name) or os.path.isdir(name) or bool(matches(name))


def bytes_of(names: Iterable[str]) -> int:
    """How many bytes the files have that are named; 0 if that is not known."""
    paths = [path for name in names for path in matches(name) or [name]]
    files = [paths_under(path, []) if os.path.isdir(path) else [Path(path)] for path in paths]
    try:
        return sum(file.stat().st_size for those in files for file in those)
    except (OSError, ValueError):
        return 0


def document_named(name: str) -> Document:
    """The one document of a file, or on standard input."""
    if name != "-":
        found = matches(name)
        return open_document(found[0] if len(found) == 1 else name)
    try:
        return from_standard_input(document_from)
    except DataError as error:
        return Document(STANDARD_INPUT, error.problems)


def _on_standard_input() -> Iterator[Unread | Document]:
    try:
        found = from_standard_input(found_on)
        while (one := from_standard_input(lambda _: next(found, None))) is not None:
            yield one
    except DataError as error:
        yield Document(STANDARD_INPUT, error.problems)


def referentials_in(places: Sequence[str]) -> Referentials:
    """The referentials of the given places, or the shipped ones.

    Raises DataError if a name is empty.
    """
    if "" in places:
        raise DataError([_no_file("")])
    return Referentials(places) if places else shipped()


def from_standard_input(read: Callable[[BinaryIO], T]) -> T:
    """Read standard input with `read`. Raises DataError if it is closed or unreadable."""
    try:
        if sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return read(sys.stdin.buffer)
    except OSError as error:
        trouble = problem("F004", reason=failure_name(error)).in_file(STANDARD_INPUT)
        raise DataError([trouble]) from None


def names_a_file(name: str) -> bool:
    """Whether an argument names a file, or standard input, and no known referential."""
    return name in ("", "-") or os.path.exists(name) or name.endswith(VALUES)


def refuse_same_file(first: str, second: str) -> None:
    """Raise DataError if both names are one file, which cannot be compared with itself."""
    both = (first, second)
    is_same = both == (STANDARD_INPUT, STANDARD_INPUT)
    if is_same or (all(map(os.path.exists, both)) and os.path.samefile(*both)):
        raise DataError([problem("F031").in_file(second)])


def _no_file(name: str) -> Problem:
    return problem("F001").in_file(name)


def evaluated(document: Document, referentials: Referentials, console: Console) -> Evaluation:
    """Evaluate the audit in a document. Warnings go to standard error.

    Raises DataError with every problem.
    """
    document = told_with(document, referentials.of)
    assessment = referentials.assess(value_of(document, Audit))
    evaluation = assessment.evaluation
    console.report_problems(sorted_problems((*document.problems, *assessment.problems)))
    return evaluation
