"""Find the documents in a file, a folder, the lines of a `.jsonl` file, or standard input."""

import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, Final

from pydantic_core import from_json

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import problem
from .document import Document, read_document, read_line
from .files import (
    MOST_BYTES_OF_REFERENTIAL,
    MOST_BYTES_OF_SPREADSHEET,
    OLD_SPREADSHEETS,
    VALUES,
    is_lines,
    is_wide,
    lines_from,
    read_lines,
)
from .members import open_members

SUFFIXES: Final = (*VALUES, ".jsonl", *OLD_SPREADSHEETS)
"""What is looked at in a folder, be it to say that it is not read."""
_NOT_OURS: Final = (".", "~$")
"""How the names of hidden files start, and of those that Excel keeps beside an open workbook."""
STANDARD_INPUT: Final = "<stdin>"
_FURTHEST: Final = 100
"""How many lines of it are looked at to see whether it holds a document in each."""
_OURS: Final = "cpe-label/"
_OTHER: Final = frozenset(("Y022", "F019", "X004", "X005", "X006", "X014", "X023"))
"""Problems of other files: a record, which `verify` reads, and what is neither text nor ours, as
most workbooks are."""
_NO_TEXT: Final = frozenset(("F019", "Y001"))
"""Problems of a file that is no text: under the name of a YAML file, it was damaged."""
_SAYS_OURS: Final = re.compile(rb'"format"\s*:\s*"cpe-label\\?/(?:audit|referential|members)\\?/')
"""What each sound line holds that is ours, and no line that we write of one. The strokes may be
escaped."""
_OUR_KEYS: Final = re.compile(
    r"^(audited_on|findings|in_force):|^\w+: *cpe-label/"
    r'|"(audited_on|in_force)":\s*\{\s*"from":',
    re.MULTILINE,
)
"""Keys that a file of ours still has when its `format` is missing."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that is still to be read: a file, or one line of it, here or in a process."""

    name: str
    line: str | bytes | None = None
    """The content of the line; None for a whole file."""
    number: int = 1
    """The number of the line."""
    is_beside_ours: bool = False
    """Whether another line of the file is ours."""

    def read(self) -> Document:
        """Read the document, with all its problems."""
        if self.line is None:
            return open_members(self.name)
        document = read_line(self.line, self.name, self.number)
        object.__setattr__(document, "_is_beside_ours", self.is_beside_ours)
        return document


def documents_in(path: str) -> Iterator[Document]:
    """The documents of a file: one for each line of a `.jsonl`, else one."""
    return map(read, found_in(path))


def read(found: Unread | Document) -> Document:
    """What was found, read: what cannot even be opened was a document of its problem already."""
    return found.read() if isinstance(found, Unread) else found


def found_in(path: str) -> Iterator[Unread | Document]:
    """The documents of a file, to be read."""
    if not is_lines(path):
        yield Unread(path)
        return
    found = False
    try:
        holds_ours = any(map(_SAYS_OURS.search, read_lines(Path(path))))
        for one in found_in_lines(read_lines(Path(path)), path, is_beside_ours=holds_ours):
            found = True
            yield one
    except DataError as error:
        yield Document(path, error.problems)
    else:
        if not found:
            yield Document(path, (problem("F013").in_file(path),))


def found_in_lines(
    lines: Iterable[str | bytes], name: str, *, is_beside_ours: bool = False
) -> Iterator[Unread]:
    """The document in each line that is not empty. One that cannot be read stops no other."""
    for number, content in numbered(lines):
        yield Unread(name, content, number, is_beside_ours)


def numbered(
    lines: Iterable[str | bytes], first_line: int = 1
) -> Iterator[tuple[int, str | bytes]]:
    """The number and the content of each line that is not empty.

    One over the limit may be the start of a line alone, so it is not empty though it looks so.
    Lines in UTF-16 or UTF-32 are the first alone, because none of them can be read.
    """
    for number, line in enumerate(lines, first_line):
        if len(line) > MOST_BYTES_OF_REFERENTIAL or line.strip():
            yield number, line.rstrip(b"\r\n") if isinstance(line, bytes) else line.rstrip("\r\n")
        if number == first_line and isinstance(line, bytes) and is_wide(line):
            return


def documents_under(folder: str, passed_over: list[str]) -> Iterator[Document]:
    """The referentials and audits of a folder and the folders in it, in order of path.

    Hidden files are ignored. A file that is clearly something else is skipped, and its path is
    added to `passed_over`.
    """
    found = False
    for document in ours(map(read, found_under(folder)), passed_over):
        found = True
        yield document
    if not found:
        yield none_under(folder)


def none_under(folder: str) -> Document:
    """The problem of a folder in which nothing is ours."""
    return Document(folder, (problem("F012").in_file(folder),))


def ours(documents: Iterable[Document], passed_over: list[str]) -> Iterator[Document]:
    """The referentials and audits among documents; the paths of the others go to `passed_over`."""
    for document in documents:
        if is_ours(document):
            yield document
        elif document.name not in passed_over[-1:]:
            passed_over.append(document.name)


def paths_under(folder: str, refused: list[OSError]) -> list[Path]:
    """The files of a folder and the folders in it that may hold documents, in order of path.

    Hidden files are ignored. What cannot be opened is added to `refused`.
    """
    paths: list[Path] = []
    for here, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = (name for name in folders if not name.startswith("."))
        paths += (Path(here, name) for name in files if may_be_ours(name))
    return sorted(paths)


def may_be_ours(name: str) -> bool:
    """Whether a file of this name is looked at in a folder."""
    path = Path(name)
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(_NOT_OURS)


def found_under(folder: str) -> Iterator[Unread | Document]:
    """What may be a document in a folder and the folders in it, to be read, in order of path."""
    refused: list[OSError] = []
    paths = paths_under(folder, refused)
    for error in refused:
        trouble = problem("F004", reason=failure_name(error)).in_file(str(error.filename))
        yield Document(str(error.filename), (trouble,))
    for path in paths:
        yield from found_in(str(path))


def found_on(stream: BinaryIO) -> Iterator[Unread | Document]:
    """The documents on standard input, to be read: of lines, one for each."""
    lines = lines_from(stream)
    start = list(_start(lines))
    if _are_lines(start):
        yield from found_in_lines(chain(start, lines), STANDARD_INPUT)
        return
    content = b"".join(start)
    most = MOST_BYTES_OF_SPREADSHEET
    while len(content) <= most and (more := stream.read(most)):
        content += more
    yield read_document(content, STANDARD_INPUT)


def _start(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines up to the second one that is not empty, or as far as anybody would look."""
    seen = 0
    for line in islice(lines, _FURTHEST):
        yield line
        seen += bool(line.strip())
        if seen == 2:
            return


def _are_lines(start: Iterable[bytes]) -> bool:
    """Whether a text that starts so holds a document in each line.

    The first starts an object, and it or the next is a whole one: no document in JSON, one alone or
    over several lines, starts so, and one of the two may be damaged.
    """
    shown = [line for line in (one.removeprefix(BOM_UTF8).strip() for one in start) if line]
    return len(shown) == 2 and shown[0].startswith(b"{") and any(map(_is_object, shown))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(from_json(line), dict)
    except ValueError:
        return False


def document_from(stream: BinaryIO) -> Document:
    """The document on standard input."""
    content = stream.read(MOST_BYTES_OF_SPREADSHEET + 1)
    return read_document(content, STANDARD_INPUT)


def _is_yaml(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml"))


def is_ours(document: Document) -> bool:
    """Whether a file in a folder is a referential or an audit, or may be meant as one."""
    if document.kind is not None or document._is_beside_ours:
        return True
    if document.name.lower().endswith(OLD_SPREADSHEETS):
        return False
    found = {problem.code: problem for problem in document.problems}
    if _is_yaml(document.name) and not found.keys().isdisjoint(_NO_TEXT):
        return True
    if not found.keys().isdisjoint(_OTHER):
        return False
    text = document.text.replace("\0", "")  # UTF-16 has one at each letter
    if unknown := found.get("Y020") or found.get("Y021"):  # readable, another format
        written = str(unknown.arguments.get("value", ""))
        return written.startswith(_OURS) or bool(_OUR_KEYS.search(text))
    return _OURS in text or bool(_OUR_KEYS.search(text)) or not text.strip()
