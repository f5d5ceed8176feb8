"""The decisions of a session of the committee: each in the text of its audit, or every problem."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from ..problems.exceptions import AuditError, DataError
from ..problems.problem import Problem, is_error, problem
from ..reading.files import is_lines
from ..reading.organisation_files import FolderFiles, files_of
from ..reading.referentials import Referentials
from ..reading.session_csv import Session, SessionRow
from ..rules.audit_file import AuditFile as FileOfNetwork
from ..rules.session import audit_to_decide
from ..text.similarity import near_identifier, near_miss, plain_words, readings
from .decisions import Change, decide
from .edit import open_audit

_CELLS: Final = {
    **dict.fromkeys(("A017", "A018", "A019", "A020"), "outcome"),
    **dict.fromkeys(("A023", "A030", "A036", "S001", "S002"), "decided_on"),
}
"""By code, the cell of a row that a problem of its decision is about."""


def decide_session(session: Session, folder: FolderFiles, known: Referentials) -> list[Change]:
    """The change of the audit of each row, in the order of the rows; nothing is written.

    Raises DataError with every problem of the session.
    """
    changes: list[Change] = []
    others: list[Problem] = []
    for row in session.rows:
        try:
            if (change := _change(session, row, folder, known)) is not None:
                changes.append(change)
        except DataError as error:
            others += _reported(session, row, error.problems)
    found = [*session.problems, *others]
    if any(map(is_error, found)):
        raise DataError(found)
    return changes


def _change(
    session: Session, row: SessionRow, folder: FolderFiles, known: Referentials
) -> Change | None:
    """The change of one row; None where a problem was reported. Raises DataError."""
    files = files_of(row.organisation, folder.kept, known)
    if not files:
        session.report(row, _unknown(row.organisation, folder.names))
        return None
    chosen = audit_to_decide(row.organisation, row.decision, files)
    if isinstance(chosen, Problem):
        session.report(row, chosen, _CELLS.get(chosen.code, "organisation"))
        return None
    if is_lines(chosen.source):
        raise AuditError([problem("F030", why="lines").in_file(chosen.source)])
    others = [one for one in files if _is_beside(one, chosen)]
    return decide(open_audit(Path(chosen.source)), row.decision, others, known)


def _is_beside(one: FileOfNetwork, chosen: FileOfNetwork) -> bool:
    return one is not chosen and one.referential.id == chosen.referential.id


def _unknown(written: str, names: Mapping[str, str]) -> Problem:
    """An organisation that is named by its name, or that has no file here."""
    called_so = tuple(
        sorted(one for one, name in names.items() if plain_words(name) == plain_words(written))
    )
    if called_so:
        return problem("S012", value=written, known=called_so)
    near = near_identifier(written, readings(names)) or near_miss(written, names)
    return problem("S011", value=written, near=near)


def _reported(session: Session, row: SessionRow, problems: Sequence[Problem]) -> list[Problem]:
    """Report in the row what is about its decision; the other problems stand in their files."""
    for one in problems:
        if one.code in _CELLS:
            session.report(row, one, _CELLS[one.code])
    return [one for one in problems if one.code not in _CELLS]
