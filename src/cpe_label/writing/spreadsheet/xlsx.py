"""Sheets become the bytes of an xlsx file. The one place that imports the writer of spreadsheets.

Same sheets, same bytes. No text ever becomes a formula, a number or a link.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from functools import singledispatch
from io import BytesIO
from typing import Any, Final

from ...messages.states import PAPER, TONES, Tone
from ...problems.exceptions import MissingExtraError
from ...text.typography import Language
from .sheets import Area, Choice, Entry, Formula, Sheet, Style, Tint

_CREATED: Final = datetime(2019, 5, 23, tzinfo=UTC).replace(tzinfo=None)
"""The same for every workbook: a day of today would make other bytes of the same audit."""

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DAY_FORMATS: Final[Mapping[Language, str]] = {"fr": "dd/mm/yyyy", "en": "yyyy-mm-dd"}
FIRST_DAY: Final = date(1900, 3, 1)
"""The calendar of spreadsheets is wrong before that day; earlier ones are written as texts."""

_TEXT: Final = {"num_format": "@"}
_BORDER: Final = {"border": 1, "border_color": PAPER["rule"]}
_OPEN: Final = {**_TEXT, **_BORDER, "locked": False}
_STYLES: Final[Mapping[Style, Mapping[str, Any]]] = {
    "title": {"text_wrap": False, "bold": True, "font_size": 15, "font_color": PAPER["accent"]},
    "heading": {**_BORDER, "bold": True, "font_color": "#ffffff", "bg_color": PAPER["accent"]},
    "label": {**_TEXT, "bold": True, "bg_color": PAPER["ground"]},
    "shown": {**_TEXT, **_BORDER, "bg_color": PAPER["ground"]},
    "answer": _OPEN,
    "choice": {**_OPEN, "bold": True},
    "day": {**_OPEN, "align": "left"},
    "closed": {**_TEXT, **_BORDER, "bg_color": PAPER["rule"]},
    "help": {"text_wrap": False, "italic": True, "font_color": PAPER["soft"]},
    "number": {"align": "center"},
    "strong": {"bold": True},
    "page": {},
    "date": {"align": "left"},
    "share": {"num_format": "0.0%", "align": "center"},
}
_BASE: Final = {"font_name": "Calibri", "font_size": 11, "text_wrap": True, "valign": "top"}

_A3: Final = 8
_ALLOWED: Final = dict.fromkeys(
    ("sort", "autofilter", "format_cells", "format_columns", "format_rows"), True
)
"""What stays possible in a protected sheet."""


def written(sheets: Iterable[Sheet], format_name: str, title: str, language: Language) -> bytes:
    """The bytes of a workbook, which also carries the name of its format in its properties.

    Raises MissingExtraError if the `xlsx` extra is not installed.
    """
    try:
        from xlsxwriter import Workbook  # type: ignore[import-untyped]
    except ImportError:
        raise MissingExtraError("xlsx") from None
    content = BytesIO()
    book = Workbook(content, _OPTIONS)
    book.set_properties({"title": title, "keywords": format_name, "created": _CREATED})
    formats = {name: book.add_format({**_BASE, **style}) for name, style in _STYLES.items()}
    for name in ("day", "date"):
        formats[name].set_num_format(_DAY_FORMATS[language])
    tints = {
        tone: book.add_format({"font_color": look.ink, "bg_color": look.ground})
        for tone, look in TONES.items()
    }
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, formats, tints)
    book.close()
    return content.getvalue()


def _write(
    page: Any, sheet: Sheet, formats: Mapping[Style, Any], tints: Mapping[Tone, Any]
) -> None:
    for column, width in enumerate(sheet.widths):
        style = sheet.new_rows.get(column + 1)
        page.set_column(column, column, width, formats[style] if style else None)
    for row, entries in enumerate(sheet.rows):
        page.set_row(row, height_of(entries, sheet.widths))
        for column, entry in enumerate(entries):
            _put(entry.value, page, row, column, formats[_style(entry)])
    page.freeze_panes(*sheet.frozen)
    if sheet.filtered:
        page.autofilter(*_corners(sheet.filtered))
    for choice in sheet.choices:
        _add_choice(page, choice)
    for tint in sheet.tints:
        page.conditional_format(*_corners(tint.area), _condition(tint, tints[tint.tone]))
    if sheet.protected:
        page.protect("", _ALLOWED)
    _set_up_print(page, sheet)


def height_of(entries: Sequence[Entry], widths: Sequence[int]) -> float | None:
    """The height of a row that shows its texts whole, in points; None for that of one line.

    Excel finds it by itself, and LibreOffice does not.
    """
    lines = max(map(_lines, entries, widths), default=1)
    return min(lines * _LINE, _HIGHEST) if lines > 1 else None


def _lines(entry: Entry, width: int) -> int:
    if not isinstance(entry.value, str) or entry.style in _ON_ONE_LINE:
        return 1
    return sum(1 + len(line) // width for line in entry.value.split("\n"))


_LINE: Final = 15
_HIGHEST: Final = 405
_ON_ONE_LINE: Final = ("title", "help")


def _style(entry: Entry) -> Style:
    """A day before the calendar of spreadsheets is a text."""
    early = isinstance(entry.value, date) and entry.value < FIRST_DAY
    return "answer" if early else entry.style


@singledispatch
def _put(_: Any, page: Any, row: int, column: int, style: Any) -> None:
    page.write_blank(row, column, None, style)


@_put.register
def _(value: str, page: Any, row: int, column: int, style: Any) -> None:
    page.write_string(row, column, value, style)


@_put.register
def _(value: int, page: Any, row: int, column: int, style: Any) -> None:
    page.write_number(row, column, value, style)


@_put.register
def _(value: Fraction, page: Any, row: int, column: int, style: Any) -> None:
    page.write_number(row, column, float(value), style)


@_put.register
def _(value: date, page: Any, row: int, column: int, style: Any) -> None:
    if value < FIRST_DAY:
        page.write_string(row, column, value.isoformat(), style)
    else:
        page.write_datetime(row, column, value, style)


@_put.register
def _(value: Formula, page: Any, row: int, column: int, style: Any) -> None:
    page.write_formula(row, column, f"={value.text}", style, value.value)


def _corners(area: Area) -> tuple[int, int, int, int]:
    return area.first_row - 1, area.first_column - 1, area.last_row - 1, area.last_column - 1


def _add_choice(page: Any, choice: Choice) -> None:
    source = f"={choice.words}" if isinstance(choice.words, str) else list(choice.words)
    first, *others = map(_corners, choice.areas)
    options = {"validate": "list", "source": source, "other_cells": others}
    page.data_validation(*first, options)


def _condition(tint: Tint, style: Any) -> dict[str, Any]:
    if tint.formula:
        return {"type": "formula", "criteria": f"={tint.formula}", "format": style}
    return {"type": "cell", "criteria": "==", "value": f'"{tint.word}"', "format": style}


def _set_up_print(page: Any, sheet: Sheet) -> None:
    page.set_landscape()
    page.set_paper(_A3 if len(sheet.widths) > _WIDE else _A4)
    page.fit_to_pages(1, 0)
    page.set_margins(0.4, 0.4, 0.5, 0.6)
    page.set_footer("&L&A&R&P / &N")
    if sheet.frozen[0]:
        page.repeat_rows(0, sheet.frozen[0] - 1)


_A4: Final = 9
_WIDE: Final = 8
