"""A row of CSV."""

import csv

import pytest

from cpe_label.text.csv_row import csv_row


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    (row,) = csv.reader([csv_row([f"{start}1+1", f"1{start}1"])], strict=True)
    assert row == [f"'{start}1+1", f"1{start}1"]


def test_every_text_comes_back() -> None:
    cells = ["", "a", "a,b", 'a "b"', "a\nb", "é", "12"]
    assert next(csv.reader([csv_row(cells)], strict=True)) == cells
    assert csv_row([None, 12]) == ",12\n"
