"""The documents behind what a person names: files, folders, lines of `.jsonl`, standard input."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from ..errors import DataError, problem
from .content import MOST_BYTES, read_lines
from .documents import Document, open_document, read_document

SUFFIXES: Final = (".yaml", ".yml", ".json", ".jsonl")
STANDARD_INPUT: Final = "<stdin>"
_OURS: Final = "cpe-label/"
# What a file in YAML that has lost its format may still start a line with.
_LOST: Final = re.compile(r"^(audited_on|findings|in_force):|^\w+: *cpe-label/", re.MULTILINE)


def documents_in(path: str) -> Iterator[Document]:
    """The documents of a file: each line of a `.jsonl` one, else the one that the file is."""
    if not path.endswith(".jsonl"):
        yield open_document(path)
        return
    found = False
    try:
        for number, line in enumerate(read_lines(Path(path)), 1):
            if line.strip():
                found = True
                yield read_document(line.rstrip(b"\r\n"), path, number)
    except DataError as error:
        yield Document(path, error.problems)
    else:
        if not found:
            yield Document(path, (problem("F013").in_file(path),))


def documents_under(folder: str) -> Iterator[Document]:
    """The referentials and audits of a folder and the folders in it, in order of path.

    A file that plainly is something else is passed over, and so is what is hidden.
    """
    found = False
    for path in sorted(Path(folder).rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix not in SUFFIXES or hidden or not path.is_file():
            continue
        for document in documents_in(str(path)):
            if is_ours(document):
                found = True
                yield document
    if not found:
        yield Document(folder, (problem("F012").in_file(folder),))


def document_from(stream: BinaryIO) -> Document:
    """The document on standard input."""
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        trouble = problem("F005", limit=MOST_BYTES).in_file(STANDARD_INPUT)
        return Document(STANDARD_INPUT, (trouble,))
    return read_document(content, STANDARD_INPUT)


def is_ours(document: Document) -> bool:
    """Whether a file found in a folder is, or means to be, a referential or an audit."""
    if document.kind is not None:
        return True
    formats = [problem for problem in document.problems if problem.code in ("Y020", "Y021")]
    if formats:  # it can be read, and says itself what it is
        named = str(formats[0].arguments.get("value", ""))
        return named.startswith(_OURS) or (not named and bool(_LOST.search(document.text)))
    if any(problem.code == "Y022" for problem in document.problems):
        return False  # a record, which `verify` reads
    return _OURS in document.text
