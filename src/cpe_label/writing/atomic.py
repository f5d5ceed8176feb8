"""Write a file completely or not at all, and never overwrite another file by surprise."""

import errno
import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from time import sleep

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import Problem, problem
from .staging import name_new, removed, replace_same, staged, status, sync_folder

_TRIES, _PAUSE = 30, 0.1
"""How often, and after how many seconds, a pipe that nobody reads yet is tried again."""


def write_file(
    path: Path,
    content: str | bytes,
    *,
    force: bool,
    read: Iterable[Path] = (),
    replaceable: Callable[[bytes], bool] = lambda _: False,
) -> None:
    """Write a file completely or not at all, text in UTF-8. A link is followed.

    Whenever this stops, the file has its old content or all of `content`. After an error or an
    interruption nothing else is left; a kill may leave `.NAME.….unfinished` beside it. Of two that
    write one new file at the same time, the second is refused.

    Raises DataError if the file exists, `force` is false and its content is not `replaceable`, if
    it is one of the files that were `read`, or if the system refuses, as for a read-only file.
    """
    content = content.encode("utf-8") if isinstance(content, str) else content
    try:
        old = status(path)
        refusal = _refusal(old, read)
        if not refusal and old is not None and stat.S_ISREG(old.st_mode) and not force:
            refusal = None if replaceable(path.read_bytes()) else problem("F006")
        if refusal:
            raise DataError([refusal.in_file(str(path))])
        if old is None or stat.S_ISREG(old.st_mode):
            _put(Path(os.path.realpath(path)), content, old, force=force)
        else:
            _write_through(path, content)
    except FileExistsError:  # it was made since
        raise DataError([problem("F006").in_file(str(path))]) from None
    except OSError as error:
        trouble = problem("F007", reason=failure_name(error))
        raise DataError([trouble.in_file(str(path))]) from None


def _refusal(old: os.stat_result | None, read: Iterable[Path]) -> Problem | None:
    if old is None:
        return None
    if stat.S_ISDIR(old.st_mode):
        return problem("F002")
    if any(found and os.path.samestat(old, found) for found in map(status, read)):
        return problem("F009")
    return None


def _write_through(path: Path, content: bytes) -> None:
    """Write to a device or a pipe, such as /dev/null; a pipe that nobody reads is refused."""
    handle = _opened(path)
    with open(handle, "wb") as file:
        os.set_blocking(handle, True)
        file.write(content)


def _opened(path: Path) -> int:
    """Open a device or a pipe, for which a reader may need a moment to start."""
    flags = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)
    for _ in range(_TRIES):
        try:
            return os.open(path, flags)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            sleep(_PAUSE)
    return os.open(path, flags)


def _put(target: Path, content: bytes, old: os.stat_result | None, *, force: bool) -> None:
    """Write a file beside the target, then give it the target's name."""
    beside = staged(target, content, old)
    try:
        if force:
            os.replace(beside, target)
        elif old is None:
            name_new(beside, target)
        else:
            replace_same(beside, target, old)
    except BaseException:
        removed(beside)
        raise
    sync_folder(target.parent)
