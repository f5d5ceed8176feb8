"""CSV: what a reader of tables finds, and nothing that a spreadsheet would run."""

import csv
import io
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpe_label.reports.formats.csv import table
from cpe_label.reports.listing import Column, Listing, Value


def rows_of(*values: Value) -> list[str]:
    """The cells of one row, as they are read back."""
    columns = tuple(Column(str(number)) for number in range(len(values)))
    written = table(Listing("essai", columns, (values,)))
    head, row = csv.reader(io.StringIO(written, newline=""))
    assert head == [column.title for column in columns]
    return row


def test_days_counts_and_nothing() -> None:
    assert rows_of(date(2026, 1, 2), 7, None, Fraction(1, 2)) == ["2026-01-02", "7", "", "1/2"]


@pytest.mark.parametrize("start", "=+-@\t\r")
def test_a_cell_that_a_spreadsheet_would_run_has_an_apostrophe(start: str) -> None:
    assert rows_of(f"{start}1+1") == [f"'{start}1+1"]


@pytest.mark.parametrize("text", ["a=1", "–", "'=1", " =1", "1-1", "a@b"])
def test_another_cell_stands_as_it_is(text: str) -> None:
    assert rows_of(text, "") == [text, ""]


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=2, max_size=4))
def test_every_text_comes_back_and_none_begins_as_a_formula(texts: list[str]) -> None:
    found = rows_of(*texts)
    assert [one.removeprefix("'") for one in found] == [one.removeprefix("'") for one in texts]
    assert not any(one.startswith(tuple("=+-@\t\r")) for one in found)
