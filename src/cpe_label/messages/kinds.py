"""What stands in the blank `{name:kind}` of a sentence, by its name."""

from typing import Final

from .sentence import Phrase

KINDS: Final[dict[str, Phrase]] = {
    "referential": Phrase("a referential", "un référentiel"),
    "audit": Phrase("an audit", "un audit"),
    "members": Phrase("a list of members", "une liste de membres"),
    "readable": Phrase("a referential or an audit", "un référentiel ou un audit"),
    "record": Phrase("the record of an evaluation", "le relevé d'une évaluation"),
    "mapping": Phrase("a group of keys", "un groupe de clés"),
    "list": Phrase("a list", "une liste"),
    "a_list": Phrase(
        "a list (« [one, two] », or a line « - one » for each)",
        "une liste (« [un, deux] », ou une ligne « - un » pour chacun)",
    ),
    "": Phrase("", ""),
    "quotes": Phrase(
        "; put a text that holds « : » between double quotes",
        ' ; mettez entre guillemets droits (") un texte qui contient « : »',
    ),
    "indentation": Phrase("; check the indentation", " ; vérifiez l'indentation"),
    "text": Phrase("a text", "un texte"),
    "file": Phrase("this file", "ce fichier"),
    "line": Phrase("this line", "cette ligne"),
    "nothing": Phrase("nothing", "rien"),
    "a_day": Phrase("YYYY-MM-DD", "AAAA-MM-JJ"),
    "half_character": Phrase("half of a character", "une moitié de caractère"),
    "office": Phrase("a Word, Excel or LibreOffice file", "un fichier Word, Excel ou LibreOffice"),
    "bytes": Phrase("bytes once unpacked", "octets une fois décompressé"),
    "parts": Phrase("parts", "parties"),
    "tags": Phrase("pieces of data", "données"),
    "rows": Phrase("rows in one sheet", "lignes dans une feuille"),
    "characters": Phrase("characters in one cell", "caractères dans une cellule"),
    "columns": Phrase("columns in one sheet", "colonnes dans une feuille"),
    "UTF-16": Phrase(", but UTF-16", ", mais UTF-16"),
    "UTF-32": Phrase(", but UTF-32", ", mais UTF-32"),
    "PDF": Phrase("a PDF file", "un fichier PDF"),
    # ── Instead of a spreadsheet ────────────────────────────────────────────────────────────────
    "unreadable": Phrase(
        "it is damaged; open it in Excel or LibreOffice, and save it again as .xlsx or .ods",
        "il est abîmé ; ouvrez-le dans Excel ou LibreOffice, et enregistrez-le à nouveau en .xlsx "
        "ou en .ods",
    ),
    "no_bytes": Phrase(
        "the file is empty; take it again from where it comes",
        "le fichier est vide ; reprenez-le là d'où il vient",
    ),
    "old_excel": Phrase(
        "it is an old Excel file (.xls); open it in Excel or LibreOffice, and save it as .xlsx",
        "c'est un ancien fichier Excel (.xls) ; ouvrez-le dans Excel ou LibreOffice, et "
        "enregistrez-le en .xlsx",
    ),
    "another_archive": Phrase(
        "it is an archive, as a Word file is one; give the workbook itself, .xlsx or .ods",
        "c'est une archive, comme l'est un fichier Word ; donnez le classeur lui-même, .xlsx ou "
        ".ods",
    ),
    "PDF_instead": Phrase(
        "it is a PDF file; give the workbook that it was made of, .xlsx or .ods",
        "c'est un fichier PDF ; donnez le classeur dont il est tiré, .xlsx ou .ods",
    ),
    "flat_ods": Phrase(
        "it is a flat file of LibreOffice (.fods); open it there, and save it as .ods or .xlsx",
        "c'est un fichier plat de LibreOffice (.fods) ; ouvrez-le dans LibreOffice, et "
        "enregistrez-le en .ods ou en .xlsx",
    ),
    "web_page": Phrase(
        "it is a web page; open it in Excel or LibreOffice, and save it as .xlsx",
        "c'est une page web ; ouvrez-la dans Excel ou LibreOffice, et enregistrez-la en .xlsx",
    ),
    "text_instead": Phrase(
        "it is a text, as a CSV file is one; open it in Excel or LibreOffice, and save it as .xlsx",
        "c'est un texte, comme l'est un fichier CSV ; ouvrez-le dans Excel ou LibreOffice, et "
        "enregistrez-le en .xlsx",
    ),
    "blank_workbook": Phrase("no cell of it holds anything", "aucune cellule n'y est remplie"),
    "other_workbook": Phrase("no sheet of it is one of ours", "aucune feuille n'en est une"),
    "no_grid": Phrase(
        "it has not the columns Section, Criterion, Requirement and Level of a grid",
        "elle n'a pas les colonnes Domaine, Critère, Exigence et Niveau d'une grille",
    ),
    "no_identifier": Phrase(
        "holds none that is made of letters, digits and « - »",
        "n'en contient aucun qui soit fait de lettres, de chiffres et de « - »",
    ),
    "identifier_twice": Phrase("holds one a second time", "en contient un pour la deuxième fois"),
    "number_alone": Phrase(
        "is not in the row of a criterion", "n'est pas sur une ligne de critère"
    ),
    "copied_sheet": Phrase(
        "it looks like a copy of one that is read, and no answer in it counts",
        "elle semble copiée d'une feuille qui est lue, et aucune réponse qui s'y trouve ne compte",
    ),
    "ods": Phrase(
        "an .ods is read and never written; make an .xlsx of it first, with « cpe-label convert "
        "AUDIT.ods -o AUDIT.xlsx », and give that one",
        "un .ods se lit et ne s'écrit pas ; faites-en d'abord un .xlsx, par « cpe-label convert "
        "AUDIT.ods -o AUDIT.xlsx », et donnez celui-ci",
    ),
    "lines": Phrase(
        "it holds an audit in each of its lines", "il contient un audit dans chacune de ses lignes"
    ),
    "layout": Phrase(
        "its JSON is laid out by hand", "son JSON n'est pas disposé comme un programme le dispose"
    ),
    "no_cell": Phrase(
        "a line of « Identity » that it needs is taken or was deleted; « cpe-label convert "
        "AUDIT.xlsx -o AUDIT2.xlsx » makes a workbook that has free ones",
        "une ligne nécessaire de « Identité » est prise ou a été supprimée ; « cpe-label convert "
        "AUDIT.xlsx -o AUDIT2.xlsx » fait un classeur qui en a de libres",
    ),
    "level": Phrase("level", "niveau"),
    "source": Phrase("source", "source"),
    "section": Phrase("section", "domaine"),
    "criterion": Phrase("criterion", "critère"),
    "no_label": Phrase("no label is granted", "aucun label n'est accordé"),
    "stands": Phrase("a valid label", "un label valide"),
    "suspended": Phrase("a suspended label", "un label suspendu"),
    "withdrawn": Phrase("a withdrawn label", "un label retiré"),
}
