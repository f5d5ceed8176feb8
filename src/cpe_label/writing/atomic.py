"""Writing files: whole or not at all, and never over something by surprise."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import Problem, problem


def write_file(path: Path, content: str | bytes, *, force: bool, read: Iterable[Path] = ()) -> None:
    """Write a file that appears whole or not at all, text in UTF-8; a link is written through.

    Whenever it stops, the file holds what it held or all of `content`. After a refusal or an
    interruption nothing else is left; a kill may leave `.NAME.….unfinished` beside it.

    Raises DataError if it exists and `force` does not say to overwrite it, if it is one of the
    files that were `read`, or if the system refuses, as it does for a file that is read-only.
    """
    content = content.encode("utf-8") if isinstance(content, str) else content
    try:
        there = _status(path)
        if refusal := _refusal(there, force, read):
            raise DataError([refusal.in_file(str(path))])
        if there is None or stat.S_ISREG(there.st_mode):
            _replace(Path(os.path.realpath(path)), content, there)
        else:
            path.write_bytes(content)  # a device or a pipe, such as /dev/null
    except OSError as error:
        trouble = problem("F007", reason=failure_name(error))
        raise DataError([trouble.in_file(str(path))]) from None


def _status(path: Path) -> os.stat_result | None:
    """What stands there, or at the end of the links there; None if nothing does."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _refusal(there: os.stat_result | None, force: bool, read: Iterable[Path]) -> Problem | None:
    if there is None:
        return None
    if stat.S_ISDIR(there.st_mode):
        return problem("F002")
    if any(found and os.path.samestat(there, found) for found in map(_status, read)):
        return problem("F009")
    return problem("F006") if stat.S_ISREG(there.st_mode) and not force else None


def _replace(target: Path, content: bytes, there: os.stat_result | None) -> None:
    """Write beside the target, with the rights that it has or will have, then take its place."""
    mode = 0o666 if there is None else stat.S_IMODE(there.st_mode)
    beside = target.with_name(f".{target.name[:32]}.{os.urandom(8).hex()}.unfinished")
    if there is not None:
        os.close(os.open(target, os.O_WRONLY))  # to rename over a read-only file is no right
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if there is not None:
            os.chmod(beside, mode)  # the umask is for new files
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
    _keep_name(target.parent)


def _keep_name(folder: Path) -> None:
    """Have the new name outlast a power cut, where a folder can be asked to."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
