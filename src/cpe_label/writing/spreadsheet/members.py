"""The workbook of a list of members."""

from typing import Final

from ...model.members import MEMBERS_FORMAT, Members
from ...model.sheets import MEMBER_COLUMNS, MEMBERS_FORM
from ...problems.exceptions import DataError
from ...text.typography import Language
from .cell_values import Entries
from .forms import form_sheet
from .tables import table_sheet
from .xlsx import written

_WIDTHS: Final = (22, 44, 28, 16, 16)


def members_workbook(members: Members, language: Language) -> bytes:
    """A list of members as a workbook.

    Raises DataError with the path of what no cell can hold.
    """
    data = members.as_written()
    entries = Entries(language)
    form = form_sheet(MEMBERS_FORM, data, entries, locked=("format",))
    items = ((("members", number), one) for number, one in enumerate(data.get("members", ())))
    table = table_sheet("members", MEMBER_COLUMNS, _WIDTHS, items, entries)
    if entries.problems:
        raise DataError(entries.problems)
    return written([form, table], MEMBERS_FORMAT, str(data.get("title", "")), language)
