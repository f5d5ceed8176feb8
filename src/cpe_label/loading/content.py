"""Bytes of a file, and the text in them: nothing here trusts the file."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from ..errors import DataError, Problem, failure_name, problem
from ..source import Source

MOST_BYTES: Final = 524_288

# Control characters but tab and line breaks, and halves of surrogate pairs.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def read_bytes(path: Path) -> bytes:
    """The content of a regular file of a reasonable size.

    Raises DataError for anything else: a file that is not there, a folder, a pipe, a huge file.
    """
    with _opened(path) as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise DataError([problem("F005", limit=MOST_BYTES).in_file(str(path))])
    return content


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
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        line, column = Source(name, before, first_line=first_line).place(len(before))
        trouble = problem("Y001", byte=error.start + 1)
        raise DataError([trouble.in_file(name, line, column)]) from None
    return _with_one_mark(Source(name, text, first_line=first_line))


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


def stop_at(source: Source, code: str, at: int, **arguments: str | tuple[str, ...]) -> DataError:
    """The problem that ends the reading of a text, at the offset where it stands."""
    return DataError([problem(code, **arguments).in_file(source.name, *source.place(at))])
