"""Workbooks for tests: built from rows, or a sound one with some of its markup changed."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

from cpe_label import load_audit, load_referential
from cpe_label.reading.document import Document, read_document
from cpe_label.writing.spreadsheet.audit import audit_workbook

from .shipped import REFERENTIAL, ROOT

GRANTED = ROOT / "examples" / "granted.yaml"
GRID = "xl/worksheets/sheet2.xml"
STRINGS = "xl/sharedStrings.xml"

Row = Sequence[Any]
Change = Callable[[bytes], bytes | None]


class Formula(NamedTuple):
    text: str
    value: str | int = ""


class Error(NamedTuple):
    text: str = "#N/A"


@cache
def granted() -> bytes:
    """The workbook of the example whose label is granted, in French."""
    return audit_workbook(load_audit(GRANTED), load_referential(REFERENTIAL), "fr")


def of_rows(sheets: Mapping[str, Sequence[Row]], *merged: str) -> bytes:
    """A workbook of these rows; what is `merged` is in the last sheet."""
    content = BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        page = book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                match value:
                    case Formula(text, result):
                        page.write_formula(at, column, text, None, result)
                    case Error(text):
                        page.write_formula(at, column, "=NA()", None, text)
                    case str() | int() | float() | None:
                        page.write(at, column, value)
                    case _:
                        page.write_datetime(at, column, value, day)
    for area in merged:
        page.merge_range(area, "")
    book.close()
    return content.getvalue()


IDENTITY = (
    ("Rubrique", "Réponse"),
    ("Format", "cpe-label/audit/1"),
    ("Référentiel", "label-cpe"),
    ("Version du référentiel", "2019.1"),
    ("Structure : nom", "Coopérative Exemple"),
    ("Nature", "audit"),
    ("Premier jour de l’audit", "2026-10-12"),
)
HEAD = ("Identifiant", "Statut", "Éléments vus", "Commentaire", "Qui", "Pour quand")


def audit(*rows: Row, head: Row = HEAD, identity: Sequence[Row] = IDENTITY, **more: Any) -> bytes:
    """A small audit: some rows under a header."""
    return of_rows({"Identité": identity, "Grille": [head, *rows]}, *more.get("merged", ()))


def with_line(label: str, *values: Any) -> tuple[Row, ...]:
    """The form of a small audit with another line, or with another answer."""
    kept = [one for one in IDENTITY if one[0] != label]
    return (*kept, (label, *values))


def changed(content: bytes, changes: Mapping[str, Change]) -> bytes:
    """The same archive with the parts that a pattern matches changed; None takes one out."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part: bytes | None = old.read(name)
            for pattern, change in changes.items():
                if part is not None and re.fullmatch(pattern, name):
                    part = change(part)
            if part is not None:
                new.writestr(name, part)
    return made.getvalue()


def part_of(content: bytes, name: str) -> str:
    """One part of an archive as text."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def read(content: bytes, name: str = "audit.xlsx") -> Document:
    return read_document(content, name)


def places(document: Document) -> list[str]:
    """Each problem as its cell and its code."""
    return [f"{one.cell or ''} {one.code}".strip() for one in document.problems]


_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods_of_rows(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """A small ods file of texts, as an office suite writes it."""
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
    parts = {
        "mimetype": _ODS,
        "content.xml": f"<office:document-content {_NAMES}>{body}</office:document-content>",
        "META-INF/manifest.xml": f"<manifest:manifest {_NAMES}>{entry}</manifest:manifest>",
    }
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def _ods_row(row: Row) -> str:
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
        if value
        else "<table:table-cell/>"
        for value in row
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def ods_audit() -> bytes:
    """A small audit as an ods file."""
    rows = [HEAD, ("PRE-01", "satisfait", "Vu"), ("PRE-02", "satisfait", "")]
    return ods_of_rows({"Identité": IDENTITY, "Grille": rows})
