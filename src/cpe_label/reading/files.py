"""The bytes of a file and the text in them. Nothing here trusts the file."""

import os
import stat
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

# How files start that people mistake for texts, and which program wrote them.
_NO_TEXT: Final = {b"PK\x03\x04": "office", b"\xd0\xcf\x11\xe0": "office", b"%PDF-": "PDF"}


def read_bytes(path: Path) -> bytes:
    """Read a regular file, up to the first byte over the limit, which `decode` refuses.

    Raises DataError for anything else: a missing file, a folder, a pipe.
    """
    with _opened(path) as file:
        return file.read(MOST_BYTES + 1)


def read_lines(path: Path) -> Iterator[bytes]:
    """Read the lines of a regular file. Raises DataError as `read_bytes`, or at a long line."""
    with _opened(path) as file:
        while line := file.readline(MOST_BYTES + 1):
            if len(line) > MOST_BYTES:
                raise DataError([problem("F005", limit=MOST_BYTES).in_file(str(path))])
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

    Raises DataError if it is too long, or with the place of the first byte that is not UTF-8, or
    at a second byte order mark, which would become a part of the text or vanish from it.
    """
    if len(content) > MOST_BYTES:
        raise DataError([problem("F005", limit=MOST_BYTES).in_file(name)])
    text = content if isinstance(content, str) else _utf8(content, name, first_line)
    source = Source(name, text.removeprefix("\ufeff"), first_line=first_line)
    if source.text.startswith("\ufeff"):
        raise stop_at(source, "Y002", 0, character=character_name("\ufeff"))
    return source


def _utf8(content: bytes, name: str, first_line: int) -> str:
    for start, wrote in _NO_TEXT.items():
        if content.startswith(start):
            raise DataError([problem("F019", wrote=wrote).in_file(name, first_line, 1)])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        source = Source(name, before, first_line=first_line)
        raise stop_at(source, "Y001", len(before), byte=error.start + 1) from None


def readable(content: bytes | str) -> str:
    """Decode any content as well as possible, to show it to a person."""
    if isinstance(content, bytes):
        content = content[:MOST_BYTES].decode("utf-8", "replace")
    return content.removeprefix("\ufeff")


def forbidden_character(source: Source) -> DataError | None:
    """The problem of the first character that no text may contain, if there is one."""
    found = FORBIDDEN.search(source.text)
    if found is None:
        return None
    trouble = problem("Y002", character=character_name(found[0]))
    return DataError([trouble.in_file(source.name, *source.place(found.start()))])


def stop_at(source: Source, code: str, at: int, **arguments: Argument) -> DataError:
    """The problem that ends the reading of a text, with its place at an offset."""
    return DataError([problem(code, **arguments).in_file(source.name, *source.place(at))])
