"""A workbook becomes an audit: what is forgiven, what is a problem, and in which cell."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from support import workbooks
from support.workbooks import HEAD, Error, Formula, Row, audit, of_rows, places, read, with_line

from cpe_label import Audit, parse_audit
from cpe_label.messages.spreadsheet import LINES
from cpe_label.model.sheets import AUDIT_FORM
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.reading.document import Document, read_document
from cpe_label.reading.referentials import problems_of, shipped
from cpe_label.reading.spreadsheet import other_sheets
from cpe_label.reading.spreadsheet.markup import MOST_ROWS


def of_parts(parts: dict[str, str]) -> bytes:
    """An archive of these parts."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def finding(*row: Any, head: Row = HEAD, **more: Any) -> dict[str, Any]:
    """The finding of a workbook with one row, which has no problem."""
    document = read(audit(row, head=head, **more))
    assert places(document) == []
    assert isinstance(document.value, Audit)
    found = document.value.as_written()["findings"]
    (only,) = found.values()
    return dict(only)


# ── What is read ─────────────────────────────────────────────────────────────────────────────────


def test_a_small_workbook_is_an_audit() -> None:
    document = read(audit(("PRE-01", "satisfait", "Vu\nRevu", "Bien", "Direction", "")))
    assert document.kind == "audit"
    assert document.value == Audit.build(
        {
            "referential": {"id": "label-cpe", "version": "2019.1"},
            "organisation": {"name": "Coopérative Exemple"},
            "kind": "audit",
            "audited_on": {"from": "2026-10-12"},
            "findings": {
                "PRE-01": {
                    "status": "met",
                    "evidence": ["Vu", "Revu"],
                    "comment": "Bien",
                    "action": {"owner": "Direction"},
                }
            },
        }
    )


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("satisfait", "met"),
        ("Satisfait", "met"),
        ("  NON   SATISFAIT ", "not_met"),
        ("non\u00a0satisfait", "not_met"),
        ("Sans Objet", "not_applicable"),
        ("met", "met"),
        ("Not met", "not_met"),
        ("not_met", "not_met"),
        ("NOT-APPLICABLE", "not_applicable"),
    ],
)
def test_a_status_is_read_in_both_languages_whatever_its_case(written: str, status: str) -> None:
    assert finding("PRE-01", written)["status"] == status


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        *(("accordé", "granted"), ("ACCORDE", "granted"), ("granted", "granted")),
        *(("label non accordé", "refused"), ("Refusé", "refused"), ("ajourne", "adjourned")),
    ],
)
def test_an_outcome_too(written: str, outcome: str) -> None:
    lines = (*with_line("Décision : issue", written), ("Décision : jour", "01/12/2026"))
    document = read(audit(identity=lines))
    assert places(document) == []
    assert isinstance(document.value, Audit)
    assert document.value.decision is not None
    assert document.value.decision.outcome == outcome


@pytest.mark.parametrize(
    "written",
    ["2026-12-01", "01/12/2026", "1/12/2026", "1.12.2026", date(2026, 12, 1), " 2026-12-01 "],
)
def test_a_day_is_a_date_or_a_text(written: Any) -> None:
    assert finding("PRE-01", "", "", "", "", written) == {"action": {"due": "2026-12-01"}}


def test_in_an_english_workbook_a_text_with_the_day_first_is_asked_about() -> None:
    identity = [("What", "Answer"), *workbooks.IDENTITY[1:]]
    sheets = {"Identity": identity, "Grid": [HEAD, ("PRE-01", "met", "", "", "", "01/12/2026")]}
    document = read(of_rows(sheets))
    assert places(document) == ["Grid!F2 A005"]
    assert document.problems[0].arguments["near"] == date(2026, 12, 1)
    assert "YYYY-MM-DD (did you mean « 2026-12-01 »?)" in messages(document, "en")[0]


def test_columns_stand_in_any_order_and_in_either_language() -> None:
    head = ("Who", "commentaire", "STATUT ", "Identifier", "evidence")
    assert finding("Direction", "Bien", "met", "PRE-01", "Vu", head=head) == {
        "status": "met",
        "comment": "Bien",
        "evidence": ["Vu"],
        "action": {"owner": "Direction"},
    }


def test_a_title_may_stand_above_the_header() -> None:
    rows = [("Ma grille",), (), HEAD, ("PRE-01", "satisfait")]
    document = read(of_rows({"Identité": workbooks.IDENTITY, "grille": rows}))
    assert places(document) == []
    assert isinstance(document.value, Audit)
    assert list(document.value.findings) == ["PRE-01"]


@pytest.mark.parametrize(("value", "text"), [(12, "12"), (-3, "-3"), (1_000_000, "1000000")])
def test_a_whole_number_is_its_digits(value: int, text: str) -> None:
    assert finding("PRE-01", "", value, value) == {"evidence": [text], "comment": text}


def test_a_blank_row_and_a_blank_answer_are_nothing() -> None:
    document = read(audit(("PRE-01", " ", "\n", "  "), (), ("PRE-02", "satisfait")))
    assert places(document) == []
    assert isinstance(document.value, Audit)
    assert list(document.value.findings) == ["PRE-02"]


def test_line_breaks_of_any_system_are_one() -> None:
    content = workbooks.changed(
        audit(("PRE-01", "", "un\ndeux", "un\ndeux")),
        {workbooks.STRINGS: lambda part: part.replace(b"un\ndeux", b"un_x000D_\ndeux")},
    )
    document = read(content)
    assert isinstance(document.value, Audit)
    assert document.value.as_written()["findings"]["PRE-01"] == {
        "evidence": ["un", "deux"],
        "comment": "un\ndeux",
    }


def test_a_list_of_the_form_goes_on_below_and_needs_no_number() -> None:
    lines = (
        *workbooks.IDENTITY,
        ("Équipe d'audit", "Nom", "Structure d'origine"),
        ("Équipe d'audit 1", "Auditrice Exemple", "CAE Voisine"),
        ("Équipe d'audit 2",),
        ("", "Auditeur Exemple"),
    )
    document = read(audit(identity=lines))
    assert places(document) == []
    assert isinstance(document.value, Audit)
    assert [one.name for one in document.value.auditors] == [
        "Auditrice Exemple",
        "Auditeur Exemple",
    ]


def test_bytes_of_a_workbook_are_one_whatever_their_name() -> None:
    content = workbooks.granted()
    assert parse_audit(content) == parse_audit(workbooks.GRANTED.read_bytes())
    assert [one.code for one in read(content, "audit.yaml").problems] == ["F019"]


# ── What is a problem, by cell ───────────────────────────────────────────────────────────────────

Case = tuple[bytes, list[str]]

FULL_FORM: Sequence[Row] = (
    *workbooks.IDENTITY,
    *(
        (phrase.fr,)
        for name, phrase in LINES.items()
        if name in {one.name for one in AUDIT_FORM.fields}
        and phrase.fr not in {line for line, _ in workbooks.IDENTITY}
        and name != "audited_on.from"
    ),
)
"""A form with every line."""

CASES: dict[str, Case] = {
    "no workbook": (b"<html>", ["X001"]),
    "a text": (b"Statut;satisfait", ["X001"]),
    "nothing": (b"", ["X001"]),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + bytes(600), ["X001"]),
    "a workbook with a password": (
        b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        ["X002"],
    ),
    "cut short": (workbooks.granted()[:-200], ["X001"]),
    "no sheet of ours": (of_rows({"Feuil1": [("a", "b"), ("c", "d")]}), ["X023"]),
    "nothing in its sheets": (of_rows({"Feuil1": [(" ",)], "Feuil2": []}), ["X023"]),
    "a form alone": (of_rows({"Identité": [("Rubrique", "Réponse")]}), ["X005"]),
    "only the grid of ours": (of_rows({"Grille": [("a", "b"), ("c", "d")]}), ["X005"]),
    "a grid that is missing": (of_rows({"Identité": workbooks.IDENTITY}), ["X005"]),
    "a grid with another name": (
        of_rows({"Identité": workbooks.IDENTITY, "Grile": [HEAD, ("PRE-01", "satisfait")]}),
        ["X005"],
    ),
    "a column that is missing": (
        audit(("PRE-01", "Vu"), head=("Identifiant", "Éléments vus")),
        ["Grille!A1 X006"],
    ),
    "a column with another name": (
        audit(("PRE-01", "satisfait"), head=("Identifiant", "Résultat")),
        ["Grille!B1 X014"],
    ),
    "a column of one's own": (
        audit(("PRE-01", "satisfait", "x"), ("PRE-02", "", "y"), head=(*HEAD[:2], "À voir avec")),
        ["Grille!C1 X013"],
    ),
    "a column without a name": (
        audit(("PRE-01", "satisfait", "x"), head=HEAD[:2]),
        ["Grille!C1 X013"],
    ),
    "a column that is there twice": (
        audit(("PRE-01", "satisfait", "non"), head=("Identifiant", "Statut", "Status")),
        ["Grille!C1 X012"],
    ),
    "a formula": (audit(("PRE-01", Formula("=A1", "satisfait"))), ["Grille!B2 X007"]),
    "a formula where an answer is needed": (
        audit(identity=with_line("Structure : nom", Formula("=A1", "Exemple"))),
        ["Identité!B7 X007"],
    ),
    "a line that is missing": (audit(identity=workbooks.IDENTITY[:-1]), ["Identité!A7 X032"]),
    "a formula that was never computed": (
        audit(("PRE-01", "", "", Formula("=A1"))),
        ["Grille!D2 X007"],
    ),
    "an error": (audit(("PRE-01", Error())), ["Grille!B2 X008"]),
    "a number for an identifier": (audit((1.1, "satisfait")), ["Grille!A2 X009"]),
    "a number for a text": (audit(("PRE-01", "", "", 1.1)), ["Grille!D2 X009"]),
    "a date for a text": (audit(("PRE-01", "", "", date(2026, 10, 12))), ["Grille!D2 X009"]),
    "no name": (audit(identity=with_line("Structure : nom", "")), ["Identité!B7 X010"]),
    "a status that was pasted": (audit(("PRE-01", "Oui")), ["Grille!B2 X011"]),
    "a truth for a status": (audit(("PRE-01", 1)), ["Grille!B2 X011"]),
    "a criterion that is there twice": (
        audit(("PRE-01", "satisfait"), ("PRE-01", "non satisfait")),
        ["Grille!A3 X012"],
    ),
    "a grid that is there twice": (
        of_rows({"Identité": workbooks.IDENTITY, "Grille": [HEAD], "grille ": [HEAD], "Grid": []}),
        ["Grid!A1 X012", "'grille '!A1 X012"],
    ),
    "a form that is there twice": (
        of_rows({"Identité": workbooks.IDENTITY, "Identite": [], "Grille": [HEAD]}),
        ["Identite!A1 X012"],
    ),
    "copies of what is read": (
        of_rows(
            {
                "Identité": workbooks.IDENTITY,
                "Grille": [HEAD],
                "Grille (2)": [("x",)],
                "Identité_2": [("x",)],
                "Grille (3)": [],
                "Brouillon": [("Essai",), HEAD],
                "Notes": [("Identifiant", "À voir")],
                "2": [("x",)],
            }
        ),
        ["Brouillon!A1 X026", "'Grille (2)'!A1 X026", "Identité_2!A1 X026"],
    ),
    "an answer without a name": (
        audit(identity=(*workbooks.IDENTITY, ("", " Bon avis "), (" ", Error()))),
        ["Identité!B8 X028", "Identité!B9 X028"],
    ),
    "a note without a name": (
        audit(identity=(*FULL_FORM, ("Météo",), ("", "à vérifier"))),
        [f"Identité!B{len(FULL_FORM) + 2} X013"],
    ),
    "columns that are gone": (
        audit(
            ("PRE-01", "satisfait", "Bien", "x"),
            identity=with_line("Critères dans la grille", 1),
            head=("Identifiant", "Statut", "Remarques", "Bonne pratique"),
        ),
        ["Grille!A1 X029", "Grille!C1 X014"],
    ),
    "a line that is there twice": (
        audit(identity=(*workbooks.IDENTITY, ("Nature", "auto-évaluation"))),
        ["Identité!B8 X012"],
    ),
    "a note beside an answer": (
        audit(identity=with_line("Structure : nom", "Exemple", "à vérifier")),
        ["Identité!C7 X013"],
    ),
    "a line of one's own": (
        audit(identity=with_line("Météo", "Pluie")),
        ["Identité!A8 X013"],
    ),
    "a line with a name that is close": (
        audit(identity=(*workbooks.IDENTITY, ("Avis motive", "Bon"))),
        ["Identité!A8 X014"],
    ),
    "rows that are missing": (
        audit(("PRE-01", "satisfait"), identity=with_line("Critères dans la grille", 3)),
        ["Grille!A1 X015", "Grille!A1 X029"],
    ),
    "a row without an identifier": (audit(("", "satisfait")), ["Grille!A2 X016"]),
    "merged cells": (
        audit(("PRE-01", "satisfait"), ("PRE-02", ""), merged=["B2:B3"]),
        ["Grille!B2 X017"],
    ),
    "a day that is none": (
        audit(("PRE-01", "", "", "", "", "31/02/2026")),
        ["Grille!F2 A005"],
    ),
    "a day with an hour": (
        audit(("PRE-01", "", "", "", "", datetime(2026, 10, 12, 9, 30))),
        ["Grille!F2 X031"],
    ),
    "a number for a day": (audit(("PRE-01", "", "", "", "", 46000)), ["Grille!F2 A005"]),
    "an identifier that is none": (
        audit(identity=with_line("Structure : identifiant", "a b")),
        ["Identité!B8 A004"],
    ),
    "a format of another kind": (
        audit(identity=with_line("Format", "cpe-label/audit/2")),
        ["Identité!B7 Y020"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_mistake_is_one_problem_in_its_cell(name: str) -> None:
    content, expected = CASES[name]
    document = read(content)
    assert places(document) == expected
    for problem in document.problems:
        assert problem.file == "audit.xlsx"
        assert problem.line is None
        assert problem.text("fr").startswith(f"{problem.place}: {problem.code} ")


def test_a_sheet_of_ones_own_may_be_larger_than_any_that_is_read() -> None:
    large = [("x",)] * (MOST_ROWS + 1)
    sheets = {"Identité": workbooks.IDENTITY, "Grille": [HEAD], "Notes": large, "Essai": [HEAD]}
    assert places(read(of_rows(sheets))) == ["Essai!A1 X026"]


def test_no_more_of_such_sheets_is_looked_at_than_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(other_sheets, "MOST_BYTES_UNPACKED", 100)
    long = [(*HEAD, "x" * 200)]
    sheets = {"Identité": workbooks.IDENTITY, "Grille": [HEAD], "Long": long, "Essai": [HEAD]}
    assert places(read(of_rows(sheets))) == []


def test_every_code_of_a_spreadsheet_is_in_a_case() -> None:
    """Limits have their own tests, and what cannot be written its own too."""
    shown = {place.split()[-1] for _, expected in CASES.values() for place in expected}
    elsewhere = {"X003", "X004", "X018", "X019", "X020", "X021", "X022"}
    elsewhere |= {"X024", "X025", "X027", "X030"}
    assert {code for code in CATALOGUE if code[0] == "X"} - shown == elsewhere


def messages(document: Document, language: Any = "fr") -> Sequence[str]:
    return [one.message(language) for one in document.problems]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (audit(("PRE-01", True)), "mot inconnu « VRAI »"),
        (audit(("PRE-01", "", "", 0.3)), "le tableur en a fait « 0,3 »"),
        (audit(("PRE-01", "", "", False)), "le tableur en a fait « FAUX »"),
        (audit(("PRE-01", "", "", date(2026, 10, 12))), "le tableur en a fait « 12/10/2026 »"),
        (audit(("PRE-01", "", "", "", "", "31/02/2027")), "« 31/02/2027 » n’est pas une date"),
        (
            audit(("PRE-01", "", "", "", "", datetime(2026, 10, 12, 9, 30))),
            "« 12/10/2026 09:30 » contient une heure",
        ),
        (
            audit(identity=[one for one in workbooks.IDENTITY if "nom" not in one[0]]),
            "écrivez « Structure : nom » en colonne A",
        ),
    ],
)
def test_values_are_quoted_as_the_sheet_shows_them(content: bytes, expected: str) -> None:
    (found,) = messages(read(content))
    assert expected in found.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "le fichier est vide ; reprenez-le"),
        (b" \r\n", "le fichier est vide"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "c’est un ancien fichier Excel (.xls) ; ouvrez-le"),
        (b"Statut;satisfait", "c’est un texte, comme l’est un fichier CSV ; ouvrez-le dans Excel"),
        ("Statut;é".encode("cp1252"), "c’est un texte"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "c’est une page web ; ouvrez-la"),
        (b'<?xml version="1.0"?>\n<office:document x="y">', "c’est un fichier plat de LibreOffice"),
        (b"%PDF-1.7", "c’est un fichier PDF ; donnez le classeur"),
        (workbooks.granted()[:-200], "il est abîmé ; ouvrez-le dans Excel"),
        (b"\x00\x01", "il est abîmé"),
        (of_parts({"word/document.xml": "<x/>"}), "c’est une archive, comme l’est un fichier Word"),
        (of_parts({"xl/workbook.xml": "<x"}), "il est abîmé"),
    ],
)
def test_what_is_no_workbook_says_what_it_is(content: bytes, expected: str) -> None:
    (found,) = messages(read(content))
    assert found.replace("\u202f", " ").startswith(f"ce n’est pas un classeur lisible : {expected}")


@pytest.mark.parametrize(
    ("rows", "expected"), [((), "aucune cellule n’y est remplie"), ((("a",),), "aucune feuille n’")]
)
def test_a_workbook_that_is_none_of_ours_says_why(rows: Sequence[Row], expected: str) -> None:
    (found,) = messages(read(of_rows({"Feuil1": rows})))
    assert expected in found


def test_an_old_workbook_is_known_by_its_name_or_by_what_is_in_it() -> None:
    old = b"\xd0\xcf\x11\xe0" + bytes(600) + "Workbook".encode("utf-16-le")
    for name, code in (("a.xls", "X001"), ("A.XLS", "X001"), ("x", "X001"), ("a.yaml", "F019")):
        assert places(read(old, name)) == [code]
    assert places(read(old[:600], "x")) == ["F019"]  # a Word file, as far as anybody knows
    assert places(read(b"Statut;satisfait", "a.xls")) == ["X001"]


def test_words_are_those_of_the_workbook() -> None:
    (found,) = messages(read(audit(("PRE-01", "Oui"))))
    assert found == (
        "mot inconnu «\u202fOui\u202f»\u202f; attendu\u202f: satisfait, non satisfait ou sans "
        "objet, ou une cellule vide (vouliez-vous dire «\u202fsatisfait\u202f»\u202f?)"
    )
    (found,) = messages(read(audit(identity=with_line("Structure : nom", ""))), "en")
    assert found == "« Structure\u202f: nom » is missing: fill in this cell"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("PRE-01", "sans objet"), "PRE-01 cannot be « sans objet »: the referential"),
        (
            ("PRE-01", "satisfait"),
            "PRE-01 is « satisfait » without « Éléments vus », in a level where every",
        ),
        (
            ("PRE-02", "", "", "", "", "20.10.20O6"),
            "« 20.10.20O6 » is not a date; expected an existing day written DD/MM/YYYY",
        ),
        (
            ("PRE-02", "", "", "", "", "20 octobre 2027"),
            "written DD/MM/YYYY (did you mean « 20/10/2027 »?)",
        ),
        (
            ("PRE-02", "", "", "", "", "02/10/2026"),
            "due on 02/10/2026, before the audit starts (12/10/2026)",
        ),
    ],
)
def test_what_the_rules_say_has_the_words_of_the_workbook_too(row: Row, expected: str) -> None:
    """Whatever language the sentence is in: they are what stands in the cells."""
    document = read(audit(row))
    found = problems_of(document, shipped())
    assert expected in " ".join(one.message("en") for one in found)
    assert {one.workbook for one in found} == {"fr"}


def test_a_refused_answer_leaves_the_rest_to_be_checked() -> None:
    document = read(audit(("PRE-01", "Oui"), ("PRE-02", Error()), ("PRE-03", "satisfait", 1.5)))
    assert places(document) == ["Grille!B2 X011", "Grille!B3 X008", "Grille!C4 X009"]
    assert not document.is_sound


def test_without_the_library_a_workbook_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    document = read(workbooks.granted())
    assert places(document) == ["X004"]
    assert document.kind == "audit"
    assert "pip install" in document.problems[0].message("fr")


def test_a_text_is_no_workbook() -> None:
    assert places(read_document("format: cpe-label/audit/1", "audit.xlsx")) == ["X001"]
