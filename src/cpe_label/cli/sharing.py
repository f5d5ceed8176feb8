"""Work on many documents, one by one here or piece by piece in several processes, in order."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from ..reading.discovery import Unread
from ..reading.document import Document

T = TypeVar("T")
R = TypeVar("R")

_MOST_BYTES: Final = 524_288
_MOST_IN_A_PIECE: Final = 1000
_LEAST_OF_A_FILE: Final = 65_536
"""What a file counts for: to open it, and to read its YAML, takes longer than a line as long."""


def shared(
    work: Callable[[list[T]], list[R]],
    things: Iterable[T],
    jobs: int,
    weight: Callable[[T], int],
) -> Iterator[R]:
    """What `work` makes of things, in order; with one job it takes them one by one.

    Raises ProcessEndedError if a process is ended from outside, and what `work` raises.
    """
    if jobs == 1:
        for thing in things:
            yield from work([thing])
        return
    from .processes import in_order  # slow to import, and only needed where there are several

    for found in in_order(work, _pieces(things, weight), jobs):
        yield from found


def _pieces(things: Iterable[T], weight: Callable[[T], int]) -> Iterator[list[T]]:
    """Things in pieces that take some hundredths of a second each, and little memory."""
    piece: list[T] = []
    weighs = 0
    for thing in things:
        piece.append(thing)
        weighs += weight(thing)
        if weighs >= _MOST_BYTES or len(piece) == _MOST_IN_A_PIECE:
            yield piece
            piece, weighs = [], 0
    if piece:
        yield piece


def size_of(found: Unread | Document) -> int:
    """How many bytes are to be read of a document; 0 where that is not known."""
    if isinstance(found, Document):
        return 0
    if found.line is not None:
        return len(found.line) + 1
    try:
        return os.path.getsize(found.name)
    except (OSError, ValueError):
        return 0


def weight_of(found: Unread | Document) -> int:
    """How much work a document is, in bytes of a line."""
    is_file = isinstance(found, Unread) and found.line is None
    return max(size_of(found), _LEAST_OF_A_FILE) if is_file else size_of(found)
