"""Write a file completely or not at all, and never overwrite another file by surprise."""

import errno
import os
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from time import sleep

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import Problem, problem

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
        old = _status(path)
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


def _status(path: Path) -> os.stat_result | None:
    """The status of a file, after its links; None if there is no file."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _refusal(old: os.stat_result | None, read: Iterable[Path]) -> Problem | None:
    if old is None:
        return None
    if stat.S_ISDIR(old.st_mode):
        return problem("F002")
    if any(found and os.path.samestat(old, found) for found in map(_status, read)):
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
    """Write a file beside the target, with the same permissions, then give it the target's name."""
    mode = 0o666 if old is None else stat.S_IMODE(old.st_mode)
    beside = target.with_name(f".{target.name[:32]}.{os.urandom(8).hex()}.unfinished")
    if old is not None:
        os.close(os.open(target, os.O_WRONLY))  # refused if read-only, which a rename is not
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            os.chmod(beside, mode)  # the umask is for new files
        if force:
            os.replace(beside, target)
        elif old is None:
            _name_new(beside, target)
        else:
            _replace_same(beside, target, old)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
    _sync_folder(target.parent)


def _name_new(beside: Path, target: Path) -> None:
    """Give a file a name that no file has. Raises FileExistsError if one has it."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        os.replace(beside, target)
    else:
        with suppress(OSError):  # the file is written, whatever becomes of its other name
            os.unlink(beside)


def _replace_same(beside: Path, target: Path, old: os.stat_result) -> None:
    """Replace the file that was looked at. Raises FileExistsError if another took its place."""
    now = os.stat(target)
    if not os.path.samestat(now, old) or now.st_mtime_ns != old.st_mtime_ns:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    os.replace(beside, target)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can do it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
