"""Change an audit in its file, and keep its comments and its layout.

    from cpe_label.edit import open_audit

    file = open_audit("audit.yaml")
    file.finding("COO-02", status="met", evidence=["Minutes of the meeting"])
    file.save()

`docs/edit.md` shows what becomes of a file.
"""

from collections.abc import Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any, Self

from ..model.audit import Audit, EventKind, Finding, Outcome, PreviousState
from ..model.base import without_empty
from ..problems.exceptions import AuditError, DataError, UnknownFormatError
from ..problems.problem import problem
from ..reading.document import is_json, read_document, value_of
from ..reading.files import read_bytes
from ..text.arguments import expects
from .changes import changed
from .dump import to_yaml
from .json_changes import changed_json, is_laid_out
from .spreadsheet.in_place import changed_workbook
from .together import Write, write_together

_BYTE_ORDER_MARK = "\ufeff"


class AuditFile:
    """A file that holds an audit, and the changes since it was opened: YAML, JSON or xlsx.

    Each change is validated, and shows in `audit` and in `text` at once; the file changes when it
    is saved. A change with a problem raises AuditError with every problem, and changes nothing.
    Lines that a change does not need, and all comments, stay as they are.
    """

    def __init__(self, path: str | PathLike[str], content: bytes) -> None:
        self._path = Path(path)
        self._on_disk = content
        document = read_document(content, str(path))
        self._audit = value_of(document, Audit)
        self._text = document.text
        self._content: bytes | None = None
        """Of a workbook, what the file shall hold; the text is then that of YAML, to be shown."""
        if self._audit.source.cells is not None:
            self._content, self._text = content, to_yaml(self._audit)
        self._is_json = is_json(self._audit.source.name, self._audit.source.text)
        if self._is_json and not is_laid_out(self._text):
            raise AuditError([problem("F030", why="layout").in_file(str(path))])

    @property
    def audit(self) -> Audit:
        """The audit with the changes, as it would be read from the saved file."""
        return self._audit

    @property
    def text(self) -> str:
        """The text of the file with the changes."""
        return self._text

    def finding(self, criterion: str, /, **keys: Any) -> Self:
        """Set the keys of one finding: its status, evidence, comment and others.

        A key that is None is taken out; a key that is not named stays. A finding that the file does
        not have is added, after those of the same letters with a smaller number, or at the end.
        """
        findings = self._audit.findings
        before = findings.get(criterion, Finding())
        stay = {name: getattr(before, name) for name in before.model_fields_set - keys.keys()}
        come = {name: one for name, one in keys.items() if not _takes_out(name, one)}
        return self._with(findings={**findings, criterion: {**stay, **come}})

    def decision(self, *, outcome: Outcome, decided_on: date, reason: str | None = None) -> Self:
        """Set the decision of the committee, in place of the one that may be there."""
        return self._with(decision={"outcome": outcome, "decided_on": decided_on, "reason": reason})

    def event(self, *, event: EventKind, on: date, reason: str | None = None) -> Self:
        """Add an event to the label; an event that is there already is not added again."""
        new = {"event": event, "on": on, "reason": reason}
        added = self._audit.model_copy(update={"events": [new]}).events
        if added[0] in self._audit.events:
            return self
        return self._with(events=[*self._audit.events, *added])

    def previous(self, *, last_day: date, state: PreviousState | None = None) -> Self:
        """Set the label that this audit renews, in place of the one that may be there."""
        return self._with(previous={"last_day": last_day, "state": state})

    def save(self) -> None:
        """Write the file, completely or not at all, with its encoding, line breaks and rights.

        Raises DataError if the file was changed or removed since it was opened or last saved, if it
        has other names, or if the system refuses.
        """
        if (write := pending(self)) is not None:
            write_together([write])
            self._on_disk = write.content
        elif read_bytes(self._path) != self._on_disk:
            raise DataError([problem("F034").in_file(str(self._path))])

    def __repr__(self) -> str:
        return f"<AuditFile {str(self._path)!r}>"

    def _with(self, **update: Any) -> Self:
        wanted = self._audit.model_copy(update=update)
        if self._content is not None:
            self._content = _changed_workbook(self._content, self._audit, wanted)
            document = read_document(self._content, str(self._path))
            self._audit, self._text = value_of(document, Audit), to_yaml(wanted)
            return self
        old, new = _plain(self._audit), _plain(wanted)
        if self._is_json:
            text = changed_json(self._text, old, new)
        else:
            text = changed(self._text, (), old, new)
        document = read_document(text, str(self._path))
        try:
            audit = value_of(document, Audit)
        except UnknownFormatError as error:
            raise AuditError(error.problems) from None
        if audit != wanted:
            raise AssertionError(f"{self._path}: the change would be read as something else")
        self._text, self._audit = text, audit
        return self


@expects(path=str | PathLike)
def open_audit(path: str | PathLike[str]) -> AuditFile:
    """Open the file of an audit, YAML, JSON or xlsx, to change it and keep its layout.

    Raises AuditError with every problem of the file, also if it is JSON that is not laid out as
    programs do it, or UnknownFormatError.
    """
    try:
        content = read_bytes(Path(path))
    except DataError as error:
        raise AuditError(error.problems) from None
    return AuditFile(path, content)


def pending(file: AuditFile) -> Write | None:
    """What the file of an audit shall hold once it is saved; None if that is what it holds."""
    mark = _BYTE_ORDER_MARK.encode()
    start = mark if file._on_disk.startswith(mark) else b""
    content = start + file._text.encode() if file._content is None else file._content
    return None if content == file._on_disk else Write(file._path, content, file._on_disk)


def _changed_workbook(content: bytes, audit: Audit, wanted: Audit) -> bytes:
    """The workbook in which another audit is read. Raises AuditError if it cannot be written."""
    for as_dates in (True, False):
        made = changed_workbook(content, audit, wanted, as_dates=as_dates)
        if read_document(made, audit.source.name).value == wanted:
            return made
    raise AuditError([problem("X021", why="no_cell").at_cell(audit.source.name, None)])


def _takes_out(name: str, value: Any) -> bool:
    """Whether a value takes a key of a finding out: None, or nothing but None."""
    return name in Finding.model_fields and without_empty({name: value}) == {}


def _plain(audit: Audit) -> Mapping[str, Any]:
    """What the file of an audit holds, with the empty mappings and lists that stand there."""
    return audit.model_dump(mode="json", exclude_unset=True, exclude_none=True)
