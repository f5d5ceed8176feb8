"""The files of one organisation among those of a folder, as the rules across files take them."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..messages.phrase import failure_name
from ..model.audit import Audit
from ..problems.exceptions import AuditError, DataError
from ..problems.problem import Problem, is_error, problem
from ..rules.audit_file import AuditFile, audit_file
from .discovery import documents_in, may_be_ours, ours
from .document import Document, value_of
from .files import MOST_BYTES, SPREADSHEETS, is_spreadsheet, read_bytes
from .referentials import Referentials


def documents_beside(path: Path, organisation: str) -> list[Document]:
    """The documents in the folder of a file, but for the file, that may be of an organisation.

    For a link, those beside the file that it leads to as well. Folders inside the folder are not
    looked at. A file in which the identifier does not stand is not parsed, unless an escape could
    hide it. Raises DataError if a folder cannot be read.
    """
    found: dict[tuple[int, int], Path] = {identity(path): path}
    for place in (path, path.resolve()) if path.is_symlink() else (path,):
        for one in _files_in(place.parent):
            found.setdefault(identity(one), one)
    others = list(found.values())[1:]
    return [one for other in others for one in ours(_if_it_may_name(organisation, other), [])]


def identity(path: Path) -> tuple[int, int]:
    """What two names of one file have in common."""
    status = path.stat()
    return status.st_dev, status.st_ino


def _files_in(folder: Path) -> list[Path]:
    try:
        return [one for one in sorted(folder.iterdir()) if may_be_ours(one.name) and one.is_file()]
    except OSError as error:
        trouble = problem("F004", reason=failure_name(error)).in_file(str(folder))
        raise DataError([trouble]) from None


def _if_it_may_name(organisation: str, path: Path) -> Iterator[Document]:
    if path.suffix.lower() in SPREADSHEETS:  # whose texts are packed
        yield from documents_in(str(path))
        return
    try:
        content = read_bytes(path)
    except DataError as error:
        yield Document(str(path), error.problems, "audit")
        return
    if organisation.encode() in content or b"\\" in content or len(content) > MOST_BYTES:
        yield from documents_in(str(path))


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """The audits of a folder, of which those of some organisations are kept."""

    kept: tuple[Document, ...]
    """Those that may be of these organisations."""
    names: Mapping[str, str]
    """The name of every organisation of the folder, by its identifier."""
    paths: tuple[str, ...]
    """Every file."""
    unusable: int
    """How many documents are not sound."""


def folder_files(documents: Iterable[Document], organisations: Collection[str]) -> FolderFiles:
    """Keep what is needed of the documents of a folder, one after the other."""
    kept: list[Document] = []
    names: dict[str, str] = {}
    paths: dict[str, None] = {}
    unusable = 0
    for document in documents:
        paths[document.name] = None
        unusable += not document.is_sound
        audit = document.value if isinstance(document.value, Audit) else None
        if audit and audit.organisation.id is not None:
            names[audit.organisation.id] = audit.organisation.name
        if not audit or audit.organisation.id in organisations:
            kept.append(document)
    return FolderFiles(tuple(kept), names, tuple(paths), unusable)


def files_of(
    organisation: str,
    documents: Iterable[Document],
    known: Referentials,
    referential: str | None = None,
    *,
    asked: str | None = None,
) -> tuple[AuditFile, ...]:
    """The audits of an organisation for a label, or for every label.

    `asked` is what the caller wants to decide about, if that is a file. Raises AuditError with each
    file that may be one and cannot be used.
    """
    files: list[AuditFile] = []
    refused: list[Problem] = []
    for document in documents:
        value = document.value if isinstance(document.value, Audit) else None
        if value is None and not _may_be_of(organisation, document):
            continue
        if value and (
            value.organisation.id != organisation or referential not in (None, value.referential.id)
        ):
            continue
        try:
            evaluation = known.assess(value_of(document, Audit)).evaluation
            files.append(audit_file(evaluation, document.name, placed=True))
        except DataError as error:
            first = next(filter(is_error, error.problems))
            facts = {"organisation": organisation, "asked": asked or organisation}
            refused.append(_at_the_place_of(first, problem("S004", **facts), document))
    if refused:
        raise AuditError(refused)
    return tuple(files)


def _at_the_place_of(first: Problem, found: Problem, document: Document) -> Problem:
    file = first.file or document.name
    if first.cell is not None:
        return found.at_cell(file, first.cell, first.workbook)
    return found.in_file(file, first.line, first.column)


def _may_be_of(organisation: str, document: Document) -> bool:
    """Whether a file without a value may be an audit of an organisation: as its text has it."""
    if document.kind == "referential":
        return False
    if any(one.code in ("F004", "F005") for one in document.problems):
        return True
    if is_spreadsheet("", document.name):
        return document.kind == "audit" and _may_name(organisation, document)
    named = rf"(?<![\w.-]){re.escape(organisation)}(?![\w-])"
    return re.search(named, document.text) is not None


def _may_name(organisation: str, document: Document) -> bool:
    """Whether what is known of a workbook leaves it to be of an organisation."""
    partial = document._partial
    if partial is None or any(path[:1] == ("organisation",) for path in partial.refused):
        return True
    return partial.value.organisation.id in (organisation, None)
