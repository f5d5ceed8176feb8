"""The workbook of a list of members."""

from typing import Any

from ...model.sheets import MEMBER_COLUMNS, MEMBERS_FORM
from .cells import Sheet, Workbook
from .collected import Collected
from .forms import read_form
from .tables import find_table


def read_members(book: Workbook, identity: Sheet, found: Collected) -> dict[str, Any]:
    """The plain data of a list of members; what is wrong is noted in `found`."""
    data = read_form(identity, MEMBERS_FORM, found)
    table = find_table(found.sheet(book, "members"), "members", MEMBER_COLUMNS, found)
    if table is None:
        return data
    data["members"] = [
        table.item(row, ("members", number), found) for number, row in enumerate(table.rows())
    ]
    return data
