"""Write several files, all of them or none, and change a file where it stands.

Every file is written beside its place first, and only then do they take their names. If the system
refuses one, those before it get their old content back. A kill between two names leaves each file
whole, as it was or as it shall be.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import Argument, Problem, problem
from ..reading.files import read_bytes
from .staging import name_new, removed, replace_same, staged, status, sync_folder

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Write:
    """What a file shall hold."""

    path: Path
    content: bytes
    before: bytes | None = None
    """What a file that is changed must still hold; None for a file that is made."""
    replaceable: Callable[[bytes], bool] = lambda _: False
    """Whether what stands in the place of a file that is made may be replaced."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A file that is written beside its place, and has not its name yet."""

    write: Write
    target: Path
    beside: Path
    made: os.stat_result
    """Of the file beside, by which it is known once it has its name."""
    old: os.stat_result | None
    copy: Path | None
    """Of the old file, to give it back; one file alone needs none."""


def write_together(writes: Sequence[Write]) -> None:
    """Write every file, or none; the folders that files need are made.

    A link is followed. A file that is changed keeps its rights and its owner.

    Raises DataError with every problem: a file that was changed since it was read (F034) or has
    other names (F036), one that may not be replaced (F006), or what the system refuses.
    """
    with ExitStack() as folders, ExitStack() as leftovers, ExitStack() as undo:
        several = len(writes) > 1
        ready = _all(lambda one: _made_ready(one, folders, leftovers, copied=several), writes)
        for one in ready:
            undo.callback(_take_back, one)
            with _reported(one.write):
                _name(one)
        undo.pop_all()
        folders.pop_all()
    for folder in {one.target.parent for one in ready}:
        sync_folder(folder)


def check_together(writes: Sequence[Write]) -> None:
    """Raise what `write_together` would raise, as far as that is known without writing."""
    _all(_checked, writes)


def _checked(write: Write) -> None:
    with _reported(write):
        _allowed(write, status(write.path))


def _all(make: Callable[[Write], T], writes: Sequence[Write]) -> list[T]:
    """What is made of each. Raises DataError with the problems of all."""
    made: list[T] = []
    problems: list[Problem] = []
    for one in writes:
        try:
            made.append(make(one))
        except DataError as error:
            problems += error.problems
    if problems:
        raise DataError(problems)
    return made


@contextmanager
def _reported(write: Write) -> Iterator[None]:
    """What the system refuses, as a problem of the file."""
    try:
        yield
    except FileExistsError:  # another file took its place
        raise _refusal(write, "F006" if write.before is None else "F034") from None
    except OSError as error:
        raise _refusal(write, "F007", reason=failure_name(error)) from None


def _refusal(write: Write, code: str, **arguments: Argument) -> DataError:
    return DataError([problem(code, **arguments).in_file(str(write.path))])


def _made_ready(write: Write, folders: ExitStack, leftovers: ExitStack, *, copied: bool) -> _Ready:
    target = Path(os.path.realpath(write.path))
    with _reported(write):
        if write.before is None:
            _make_folders(write, target.parent, folders)
        old = status(write.path)
        before = _allowed(write, old)
        beside = staged(target, write.content, old)
        leftovers.callback(removed, beside)
        copy = None
        if copied and old is not None:
            copy = staged(target, before, old)
            leftovers.callback(removed, copy)
        return _Ready(write, target, beside, os.stat(beside), old, copy)


def _make_folders(write: Write, folder: Path, folders: ExitStack) -> None:
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    if not missing and not folder.is_dir():
        raise _refusal(write, "F007", reason="EEXIST")
    for one in reversed(missing):
        one.mkdir()
        folders.callback(_remove_folder, one)


def _remove_folder(folder: Path) -> None:
    with suppress(OSError):  # somebody else has put something there
        folder.rmdir()


def _allowed(write: Write, old: os.stat_result | None) -> bytes:
    """What the file holds, if it may be written. Raises DataError if it may not."""
    if write.before is None and old is None:
        return b""
    found = read_bytes(write.path)
    if write.before is None and not write.replaceable(found):
        raise _refusal(write, "F006")
    if write.before is not None and found != write.before:
        raise _refusal(write, "F034")
    if write.before is not None and old is not None and old.st_nlink > 1:
        raise _refusal(write, "F036")
    return found


def _name(one: _Ready) -> None:
    if one.old is None:
        name_new(one.beside, one.target)
    else:
        replace_same(one.beside, one.target, one.old)


def _take_back(one: _Ready) -> None:
    """Give a name back what it stood for, if it stands for the new file."""
    now = status(one.target)
    if now is None or not os.path.samestat(now, one.made):
        return
    if one.old is None:
        removed(one.target)
    elif one.copy is not None:
        os.replace(one.copy, one.target)
