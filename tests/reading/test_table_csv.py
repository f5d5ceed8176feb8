"""A table in CSV: every encoding and separator gives the same cells, every slip has its place."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpe_label import DataError
from cpe_label.reading.csv_cells import rows_of, source_of
from cpe_label.reading.table_csv import Column, Table, read_table

COLUMNS = (
    Column("organisation", ("organisation", "coopérative", "id")),
    Column("decided_on", ("date",)),
    Column("reason", ("motif",), needed=False),
)


def table_of(text: str, encoding: str = "utf-8") -> Table:
    return read_table(text.encode(encoding), "t.csv", COLUMNS)


def problems_of(text: str) -> list[str]:
    """Each problem as `line:column code`, by place."""
    try:
        found = table_of(text).problems
    except DataError as error:
        found = list(error.problems)
    return [f"{one.line}:{one.column} {one.code}" for one in found]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_the_way_a_spreadsheet_writes_makes_no_difference(
    mark: str, end: str, encoding: str
) -> None:
    rows = (
        ["COOPÉRATIVE", "motif", " Date "],
        ["é-1", '"à ""revoir"""', "20/11/2026"],
        ["", "", ""],
        ["é-2", "", "2026-11-20"],
    )
    table = table_of(end.join(mark.join(row) for row in rows), encoding)
    assert table.problems == []
    assert [{key: cell.text for key, cell in row.cells.items()} for row in table.rows] == [
        {"organisation": "é-1", "reason": 'à "revoir"', "decided_on": "20/11/2026"},
        {"organisation": "é-2", "decided_on": "2026-11-20"},
    ]
    assert [table.day(row, "decided_on") for row in table.rows] == [date(2026, 11, 20)] * 2


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.just("\n"))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1), st.sampled_from(";,\t"))
def test_what_a_csv_writer_writes_is_read_back(rows: list[list[str]], mark: str) -> None:
    """Python's own writer is the other party. Blanks around a text are no part of it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=mark, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([["a", "b"], *rows])
    found = rows_of(source_of(b"\xef\xbb\xbf" + written.getvalue().encode(), "t.csv"))
    blank = " \t\u00a0\u202f\r\n"
    expected = [[cell.strip(blank) for cell in row] for row in rows]
    assert [[cell.text for cell in row] for row in found][1:] == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["1:1 T005"]),
        ("\n;;\n", ["1:1 T005"]),
        ("id;date\n", ["1:1 T005"]),
        ("id;motif\na;x\n", ["1:1 T001"]),
        ("id;Dat\na;2026-11-20\n", ["1:4 T002"]),
        ("id;échéance;décidé le\na;x;2026-11-20\n", ["1:13 T002", "1:4 T010"]),
        ("id;coopérative;date\na;b;2026-11-20\n", ["1:4 T003"]),
        ("id,date,motif\na,2026-11-20,x, y\n", ["2:17 T004"]),
        ("id;date\na;2026-11-20;\n", []),
        ("id;date\n\n ;\na\n;2026-11-20\n", ["4:1 T008", "5:1 T008"]),
        ('id;date\n"a\nb";2026-11-20\nc;\n', ["4:3 T008"]),
        ('id;date;motif\na;2026-11-20;"x "y" z"\n', ["2:14 T007"]),
        ('id;date;motif\na;2026-11-20;"x\n', ["2:14 T007"]),
        ("id;nom;date;ville\na;b;2026-11-20;c\n", ["1:4 T010"]),
        ("id;date\na\x07;2026-11-20\n", ["2:2 Y002"]),
    ],
)
def test_each_slip_has_its_place(text: str, found: list[str]) -> None:
    assert problems_of(text) == found


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("12/10/26", "2026-10-12"),
        ("31/11/2026", None),
        ("2026-13-01", None),
        ("46346", "2026-11-20"),
        ("20 novembre 2026", "2026-11-20"),
        ("demain", None),
        ("1/12/2026", "2026-12-01"),
    ],
)
def test_no_other_day_is_read_but_the_one_that_was_meant_is_shown(
    written: str, near: str | None
) -> None:
    table = table_of(f"id;date\na;{written}\n")
    assert table.day(table.rows[0], "decided_on") is None
    (found,) = table.problems
    assert (found.code, found.line, found.column) == ("T009", 2, 3)
    assert found.arguments.get("near") == near
    assert table.day(table.rows[0], "reason") is None
    assert len(table.problems) == 1


def test_of_very_many_problems_the_first_are_kept() -> None:
    table = table_of("id;date;x\n" + "a\n" * 20_000)
    assert (len(table.rows), len(table.problems)) == (20_000, 1_002)
    assert [one.line for one in table.problems[:3]] == [1, 2, 3]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 xlsx", "T006"),
        ("id;date\n".encode("utf-16"), "Y001"),
        (b"id;date\n\x81\x8d;", "Y001"),
        (b"a" * 600_000, "F005"),
        (b"id;date\n" + b"a;b\n" * 20_001, "Y011"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(DataError) as raised:
        read_table(content, "t.csv", COLUMNS)
    assert [one.code for one in raised.value.problems] == [code]
