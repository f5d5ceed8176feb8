"""A PDF depends on no file, clock or font of the machine, and no text becomes markup in it."""

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf.generic import ArrayObject, DictionaryObject, NameObject
from support.filling import report_of
from support.payloads import SAMPLE
from support.pdf import bare, count, opened, shows
from support.reports import EVALUATIONS, GRANTED, ON, evaluation_of

from cpe_label import render
from cpe_label.reports.formats import glyphs, pdf
from cpe_label.reports.render import document
from cpe_label.reports.view.localizer import Localizer

pytestmark = pytest.mark.slow


def test_same_input_same_bytes_whatever_the_machine(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cpe_label", "report", str(GRANTED), "--format=pdf"]
    settings = [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1"},
        {"TZ": "Pacific/Pago_Pago", "LC_ALL": "fr_FR.UTF-8", "TYPST_FONT_PATHS": "/usr/share"},
        {"TZ": "Europe/Paris", "LC_ALL": "tr_TR.UTF-8", "HOME": str(tmp_path)},
    ]
    outputs = {
        subprocess.run(
            [*command, "--lang=fr", f"--on={ON}"],
            env={**os.environ, **environ},
            capture_output=True,
            check=True,
            cwd=tmp_path,
        ).stdout
        for environ in settings
    }
    assert outputs == {render(EVALUATIONS["granted"], "pdf", "fr", ON)}


# ── No text becomes markup ────────────────────────────────────────────────────────────────────────

TYPST_PAYLOADS = [
    '#import "@preview/cetz:0.3.0"',
    '#read("/etc/passwd") #include "base.typ" #eval("1 + 1")',
    "#panic() #let x = 1; #{ while true {} }",
    "$ x^2 $ \\ \\u{1f600} ~ -- --- ...",
    "<label> @label @label[x] <grid>",
    "= Titre\n== Titre\n/ Terme: sens\n+ un\n- deux\n| a | b |",
    "*gras* _italique_ `code` ```raw``` // note /* note */",
    'https://example.org #link("x")[y] [] ] [ { } ( ) " \'',
    '"), read("/etc/passwd"), ("',
    '\\"}}; {"view": 1}',
    "{what} {engine} {} {0}",
    "/Type /Catalog >> endobj ( \\) <</S /JavaScript>>",
]


@pytest.mark.parametrize("payload", [*SAMPLE, *TYPST_PAYLOADS], ids=lambda text: text[:12])
def test_no_payload_changes_the_structure_and_each_is_shown(payload: str) -> None:
    payload = payload[:400]  # what is longer has its own test
    # Marks of lists stay: an author may make one, in every format.
    harmless = re.sub(r"[a-zà-ÿA-Z!-(+,/:-@\[-`{-~]", "x", payload)
    reader = opened(report_of(payload, "pdf"))
    assert count(reader) == count(opened(report_of(harmless, "pdf")))
    assert shows(reader, bare(glyphs.coded(Localizer("fr").text(payload))))


def test_the_file_does_nothing_and_holds_no_other() -> None:
    forbidden = {"/JS", "/JavaScript", "/URI", "/Launch", "/EmbeddedFiles", "/AA", "/GoToR"}
    for payload in TYPST_PAYLOADS:
        reader = opened(report_of(payload, "pdf"))
        numbers = reader.xref_objStm | reader.xref[0]
        assert len(numbers) > 100
        for number in numbers:
            assert not forbidden & names_in(reader.get_object(number))


def names_in(value: Any) -> set[str]:
    """Every name in an object of the file, those that it holds included."""
    if isinstance(value, DictionaryObject):
        return {*value, *itertools.chain.from_iterable(map(names_in, value.values()))}
    if isinstance(value, ArrayObject):
        return set(itertools.chain.from_iterable(map(names_in, value)))
    return {str(value)} if isinstance(value, NameObject) else set()


# ── No file and no font of the machine ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "source",
    [
        '#read("/etc/passwd")',
        '#read("../view.py")',
        '#read("/../view.py")',
        '#read("passwd")',
        '#import "/etc/passwd"',
    ],
)
def test_the_compiler_sees_its_folder_alone(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template that wants more gets nothing, though the files are there."""
    (tmp_path / "view.py").write_text("secret", "utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "evil.typ").write_text(f'#set document(title: "x")\n{source}', "utf-8")
    monkeypatch.setattr(pdf, "TEMPLATES", folder)
    with pytest.raises(typst.TypstError, match=r"not found|escape|denied"):
        pdf.write(document(EVALUATIONS["granted"]), "evil.typ")


def test_the_fonts_are_those_of_the_compiler() -> None:
    content = render(evaluation_of(GRANTED, opinion="→ ✓ ☑ ⚠ ⬛ ᵃ ⅓ ℕ ∀ ❦"), "pdf")
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2].partition("-")[0]
        for page in opened(content).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {"LibertinusSerif", "DejaVuSansMono"} <= fonts
    assert fonts <= {"LibertinusSerif", "DejaVuSansMono", "NewCMMath", "NewCM10"}
