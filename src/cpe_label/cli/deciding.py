"""What `decide` and `event` share: the files that they change, and how they show and write it."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ..model.audit import Audit
from ..problems.exceptions import AuditError, DataError
from ..problems.problem import Problem, problem
from ..reading.files import is_lines
from ..reading.organisation_files import documents_beside, files_of, identity
from ..reading.referentials import Referentials
from ..rules.audit_file import AuditFile as FileOfNetwork
from ..rules.audit_file import audit_file
from ..writing.decisions import Change
from ..writing.edit import AuditFile, open_audit, pending
from ..writing.fixes import difference
from ..writing.together import Write, check_together, write_together
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
    if is_lines(name):
        raise AuditError([problem("F030", why="lines").in_file(name)])
    path = Path(name)
    file = open_audit(path)
    if identity(path) in seen:
        raise AuditError([problem("S003").in_file(name)])
    seen.add(identity(path))
    changed = {identity(Path(_source(one))): one.evaluation for one in changes}
    others = []
    for one in _others(file.audit, path, known):
        evaluation = changed.get(identity(Path(one.source)))
        others.append(audit_file(evaluation, one.source, placed=True) if evaluation else one)
    return file, others


def _others(audit: Audit, path: Path, known: Referentials) -> Sequence[FileOfNetwork]:
    name = audit.organisation.id
    if name is None:
        return ()
    beside, label = documents_beside(path, name), audit.referential.id
    return files_of(name, beside, known, label, asked=relative(str(path)))


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
    """Write every change and show it, or show it alone; `said` says what was done."""
    write_and_show(changes, (), arguments, console)
    for change in () if arguments.dry_run else changes:
        if is_new(change):
            said(change)
        else:
            console.status("already_there", file=name_of(change))
    return Exit.DONE


def write_and_show(
    changes: Sequence[Change], others: Sequence[Write], arguments: Namespace, console: Console
) -> None:
    """Write every change and the other files, or nothing, and show what changes in each file.

    With `--dry-run`, what would be written is only looked at. Raises DataError.
    """
    pendings = (pending(one.after) for one in changes if is_new(one))
    writes = [*(one for one in pendings if one is not None), *others]
    (check_together if arguments.dry_run else write_together)(writes)
    for change in changes:
        shown = difference(change.before.text, change.after.text, name_of(change))
        console.diff(shown, on_result=True)
        console.flush()  # what is shown stands before what is said of it, also in one file
        console.report_problems(change.warnings)
    if arguments.dry_run:
        for one in others:
            console.status("would_write", file=str(one.path))
        console.status("nothing_written")


def is_new(change: Change) -> bool:
    """Whether the text of the file changes."""
    return change.before.text != change.after.text


def name_of(change: Change) -> str:
    """The short path of the file."""
    return relative(_source(change))


def _source(change: Change) -> str:
    return change.evaluation.audit.source.name
