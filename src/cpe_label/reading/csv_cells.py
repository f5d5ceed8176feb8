"""The bytes of a CSV file become rows of cells with their places: RFC 4180, with `;`, `,` or a tab.

Spreadsheets write each of these signs, and UTF-8 or Windows-1252.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..problems.exceptions import DataError
from ..problems.problem import problem
from ..problems.source import Source
from .files import decode, forbidden_character

_SEPARATORS: Final = (";", ",", "\t")
_BLANK: Final = " \t\u00a0\u202f\r\n"
_PLAIN: Final = {mark: re.compile(rf"[^{mark}\r\n]*") for mark in _SEPARATORS}
_QUOTED: Final = {
    mark: re.compile(rf'[{blanks}]*"((?:[^"]|"")*+)"[{blanks}]*')
    for mark, blanks in ((";", " \t"), (",", " \t"), ("\t", " "))
}
"""A tab beside a text between quotes is a blank, unless it stands between cells."""
_END_OF_ROW: Final = re.compile("\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, without its quotes and the blanks around it."""

    text: str
    offset: int
    """Where it starts in the text of the file."""


def source_of(content: bytes, name: str) -> Source:
    """The text of a file in UTF-8, or else in Windows-1252. Raises DataError for anything else."""
    try:
        source = decode(content, name)
    except DataError as error:
        source = _in_another_encoding(content, name, error)
    if (refused := forbidden_character(source)) is not None:
        raise refused
    return source


def _in_another_encoding(content: bytes, name: str, error: DataError) -> Source:
    (found,) = error.problems
    if found.code == "F019":
        wrote = problem("T006", wrote=found.arguments["wrote"])
        raise DataError([wrote.in_file(name, 1, 1)])
    if found.code != "Y001" or found.arguments["found"]:  # too long, or UTF-16
        raise error
    try:
        return decode(content.decode("cp1252"), name)
    except UnicodeDecodeError:
        raise error from None


def rows_of(source: Source) -> Iterator[list[Cell]]:
    """The cells of each row, the empty ones too. Raises DataError if a quote is never closed."""
    text, at = source.text, 0
    mark = _separator(text)
    while at < len(text):
        cells: list[Cell] = []
        more = True
        while more:
            cell, at = _cell(source, at, mark)
            cells.append(cell)
            more = text[at : at + 1] == mark
            at += more
        yield cells
        if found := _END_OF_ROW.match(text, at):
            at = found.end()


def _separator(text: str) -> str:
    """The sign between cells: the one that stands more often in the first line."""
    line = re.sub(r'"[^"]*"', "", _END_OF_ROW.split(text, maxsplit=1)[0])
    return max(_SEPARATORS, key=line.count)


def _cell(source: Source, at: int, mark: str) -> tuple[Cell, int]:
    """The cell that starts at a character, and where it ends."""
    text = source.text
    found = _QUOTED[mark].match(text, at)
    if found and text[found.end() : found.end() + 1] in (mark, "\r", "\n", ""):
        inside = found[1].replace('""', '"')
        return Cell(inside.strip(_BLANK), text.index('"', at)), found.end()
    plain = _PLAIN[mark].match(text, at)
    written = plain[0] if plain else ""
    start = at + len(written) - len(written.lstrip(_BLANK))
    if text.startswith('"', start):
        raise DataError([problem("T007").in_file(source.name, *source.place(start))])
    return Cell(written.strip(_BLANK), start), at + len(written)
