"""A place in a spreadsheet: how it is named, and how each format carries it."""

import json
from typing import Any

import pytest

from cpe_label import Problem, Source
from cpe_label.problems import formats
from cpe_label.problems.cell import Cell, column_name
from cpe_label.problems.formats import FORMATS
from cpe_label.problems.problem import problem, sorted_problems
from cpe_label.problems.report import CheckReport

H14 = Cell("Grille", 14, 8)
FOUND = problem("X007").at_cell("audit.xlsx", H14)


@pytest.mark.parametrize(
    ("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (16384, "XFD")]
)
def test_columns_have_letters(number: int, name: str) -> None:
    assert column_name(number) == name


@pytest.mark.parametrize(
    ("sheet", "name"),
    [
        ("Grille", "Grille!H14"),
        ("Identité", "Identité!H14"),
        ("Mode d'emploi", "'Mode d''emploi'!H14"),
        ("2026", "'2026'!H14"),
    ],
)
def test_a_cell_is_named_as_formulas_name_it(sheet: str, name: str) -> None:
    assert str(Cell(sheet, 14, 8)) == name


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_the_cell(form: str) -> None:
    written = formats.write(form, CheckReport(["audit.xlsx"], [FOUND]), "fr")
    assert "Grille!H14" in written
    assert "audit.xlsx" in written


def test_formats_that_know_lines_only_have_the_cell_in_the_words() -> None:
    report = CheckReport(["audit.xlsx"], [FOUND])
    assert formats.write("github", report, "en").startswith(
        "::error file=audit.xlsx,title=X007::Grille!H14: this answer is a formula"
    )
    (gitlab,) = json.loads(formats.write("gitlab", report, "en"))
    assert gitlab["description"].startswith("X007 Grille!H14: ")
    assert gitlab["location"] == {"path": "audit.xlsx", "lines": {"begin": 1}}
    (result,) = json.loads(formats.write("sarif", report, "en"))["runs"][0]["results"]
    assert result["message"]["text"].startswith("Grille!H14: ")
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "Grille!H14"}]


def test_two_cells_with_one_problem_have_two_fingerprints() -> None:
    other = problem("X007").at_cell("audit.xlsx", Cell("Grille", 15, 8))
    found = json.loads(formats.write("gitlab", CheckReport([], [FOUND, other]), "en"))
    assert len({one["fingerprint"] for one in found}) == 2


def test_json_has_a_cell_where_there_is_one() -> None:
    assert FOUND.data()["cell"] == "Grille!H14"
    assert FOUND.data()["line"] is None
    assert "cell" not in problem("A006").in_file("audit.yaml", 3, 1).data()


def test_the_name_of_a_sheet_is_harmless() -> None:
    found = problem("X007").at_cell("a.xlsx", Cell("x\x1b[31m\n::error", 1, 1))
    assert found.place == "a.xlsx:'x\\u001b[31m\\u000a::error'!A1"
    assert "\x1b" not in found.message_in_file()


def test_problems_stand_in_the_order_of_rows_and_columns() -> None:
    cells = [Cell("Grille", 2, 1), Cell("Grille", 2, 8), Cell("Grille", 14, 1), Cell("Id", 1, 1)]
    found = [problem("X007").at_cell("a.xlsx", one) for one in cells]
    assert [one.cell for one in sorted_problems(reversed(found))] == cells


def test_a_source_finds_the_cell_of_a_path_or_of_what_is_around_it() -> None:
    cells = {("findings", "A-1"): Cell("Grille", 2, 1), ("findings", "A-1", "status"): H14}
    source = Source("a.xlsx", cells=cells)
    assert source.cell(("findings", "A-1", "status")) == H14
    assert source.cell(("findings", "A-1", "action", "due")) == Cell("Grille", 2, 1)
    assert source.cell(("organisation", "name")) is None
    assert Source("a.yaml").cell(()) is None


def located(path: tuple[str, ...], **arguments: object) -> Problem:
    cells = {("levels", "a"): H14, ("levels", "b"): Cell("Niveaux", 3, 1)}
    found = problem("R011", path, kind="level", value="x", **arguments)  # type: ignore[arg-type]
    return found.located(Source("a.xlsx", cells=cells))


def test_a_problem_that_names_another_place_names_its_cell() -> None:
    found = located(("levels", "a"), first=("levels", "b"))
    assert (found.place, found.line) == ("a.xlsx:Grille!H14", None)
    assert "« Niveaux!A3 »" in found.message("en")
    nowhere = located(("sections",), first=("sections", "x"))
    assert nowhere.place == "a.xlsx"
    assert "x" in nowhere.message("en")


@pytest.mark.parametrize(("workbook", "word"), [("fr", "satisfait"), ("en", "met"), (None, "met")])
def test_a_problem_has_the_words_of_its_workbook(workbook: Any, word: str) -> None:
    source = Source("a.xlsx", cells={(): H14}, workbook=workbook)
    found = problem("A033", ("findings",), criterion="COO-01").located(source)
    assert found.workbook == workbook
    assert f"COO-01 is « {word} » without" in found.message("en")
    assert found.at_cell("b.xlsx", None).workbook == workbook  # at another place of it too
