"""A workbook of a referential, and the plain grid of a committee that becomes one."""

from typing import Any

import pytest
from support.workbooks import Formula, Row, changed, of_rows, places, read

from cpe_label import Referential
from cpe_label.reading.spreadsheet.plain_grid import slug
from cpe_label.reading.spreadsheet.workbook import draft_in
from cpe_label.writing.spreadsheet.referential import referential_draft

HEAD = ("Domaine", "Critère", "Exigence", "Niveau")
FULL_HEAD = ("Domaine", "Identifiant", "Niveau", "Critère", "Exigence")
ROWS = (
    ("Gouvernance démocratique", "Une voix", "Chaque associé a une voix.", "Obligatoire"),
    ("Gouvernance démocratique", "Comptes", "Les comptes sont expliqués.", "Recommandé"),
    ("Ancrage local", "Partenaires", "La CAE a des partenaires.", "Recommandé"),
)
ASKED = ["Feuil1!A1 X006", "Feuil1!A1 X022", "Feuil1!D2 X022", "Feuil1!D3 X022"]
"""Of the grid: a column, what is said of no criterion, and the share of each level."""
ASKED_OF_DRAFT = [
    *("Grille!B2 X010", "Grille!B3 X010", "Grille!B4 X010"),
    *(f"Identité!B{row} X010" for row in (3, 4, 5, 8, 9, 11, 12)),
    *("Niveaux!C2 X010", "Niveaux!C3 X010"),
]


def grid(*rows: Row, head: Row = HEAD) -> bytes:
    return of_rows({"Feuil1": [head, *rows]})


def filled(content: bytes) -> dict[str, Any]:
    """The draft of a grid, with all that is asked for."""
    draft = draft_in(content, "grille.xlsx")
    assert draft is not None
    about = {"id": "label", "version": "1", "title": "Label", "language": "fr"}
    days = {"in_force": {"from": "2027-01-01"}}
    term = {"validity": {"years": "3", "renewal_window_months": "6"}}
    for level, share in zip(draft["levels"], ("100%", "50%"), strict=True):
        level["required"] = share
    criteria = [one for section in draft["sections"] for one in section["criteria"]]
    for number, criterion in enumerate(criteria, 1):
        criterion["id"] = f"C-{number}"
    return {**draft, **about, **days, **term}


def test_what_a_plain_grid_does_not_say_is_asked_for_by_cell() -> None:
    document = read(grid(*ROWS), "grille.xlsx")
    assert document.kind == "referential"
    assert places(document) == ASKED
    column, about, share, _ = (
        one.message("en").replace("\u202f", " ") for one in document.problems
    )
    assert column == "no column « Identifiant » in the sheet « Feuil1 »"
    assert "nothing of « Identifiant », « Version », « Titre », « Langue »," in about
    assert "nothing of « Part exigée »; « cpe-label convert GRID -o" in share


def test_a_draft_has_the_cells_that_were_asked_for() -> None:
    """The workbook that is made of the grid is asked for the same things, in its own cells."""
    draft = draft_in(grid(*ROWS), "grille.xlsx")
    assert draft is not None
    document = read(referential_draft(draft, "fr"), "brouillon.xlsx")
    assert places(document) == ASKED_OF_DRAFT


def test_a_draft_that_is_filled_in_is_a_referential() -> None:
    document = read(referential_draft(filled(grid(*ROWS)), "fr"), "label.xlsx")
    assert [one.code for one in document.problems] == ["R016"] * 3  # without sources: a warning
    assert isinstance(document.value, Referential)
    assert [one.id for one in document.value.sections] == [
        "gouvernance-democratique",
        "ancrage-local",
    ]
    assert [one.level for one in document.value.criteria] == [
        *("obligatoire", "recommande", "recommande"),
    ]


def test_identifiers_of_the_grid_are_kept() -> None:
    rows = [(*row, f"G-{number}") for number, row in enumerate(ROWS)]
    document = read(grid(*rows, head=(*HEAD, "Identifiant")), "grille.xlsx")
    assert [one for one in places(document) if "R016" not in one] == ASKED[1:]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (grid(("", "a", "b", "c")), "Feuil1!A2 X010"),
        (grid(("a", "b", "c", 1.5)), "Feuil1!D2 X009"),
        (grid(("", "a", "b", "c"), ("x", "d", "e", "c")), "Feuil1!A2 X010"),
        (grid(ROWS[0], ("", "Comptes", "Expliqués.", "Autre")), "Feuil1!A3 X010"),
        (grid((Formula("=B2", "x"), "a", "b", "c"), ROWS[0]), "Feuil1!A2 X007"),
        (of_rows({"Feuil1": [HEAD, *ROWS]}, "C2:C3"), "Feuil1!C2 X017"),
        (of_rows({"Feuil1": [HEAD, *ROWS]}, "A2:B3"), "Feuil1!A2 X017"),
    ],
)
def test_a_mistake_of_the_grid_leaves_no_draft(content: bytes, expected: str) -> None:
    document = read(content, "grille.xlsx")
    assert expected in places(document)
    assert {one.cell.sheet for one in document.problems if one.cell} == {"Feuil1"}
    assert "R014" not in {one.code for one in document.problems}
    assert draft_in(content, "grille.xlsx") is None


def test_a_merged_section_or_level_is_that_of_each_of_its_rows() -> None:
    rows = [
        *(HEAD, ROWS[0], ("", "Comptes", "Les comptes sont expliqués.", "")),
        *(("", "Débats", "On débat.", "Obligatoire"), ROWS[2], ()),
    ]
    content = changed(
        of_rows({"Feuil1": rows}),
        {
            "xl/worksheets/sheet1.xml": lambda part: part.replace(
                b"</sheetData>",
                b'</sheetData><mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="D2:D3"/>'
                b'<mergeCell ref="A5:A9"/></mergeCells>',
            )
        },
    )
    assert places(read(content, "grille.xlsx")) == [*ASKED[:3], "Feuil1!D5 X022"]
    draft = draft_in(content, "grille.xlsx")
    assert draft is not None
    assert [len(one["criteria"]) for one in draft["sections"]] == [3, 1]
    criteria = [one for section in draft["sections"] for one in section["criteria"]]
    assert [one["level"] for one in criteria] == [*["obligatoire"] * 3, "recommande"]


def test_a_whole_number_may_be_the_name_of_a_section() -> None:
    draft = draft_in(grid((1, "a", "b", "c"), ("1", "d", "e", "c")), "grille.xlsx")
    assert draft is not None
    assert [(one["id"], len(one["criteria"])) for one in draft["sections"]] == [("1", 2)]


def test_each_sheet_with_the_columns_of_a_grid_is_read() -> None:
    other = [("Niveau", "Domaine", "Exigence", "Critère", "Identifiant")]
    rows = [("Recommandé", "Climat", "On compte.", "Bilan", "C-1"), ("recommandé", *ROWS[0][:1])]
    rows[1] = (*rows[1], "On débat.", "Débats", "C-2")
    sheets = {"Gouvernance": [HEAD, *ROWS], "Climat": other + rows, "Notes": [("x",)], "Vide": []}
    content = of_rows(sheets)
    assert [one for one in places(read(content)) if "R016" not in one] == [
        *("Gouvernance!A1 X006", "Gouvernance!A1 X022", "Gouvernance!D2 X022"),
        *("Gouvernance!D3 X022", "Notes!A1 X026"),
    ]
    draft = draft_in(content, "grille.xlsx")
    assert draft is not None
    assert [[one["title"] for one in each["criteria"]] for each in draft["sections"]] == [
        ["Une voix", "Comptes", "Débats"],
        ["Partenaires"],
        ["Bilan"],
    ]


def test_a_criterion_of_two_sheets_is_asked_about() -> None:
    content = of_rows({"Feuil1": [HEAD, *ROWS], "Feuil1 (2)": [HEAD, ROWS[1], ("", "", "x", "y")]})
    twice = [one for one in read(content).problems if one.code == "X012"]
    assert [(str(one.cell), one.arguments["first"]) for one in twice] == [
        ("'Feuil1 (2)'!B2", "Feuil1!B3")
    ]


def test_each_tab_that_lacks_a_column_is_asked_for_it() -> None:
    content = of_rows({"A": [HEAD[1:], ("a", "b", "c")], "B": [HEAD[1:], ("d", "e", "c")]})
    assert places(read(content)) == ["A!A1 X006", "B!A1 X006"]


@pytest.mark.parametrize(
    "written", ["N/A", "non", "Jamais", "-", "—", "néant", "sans objet", "Aucun.", " S.O. "]
)
def test_a_case_that_never_comes_is_asked_about(written: str) -> None:
    head = (*HEAD, "Sans objet quand")
    content = grid((*ROWS[0], written), (*ROWS[1], "sans salarié"), head=head)
    asked = [str(one.cell) for one in read(content).problems if one.code == "X027"]
    assert asked == ["Feuil1!E2"]


@pytest.mark.parametrize("name", ["N°", "Réf.", "Code", "n"])
def test_a_column_of_numbers_is_that_of_the_identifiers(name: str) -> None:
    content = grid(*((at, *row) for at, row in enumerate(ROWS, 1)), head=(name, *HEAD))
    codes = {one.code for one in read(content).problems}
    assert codes == {"R016", "X022"}
    draft = draft_in(content, "grille.xlsx")
    assert draft is not None
    assert [one["id"] for section in draft["sections"] for one in section["criteria"]] == [
        *("1", "2", "3"),
    ]


@pytest.mark.parametrize(
    ("numbers", "first", "why"),
    [
        ((1, 2, 1), "Feuil1!A4", "identifier_twice"),
        (("a", "A", "b"), "Feuil1!A3", "identifier_twice"),
        ((1, "", 2), "Feuil1!A3", "no_identifier"),
        ((1, 1.1, 2), "Feuil1!A3", "no_identifier"),
        ((1, Formula("=1", 2), 3), "Feuil1!A3", "no_identifier"),
        (("é", "b", "c"), "Feuil1!A2", "no_identifier"),
        ((1, 2, 3, 4), "Feuil1!A5", "number_alone"),
    ],
)
def test_where_it_may_be_another_one_that_is_said(
    numbers: tuple[Any, ...], first: str, why: str
) -> None:
    rows = [(number, *row) for number, row in zip(numbers, (*ROWS, ()), strict=False)]
    content = of_rows({"Feuil1": [("N°", *HEAD), *rows], "Feuil2": [HEAD, ("x", "y", "z", "t")]})
    found = [one for one in read(content).problems if one.code in ("X013", "X014", "X030")]
    assert [(str(one.cell), one.code) for one in found] == [("Feuil1!A1", "X030")]
    assert (found[0].arguments["first"], found[0].arguments["why"]) == (first, why)
    draft = draft_in(content, "grille.xlsx")
    assert draft is not None
    assert "id" not in draft["sections"][0]["criteria"][0]


def test_numbers_that_start_anew_in_each_sheet_are_no_identifiers() -> None:
    head, other = ("N°", *HEAD), ("x", "y", "z", "t")
    content = of_rows({"A": [head, (1, *ROWS[0])], "B": [head, (1, *other)]})
    assert [one for one in places(read(content)) if "X030" in one] == ["A!A1 X030", "B!A1 X030"]


def test_sources_are_asked_for_in_their_column() -> None:
    draft = filled(grid(*ROWS))
    first = draft["sections"][0]["criteria"][0]
    first["sources"] = [{"source": "CHARTE", "at": "article 1"}]
    found = read(referential_draft(draft, "fr")).problems
    assert [(str(one.cell), one.code) for one in found] == [
        *(("Grille!I2", "R013"), ("Grille!I3", "R016"), ("Grille!I4", "R016")),
    ]
    assert all("« Fondements »" in one.message("fr").replace("\u202f", " ") for one in found)


ALIKE = [
    ("Obligatoire", "Obligatoire *"),
    ("Obligatoire", "Obligatoire+"),
    ("A+", "a"),
    ("1. Gouvernance", "1 – Gouvernance"),
    ("Écologie", "Ecologie"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
@pytest.mark.parametrize("column", [0, 3])
def test_titles_that_differ_in_signs_are_two_and_asked_about(
    one: str, other: str, column: int
) -> None:
    rows = [[*ROWS[0]], [*ROWS[0]], [*ROWS[0]]]
    for row, title in zip(rows, (one, other, one.upper().replace(" ", "  ")), strict=True):
        row[column] = title
    content = grid(*rows)
    (asked,) = [each for each in read(content, "grille.xlsx").problems if each.code == "X025"]
    letter = "AD"[column > 0]
    assert str(asked.cell) == f"Feuil1!{letter}3"
    assert asked.arguments["first"] == f"Feuil1!{letter}2"
    draft = draft_in(content, "grille.xlsx")
    assert draft is not None
    assert [each["title"] for each in draft["levels" if column else "sections"]] == [one, other]
    levels = [each["level"] for section in draft["sections"] for each in section["criteria"]]
    assert levels[0] == levels[-1]
    assert (levels[0] != levels[1]) == (column > 0)


def test_titles_of_signs_alone_are_kept() -> None:
    draft = draft_in(grid((*ROWS[0][:3], "★"), (*ROWS[1][:3], "★★")), "grille.xlsx")
    assert draft is not None
    assert draft["levels"] == [{"id": "x", "title": "★"}, {"id": "x-2", "title": "★★"}]
    assert [one["level"] for one in draft["sections"][0]["criteria"]] == ["x", "x-2"]
    assert "X025" not in {one.code for one in read(grid((*ROWS[0][:3], "★"))).problems}


@pytest.mark.parametrize("section", [Formula("=B2", "x"), 1.5])
def test_a_section_that_cannot_be_read_is_one_problem(section: Any) -> None:
    rows = [(section, "a", "b", "c", "C-1"), (*ROWS[0], "C-2")]
    document = read(grid(*rows, head=(*HEAD, "Identifiant")), "grille.xlsx")
    (found,) = [one for one in places(document) if "A2" in one]
    assert found.split()[1] == ("X009" if section == 1.5 else "X007")


def test_two_titles_never_share_an_identifier() -> None:
    draft = draft_in(grid(("漢字", "a", "b", "c"), ("汉字", "d", "e", "c")), "grille.xlsx")
    assert draft is not None
    assert [one["id"] for one in draft["sections"]] == ["x", "x-2"]


def test_a_grid_that_lacks_one_column_is_asked_for_it() -> None:
    assert places(read(grid(("a", "b", "c"), head=HEAD[:3]))) == ["Feuil1!A1 X006"]
    head = ("Thème", "Critères", "Attendu", "Niveaux")
    found = read(grid(*ROWS, head=head)).problems
    assert [(str(one.cell), one.code, one.arguments["near"]) for one in found] == [
        ("Feuil1!A1", "X014", "Domaine"),
        ("Feuil1!C1", "X014", "Exigence"),
    ]


def test_names_of_columns_may_be_plurals() -> None:
    head = ("Domaines", "Critères", "Exigences", "Niveaux")
    assert places(read(grid(*ROWS, head=head))) == ASKED


def test_only_a_plain_grid_has_a_draft() -> None:
    assert draft_in(b"", "grille.xlsx") is None
    assert draft_in(b"a: b", "grille.yaml") is None
    assert draft_in(of_rows({"Feuil1": [("a", "b")]}), "grille.xlsx") is None


def test_a_row_of_an_unknown_section_is_asked_about() -> None:
    rows = [FULL_HEAD, ("inconnu", "A", "b", "c", "d")]
    sheets = {
        "Identité": [("Format", "cpe-label/referential/1")],
        "Niveaux": [("Identifiant", "Titre", "Part exigée"), ("b", "B", "100%")],
        "Textes": [("Identifiant", "Titre")],
        "Domaines": [("Identifiant", "Titre"), ("connu", "Connu")],
        "Grille": rows,
    }
    document = read(of_rows(sheets))
    found = [one for one in document.problems if one.code == "X018"]
    assert [str(one.cell) for one in found] == ["Grille!A2"]
    assert [one for one in places(document) if "Identité" not in one] == [
        *("Domaines!A2 X024", "Grille!A2 X018"),
    ]
    assert found[0].arguments["known"] == ("connu",)


def test_a_list_that_is_empty_is_asked_for_in_its_sheet() -> None:
    sheets = {
        "Identité": [("Format", "cpe-label/referential/1")],
        **{name: [("Identifiant", "Titre", "Part exigée")] for name in ("Niveaux", "Textes")},
        "Domaines": [("Identifiant", "Titre"), ("d", "Domaine")],
        "Grille": [FULL_HEAD],
    }
    document = read(of_rows(sheets))
    asked = {str(one.cell): one.message("fr") for one in document.problems}
    assert asked["Niveaux!A2"] == "la liste est vide"
    assert asked["Domaines!A2"] == "aucune ligne de la grille n’appartient à ce domaine"


@pytest.mark.parametrize(
    ("written", "share"), [("50%", "50%"), (0.5, "50%"), (1, "100%"), ("1/3", "1/3")]
)
def test_a_share_is_a_text_or_a_percentage(written: Any, share: str) -> None:
    content = of_rows(
        {
            "Identité": [
                ("Format", "cpe-label/referential/1"),
                *(("Identifiant", "l"), ("Version", "1"), ("Titre", "L"), ("Langue", "fr")),
                *(("En vigueur du", "2027-01-01"), ("Durée du label, en années", 3)),
                ("Période de renouvellement, en mois", 6),
            ],
            "Niveaux": [("Identifiant", "Titre", "Part exigée"), ("o", "O", written)],
            "Textes": [("Identifiant", "Titre")],
            "Domaines": [("Identifiant", "Titre"), ("d", "D")],
            "Grille": [FULL_HEAD, ("D", "A", "O", "c", "e")],
        }
    )
    document = read(content)
    assert [one for one in places(document) if "R016" not in one] == []
    assert isinstance(document.value, Referential)
    assert str(document.value.levels[0].required) == share


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Gouvernance démocratique", "gouvernance-democratique"),
        ("L'ancrage & le local", "l-ancrage-le-local"),
        ("«»", "x"),
        ("漢字", "x"),
    ],
)
def test_an_identifier_is_made_of_a_title(title: str, name: str) -> None:
    assert slug(title) == name
