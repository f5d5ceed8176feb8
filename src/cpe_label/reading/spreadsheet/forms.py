"""A sheet that is a form: a name in its first column, the answer beside it."""

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from ...messages.phrase import say
from ...messages.spreadsheet import FORM_TITLES, HELP, PARTS
from ...model.sheets import Field, Form
from ...problems.cell import Cell
from ...text.paths import DataPath
from ...text.similarity import plain_words
from ...text.typography import LANGUAGES
from .cells import Sheet
from .collected import Collected, put
from .names import line_label, lines_by_label, name_meant
from .values import shown

_NUMBERED: Final = re.compile(r"(.*?) ?[0-9]*")
_ANSWER: Final = 2
"""The column of answers; those of a list have more beside it."""


NEW_LINE: Final = ("new line",)
"""By this path, the cell in which the name of a line that is missing may be written."""


class _Line(NamedTuple):
    row: int
    label: str
    name: str
    """Of its field or its list; empty if it is not known."""


def read_form(sheet: Sheet, form: Form, found: Collected) -> dict[str, Any]:
    """The plain data of a form; what is wrong is noted in `found`."""
    data: dict[str, Any] = {name: {} for name in form.always}
    found.cells[()] = sheet.cell(1, 1)
    found.cells[NEW_LINE] = sheet.cell(len(sheet.rows) + 1, 1)
    fields = {one.name: one for one in form.fields}
    lines = list(_lines(sheet, form))
    for line in lines:
        if line.name in fields:
            _read_field(sheet, line, fields[line.name], found, data)
        elif line.name:
            _read_item(sheet, line, form.lists[line.name], found, data)
        else:
            _report_unknown(sheet, line, lines, form, found)
    _report_merged(sheet, found)
    _note_spare(sheet, lines, form, found, data)
    return data


def _note_spare(
    sheet: Sheet, lines: list[_Line], form: Form, found: Collected, data: dict[str, Any]
) -> None:
    """Note the cells of the blank lines of each list, where another item may be written."""
    for name, fields in form.lists.items():
        last = max(
            (cell.row for path, cell in found.cells.items() if path[:1] == (name,)), default=0
        )
        spare = [one.row for one in lines if one.name == name and one.row > last]
        for number, row in enumerate(spare, len(data.get(name, ()))):
            for column, field in enumerate(fields, _ANSWER):
                found.cells[name, number, *field.path] = sheet.cell(row, column)


def _lines(sheet: Sheet, form: Form) -> Iterator[_Line]:
    """The lines that say something. One without a name goes on with the list above it."""
    known = lines_by_label([*(one.name for one in form.fields), *form.lists])
    titles = {plain_words(say(FORM_TITLES["line"], language)) for language in LANGUAGES}
    above = ""
    for row in range(1, len(sheet.rows) + 1):
        label = str(sheet.value(row, 1))
        plain = plain_words(label)
        numbered = _NUMBERED.fullmatch(plain)
        name = known.get(plain) or known.get(numbered[1] if numbered else "", "")
        if not plain and above in form.lists:
            name = above
        above = name
        is_heading = name in form.lists and _is_heading(sheet, row, name, plain, known)
        if not (plain in titles or is_heading) and (plain or name or _is_orphan(sheet, row)):
            yield _Line(row, label.strip(), name)


def _is_orphan(sheet: Sheet, row: int) -> bool:
    """Whether an answer stands beside no name at all."""
    return not str(sheet.value(row, 1)).strip() and not _is_blank(sheet, row, _ANSWER)


def _is_heading(sheet: Sheet, row: int, name: str, plain: str, known: dict[str, str]) -> bool:
    """Whether a line names the parts of a list: it has no number, and the words of the parts."""
    first = plain_words(str(sheet.value(row, _ANSWER)))
    return plain in known and first in {plain_words(say(PARTS[name][0], one)) for one in LANGUAGES}


def _read_field(
    sheet: Sheet, line: _Line, field: Field, found: Collected, data: dict[str, Any]
) -> None:
    path = field.path
    before = found.cells.get(path)
    if before is not None and _is_blank(sheet, line.row, _ANSWER):
        return
    value = found.read(sheet, line.row, _ANSWER, field, path)
    _report_strays(sheet, line, found)
    if value is None:
        return
    if before is not None and _holds(data, path):
        found.report("X012", found.cells[path], path, value=line.label, first=str(before))
        return
    put(data, path, value)


def _holds(data: dict[str, Any], path: DataPath) -> bool:
    """Whether a form has an answer there already; paths are of one step or of two."""
    inside = data.get(str(path[0]), {})
    return bool(inside) if len(path) == 1 else path[-1] in inside


def _read_item(
    sheet: Sheet, line: _Line, fields: tuple[Field, ...], found: Collected, data: dict[str, Any]
) -> None:
    columns = range(_ANSWER, _ANSWER + len(fields))
    if all(_is_blank(sheet, line.row, column) for column in columns):
        return
    items = data.setdefault(line.name, [])
    here = (line.name, len(items))
    found.cells[here] = sheet.cell(line.row, _ANSWER)
    item: dict[str, Any] = {}
    for column, field in zip(columns, fields, strict=True):
        value = found.read(sheet, line.row, column, field, (*here, *field.path))
        if value is not None:
            put(item, field.path, value)
    items.append(item)


def _is_blank(sheet: Sheet, row: int, column: int) -> bool:
    value = sheet.value(row, column)
    marked = (row, column) in sheet.markup.marks
    return isinstance(value, str) and not value.strip() and not marked


def _report_strays(sheet: Sheet, line: _Line, found: Collected) -> None:
    """Report what stands beside an answer and is not our help."""
    helps = {plain_words(say(HELP[line.name], one)) for one in LANGUAGES if line.name in HELP}
    for column in range(_ANSWER + 1, _ANSWER + 3):
        value = str(sheet.value(line.row, column)).strip()
        if not _is_blank(sheet, line.row, column) and plain_words(value) not in helps:
            found.report("X013", sheet.cell(line.row, column), value=value)


def _report_unknown(
    sheet: Sheet, line: _Line, lines: list[_Line], form: Form, found: Collected
) -> None:
    """A line with another name is reported where it has an answer."""
    if _is_blank(sheet, line.row, _ANSWER):
        return
    there = {one.name for one in lines}
    missing = [one.name for one in form.fields if one.name not in there]
    labels = {name: line_label(name, found.language) for name in missing}
    if not line.label:
        _report_orphan(sheet.cell(line.row, _ANSWER), sheet, list(labels.values()), found)
        return
    near = name_meant(line.label, missing, labels)
    cell = sheet.cell(line.row, 1)
    if near:
        path = next(one.path for one in form.fields if labels.get(one.name) == near)
        found.report("X014", cell, path, value=line.label, near=near)
    else:
        found.report("X013", cell, value=line.label)


def _report_orphan(cell: Cell, sheet: Sheet, labels: list[str], found: Collected) -> None:
    """An answer without a name is one that is missing, or a note if none is."""
    value = shown(sheet.value(cell.row, cell.column), found.language).strip()
    if labels:
        near = labels[0] if len(labels) == 1 else ""
        found.report("X028", cell, value=value, near=near)
    else:
        found.report("X013", cell, value=value)


def _report_merged(sheet: Sheet, found: Collected) -> None:
    for row, column, last, _ in sorted(sheet.markup.merged):
        if last > row and column <= _ANSWER:
            found.report("X017", sheet.cell(row, column))
