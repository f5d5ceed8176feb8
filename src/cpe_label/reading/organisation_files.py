"""The files of one organisation among those of a folder, as the rules across files take them."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..messages.phrase import failure_name
from ..model.audit import Audit
from ..problems.exceptions import AuditError, DataError
from ..problems.problem import Problem, is_error, problem
from ..rules.audit_file import AuditFile, audit_file
from .discovery import documents_in, may_be_ours, ours
from .document import Document, value_of
from .files import MOST_BYTES, read_bytes
from .referentials import Referentials


def documents_beside(path: Path, organisation: str) -> list[Document]:
    """The documents in the folder of a file, but for the file, that may be of an organisation.

    Folders inside the folder are not looked at. A file in which the identifier does not stand is
    not parsed, unless an escape could hide it. Raises DataError if the folder cannot be read.
    """
    try:
        others = [one for one in sorted(path.parent.iterdir()) if _is_other(one, path)]
    except OSError as error:
        folder = str(path.parent)
        trouble = problem("F004", reason=failure_name(error)).in_file(folder)
        raise DataError([trouble]) from None
    return [found for one in others for found in ours(_if_it_may_name(organisation, one), [])]


def _is_other(one: Path, path: Path) -> bool:
    return may_be_ours(one.name) and one.is_file() and not one.samefile(path)


def _if_it_may_name(organisation: str, path: Path) -> Iterator[Document]:
    try:
        content = read_bytes(path)
    except DataError as error:
        yield Document(str(path), error.problems, "audit")
        return
    if organisation.encode() in content or b"\\" in content or len(content) > MOST_BYTES:
        yield from documents_in(str(path))


def files_of(
    organisation: str, referential: str, documents: Iterable[Document], known: Referentials
) -> tuple[AuditFile, ...]:
    """The audits of an organisation for a label.

    Raises AuditError with each file that may be one and cannot be used.
    """
    files: list[AuditFile] = []
    refused: list[Problem] = []
    for document in documents:
        value = document.value if isinstance(document.value, Audit) else None
        if value is None and not _may_be_of(organisation, document):
            continue
        if value and (value.organisation.id, value.referential.id) != (organisation, referential):
            continue
        try:
            files.append(
                audit_file(known.assess(value_of(document, Audit)).evaluation, document.name)
            )
        except DataError as error:
            first = next(filter(is_error, error.problems))
            place = first.file or document.name, first.line, first.column
            refused.append(problem("S004", organisation=organisation).in_file(*place))
    if refused:
        raise AuditError(refused)
    return tuple(files)


def _may_be_of(organisation: str, document: Document) -> bool:
    """Whether a file without a value may be an audit of an organisation: as its text has it."""
    if document.kind == "referential":
        return False
    if any(one.code in ("F004", "F005") for one in document.problems):
        return True
    named = rf"(?<![\w.-]){re.escape(organisation)}(?![\w-])"
    return re.search(named, document.text) is not None
