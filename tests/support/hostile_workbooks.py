"""Workbooks that were made to do harm, or that bad luck made: each with the codes it should give.

What is large is made when it is asked for. `benchmarks/spreadsheets.py` measures what each costs.
"""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

from .workbooks import GRID, STRINGS, Change, changed, granted, ods_audit

Make = Callable[[], bytes]
Case = tuple[Make, list[str]]

_STATUS: Final = rb'<c r="H3"( s="[0-9]+") t="s"><v>[0-9]+</v></c>'
_BOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"


def _with(part: str, change: Change) -> Make:
    return lambda: changed(granted(), {re.escape(part): change})


def _replaced(part: str, pattern: bytes, new: bytes) -> Make:
    return _with(part, lambda old: re.sub(pattern, new.replace(b"\\", b"\\\\"), old))


def _before(part: str, end: bytes, new: bytes, times: int = 1) -> Make:
    """More markup before the end of an element."""
    return _with(part, lambda old: old.replace(end, new * times + end, 1))


def _status(attributes: bytes, inside: bytes) -> Make:
    """Another cell for the status of the second criterion."""
    cell = rb'<c r="H3"\1' + attributes + b">" + inside + b"</c>"
    return _with(GRID, lambda old: re.sub(_STATUS, cell, old))


def _below(rows: Callable[[], Iterator[bytes]]) -> Make:
    """More rows under those of the grid."""
    return _with(GRID, lambda old: old.replace(b"</sheetData>", b"".join(rows()) + b"</sheetData>"))


def _numbers(last: int) -> Iterator[bytes]:
    for row in range(70, last):
        yield b'<row r="%d"><c r="B%d"><v>1</v></c></row>' % (row, row)


def _one_shared_text_in_many_cells() -> bytes:
    number = 1
    cells = b"".join(
        b'<row r="%d">' % row
        + b"".join(b'<c r="%c%d" t="s"><v>%d</v></c>' % (65 + at, row, number) for at in range(15))
        + b"</row>"
        for row in range(70, 9_000)
    )
    return changed(
        granted(),
        {
            STRINGS: lambda old: re.sub(
                rb"(<si><t[^>]*>)([^<]*)(</t></si>)",
                lambda found: found[1] + b"a" * 32_000 + found[3],
                old,
                count=2,
            ),
            GRID: lambda old: old.replace(b"</sheetData>", cells + b"</sheetData>"),
        },
    )


def _many_parts() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for number in range(3_000):
            archive.writestr(f"xl/worksheets/s{number}.xml", "")
        archive.writestr(_BOOK, "")
    return made.getvalue()


def _flipped() -> bytes:
    content = bytearray(granted())
    content[len(content) // 3] ^= 0xFF
    return bytes(content)


_ENTITIES: Final = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'

XLSX: Final[dict[str, Case]] = {
    "a zip bomb": (_before(STRINGS, b"</sst>", b" ", 40_000_000), ["X003"]),
    "a million rows": (_below(lambda: _numbers(1_000_000)), ["F005"]),
    "a hundred thousand rows": (_below(lambda: _numbers(100_000)), ["Grille!A99999 X003"]),
    "three hundred thousand rows": (_below(lambda: _numbers(300_000)), ["X003"]),
    "the farthest cell of a sheet": (
        _below(lambda: iter([b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'])),
        ["Grille!A1048576 X003"],
    ),
    "the farthest column": (
        _below(lambda: iter([b'<row r="70"><c r="XFD70"><v>1</v></c></row>'])),
        ["Grille!XFD1 X003"],
    ),
    "a dimension that is too small": (
        _replaced(GRID, rb'<dimension ref="[^"]*"', b'<dimension ref="A1:C6"'),
        [],
    ),
    "a dimension that is too large": (
        _replaced(GRID, rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"'),
        [],
    ),
    "a number of texts that is false": (
        _replaced(STRINGS, rb' (unique)?[cC]ount="[0-9]+"', b' uniqueCount="99999999999"'),
        ["X001"],
    ),
    "a number of texts behind a sign": (
        _replaced(STRINGS, rb' count="[0-9]+"', b' x=">" count="99999999999"'),
        ["X001"],
    ),
    "a text that is shown a hundred thousand times": (
        _one_shared_text_in_many_cells,
        ["Grille!A1 X003"],
    ),
    "a million texts that are not shown": (
        _before(STRINGS, b"</sst>", b"<si><t>x</t></si>" * 999_999),
        [],
    ),
    "entities in a sheet": (
        _with(GRID, lambda old: old.replace(b"<worksheet", _ENTITIES + b"<worksheet", 1)),
        ["X001"],
    ),
    "entities in the texts": (
        _with(STRINGS, lambda old: old.replace(b"<sst", _ENTITIES + b"<sst", 1)),
        ["X001"],
    ),
    "elements in one another": (
        _before(GRID, b"</worksheet>", b"<x>" * 9_999 + b"</x>" * 9_999),
        [],
    ),
    "an external link": (
        _status(b' t="str"', b"<f>[1]Feuil1!A1</f><v>satisfait</v>"),
        ["Grille!H3 X007"],
    ),
    "an error": (_status(b' t="e"', b"<v>#REF!</v>"), ["Grille!H3 X008"]),
    "a number that is none": (_status(b"", b"<v>abc</v>"), ["Grille!H3 X011"]),
    "a shared text that is not there": (
        _replaced(GRID, rb't="s"><v>[0-9]+', b't="s"><v>999999'),
        ["X001"],
    ),
    "a hidden row": (_replaced(GRID, b'<row r="3"', b'<row r="3" hidden="1"'), []),
    "a hidden column": (_replaced(GRID, b"<col min=", b'<col hidden="1" min='), []),
    "a hidden sheet": (
        _replaced(_BOOK, b'<sheet name="Grille"', b'<sheet state="veryHidden" name="Grille"'),
        [],
    ),
    "the same cells merged a hundred thousand times": (
        _before(
            GRID,
            b"<conditionalFormatting",
            b"<mergeCells>" + b'<mergeCell ref="H4:H6"/>' * 99_999 + b"</mergeCells>",
        ),
        ["Grille!H4 X017"],
    ),
    "deleted rows": (
        _with(GRID, lambda old: re.sub(rb'<row r="1[0-9]".*?</row>', b"", old)),
        ["Grille!B1 X015"],
    ),
    "a reference that is none": (_replaced(GRID, b'r="H3"', b'r="3H"'), ["X001"]),
    "a row of six thousand digits": (
        _replaced(GRID, b'<row r="3"', b'<row r="' + b"9" * 6_000 + b'"'),
        ["X001"],
    ),
    "another encoding than it says": (
        _with(_RELATIONS, lambda old: old.replace(b"UTF-8", b"UTF-99")),
        ["X001"],
    ),
    "no relations": (_with(_RELATIONS, lambda _: None), ["X001"]),
    "no book": (_with(_BOOK, lambda _: None), ["X001"]),
    "broken styles": (_with("xl/styles.xml", lambda _: b"<a>"), ["X001"]),
    "a flipped bit": (_flipped, ["X001"]),
    "three thousand parts": (_many_parts, ["X003"]),
}


def _grid_of(content: bytes, change: Callable[[str], str]) -> bytes:
    def of_part(part: bytes) -> bytes:
        text = part.decode()
        at = text.index('table:name="Grille"')
        return (text[:at] + change(text[at:])).encode()

    return changed(content, {"content\\.xml": of_part})


_END: Final = "</table:table>"
_ROW: Final = "<table:table-row table:number-rows-repeated='{}'>{}</table:table-row>"
_CELL: Final = "<table:table-cell "
_BLANK: Final = "<table:table-cell/>"
_MET: Final = r"(<table:table-cell )([^>]*><text:p>satisfait)"
_X: Final = "<table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell>"


def _end(*rows: str) -> Callable[[str], str]:
    """More rows at the end of the grid."""
    return lambda grid: grid.replace(_END, "".join(rows) + _END, 1)


def _cell(attributes: str) -> Callable[[str], str]:
    """More attributes for the first cell of the grid."""
    return lambda grid: grid.replace(_CELL, f"{_CELL}{attributes} ", 1)


def _text(start: str) -> Callable[[str], str]:
    """More before the text of the first cell of the grid."""
    return lambda grid: grid.replace("<text:p>", f"<text:p>{start}", 1)


def _met(attributes: str) -> Callable[[str], str]:
    """More attributes for the first status of the grid."""
    return lambda grid: re.sub(_MET, rf"\1{attributes} \2", grid, count=1)


ODS: Final[dict[str, tuple[Callable[[str], str], list[str]]]] = {
    "blank rows by the million": (_end(_ROW.format(1_000_000, _BLANK) * 9), []),
    "a row by the million": (_end(_ROW.format(1_000_000, _X)), ["Grille!A1000003 X003"]),
    "a cell by the million": (_cell("table:number-columns-repeated='999999'"), ["X003"]),
    "a cell below a million blank rows": (
        _end(_ROW.format(999_999, _BLANK), _ROW.format(1, _X)),
        ["Grille!A1000003 X003"],
    ),
    "a long text by the thousand": (
        _end(_ROW.format(9_000, _X.replace(">x<", f">{'x' * 9_000}<"))),
        ["Grille!A1 X003"],
    ),
    "two thousand million spaces": (_text("<text:s text:c='2000000000'/>"), ["X001"]),
    "thirty million spaces": (_text("<text:s text:c='30000'/>" * 1_000), ["Grille!A1 X003"]),
    "less than no columns": (_cell("table:number-columns-repeated='-5'"), ["X001"]),
    "a formula": (_met("table:formula='of:=A1'"), ["Grille!B2 X007"]),
    "merged cells": (_met("table:number-rows-spanned='3'"), ["Grille!B2 X017"]),
    "a tab": (lambda grid: grid.replace("<text:p>Vu", "<text:p>Vu<text:tab/>Lu", 1), []),
}


def ods(name: str) -> bytes:
    """A sound ods file with the change of a case."""
    return _grid_of(ods_audit(), ODS[name][0])


def sealed() -> bytes:
    """An ods file that says it is encrypted."""
    mark = b"<manifest:encryption-data/></manifest:manifest>"
    return changed(
        ods_audit(),
        {"META-INF/manifest.xml": lambda old: old.replace(b"</manifest:manifest>", mark)},
    )
