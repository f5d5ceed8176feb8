"""The bytes of a file and the text in them. Nothing here trusts the file."""

import os
import re
import stat
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import Argument, Problem, problem
from ..problems.source import Source
from ..text.display import FORBIDDEN, character_name

MOST_BYTES: Final = 524_288
MOST_BYTES_OF_REFERENTIAL: Final = 1_100_000
"""A referential of 500 criteria, with all its texts, is twice as long as an audit under it."""
SPREADSHEETS: Final = (".xlsx", ".xlsm", ".ods")
OLD_SPREADSHEETS: Final = (".xls", ".fods")
"""Never read, and yet known by their name, so that a person is told what to do."""
MOST_BYTES_OF_SPREADSHEET: Final = 4_000_000
VALUES: Final = (".yaml", ".yml", ".json", *SPREADSHEETS)
"""How the names of files end that hold one value."""
MOST_VALUES: Final = 20_000
MOST_VALUES_OF_REFERENTIAL: Final = 2 * MOST_VALUES

# A file says within its first lines what it is; in JSON the stroke may be escaped.
_REFERENTIAL: Final = re.compile(r"cpe-label\\?/referential/")
_START: Final = 4_096

_ARCHIVE: Final = b"PK\x03\x04"
_PARTS: Final = (b"xl/workbook.xml", b"opendocument.spreadsheet")
"""What the bytes of a spreadsheet hold, and those of other archives do not."""
_OLD: Final = b"\xd0\xcf\x11\xe0"
_OLD_PART: Final = "Workbook".encode("utf-16-le")
"""The same of an old one."""
_OTHER_NAMES: Final = (".yaml", ".yml", ".json", ".jsonl")

# How files start that people mistake for texts, and which program wrote them.
_NO_TEXT: Final = {b"PK\x03\x04": "office", b"\xd0\xcf\x11\xe0": "office", b"%PDF-": "PDF"}

_PAGE: Final = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
"""How a page for a browser starts."""

# How texts of two or four bytes a letter start: with a mark, or a letter of ASCII and zeros.
_WIDE: Final = re.compile(
    rb"(?P<UTF_32>\xff\xfe\0\0|\0\0\xfe\xff|[\t-~]\0\0\0|\0\0\0[\t-~])"
    rb"|(?P<UTF_16>\xff\xfe|\xfe\xff|(?:[\t-~]\0){2}|(?:\0[\t-~]){2})"
)

# Control characters but tab and line breaks, and halves of surrogate pairs.
_CONTROLS: Final = bytes((*range(9), 11, 12, *range(14, 32), 127))
_C1: Final = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")


def read_bytes(path: Path) -> bytes:
    """Read a regular file, up to the first byte over the limit, which makes it refused.

    Raises DataError for anything else: a missing file, a folder, a pipe.
    """
    with _opened(path) as file:
        return file.read(most_bytes_named(path.name) + 1)


def read_lines(path: Path) -> Iterator[bytes]:
    """Read the lines of a regular file. Raises DataError as `read_bytes`."""
    with _opened(path) as file:
        yield from lines_from(file)


def lines_from(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream, with their ends.

    Of a line over the limit, no more than its start is kept, which `decode` refuses.
    """
    most = MOST_BYTES_OF_REFERENTIAL + 2
    while line := stream.readline(most):
        piece = line
        while len(piece) == most and not piece.endswith(b"\n"):
            piece = stream.readline(most)
        yield line


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    trouble = _cannot_be_read(path)
    if trouble is None:
        try:
            with open(path, "rb") as file:
                yield file
                return
        except OSError as error:
            trouble = problem("F004", reason=failure_name(error))
    raise DataError([trouble.in_file(str(path))])


def _cannot_be_read(path: Path) -> Problem | None:
    """Check a path before it is opened, because opening a pipe waits for its writer."""
    try:
        mode = os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return problem("F001")
    except OSError as error:
        return problem("F004", reason=failure_name(error))
    if stat.S_ISDIR(mode):
        return problem("F002")
    return None if stat.S_ISREG(mode) else problem("F003")


def decode(content: bytes | str, name: str, first_line: int = 1) -> Source:
    """Decode a file: UTF-8, with or without a byte order mark at its start.

    Raises DataError if it is too long or a page for a browser, with the place of the first byte
    that is not UTF-8, or at a second byte order mark, which would become a part of the text or
    vanish from it.
    """
    if len(content) > (limit := most_bytes(content)):
        line = first_line if is_lines(name) or first_line > 1 else None
        trouble = problem("F005", what="line" if line else "file", limit=limit)
        raise DataError([trouble.in_file(name, line, line and 1)])
    text = content if isinstance(content, str) else _utf8(content, name, first_line)
    source = Source(name, text.removeprefix("\ufeff"), first_line=first_line)
    if _PAGE.match(source.text):
        raise stop_at(source, "F038", 0)
    if source.text.startswith("\ufeff"):
        raise stop_at(source, "Y002", 0, character=character_name("\ufeff"))
    return source


def most_bytes(content: bytes | str) -> int:
    """How long a file may be, by what it says it is."""
    start = content[:_START]
    text = start.decode("latin-1") if isinstance(start, bytes) else start
    return MOST_BYTES_OF_REFERENTIAL if _REFERENTIAL.search(text) else MOST_BYTES


def most_values(text: str) -> int:
    """How many values a file may hold, by what it says it is."""
    said = _REFERENTIAL.search(text, 0, _START)
    return MOST_VALUES_OF_REFERENTIAL if said else MOST_VALUES


def most_bytes_named(name: str) -> int:
    """How many bytes of a file are read, by its name."""
    is_spreadsheet = name.lower().endswith(SPREADSHEETS)
    return MOST_BYTES_OF_SPREADSHEET if is_spreadsheet else MOST_BYTES_OF_REFERENTIAL


def is_lines(name: str) -> bool:
    """Whether a file holds a document in each of its lines."""
    return name.lower().endswith(".jsonl")


def _utf8(content: bytes, name: str, first_line: int) -> str:
    for start, wrote in _NO_TEXT.items():
        if content.startswith(start):
            raise DataError([problem("F019", wrote=wrote).in_file(name, first_line, 1)])
    if found := wide_encoding(content):
        raise DataError([problem("Y001", found=found, byte=1).in_file(name, first_line, 1)])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        source = Source(name, before, first_line=first_line)
        raise stop_at(source, "Y001", len(before), found="", byte=error.start + 1) from None


def is_wide(line: bytes) -> bool:
    """Whether the lines after this first one are in UTF-16 or UTF-32 too, as its mark says."""
    return line.startswith((BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_BE)) and b"\0" in line


def wide_encoding(content: bytes) -> str | None:
    """UTF-16 or UTF-32 if a text starts in it: by its mark, or by the zeros of its first letter."""
    found = _WIDE.match(content)
    return found and found.lastgroup and found.lastgroup.replace("_", "-")


def is_spreadsheet(content: bytes | str, name: str) -> bool:
    """Whether a file is read as a spreadsheet: by its name, or by how it starts."""
    suffix = name.lower()
    if suffix.endswith((*SPREADSHEETS, *OLD_SPREADSHEETS)):
        return True
    if isinstance(content, str) or suffix.endswith(_OTHER_NAMES):
        return False
    if content.startswith(_OLD):
        return _OLD_PART in content
    return content.startswith(_ARCHIVE) and any(part in content for part in _PARTS)


def readable(content: bytes | str) -> str:
    """Decode any content as well as possible, to show it to a person."""
    if isinstance(content, bytes):
        content = content[:MOST_BYTES].decode("utf-8", "replace")
    return content.removeprefix("\ufeff")


def forbidden_character(source: Source) -> DataError | None:
    """The problem of the first character that no text may contain, if there is one."""
    found = FORBIDDEN.search(source.text) if _may_be_forbidden(source.text) else None
    if found is None:
        return None
    trouble = problem("Y002", character=character_name(found[0]))
    return DataError([trouble.in_file(source.name, *source.place(found.start()))])


def _may_be_forbidden(text: str) -> bool:
    """Whether a search is worth its time. Bytes are passed through faster than characters."""
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return True
    return len(content.translate(None, _CONTROLS)) < len(content) or bool(_C1.search(content))


def may_hold_forbidden(line: bytes) -> bool:
    """Whether a line of JSON may hold a character that no text may contain, written as it is.

    The reader of JSON refuses the other control characters itself.
    """
    return b"\x7f" in line or _C1.search(line) is not None


def stop_at(source: Source, code: str, at: int, **arguments: Argument) -> DataError:
    """The problem that ends the reading of a text, with its place at an offset."""
    return DataError([problem(code, **arguments).in_file(source.name, *source.place(at))])
