"""What the reader names: documents, shelves, standard input.

An empty name is no file, while a path made of it is the current folder, which nobody meant.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, TypeVar

from ..errors import DataError, Problem, failure_name, problem
from ..loading import STANDARD_INPUT, Document, Shelf, documents_in

T = TypeVar("T")


def documents_named(name: str) -> Iterator[Document]:
    """The documents of a file; of an empty name, the problem that there is none."""
    if name:
        yield from documents_in(name)
    else:
        yield Document(name, (_no_file(name),))


def shelf_of(places: Sequence[str]) -> Shelf:
    """The shelf of the places that are named. Raises DataError if a name is empty."""
    if "" in places:
        raise DataError([_no_file("")])
    return Shelf(places)


def from_standard_input(read: Callable[[BinaryIO], T]) -> T:
    """What `read` makes of standard input. Raises DataError if it is closed or unreadable."""
    try:
        if sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return read(sys.stdin.buffer)
    except OSError as error:
        trouble = problem("F004", reason=failure_name(error)).in_file(STANDARD_INPUT)
        raise DataError([trouble]) from None


def _no_file(name: str) -> Problem:
    return problem("F001").in_file(name)
