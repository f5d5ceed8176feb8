"""A workbook that is written is read back as the same value, with the same digest."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.any_values import AUDITS, MEMBERS, referentials
from support.shipped import EXAMPLES, REFERENTIAL, ROOT
from support.workbook import read_workbook
from support.workbooks import GRANTED, GRID, STRINGS, granted, part_of, places

from cpe_label import (
    Audit,
    AuditError,
    DataError,
    MissingExtraError,
    Referential,
    load_audit,
    load_referential,
    parse_audit,
    to_json,
)
from cpe_label.messages.phrase import say
from cpe_label.messages.spreadsheet import SHEETS
from cpe_label.messages.states import TONES
from cpe_label.model.members import Members
from cpe_label.problems.problem import is_error
from cpe_label.reading.document import read_document
from cpe_label.text.typography import LANGUAGES, Language
from cpe_label.writing.convert import converted
from cpe_label.writing.reminder import Former
from cpe_label.writing.spreadsheet.audit import audit_workbook, blank_workbook
from cpe_label.writing.spreadsheet.sheets import Entry
from cpe_label.writing.spreadsheet.xlsx import height_of

OUT = Path("file.xlsx")
LABEL = load_referential(REFERENTIAL)
LANGUAGE = st.sampled_from(LANGUAGES)


def assert_comes_back(value: Audit | Referential | Members, language: Language) -> None:
    content = converted(value, OUT, language)
    document = read_document(content, "file.xlsx")
    told = {"X027"}  # a warning of what the value says in YAML too
    codes = {one.split()[-1] for one in places(document)} - told
    assert [one for one in codes if one[0] in "XY"] == []
    assert document.value == value
    assert document.value is not None
    assert document.value.digest == value.digest
    assert converted(value, OUT, language) == content


@settings(max_examples=60)
@given(AUDITS, LANGUAGE)
def test_any_audit_comes_back(audit: Audit, language: Language) -> None:
    assert_comes_back(audit, language)


@settings(max_examples=25)
@given(referentials(), LANGUAGE)
def test_any_referential_comes_back(referential: Referential, language: Language) -> None:
    assert_comes_back(referential, language)


@settings(max_examples=30)
@given(MEMBERS, LANGUAGE)
def test_any_list_of_members_comes_back(members: Members, language: Language) -> None:
    assert_comes_back(members, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_comes_back_with_its_criteria(path: Path, language: Language) -> None:
    audit = load_audit(path)
    document = read_document(audit_workbook(audit, LABEL, language), "audit.xlsx")
    assert (places(document), document.value) == ([], audit)
    assert document.value is not None
    assert document.value.digest == audit.digest


def test_the_shipped_referential_comes_back() -> None:
    assert_comes_back(LABEL, "fr")


def audit_with(text: str, **finding: Any) -> Audit:
    data = load_audit(GRANTED).as_written()
    held = finding or {"status": "met"}
    return Audit.build({**data, "opinion": text, "findings": {"PRE-01": held}})


# ── What no cell can hold ────────────────────────────────────────────────────────────────────────


def test_a_cell_holds_so_many_characters_and_no_more() -> None:
    assert_comes_back(audit_with("é" * 32_767), "fr")
    with pytest.raises(AuditError) as refused:
        converted(audit_with("é" * 32_768), OUT, "fr")
    (found,) = refused.value.problems
    assert (found.code, found.path) == ("X019", ("opinion",))
    assert found.arguments == {"limit": 32_767, "count": 32_768}


def test_spreadsheets_count_some_signs_twice() -> None:
    assert_comes_back(audit_with("𝒳" * 16_383), "fr")
    with pytest.raises(AuditError):
        converted(audit_with("𝒳" * 16_384), OUT, "fr")


def test_texts_of_one_cell_are_counted_together() -> None:
    audit = audit_with("x", evidence=["a" * 20_000, "b" * 12_767], status="met")
    with pytest.raises(AuditError) as refused:
        converted(audit, OUT, "fr")
    assert refused.value.problems[0].path == ("findings", "PRE-01", "evidence")


@pytest.mark.parametrize("character", ["\r", "\ufffe", "\uffff"])
def test_what_no_cell_can_hold_names_its_field_and_its_line(character: str) -> None:
    text = to_json(audit_with(f"a{character}b", comment=f"c{character}"))
    with pytest.raises(DataError) as refused:
        converted(parse_audit(text, source="audit.json"), OUT, "fr")
    assert [one.code for one in refused.value.problems] == ["X020", "X020"]
    assert {one.path[0] for one in refused.value.problems} == {"findings", "opinion"}
    lines = text.split("\n")
    for one in refused.value.problems:
        assert one.file == "audit.json"
        assert one.line is not None
        assert str(one.path[-1]) in lines[one.line - 1]


def test_days_before_the_calendar_of_spreadsheets_are_texts() -> None:
    for day in ("0001-01-01", "1899-12-31", "1900-02-28", "1900-03-01", "9999-12-31"):
        assert_comes_back(audit_with("x", action={"due": day}), "en")


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError):
        converted(load_audit(GRANTED), OUT, "fr")


# ── A workbook to fill in ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_workbook_asks_for_who_and_when(language: Language) -> None:
    document = read_document(blank_workbook(LABEL, language), "audit.xlsx")
    name = say(SHEETS["identity"], language)
    assert places(document) == [f"{name}!B7 X010", f"{name}!B10 X010"]


def test_a_new_workbook_recalls_the_audit_before_and_answers_nothing() -> None:
    former = Former(load_audit(GRANTED), LABEL)
    document = read_document(blank_workbook(LABEL, "fr", former), "audit.xlsx")
    assert places(document) == ["Identité!B10 X010"]
    texts = part_of(blank_workbook(LABEL, "fr", former), STRINGS)
    for recalled in ("Constat précédent", "Recommandation précédente", "Éléments vus alors"):
        assert recalled in texts
    filled = document._partial
    assert filled is not None
    assert filled.value.findings == {}
    assert filled.value.previous.last_day.isoformat() == "2029-11-19"
    assert filled.value.organisation == load_audit(GRANTED).organisation


def test_status_stands_where_it_is_announced() -> None:
    """`audit.xlsx:Grille!H14` is the status of the thirteenth criterion."""
    grid = part_of(granted(), GRID)
    assert '<pane xSplit="2" ySplit="1"' in grid
    validations = re.findall(r'<dataValidation type="list".*?</dataValidation>', grid)
    assert [" H" in one or 'sqref="H' in one for one in validations] == [True, True]
    assert ["sans objet" in one for one in validations] == [True, False]


def test_only_answers_are_open_and_no_cell_is_merged() -> None:
    styles = part_of(granted(), "xl/styles.xml")
    cells = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles.split("<cellXfs")[1], re.DOTALL)
    is_open = ['locked="0"' in one for one in cells]
    for number in (1, 2, 3, 4):
        sheet = part_of(granted(), f"xl/worksheets/sheet{number}.xml")
        assert "mergeCell" not in sheet
        assert ("sheetProtection" in sheet) == (number < 4)
    grid = part_of(granted(), GRID)
    open_columns = {
        column
        for column, style in re.findall(r'<c r="([A-Z]+)[0-9]+" s="([0-9]+)"', grid)
        if is_open[int(style)]
    }
    assert open_columns == set("HIJKLMNO")


def test_no_text_becomes_a_formula_or_a_link() -> None:
    audit = audit_with("=1+1", comment="https://exemple.invalid", evidence=["@SUM(A1)", "+1"])
    content = converted(audit, OUT, "fr")
    assert isinstance(content, bytes)
    assert "<f>" not in part_of(content, GRID)
    assert "hyperlink" not in part_of(content, GRID)


def test_a_row_is_as_high_as_its_longest_text() -> None:
    one, long, title = Entry("a" * 9, "shown"), Entry("a" * 95, "answer"), Entry("a" * 99, "help")
    assert height_of([one, title], [10, 10]) is None
    assert height_of([one, long], [10, 10]) == 150
    assert height_of([Entry("a\nb", "answer")], [10]) == 30
    assert height_of([Entry("a" * 9_999, "answer")], [10]) == 405


# ── A referential, and a plain grid ──────────────────────────────────────────────────────────────


def test_problems_of_a_referential_are_by_cell() -> None:
    data = LABEL.as_written()
    data["sections"][1]["criteria"][0]["level"] = "autre"
    data["sections"][0]["criteria"][1]["id"] = "PRE-01"
    content = converted(Referential.build(data), OUT, "fr")
    found = [one for one in read_document(content, "r.xlsx").problems if is_error(one)]
    assert [f"{one.cell} {one.code}" for one in found] == ["Grille!B3 R011", "Grille!C5 R012"]
    assert "Grille!B2" in found[0].message("fr")


def test_the_guide_names_the_colour_of_what_is_awaited() -> None:
    """Blank statuses, and the justifications that are needed, have the colour « open »."""
    content = blank_workbook(load_referential(REFERENTIAL), "fr")
    assert 'type="expression"' in part_of(content, GRID)
    awaited = TONES["open"].ground.removeprefix("#").upper()
    assert f'<bgColor rgb="FF{awaited}"/>' in part_of(content, "xl/styles.xml")
    assert "blanches, et de couleur crème là où une réponse manque" in part_of(content, STRINGS)
    page = (ROOT / "docs" / "spreadsheet.md").read_text("utf-8")
    assert "Cells to fill in are white, and cream where an answer is still awaited" in page


def test_the_guide_of_a_referential_names_its_own_columns() -> None:
    content = converted(LABEL, OUT, "fr")
    guide = " ".join(str(row) for row in read_workbook(content)[say(SHEETS["guide"], "fr")])
    assert "À demander" in guide
    assert "Éléments vus" not in guide
