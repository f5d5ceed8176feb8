"""Writing files: whole or not at all, and never over something by surprise."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ..errors import DataError, Problem, failure_name, problem


def write_file(path: Path, content: str | bytes, *, force: bool, read: Iterable[Path] = ()) -> None:
    """Write a file that appears whole or not at all, text in UTF-8; a link is written through.

    Raises DataError if it exists and `force` does not say to overwrite it, if it is one of the
    files that were `read`, or if the system refuses.
    """
    content = content.encode("utf-8") if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)  # a device, such as /dev/null
            return
        target = Path(os.path.realpath(path))
        if target.is_symlink():
            raise OSError(errno.ELOOP, "a circle of links")
        if refusal := _refusal(target, force, read):
            raise DataError([refusal.in_file(str(path))])
        _replace(target, content)
    except OSError as error:
        trouble = problem("F007", reason=failure_name(error))
        raise DataError([trouble.in_file(str(path))]) from None


def _refusal(target: Path, force: bool, read: Iterable[Path]) -> Problem | None:
    if target.is_dir():
        return problem("F002")
    if not target.is_file():
        return None
    if any(other.exists() and target.samefile(other) for other in read):
        return problem("F009")
    return None if force else problem("F006")


def _replace(target: Path, content: bytes) -> None:
    """Write beside the target, then take its place in one step."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:32]}.", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
