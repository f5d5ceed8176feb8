"""Bytes of a file, and the text in them: nothing here trusts the file."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import Argument, Problem, problem
from ..problems.source import Source

MOST_BYTES: Final = 524_288

# How files start that people take for texts, and what wrote them.
_NO_TEXT: Final = {b"PK\x03\x04": "office", b"\xd0\xcf\x11\xe0": "office", b"%PDF-": "PDF"}

# Control characters but tab and line breaks, and halves of surrogate pairs.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def read_bytes(path: Path) -> bytes:
    """The content of a regular file, or the start of one that `decode` refuses as too long.

    Raises DataError for anything else: a file that is not there, a folder, a pipe.
    """
    with _opened(path) as file:
        return file.read(MOST_BYTES + 1)


def read_lines(path: Path) -> Iterator[bytes]:
    """The lines of a regular file, each of a reasonable size. Raises DataError as `read_bytes`."""
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
    """Asked before opening, because to open a pipe is to wait for its writer."""
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
    """The text of a file: UTF-8, with or without a byte order mark at its start.

    Raises DataError if it is too long, or with the place of the first byte that is not UTF-8.
    """
    if len(content) > MOST_BYTES:
        raise DataError([problem("F005", limit=MOST_BYTES).in_file(name)])
    if isinstance(content, str):
        return _with_one_mark(Source(name, content.removeprefix("\ufeff"), first_line=first_line))
    for start, wrote in _NO_TEXT.items():
        if content.startswith(start):
            raise DataError([problem("F019", wrote=wrote).in_file(name, first_line, 1)])
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        line, column = Source(name, before, first_line=first_line).place(len(before))
        trouble = problem("Y001", byte=error.start + 1)
        raise DataError([trouble.in_file(name, line, column)]) from None
    return _with_one_mark(Source(name, text, first_line=first_line))


def readable(content: bytes | str) -> str:
    """What a person would see of a content that may be no text at all."""
    if isinstance(content, bytes):
        content = content[:MOST_BYTES].decode("utf-8", "replace")
    return content.removeprefix("\ufeff")


def _with_one_mark(source: Source) -> Source:
    """A second byte order mark would be taken for a part of the text, or for nothing."""
    if source.text.startswith("\ufeff"):
        raise stop_at(source, "Y002", 0, character=character_name("\ufeff"))
    return source


def character_name(character: str) -> str:
    """`U+0007`: a character that must not be shown, by its number."""
    return f"U+{ord(character):04X}"


def forbidden_character(source: Source) -> DataError | None:
    """The first character that no text may hold, if there is one."""
    found = FORBIDDEN.search(source.text)
    if found is None:
        return None
    trouble = problem("Y002", character=character_name(found[0]))
    return DataError([trouble.in_file(source.name, *source.place(found.start()))])


def stop_at(source: Source, code: str, at: int, **arguments: Argument) -> DataError:
    """The problem that ends the reading of a text, at the offset where it stands."""
    return DataError([problem(code, **arguments).in_file(source.name, *source.place(at))])
