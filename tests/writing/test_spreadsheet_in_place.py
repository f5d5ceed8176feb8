"""A workbook is changed in place: the cells that change, and nothing else."""

import re
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from support.command import Run
from support.workbooks import GRANTED, changed, granted, ods_audit, part_of

from cpe_label import AuditError, load_audit
from cpe_label.edit import open_audit

IDENTITY = "xl/worksheets/sheet1.xml"
DAY = date(2027, 1, 15)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The example whose label is granted, as a workbook."""
    file = tmp_path / "audit.xlsx"
    file.write_bytes(granted())
    return file


def cells(content: bytes) -> dict[str, str]:
    """The markup of each cell of the form."""
    each = r'<c r="([A-Z]+[0-9]+)"(.*?)(?=<c r=|</row>)'
    return dict(re.findall(each, part_of(content, IDENTITY), re.DOTALL))


def test_an_event_is_written_in_the_next_free_line_and_nothing_else_changes(path: Path) -> None:
    reason = " Pièce <manquante> & « co »\n_x0041_\t"
    open_audit(path).event(event="suspended", on=DAY, reason=reason).save()
    after = path.read_bytes()
    with ZipFile(BytesIO(granted())) as one, ZipFile(BytesIO(after)) as other:
        assert one.namelist() == other.namelist()
        for name in set(one.namelist()) - {IDENTITY}:
            assert one.read(name) == other.read(name)
    before, now = cells(granted()), cells(after)
    different = {name for name in before if before[name] != now[name]}
    assert different == {"B28", "C28", "D28"}
    styles = {re.findall(r's="[0-9]+"', one["C28"])[0] for one in (before, now)}
    assert len(styles) == 1
    audit = load_audit(path)
    assert [one.reason for one in audit.events] == [reason]
    assert audit.model_copy(update={"events": []}).digest == load_audit(GRANTED).digest
    assert "<v>46402</v>" in now["C28"]  # a date of the spreadsheet


def test_what_is_there_is_replaced_and_taken_out(path: Path) -> None:
    file = open_audit(path)
    file.decision(outcome="refused", decided_on=DAY)
    file.previous(last_day=DAY, state="withdrawn")
    file.finding("COO-02", status="not_met", evidence=["un", "deux\ntrois"], comment=None)
    assert load_audit(path) == load_audit(GRANTED)  # until it is saved
    file.save()
    audit = load_audit(path)
    assert audit == file.audit
    assert audit.decision is not None
    assert (audit.decision.outcome, audit.decision.reason) == ("refused", None)
    assert audit.findings["COO-02"].as_written()["evidence"] == ["un", "deux\ntrois"]
    assert 'status: "not_met"' in file.text or "status: not_met" in file.text


def test_where_the_calendar_is_another_one_a_day_is_a_text(path: Path) -> None:
    other = {
        "xl/workbook.xml": lambda old: old.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
    }
    path.write_bytes(changed(granted(), other))
    open_audit(path).event(event="suspended", on=DAY).save()
    assert load_audit(path).events[0].on == DAY
    assert "2027-01-15" in cells(path.read_bytes())["C28"]


def refused(file: Any, **event: Any) -> str:
    with pytest.raises(AuditError) as error:
        file.event(**event)
    return str(error.value)


def test_without_a_free_line_it_is_refused_and_nothing_changes(path: Path) -> None:
    file = open_audit(path)
    for number in range(5):
        file.event(event="suspended", on=DAY + timedelta(number))
    before = file.text
    assert "X021" in refused(file, event="suspended", on=DAY + timedelta(9))
    assert file.text == before
    file.save()
    assert len(load_audit(path).events) == 5


def test_a_line_that_was_deleted_and_an_ods_are_refused(path: Path, tmp_path: Path) -> None:
    gone = {re.escape(IDENTITY): lambda old: re.sub(rb'<c r="B28".*?(?=<c r="C28")', b"", old)}
    path.write_bytes(changed(granted(), gone))
    assert "a line of « Identity » that it needs is taken or was deleted" in refused(
        open_audit(path), event="suspended", on=DAY
    )
    ods = tmp_path / "audit.ods"
    ods.write_bytes(ods_audit())
    said = refused(open_audit(ods), event="suspended", on=DAY)
    assert "X021" in said
    assert "cpe-label convert AUDIT.ods -o AUDIT.xlsx" in said


def test_what_no_cell_can_hold_is_refused(path: Path) -> None:
    said = refused(open_audit(path), event="suspended", on=DAY, reason="a" * 32_768)
    assert "X019" in said


def test_the_committee_decides_in_a_workbook(run: Run, path: Path) -> None:
    done = run("event", path, "--suspended", "--on", "2027-01-15", "--lang", "en")
    assert done.returncode == 0
    assert "+  - event: suspended" in done.stdout
    assert (
        run("evaluate", path, "--format", "json", "--on", "2027-02-01").stdout.count("suspended")
        > 1
    )
    assert run("event", path, "--withdrawn", "--on", "2026-01-15").returncode == 2
