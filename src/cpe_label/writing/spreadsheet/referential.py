"""The workbook of a referential: its grid, and what stands around it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from ...messages.phrase import say
from ...messages.spreadsheet import SHEETS
from ...model.referential import REFERENTIAL_FORMAT, Referential
from ...model.sheets import (
    GRID_COLUMNS,
    LEVEL_COLUMNS,
    REFERENTIAL_FORM,
    SECTION_COLUMNS,
    SOURCE_COLUMNS,
)
from ...problems.exceptions import ReferentialError
from ...text.paths import DataPath
from ...text.typography import Language
from .cell_values import Entries
from .forms import form_sheet
from .guide import OF_REFERENTIAL, guide_sheet
from .sheets import Sheet
from .tables import Rows, table_sheet
from .xlsx import written

_WIDTHS: Final = {
    "levels": (22, 34, 16, 18),
    "sources": (22, 80, 14),
    "sections": (26, 46, 70),
    "grid": (20, 14, 16, 28, 46, 44, 36, 34, 26),
}
_FIELDS: Final = {
    "levels": LEVEL_COLUMNS,
    "sources": SOURCE_COLUMNS,
    "sections": SECTION_COLUMNS,
}
_SPARE: Final = 200
"""How many identifiers of sections and levels a column may name."""


def referential_workbook(referential: Referential, language: Language) -> bytes:
    """A referential as a workbook.

    Raises ReferentialError with the path of what no cell can hold.
    """
    return referential_draft(referential.as_written(), language)


def referential_draft(data: Mapping[str, Any], language: Language) -> bytes:
    """The workbook of what is known of a referential; what is missing is a blank cell.

    Raises ReferentialError with the path of what no cell can hold.
    """
    entries = Entries(language)
    sheets = [form_sheet(REFERENTIAL_FORM, data, entries, locked=("format",))]
    sheets.append(_grid(data, entries))
    sheets += [
        table_sheet(key, fields, _WIDTHS[key], _items(data, key), entries)
        for key, fields in _FIELDS.items()
    ]
    if entries.problems:
        raise ReferentialError(entries.problems)
    sheets.append(guide_sheet(OF_REFERENTIAL, language))
    title = str(data.get("title", ""))
    return written(sheets, REFERENTIAL_FORMAT, title, language)


def _items(data: Mapping[str, Any], key: str) -> Rows:
    return (((key, number), one) for number, one in enumerate(data.get(key, ())))


def _grid(data: Mapping[str, Any], entries: Entries) -> Sheet:
    named = {
        name: f"{say(SHEETS[key], entries.language)}!$A$2:$A${_SPARE}"
        for name, key in (("section", "sections"), ("level", "levels"))
    }
    return table_sheet("grid", GRID_COLUMNS, _WIDTHS["grid"], _criteria(data), entries, lists=named)


def _criteria(data: Mapping[str, Any]) -> Iterator[tuple[DataPath, Mapping[str, Any]]]:
    for number, section in enumerate(data.get("sections", ())):
        for at, criterion in enumerate(section.get("criteria", ())):
            path = ("sections", number, "criteria", at)
            yield path, {**criterion, "section": section.get("id")}
