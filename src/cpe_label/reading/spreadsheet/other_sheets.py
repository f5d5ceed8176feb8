"""The sheets of a workbook that look like copies of those that are read, and are not read."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ...messages.spreadsheet import SHEETS
from ...model.audit import AUDIT_FORMAT
from ...model.members import MEMBERS_FORMAT
from ...model.referential import REFERENTIAL_FORMAT
from ...model.sheets import (
    CRITERION_COLUMNS,
    FINDING_COLUMNS,
    GRID_COLUMNS,
    MEMBER_COLUMNS,
    Field,
)
from ...problems.cell import Cell
from ...problems.exceptions import DataError
from ...text.similarity import plain_words
from .cells import Sheet, Workbook
from .collected import Collected
from .container import MOST_BYTES_UNPACKED
from .names import columns_by_label, sheet_names
from .tables import header_of

_NUMBERED: Final = re.compile(r"(.*?) ?[0-9]*")

_TABLES: Final[Mapping[str, tuple[str, str, Sequence[Field]]]] = {
    AUDIT_FORMAT: ("grid", "audit", (*CRITERION_COLUMNS, *FINDING_COLUMNS)),
    REFERENTIAL_FORMAT: ("grid", "grid", GRID_COLUMNS),
    MEMBERS_FORMAT: ("members", "members", MEMBER_COLUMNS),
}
"""By format, the sheet that has its rows, what its columns are called by, and its columns."""


def report_copies(book: Workbook, written: str, found: Collected) -> None:
    """Report each sheet with the name of one that is read and a number, or with its headings."""
    key, table, fields = _TABLES[written]
    if not book.all_named(*sheet_names(key)):
        return  # it may be that very sheet, whose name was changed: it is asked for already
    names = {plain_words(one) for each in ("identity", key) for one in sheet_names(each)}
    labels = columns_by_label(fields, table)
    needed = {one.name for one in fields if one.required}
    for sheet in _others(book):
        numbered = _NUMBERED.fullmatch(plain_words(sheet.name))
        if (numbered and numbered[1] in names) or needed <= _headings(sheet, labels):
            found.report("X026", Cell(sheet.name, 1, 1), value=sheet.name, why="copied_sheet")


def _headings(sheet: Sheet, labels: Mapping[str, str]) -> set[str]:
    header = sheet.rows[header_of(sheet, labels) - 1] if sheet.rows else []
    return {labels.get(plain_words(str(one)), "") for one in header}


def _others(book: Workbook) -> Iterator[Sheet]:
    """The sheets that have no name of ours, as far as there is room for them."""
    ours = {plain_words(one) for key in SHEETS for one in sheet_names(key)}
    room = MOST_BYTES_UNPACKED
    for name in book.sheets:
        if plain_words(name) in ours:
            continue
        try:
            sheet = book.sheet(name)
        except DataError:  # one's own sheet may be larger than any that is read
            continue
        room -= sheet.markup.weight
        if room < 0:
            return
        if not sheet.is_blank:
            yield sheet
