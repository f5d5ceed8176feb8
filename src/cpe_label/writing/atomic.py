"""Write a file completely or not at all, and never overwrite another file by surprise."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import Problem, problem


def write_file(path: Path, content: str | bytes, *, force: bool, read: Iterable[Path] = ()) -> None:
    """Write a file completely or not at all, text in UTF-8. A link is followed.

    Whenever this stops, the file has its old content or all of `content`. After an error or an
    interruption nothing else is left; a kill may leave `.NAME.….unfinished` beside it.

    Raises DataError if the file exists and `force` is false, if it is one of the files that were
    `read`, or if the system refuses, as for a read-only file.
    """
    content = content.encode("utf-8") if isinstance(content, str) else content
    try:
        old = _status(path)
        if refusal := _refusal(old, force, read):
            raise DataError([refusal.in_file(str(path))])
        if old is None or stat.S_ISREG(old.st_mode):
            _replace(Path(os.path.realpath(path)), content, old)
        else:
            path.write_bytes(content)  # a device or a pipe, such as /dev/null
    except OSError as error:
        trouble = problem("F007", reason=failure_name(error))
        raise DataError([trouble.in_file(str(path))]) from None


def _status(path: Path) -> os.stat_result | None:
    """The status of a file, after its links; None if there is no file."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _refusal(old: os.stat_result | None, force: bool, read: Iterable[Path]) -> Problem | None:
    if old is None:
        return None
    if stat.S_ISDIR(old.st_mode):
        return problem("F002")
    if any(found and os.path.samestat(old, found) for found in map(_status, read)):
        return problem("F009")
    return problem("F006") if stat.S_ISREG(old.st_mode) and not force else None


def _replace(target: Path, content: bytes, old: os.stat_result | None) -> None:
    """Write a file beside the target, with the same permissions, then rename it to the target."""
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
        os.replace(beside, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can do it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
