"""The referentials among the files of a check: they are known beside the shipped ones."""

import os
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from ..model.audit import Audit
from ..model.referential import REFERENTIAL_FORMAT, Referential
from ..problems.exceptions import AuditError, DataError, ReferentialError
from .discovery import paths_under
from .document import Document, open_document, read_document
from .files import OLD_SPREADSHEETS, SPREADSHEETS, read_bytes, read_lines
from .referentials import Referentials, shipped

_SAYS_SO: Final = re.compile(rb"cpe-label\\?/referential")
"""What the bytes of each referential hold, so that no other file is parsed for nothing."""


class ReferentialsAmong(Referentials):
    """The sound referentials among some documents, and the shipped ones.

    One of the documents replaces the shipped referential of the same version. If one of them is
    not sound, a referential that is not found may be that one.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        """The documents are gone through once, when a referential is first needed."""
        super().__init__()
        self._among = documents

    @cached_property
    def _found(self) -> tuple[Document, ...]:
        return tuple(one for one in self._among if one.kind == "referential")

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The sound referentials among the documents, then the shipped ones."""
        sound = tuple(one for one in self._found if one.is_sound)
        names = {_name(one) for one in sound}
        return (*sound, *(one for one in shipped().documents if _name(one) not in names))

    def of(self, audit: Audit) -> Referential:
        """The referential of an audit.

        Raises ReferentialError if it is not known and one of the documents is not sound.
        """
        try:
            return super().of(audit)
        except AuditError:
            unsound = [one for one in self._found if not one.is_sound]
            if unsound:
                every = [problem for one in unsound for problem in one.problems]
                raise ReferentialError(every) from None
            raise


def _name(document: Document) -> str | None:
    return document.value.name if isinstance(document.value, Referential) else None


def referentials_in_files(names: Iterable[str]) -> Iterator[Document]:
    """The referentials in files and folders. What cannot be read is left to who reads it all."""
    for name in names:
        for path in paths_under(name, []) if os.path.isdir(name) else [Path(name)]:
            try:
                yield from _in_file(path)
            except DataError:
                continue


def _in_file(path: Path) -> Iterator[Document]:
    if path.suffix.lower() in (*SPREADSHEETS, *OLD_SPREADSHEETS):
        from .spreadsheet.workbook import format_named  # no other file needs it

        if format_named(read_bytes(path), str(path)) == REFERENTIAL_FORMAT:
            yield open_document(path)
        return
    if path.suffix.lower() != ".jsonl":
        if _SAYS_SO.search(read_bytes(path)):
            yield open_document(path)
        return
    for number, line in enumerate(read_lines(path), 1):
        if _SAYS_SO.search(line):
            yield read_document(line.rstrip(b"\r\n"), str(path), number)
