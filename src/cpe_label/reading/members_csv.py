"""A list of members in CSV, as the same plain data that YAML gives, and then the same checks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from ..model.members import MEMBERS_FORMAT
from ..problems.exceptions import DataError
from ..problems.positions import END, Places
from ..problems.problem import sorted_problems
from .builder import Plain
from .csv_cells import Cell
from .document import Document, document_of
from .table_csv import Column, Row, Table, read_table

_COLUMNS: Final = (
    Column("id", ("identifiant", "identifier", "siren", "siret")),
    Column("name", ("nom", "organisation", "coopérative")),
    Column("region", ("région",), needed=False),
    Column("since", ("depuis", "adhésion", "date d'adhésion"), needed=False),
    Column("until", ("jusqu'au", "jusqu'à", "fin", "date de fin"), needed=False),
)
_DAYS: Final = ("since", "until")
_NUMBERS: Final = (9, 14)
"""How many digits a SIREN and a SIRET have."""
_MOST_ZEROS: Final = 3


def members_in_csv(content: bytes, name: str) -> Document:
    """A list of members as a document, with every problem in it."""
    try:
        table = read_table(content, name, _COLUMNS)
    except DataError as error:
        return Document(name, error.problems, "members")
    _lost_zeros(table)
    trail: list[Any] = ["members", 0, list, 0]
    members = [_member(table, row, trail) for row in table.rows if _is_whole(row)]
    trail.append(END)
    if not members:
        return Document(name, sorted_problems(table.problems), "members")
    source = replace(table.source, places=Places(trail))
    data = {"format": MEMBERS_FORMAT, "members": members}
    return document_of(Plain(data, source, (), tuple(table.problems)), MEMBERS_FORMAT)


def _is_whole(row: Row) -> bool:
    """Whether nothing is missing that must be there; else that is a problem already."""
    return all(column.key in row.cells for column in _COLUMNS if column.needed)


def _member(table: Table, row: Row, trail: list[Any]) -> dict[str, str]:
    """One membership; its places are added to the trail."""
    found: dict[str, str] = {}
    trail += (dict, row.offset)
    for key, cell in row.cells.items():
        text = cell.text
        if key in _DAYS:
            day = table.day(row, key)
            if day is None:
                continue
            text = day.isoformat()
        found[key] = text
        trail += (key, cell.offset, cell.offset)
    trail.append(END)
    return found


def _lost_zeros(table: Table) -> None:
    """A spreadsheet takes the zeros at the start of a number away."""
    numbers = list(_numbers(table))
    lengths = {len(cell.text) for cell in numbers} & {*_NUMBERS}
    for cell in numbers:
        count = len(cell.text)
        if most := next((one for one in lengths if 0 < one - count <= _MOST_ZEROS), None):
            table.report("N013", cell.offset, value=cell.text, count=count, most=most)


def _numbers(table: Table) -> Iterator[Cell]:
    for row in table.rows:
        cell = row.cells.get("id")
        if cell is not None and cell.text.isascii() and cell.text.isdigit():
            yield cell
