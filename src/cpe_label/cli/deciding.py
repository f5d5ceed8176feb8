"""What `decide` and `event` share: the files that they change, and how they show and write it."""

import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ..model.audit import Audit
from ..problems.exceptions import AuditError, DataError
from ..problems.problem import Problem, problem
from ..reading.organisation_files import documents_beside, files_of
from ..reading.referentials import Referentials
from ..rules.audit_file import AuditFile as FileOfNetwork
from ..rules.audit_file import audit_file
from ..writing.decisions import Change
from ..writing.edit import AuditFile, open_audit, pending
from ..writing.fixes import difference
from ..writing.together import Write, write_together
from .console import Console
from .exit_codes import Exit
from .problem_output import relative

MakeChange = Callable[[AuditFile, Sequence[FileOfNetwork]], Change]
"""From the file of an audit, and the others of its organisation."""


def changes_of(names: Iterable[str], make: MakeChange, known: Referentials) -> list[Change]:
    """The change of each file; nothing is written yet.

    Raises DataError with the problems of all files, and then there is no change.
    """
    changes: list[Change] = []
    problems: list[Problem] = []
    seen: set[tuple[int, int]] = set()
    for name in names:
        try:
            changes.append(make(*_opened(name, changes, seen, known)))
        except DataError as error:
            problems += (one if one.file else one.in_file(name) for one in error.problems)
    if problems:
        raise DataError(problems)
    return changes


def _opened(
    name: str, changes: Sequence[Change], seen: set[tuple[int, int]], known: Referentials
) -> tuple[AuditFile, Sequence[FileOfNetwork]]:
    """The file of an audit, and the others of its organisation, with the changes made so far."""
    if name.lower().endswith(".jsonl"):
        raise AuditError([problem("F030").in_file(name)])
    file = open_audit(Path(name))
    if (identity := _identity(name)) in seen:
        raise AuditError([problem("S003").in_file(name)])
    seen.add(identity)
    changed = {_identity(one.evaluation.audit.source.name): one for one in changes}
    return file, tuple(
        audit_file(changed[where].evaluation, one.source)
        if (where := _identity(one.source)) in changed
        else one
        for one in _others(file.audit, Path(name), known)
    )


def _others(audit: Audit, path: Path, known: Referentials) -> Sequence[FileOfNetwork]:
    name = audit.organisation.id
    if name is None:
        return ()
    return files_of(name, audit.referential.id, documents_beside(path, name), known)


def _identity(name: str) -> tuple[int, int]:
    found = os.stat(name)
    return found.st_dev, found.st_ino


def mistake_of(
    dest: str, words: Sequence[str], arguments: Namespace
) -> tuple[str, dict[str, object]] | None:
    """What is wrong with the use of a command that writes one of some words on a day."""
    if len(getattr(arguments, dest)) != 1:
        return "choose_one", {"known": tuple(f"--{word}" for word in words)}
    return ("on_needed", {}) if arguments.on is None else None


def carry_out(
    changes: Sequence[Change],
    said: Callable[[Change], None],
    arguments: Namespace,
    console: Console,
) -> Exit:
    """Show every change and write it, or show it alone; `said` says what was done."""
    show(changes, console)
    if arguments.dry_run:
        console.status("nothing_written")
        return Exit.DONE
    write(changes)
    for change in changes:
        if is_new(change):
            said(change)
        else:
            console.status("already_there", file=name_of(change))
    return Exit.DONE


def is_new(change: Change) -> bool:
    """Whether the text of the file changes."""
    return change.before.text != change.after.text


def name_of(change: Change) -> str:
    """The short path of the file."""
    return relative(change.evaluation.audit.source.name)


def show(changes: Iterable[Change], console: Console) -> None:
    """Show what changes in each file, as a result, and the warnings that come with it."""
    for change in changes:
        shown = difference(change.before.text, change.after.text, name_of(change))
        console.diff(shown, on_result=True)
        console.report_problems(change.warnings)


def write(changes: Iterable[Change], others: Iterable[Write] = ()) -> None:
    """Write every change and the other files, or nothing. Raises DataError."""
    writes = (pending(one.after) for one in changes if is_new(one))
    write_together([*(one for one in writes if one is not None), *others])
