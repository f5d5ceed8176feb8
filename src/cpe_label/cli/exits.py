"""Exit codes, and which one stands for several."""

from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """What the process answers; the names are ours, the numbers are the contract."""

    DONE = 0
    NO = 1
    """The answer is no: a verdict of fail, a problem in the content of a checked file."""
    UNUSABLE = 2
    """Unreadable data, an error in the data outside `check`, or bad usage."""
    OPEN = 3
    """Undecided, or decided and incomplete."""
    FAULT = 70
    """A fault of this program."""


_GRAVITY = (Exit.FAULT, Exit.UNUSABLE, Exit.NO, Exit.OPEN, Exit.DONE)


def gravest(exits: Iterable[Exit]) -> Exit:
    """Over several: the first of 70, 2, 1, 3, 0 that occurred."""
    return min(exits, key=_GRAVITY.index, default=Exit.DONE)
