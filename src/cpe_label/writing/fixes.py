"""Write the certain fixes of a file into it, and nothing else."""

import difflib
from collections.abc import Iterable
from pathlib import Path

from ..problems.fix import Change, Edit, applied
from ..problems.problem import Problem
from ..problems.source import lines_of
from .together import Write, write_together

_MARK = "\ufeff"


def fixed_text(text: str, problems: Iterable[Problem]) -> str:
    """The text of a file with the fix of each of its problems; comments and layout stay."""
    edits = dict.fromkeys(edit for one in problems if one.fix for edit in one.fix.edits)
    return applied(text, map(_change, edits))


def _change(edit: Edit) -> Change:
    return Change(edit.start, edit.end, edit.new)


def write_fixed(path: Path, before: bytes, text: str) -> None:
    """Write the fixed text of a file, completely or not at all, with the byte order mark it had.

    Raises DataError if it was changed since, if it has other names, or if the system refuses.
    """
    mark = _MARK if before.startswith(_MARK.encode("utf-8")) else ""
    write_together([Write(path, f"{mark}{text}".encode(), before)])


def difference(before: str, after: str, name: str) -> str:
    """What changed, as a unified diff, with the line ends of the file taken off."""
    old, new = (lines_of(text.rstrip("\r\n")) for text in (before, after))
    lines = difflib.unified_diff(old, new, name, name, lineterm="")
    return "".join(f"{line}\n" for line in lines)
