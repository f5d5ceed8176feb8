"""The spreadsheet: typed cells, heads that stay, filters, and no formula from any text."""

import re
import sys
import zipfile
from datetime import date
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.network import network
from support.workbook import read_workbook, sheets_of

from cpe_label import MissingExtraError
from cpe_label.reports.formats.xlsx import LONGEST, workbook
from cpe_label.reports.listing import Column, Listing, Value
from cpe_label.reports.network import FORMATS
from cpe_label.text.display import FORBIDDEN
from cpe_label.text.typography import LANGUAGES, Language

WHOLE = network()


def made(*rows: tuple[Value, ...]) -> bytes:
    """A workbook of one sheet with these rows."""
    columns = tuple(Column(f"c{number}") for number in range(len(rows[0])))
    return workbook([Listing("essai", columns, rows)], "essai/1", "Essai", "fr")


def cells(*values: Value) -> list[Any]:
    """One row of cells, as they are read back."""
    return read_workbook(made(values))["essai"][1]


def parts(content: bytes) -> dict[str, str]:
    """Every part of a workbook as text."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


# ── Cells ────────────────────────────────────────────────────────────────────────────────────────


def test_a_day_is_a_day_and_a_count_a_number() -> None:
    assert cells(date(2026, 1, 2), 7, Fraction(571, 1000), "7") == [
        date(2026, 1, 2),
        7.0,
        0.571,
        "7",
    ]


def test_a_day_that_a_spreadsheet_does_not_have_is_a_text() -> None:
    assert cells(date(1900, 2, 28), date(1900, 3, 1)) == ["1900-02-28", date(1900, 3, 1)]
    assert cells(date.max) == [date.max]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(1)", "{=1}", "https://exemple.invalid", "mailto:a@b.c", "1"]
)
def test_no_text_is_a_formula_a_link_or_a_number(text: str) -> None:
    content = made((text,))
    assert read_workbook(content)["essai"][1] == [text]
    sheet = parts(content)["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    whole, cut = cells("x" * LONGEST, "x" * (LONGEST + 1))
    assert whole == "x" * LONGEST
    assert cut == "x" * (LONGEST - 1) + "…"


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_every_text_that_a_file_may_hold_comes_back(text: str) -> None:
    """Signs of XML, line breaks, what looks like an escape; the marks of lines become one."""
    if FORBIDDEN.search(text):
        return
    (found,) = cells(f"a{text}b")
    assert breaks(found) == breaks(f"a{text}b")


def breaks(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


# ── Sheets ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sheet_has_a_name_a_head_that_stays_and_a_filter(language: Language) -> None:
    content = FORMATS["xlsx"].write(WHOLE, language)
    assert isinstance(content, bytes)
    names = list(read_workbook(content))
    assert all(len(name) <= 31 for name in names)
    assert len(names) == 10
    sheets = {name: text for name, text in parts(content).items() if "worksheets/" in name}
    assert len(sheets) == len(names)
    for text in sheets.values():
        assert 'xSplit="1" ySplit="1"' in text
        assert 'state="frozen"' in text
        assert "<autoFilter" in text
        assert "<f>" not in text


def test_what_a_sheet_tells_is_what_the_network_tells() -> None:
    sheets = sheets_of(WHOLE, "en")
    labels = dict(zip(sheets["Labels"][0], sheets["Labels"][1], strict=True))
    first = WHOLE.organisations[0]
    assert labels["From"] == first.first_day
    assert labels["To (included)"] == first.last_day
    assert labels["Days left"] == first.days_left
    assert labels["Renewal opens"] == first.renewal_opens
    assert len(sheets["Members"]) == 1 + len(WHOLE.organisations)
    assert sheets["Each 31 December"][1] == [date(2024, 12, 31), 7.0, 1.0, 0.0]
    assert len(sheets["Criteria"]) == 1 + len(WHOLE.criteria)
    assert sheets["Criteria"][1][4:8] == [4.0, 3.0, 0.0, 0.571]
    assert len(sheets["Good practices"]) == 1 + len(WHOLE.good_practices)
    assert len(sheets["Recommendations and actions"]) == 1 + len(WHOLE.recommendations)
    assert len(sheets["What comes next"]) == 1 + len(WHOLE.agenda)
    assert [row[3:] for row in sheets["Progress"][1:]] == [
        ["Gained", 2.0, "m-0-1, m-0-2"],
        ["Still met", 1.0, "r-0-1"],
    ]


def test_the_same_network_gives_the_same_bytes() -> None:
    assert FORMATS["xlsx"].write(WHOLE, "fr") == FORMATS["xlsx"].write(WHOLE, "fr")


def test_without_the_extra_one_sentence_says_how_to_have_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'cpe_label\[xlsx\]'"):
        FORMATS["xlsx"].write(WHOLE, "fr")
