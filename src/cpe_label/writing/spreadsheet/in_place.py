"""Change some cells of an xlsx file, and leave all the rest of it as it is.

Only the cells that change are written anew, each with the style that it has. Whoever calls reads
the result back: what is not read as it was meant is refused.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from ...messages.spreadsheet import SHEETS
from ...model.audit import Audit
from ...model.sheets import AUDIT_FORM, FINDING_COLUMNS, Field
from ...problems.cell import Cell, column_name
from ...problems.exceptions import AuditError
from ...problems.problem import problem
from ...reading.spreadsheet.container import MOST_BYTES_UNPACKED, unpacked
from ...reading.spreadsheet.markup_xlsx import sheet_parts
from ...text.paths import DataPath
from .cell_values import Entries
from .forms import value_at

_FIRST: Final = date(1899, 12, 30)
"""The day that spreadsheets count from."""
_LIKE_AN_ESCAPE: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""What spreadsheets read as one character, wherever it stands in a text."""


def changed_workbook(content: bytes, audit: Audit, wanted: Audit, *, as_dates: bool) -> bytes:
    """The file of an audit with the cells in which another audit differs.

    Days are dates of the spreadsheet, or texts. Raises AuditError if a cell cannot be written: the
    file is an ods, or the cell is not there.
    """
    parts = unpacked(content, audit.source.name)
    if parts.form != "xlsx":
        raise _refused(audit, "ods")
    refused = _refused(audit, "no_cell")
    names = dict(sheet_parts(parts))
    made = {names[name]: parts[names[name]] for name in names}
    for path, value in _differences(audit, wanted).items():
        cell = (audit.source.cells or {}).get(path)
        part = names.get(cell.sheet) if cell else None
        if cell is None or part is None:
            raise refused
        before = made[part]
        made[part] = _with_cell(before, cell, value, as_dates=as_dates)
        if made[part] == before:
            raise refused
    return _repacked(content, made)


def _refused(audit: Audit, reason: str) -> AuditError:
    return AuditError([problem("X021", why=reason).at_cell(audit.source.name, None)])


def _differences(audit: Audit, wanted: Audit) -> dict[DataPath, Any]:
    """The cells that change, by the path of what they hold; None is a blank one."""
    sheets = {cell.sheet for cell in (audit.source.cells or {}).values()}
    entries = Entries("fr" if SHEETS["identity"].fr in sheets else "en")
    old, new = (dict(_values(one.as_written(), entries)) for one in (audit, wanted))
    if entries.problems:
        raise AuditError(entries.problems)
    return {path: new.get(path) for path in {**old, **new} if old.get(path) != new.get(path)}


def _values(data: Mapping[str, Any], entries: Entries) -> Iterator[tuple[DataPath, Any]]:
    groups: list[tuple[DataPath, Mapping[str, Any], tuple[Field, ...]]]
    groups = [((), data, AUDIT_FORM.fields)]
    for name, fields in AUDIT_FORM.lists.items():
        groups += [((name, at), item, fields) for at, item in enumerate(data.get(name, ()))]
    for name, finding in data.get("findings", {}).items():
        groups.append((("findings", name), finding, FINDING_COLUMNS))
    for path, item, fields in groups:
        for field in fields:
            here: DataPath = (*path, *field.path)
            yield here, entries.entry(field, value_at(item, field.path), here).value


def _with_cell(part: bytes, cell: Cell, value: Any, *, as_dates: bool) -> bytes:
    """The markup of a sheet with another value in a cell; the same one if the cell is not there."""
    place = f"{column_name(cell.column)}{cell.row}"
    found = re.search(rf'<c r="{place}"([^>]*?)(/>|>.*?</c>)'.encode(), part, re.DOTALL)
    if found is None:
        return part
    style = re.search(rb' s="[0-9]+"', found[1])
    start = f'<c r="{place}"{style[0].decode() if style else ""}'
    return part[: found.start()] + (start + _inside(value, as_dates)).encode() + part[found.end() :]


def _inside(value: Any, as_dates: bool) -> str:
    if value is None:
        return "/>"
    if isinstance(value, date) and as_dates:
        return f"><v>{(value - _FIRST).days}</v></c>"
    text = value.isoformat() if isinstance(value, date) else str(value)
    text = escape(_LIKE_AN_ESCAPE.sub(r"_x005F\g<0>", text), quote=False)
    return f' t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _repacked(content: bytes, made: Mapping[str, bytes]) -> bytes:
    """The same archive with some parts replaced; raises AuditError beyond what is unpacked."""
    packed, room = BytesIO(), MOST_BYTES_UNPACKED
    with ZipFile(BytesIO(content)) as old, ZipFile(packed, "w") as new:
        for one in old.infolist():
            with old.open(one) as part:
                held = part.read(room + 1)
            room -= len(held)
            if room < 0:
                raise AuditError([problem("X003", limit=MOST_BYTES_UNPACKED, kind="bytes")])
            new.writestr(one, made.get(one.filename, held))
    return packed.getvalue()
