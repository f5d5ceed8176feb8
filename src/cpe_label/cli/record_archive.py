"""An archive of records, and the audits behind them: a folder or a `.jsonl`, and a folder."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..messages.phrase import failure_name
from ..model.audit import Audit
from ..problems.exceptions import DataError, UnknownFormatError
from ..problems.problem import Problem, problem
from ..reading.discovery import documents_in, documents_under, paths_under
from ..reading.files import read_lines
from ..reading.record import load_record, parse_record
from ..record.evaluation import Recorded

_Key = tuple[str, str, str, str]
"""Organisation, referential, kind and first day: what a record and its audit share."""


def is_archive(name: str) -> bool:
    """Whether a name is that of several records."""
    return os.path.isdir(name) or name.lower().endswith(".jsonl")


class Archive:
    """The records of one place, and the audits of another."""

    def __init__(self, records: str, audits: str) -> None:
        self._records = records
        self._audits: dict[_Key, list[Audit]] = {}
        self._files: list[str] = []
        found = documents_under(audits, []) if os.path.isdir(audits) else documents_in(audits)
        for document in found:
            if document.name == audits and document.problems and document.value is None:
                raise DataError(document.problems)
            if isinstance(document.value, Audit) and document.is_sound:
                self._audits.setdefault(_key_of(document.value), []).append(document.value)

    def records(self) -> Iterator[Recorded | tuple[Problem, ...]]:
        """Each record, or the problems of one that cannot be read, in order of path and line."""
        if os.path.isdir(self._records):
            yield from self._in_folder()
            return
        is_empty = True
        for number, line in enumerate(read_lines(Path(self._records)), 1):
            if line.strip():
                is_empty = False
                yield _read(line, self._records, number)
        if is_empty:
            yield self._refused(None)
        else:
            self._files.append(self._records)

    def audit_of(self, recorded: Recorded) -> Audit:
        """The audit that a record is of.

        Raises DataError if there is none here, or more than one.
        """
        key = _recorded_key(recorded.data)
        found = self._audits.get(key, []) if key else []
        if len(found) == 1:
            return found[0]
        names = tuple(sorted(audit.source.name for audit in found))
        trouble = problem("E008", ("audit",), files=names) if names else problem("E007", ("audit",))
        raise DataError([trouble.located(recorded.source)])

    def files(self) -> list[str]:
        """The files of records that were read."""
        return self._files

    def _in_folder(self) -> Iterator[Recorded | tuple[Problem, ...]]:
        refused: list[OSError] = []
        paths = paths_under(self._records, refused)
        yield from (self._refused(error) for error in refused)
        for path in paths:
            if path.suffix.lower() != ".json":
                continue
            try:
                yield load_record(path)
            except UnknownFormatError:
                continue  # some other file
            except DataError as error:
                yield error.problems
            self._files.append(str(path))
        if not self._files:
            yield self._refused(None)

    def _refused(self, error: OSError | None) -> tuple[Problem, ...]:
        """The problem of a folder that cannot be opened, or of a place without a record."""
        name = str(error.filename) if error else self._records
        trouble = problem("F004", reason=failure_name(error)) if error else problem("F035")
        self._files.append(name)
        return (trouble.in_file(name),)


def _read(line: bytes, name: str, number: int) -> Recorded | tuple[Problem, ...]:
    try:
        return parse_record(line, source=name, first_line=number)
    except DataError as error:
        return error.problems


def _key_of(audit: Audit) -> _Key:
    organisation = audit.organisation.id or audit.organisation.name
    return organisation, audit.referential.id, audit.kind, audit.audited_on.from_.isoformat()


def _recorded_key(data: Any) -> _Key | None:
    match data:
        case {
            "referential": {"id": str(referential)},
            "audit": {
                "kind": str(kind),
                "organisation": {"id": id_, "name": name},
                "audited_on": {"from": str(first)},
            },
        }:
            return str(id_ or name), referential, kind, first
    return None
