"""Have something happen at one call of the system: an error, an interruption, the end.

What happens is put where the interpreter reports the call, so that no call is forgotten.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Happens = Callable[[], None]


def is_of_the_system(function: Any) -> bool:
    """Whether a function of C speaks with the system: of `os`, or of an open file."""
    owner = getattr(function, "__self__", None)
    return function.__module__ in ("posix", "nt", "_io", "io") or isinstance(owner, io.IOBase)


def works_on_a_name_alone(function: Any) -> bool:
    """Whether a function of `os` asks the system nothing, and cannot fail as the system does.

    Which of these are called, how often and when, is the interpreter's own matter.
    """
    name = function.__name__
    return function.__module__ in ("posix", "nt") and (
        name == "fspath" or name.startswith("_path_")
    )


INSTEAD = ("c_call",)
AROUND = ("c_call", "c_return")
CLOSING = ("close", "__exit__")


@contextmanager
def at(number: int, happens: Happens, events: tuple[str, ...] = INSTEAD) -> Iterator[list[str]]:
    """Have something happen at the call of the system of that number; each is listed by its name.

    It happens instead of the call, but for what closes a file, which is closed even by an error;
    or both before and after each call.
    """
    seen: list[str] = []

    def watch(frame: object, event: str, function: Any) -> None:
        if event not in AROUND or not is_of_the_system(function):
            return
        if events == INSTEAD and works_on_a_name_alone(function):
            return
        wanted = ("c_return",) if events == INSTEAD and function.__name__ in CLOSING else events
        if event in wanted:
            seen.append(function.__name__)
            if len(seen) == number + 1:
                sys.setprofile(None)
                happens()

    sys.setprofile(watch)
    try:
        yield seen
    finally:
        sys.setprofile(None)


def never() -> None:
    raise AssertionError


def failing(code: int) -> Happens:
    def fail() -> None:
        raise OSError(code, os.strerror(code))

    return fail


def in_a_child(do: Callable[[], None]) -> int:
    """Do it in a process of its own; how it ended."""
    child = os.fork()
    if child == 0:
        try:
            do()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
