"""Workbooks made to do harm: read right, or one problem in its cell, and never more.

`benchmarks/spreadsheets.py` measures the time and the memory that each takes.
"""

import pytest
from support.hostile_workbooks import ODS, XLSX, ods, sealed
from support.workbooks import GRANTED, ods_audit, places, read

from cpe_label import load_audit
from cpe_label.problems.problem import is_error

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", XLSX)
def test_each_xlsx_is_read_right_or_gives_these_problems(name: str) -> None:
    make, expected = XLSX[name]
    document = read(make())
    found = places(document)
    assert list(dict.fromkeys(one.split()[-1] for one in found)) == [
        one.split()[-1] for one in expected
    ]
    assert set(expected) <= set(found)
    if not expected:
        assert document.value == load_audit(GRANTED)
    if any(map(is_error, document.problems)):
        assert not document.is_sound


@pytest.mark.parametrize("name", ODS)
def test_each_ods_too(name: str) -> None:
    found, expected = places(read(ods(name), "audit.ods")), ODS[name][1]
    assert [one.split()[-1] for one in found] == [one.split()[-1] for one in expected]
    assert set(found) >= {one for one in expected if "!" in one}


def test_an_ods_with_a_password_says_so() -> None:
    assert places(read(sealed(), "audit.ods")) == ["X002"]


def test_a_small_ods_is_an_audit() -> None:
    document = read(ods_audit(), "audit.ods")
    assert places(document) == []
    assert document.value is not None
    assert document.value.as_written()["findings"] == {
        "PRE-01": {"status": "met", "evidence": ["Vu"]},
        "PRE-02": {"status": "met"},
    }


def test_a_tab_of_an_ods_is_kept() -> None:
    document = read(ods("a tab"), "audit.ods")
    assert document.value is not None
    assert document.value.as_written()["findings"]["PRE-01"]["evidence"] == ["Vu\tLu"]
