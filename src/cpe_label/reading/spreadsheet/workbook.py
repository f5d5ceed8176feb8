"""A spreadsheet as plain data with places, of the kind that it says it is."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from ...messages.spreadsheet import SHEETS
from ...model.audit import AUDIT_FORMAT
from ...model.members import MEMBERS_FORMAT
from ...model.referential import REFERENTIAL_FORMAT
from ...model.sheets import FINDING_COLUMNS
from ...problems.exceptions import DataError
from ...problems.problem import is_error, limited, problem
from ...problems.source import Source
from ...text.similarity import plain_words
from ...text.typography import Language
from ..builder import Plain
from ..files import MOST_BYTES_OF_SPREADSHEET, is_spreadsheet
from .audits import read_audit
from .cells import Sheet, Workbook
from .collected import Collected
from .container import Parts, unpacked
from .members import read_members
from .names import columns_by_label, sheet_names
from .other_files import kind_of
from .other_sheets import report_copies
from .plain_grid import plain_grid
from .referentials import read_referential
from .tables import header_of

_FORMAT: Final = re.compile(rb"cpe-label/(?:audit|referential|members)/1")

_READERS: Final[Mapping[str, Callable[[Workbook, Sheet, Collected], dict[str, Any]]]] = {
    AUDIT_FORMAT: read_audit,
    REFERENTIAL_FORMAT: read_referential,
    MEMBERS_FORMAT: read_members,
}


class Spreadsheet(NamedTuple):
    """What a spreadsheet holds, and in which language its sheets are."""

    plain: Plain
    language: Language
    is_plain_grid: bool = False


def format_named(content: bytes, name: str) -> str:
    """The format that a spreadsheet says it has, somewhere in it; empty if none."""
    try:
        return _format_in(unpacked(content, name))
    except DataError:
        return ""


def _format_in(parts: Parts) -> str:
    found = next(filter(None, map(_FORMAT.search, parts.values())), None)
    return found[0].decode() if found else ""


def read_spreadsheet(content: bytes | str, name: str) -> Spreadsheet:
    """Read a spreadsheet. Raises DataError with what leaves nothing to read."""
    if isinstance(content, str):
        raise DataError([problem("X001", found=kind_of(content)).at_cell(name, None)])
    if len(content) > MOST_BYTES_OF_SPREADSHEET:
        raise DataError(
            [problem("F005", what="file", limit=MOST_BYTES_OF_SPREADSHEET).at_cell(name, None)]
        )
    parts = unpacked(content, name)
    book = Workbook(parts, name)
    identity = book.named(*sheet_names("identity"))
    found = Collected(name, _language(book))
    said = _format_in(parts)
    data = _data(book, identity, found, said)
    source = Source(name, cells=found.cells, workbook=found.language)
    plain = Plain(data, source, (), tuple(limited(found.problems)))
    return Spreadsheet(plain, found.language, identity is None and not said)


def draft_in(content: bytes, name: str) -> dict[str, Any] | None:
    """What a plain grid says of a referential; None for any other file, or where a cell is wrong.

    What it does not say is no mistake: a draft has blank cells for it.
    """
    if not is_spreadsheet(content, name):
        return None
    try:
        read = read_spreadsheet(content, name)
    except DataError:
        return None
    wrong = any(map(is_error, read.plain.problems))
    return read.plain.data if read.is_plain_grid and not wrong else None


def _language(book: Workbook) -> Language:
    """The language in which the sheets have their names; French where that is open."""
    english = {plain_words(phrase.en) for phrase in SHEETS.values()}
    french = {plain_words(phrase.fr) for phrase in SHEETS.values()}
    names = {plain_words(one) for one in book.sheets}
    return "en" if len(names & english) > len(names & french) else "fr"


def _data(book: Workbook, identity: Sheet | None, found: Collected, said: str) -> dict[str, Any]:
    if identity is None:
        data = None if said else plain_grid(book, found)
        if data is None:
            _report_nothing(book, found)
            raise DataError(found.problems)
        return data
    written = _written_format(identity, found) or said or _likely_format(book)
    if not written:
        found.sheet(book, "grid")
        raise DataError(found.problems)
    read = _READERS.get(written)
    if read is None:
        return {"format": written}
    found.ask_which(book, "identity")
    data = read(book, identity, found)
    report_copies(book, written, found)
    return {**data, "format": written}


def _report_nothing(book: Workbook, found: Collected) -> None:
    """Why nothing is read of a workbook: a sheet of ours is missing, or all of them are."""
    if found.problems:
        return
    if any(book.named(*sheet_names(key)) for key in SHEETS):
        found.sheet(book, "identity")
        return
    is_blank = all(sheet.is_blank for sheet in book.every())
    found.report("X023", None, why="blank_workbook" if is_blank else "other_workbook")


def _written_format(identity: Sheet, found: Collected) -> str:
    """What stands beside « Format »."""
    for row in range(1, len(identity.rows) + 1):
        if plain_words(str(identity.value(row, 1))) == "format":
            found.cells["format",] = identity.cell(row, 2)
            return str(identity.value(row, 2)).strip()
    return ""


def _likely_format(book: Workbook) -> str:
    """The format of a workbook that does not say it: by its sheets and the columns of its grid."""
    if book.named(*sheet_names("members")):
        return MEMBERS_FORMAT
    grid = book.named(*sheet_names("grid"))
    if grid is None:
        return ""
    labels = columns_by_label(FINDING_COLUMNS, "audit")
    header = grid.rows[header_of(grid, labels) - 1] if grid.rows else []
    is_audit = "status" in {labels.get(plain_words(str(one))) for one in header}
    return AUDIT_FORMAT if is_audit else REFERENTIAL_FORMAT
