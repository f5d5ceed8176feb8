"""The workbook of an audit: its form, and a grid with a row for each criterion."""

from typing import Any

from ...model.sheets import AUDIT_FORM, CRITERION_COLUMNS, FINDING_COLUMNS, FORMER_COLUMNS
from .cells import Sheet, Workbook
from .collected import Collected
from .forms import read_form
from .names import column_label
from .tables import Table, find_table

_COLUMNS = (*CRITERION_COLUMNS, *FORMER_COLUMNS, *FINDING_COLUMNS)


def read_audit(book: Workbook, identity: Sheet, found: Collected) -> dict[str, Any]:
    """The plain data of an audit; what is wrong is noted in `found`."""
    data = read_form(identity, AUDIT_FORM, found)
    expected = data.pop("rows", None)
    table = find_table(found.sheet(book, "grid"), "audit", _COLUMNS, found)
    if table is None:
        return data
    if expected is not None:
        _report_columns_gone(table, found)
    findings, rows = _findings(table, found)
    if findings:
        data["findings"] = findings
    lacking = int(expected) - rows if str(expected).isdecimal() else 0
    if lacking > 0:
        place = table.sheet.cell(table.header, table.columns["id"])
        facts = {"count": lacking, "written": int(str(expected))}
        found.report("X015", place, **facts, criteria=())  # no referential is known here
    return data


def _report_columns_gone(table: Table, found: Collected) -> None:
    """A column that we wrote and that is gone took its answers with it."""
    meant = {one.arguments["near"] for one in found.problems if one.code == "X014"}
    labels = [
        column_label(one.name, "audit", found.language)
        for one in FINDING_COLUMNS
        if one.name not in table.columns
    ]
    if gone := tuple(one for one in labels if one not in meant):
        found.report("X029", table.sheet.cell(table.header, table.columns["id"]), names=gone)


def _findings(table: Table, found: Collected) -> tuple[dict[str, Any], int]:
    """The findings by criterion, and how many criteria have a row."""
    findings: dict[str, Any] = {}
    rows: dict[str, int] = {}
    column = table.columns["id"]
    for row in table.rows():
        name = table.identifier(row, "findings", found)
        if name is None:
            continue
        if name in rows:
            first = str(table.sheet.cell(rows[name], column))
            found.report("X012", table.sheet.cell(row, column), value=name, first=first)
            continue
        rows[name] = row
        finding = table.item(row, ("findings", name), found, "id")
        found.cells["findings", name] = table.sheet.cell(row, column)
        if finding:
            findings[name] = finding
    return findings, len(rows)
