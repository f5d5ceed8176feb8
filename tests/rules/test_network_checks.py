"""The checks across files: what is said of whom, and where."""

from datetime import date

import pytest
from support.network_judge import File
from support.networks import REFERENTIAL, audit

from cpe_label import Members, evaluate, parse_audit
from cpe_label.problems.cell import Cell
from cpe_label.problems.source import Source
from cpe_label.rules.agenda import _year_later
from cpe_label.rules.audit_file import AuditFile, audit_file
from cpe_label.rules.network_checks import check_across

FILE = File("a", "self_assessment", date(2019, 6, 3), date(2019, 6, 4))


def file(organisation: str | None, name: str = "Coopérative Exemple", at: str = "a") -> AuditFile:
    who = {"name": name} if organisation is None else {"id": organisation, "name": name}
    return audit_file(evaluate(audit(FILE, organisation=who), REFERENTIAL), at)


def members(*names: str) -> Members:
    return Members.build({"members": [{"id": name, "name": name} for name in names]})


def found(
    files: list[AuditFile], listed: Members | None = None
) -> list[tuple[str, object, object]]:
    every = [one.problem for one in check_across(files, listed)]
    return [(one.code, one.arguments.get("value"), one.arguments.get("near")) for one in every]


def test_a_file_without_an_identifier() -> None:
    assert found([file(None)]) == [("N033", None, None)]


def test_a_problem_of_a_workbook_has_its_cell_and_its_words() -> None:
    value = audit(FILE, organisation={"name": "Coopérative Exemple"})
    cells = {("organisation",): Cell("Identité", 7, 2)}
    value._source = Source("a.xlsx", cells=cells, workbook="fr")
    placed = audit_file(evaluate(value, REFERENTIAL), "a.xlsx", placed=True)
    (found,) = (one.problem for one in check_across([placed], None))
    assert found.place == "a.xlsx:Identité!B7"
    assert "without « Structure\u202f: identifiant » this" in found.message("en")


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (("exemple-001", "exemple-01"), ["N032"]),
        (("exemple-001", "exemple-002"), ["N032"]),
        (("exemple-001", "exemple-100"), []),
        (("exemple-001",), []),
    ],
)
def test_identifiers_that_look_alike_with_one_name(
    names: tuple[str, ...], codes: list[str]
) -> None:
    files = [file(name, at=name) for name in names]
    assert [code for code, *_ in found(files)] == codes
    others = [file(name, f"Coopérative {name}", at=name) for name in names]
    assert found(others) == []


def test_one_identifier_with_two_names_is_told_once() -> None:
    """Files may differ in capitals and accents; a third name is no second problem."""
    names = ("Coopérative A", "cooperative A", "Coopérative B", "Coopérative C")
    files = [file("exemple-001", name, at=f"{at}.yaml") for at, name in enumerate(names)]
    told = [one for one in check_across(files) if one.problem.code == "N037"]
    (only,) = told
    assert only.file.source == "2.yaml"
    assert only.problem.arguments["name"] == "Coopérative B"
    assert only.problem.arguments["other"] == "Coopérative A"
    assert only.problem.arguments["source"] == "0.yaml"
    assert [one for one in check_across(files[:2]) if one.problem.code == "N037"] == []


def test_an_audit_of_no_member_once_for_its_organisation() -> None:
    files = [file("exemple-01", at="a"), file("exemple-02", "B", at="b"), file("exemple-1", "C")]
    assert found(files, members("exemple-1", "exemple-2")) == [
        ("N034", "exemple-01", "exemple-1"),
        ("N034", "exemple-02", "exemple-2"),
    ]
    assert found(files, members("exemple-01", "exemple-02", "exemple-1")) == []


def test_a_problem_has_its_place_if_it_was_asked_for() -> None:
    content = audit(FILE, organisation={"name": "A"}).to_json()
    value = parse_audit(content, source="a.json")
    for placed, place in ((True, "a.json:7:19"), (False, "a.json")):
        one = audit_file(evaluate(value, REFERENTIAL), placed=placed)
        (problem,) = [each.problem for each in check_across([one])]
        assert problem.place == place
    nameless = audit_file(evaluate(parse_audit(content, source=""), REFERENTIAL), placed=True)
    (problem,) = [each.problem for each in check_across([nameless])]
    assert problem.place == "organisation"


@pytest.mark.parametrize(
    ("day", "later"),
    [("2024-02-29", "2025-02-28"), ("2023-02-28", "2024-02-28"), ("9999-03-01", "9999-12-31")],
)
def test_a_year_later(day: str, later: str) -> None:
    assert _year_later(date.fromisoformat(day)) == date.fromisoformat(later)
