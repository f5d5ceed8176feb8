"""A file is written beside its place, and takes its name when it is whole.

Whenever this stops, the name stands for the old content or for all of the new one. A kill may leave
`.NAME.….unfinished` beside it.
"""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def status(path: Path) -> os.stat_result | None:
    """The status of a file, after its links; None if there is no file."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def staged(target: Path, content: bytes, old: os.stat_result | None) -> Path:
    """Write a file beside the target, with the rights and the owner of the old one if there is one.

    Where the system does not let its user give a file away, the owner is who writes.
    Raises OSError, and then leaves nothing behind.
    """
    if old is not None:
        os.close(os.open(target, os.O_WRONLY))  # refused if read-only, which a rename is not
    mode = 0o666 if old is None else stat.S_IMODE(old.st_mode)
    beside = target.with_name(f".{target.name[:32]}.{os.urandom(8).hex()}.unfinished")
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            if old is not None:
                _keep_owner(file.fileno(), old)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            os.chmod(beside, mode)  # the umask is for new files
    except BaseException:
        removed(beside)
        raise
    return beside


def _keep_owner(handle: int, old: os.stat_result) -> None:
    """Give a file the owner and the group of another, or the group alone, as far as one may."""
    here = os.fstat(handle)
    give = getattr(os, "fchown", None)
    if give is None or (here.st_uid, here.st_gid) == (old.st_uid, old.st_gid):
        return
    for owner in (old.st_uid, -1):
        with suppress(PermissionError):
            give(handle, owner, old.st_gid)
            return


def removed(path: Path) -> None:
    """Remove a file if it is there and can be removed."""
    with suppress(OSError):
        os.unlink(path)


def name_new(beside: Path, target: Path) -> None:
    """Give a file a name that no file has. Raises FileExistsError if one has it."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        os.replace(beside, target)
    else:
        removed(beside)  # the file is written, whatever becomes of its other name


def replace_same(beside: Path, target: Path, old: os.stat_result) -> None:
    """Replace the file that was looked at. Raises FileExistsError if another took its place."""
    now = os.stat(target)
    if not os.path.samestat(now, old) or now.st_mtime_ns != old.st_mtime_ns:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    os.replace(beside, target)


def sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can do it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
