"""What the arguments name: documents, referentials, standard input.

An empty name is refused: as a path it would be the current folder.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, TypeVar

from ..messages.phrase import failure_name
from ..model.audit import Audit
from ..problems.exceptions import DataError
from ..problems.problem import Problem, problem, sorted_problems
from ..reading.discovery import STANDARD_INPUT, documents_in
from ..reading.document import Document, value_of
from ..reading.referentials import Referentials, shipped
from ..rules.evaluation import Evaluation
from .console import Console

T = TypeVar("T")


def documents_named(name: str) -> Iterator[Document]:
    """The documents of a file. An empty name gives the problem that there is no such file."""
    if name:
        yield from documents_in(name)
    else:
        yield Document(name, (_no_file(name),))


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


def refuse_same_file(first: str, second: str) -> None:
    """Raise DataError if both names are one file, which cannot be compared with itself."""
    both = (first, second)
    if all(map(os.path.exists, both)) and os.path.samefile(*both):
        raise DataError([problem("F031").in_file(second)])


def _no_file(name: str) -> Problem:
    return problem("F001").in_file(name)


def evaluated(document: Document, referentials: Referentials, console: Console) -> Evaluation:
    """Evaluate the audit in a document. Warnings go to standard error.

    Raises DataError with every problem.
    """
    assessment = referentials.assess(value_of(document, Audit))
    evaluation = assessment.evaluation
    console.report_problems(sorted_problems((*document.problems, *assessment.problems)))
    return evaluation
