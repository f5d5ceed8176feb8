"""What problems say once the referential is known: deleted rows by name, answers it allows."""

from collections.abc import Sequence

import pytest
from support.files import INVALID
from support.workbooks import HEAD, Row, audit, granted, read, with_line

from cpe_label import Audit, load_referential
from cpe_label.reading.document import Document, read_document
from cpe_label.reading.lines import outcome_of
from cpe_label.reading.referentials import Referentials, problems_of, shipped
from cpe_label.reading.told_with import told_with

REFERENTIAL = next(iter(shipped().values()))
FREE, BOUND = (
    next(one.id for one in REFERENTIAL.criteria if bool(one.not_applicable_when) is free)
    for free in (True, False)
)
ANY_WORD = (
    "mot inconnu « N/A » ; attendu : satisfait, non satisfait ou sans objet, ou une cellule vide "
    "(vouliez-vous dire « sans objet » ?)"
)
YAML = """\
format: cpe-label/audit/1
referential: {{id: label-cpe, version: "2019.1"}}
organisation: {{name: Coopérative Exemple}}
kind: audit
audited_on: {{from: 2026-10-12}}
findings: {{{name}: {{status: {status}}}}}
"""


def told(document: Document) -> list[str]:
    found = problems_of(document, shipped())
    return [one.message("fr").replace("\u202f", " ") for one in found]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            BOUND,
            "mot inconnu « N/A » ; attendu : satisfait ou non satisfait, ou une cellule vide",
        ),
        (
            FREE,
            ANY_WORD,
        ),
    ],
)
def test_no_answer_is_suggested_that_a_criterion_forbids(name: str, expected: str) -> None:
    document = read(audit((name, "N/A")))
    assert told(document) == [expected]
    assert outcome_of(document, None).problems[0].message("fr").replace("\u202f", " ") == expected


def test_nor_in_a_file() -> None:
    for name, word in ((BOUND, ""), (FREE, "not_applicable")):
        document = read_document(YAML.format(name=name, status="N/A"), "a.yaml")
        (found,) = problems_of(document, shipped())
        assert found.arguments["near"] == word
        assert ("not_applicable" in str(found.arguments["expected"])) is bool(word)


def test_another_word_is_suggested_as_before() -> None:
    (found,) = told(read(audit((BOUND, "satifait"))))
    assert found.endswith("ou une cellule vide (vouliez-vous dire « satisfait » ?)")


EVERY = (*HEAD, "Bonne pratique", "Recommandation", "Justification")
"""The columns that a workbook of ours has for answers."""


def deleted(*rows: Row, written: int = 63) -> Sequence[str]:
    identity = with_line("Critères dans la grille", written)
    return told(read(audit(*rows, head=EVERY, identity=identity)))


def test_the_criteria_of_deleted_rows_are_named() -> None:
    names = [one.id for one in REFERENTIAL.criteria]
    kept = [(name, "") for name in names if name not in names[2:4]]
    (found,) = deleted(*kept, written=len(names))
    assert found == (
        f"2 des {len(names)} critères de cette grille n’ont plus de ligne "
        f"({names[2]} et {names[3]}) : ils ne sont pas évalués"
    )
    (found,) = deleted(*kept[:10], written=len(names))
    assert f"({', '.join((*names[2:4], *names[12:15]))} et 49 autres)" in found


def test_without_a_referential_they_are_counted() -> None:
    identity = with_line("Critères dans la grille", 3)
    document = read(audit(("PRE-01", ""), head=EVERY, identity=identity))
    (found,) = document.problems
    assert "2 des 3 critères de cette grille n’ont plus de ligne\u202f: ils" in found.message("fr")
    nowhere = Referentials(())
    assert told_with(document, nowhere.of).problems == document.problems


def test_what_is_no_audit_and_what_is_not_about_a_status_stay_as_they_are() -> None:
    document = read(audit(("PRE-01", ""), identity=with_line("Nature", "N/A")))
    assert told_with(document, lambda _: REFERENTIAL).problems == document.problems
    document = read(audit(("XYZ-1", "N/A")))
    assert told_with(document, lambda _: REFERENTIAL).problems == document.problems


def test_rows_of_other_criteria_leave_the_count() -> None:
    document = read(granted())
    assert isinstance(document.value, Audit)
    small = load_referential(INVALID / "shelf" / "essai-1.yaml")
    assert told_with(document, lambda _: small) is document
