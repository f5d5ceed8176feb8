"""The PDF: the same report, tagged for everybody, sealed from files, clocks and system fonts."""

import io
import itertools
import json
import os
import pty
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pypdf
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject
from support import making
from support.command import Run
from support.filling import report_of
from support.payloads import SAMPLE
from support.shipped import ROOT
from test_reports import EVALUATIONS, ON, evaluation_of, outline

from cpe_label import MissingExtraError, evaluate, render
from cpe_label.reports.formats import glyphs, pdf
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.render import document
from cpe_label.reports.view.evaluation import view
from cpe_label.reports.view.localizer import Localizer

pytestmark = pytest.mark.slow

GRANTED = ROOT / "examples" / "granted.yaml"


@cache
def report(name: str) -> pypdf.PdfReader:
    return opened(render(EVALUATIONS[name], "pdf", on=ON))


def opened(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def bare(text: str) -> str:
    """A text without what a line adds or takes: spaces, breaks, hyphens of a break."""
    return re.sub(r"[\s\u200b\u00ad]+", "", text)


def text_of(reader: pypdf.PdfReader) -> str:
    """All the text, as if on one page: without the lines at the head and the foot of each."""
    title = bare(str(reader.metadata.title if reader.metadata else ""))
    pages = (bare(page.extract_text()) for page in reader.pages)
    return "".join(
        page.removeprefix(title).removesuffix(f"{number}/{len(reader.pages)}")
        for number, page in enumerate(pages, 1)
    )


def tags(reader: pypdf.PdfReader) -> Iterator[tuple[str, DictionaryObject]]:
    """Each element of the structure tree, in reading order, with its path of tags."""

    def under(node: Any, path: str) -> Iterator[tuple[str, DictionaryObject]]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for one in node:
                yield from under(one, path)
        elif isinstance(node, DictionaryObject):
            here = path
            if "/S" in node:
                here = path + str(node["/S"])
                yield here, node
            if "/K" in node:
                yield from under(node["/K"], here)

    yield from under(reader.root_object["/StructTreeRoot"], "")


def count(reader: pypdf.PdfReader) -> Counter[str]:
    return Counter(path for path, _ in tags(reader))


def bookmarks(entries: Any, depth: int = 1) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from bookmarks(entry, depth + 1)
        else:
            yield depth, bare(entry.title)


def headings(page: str) -> list[tuple[int, str]]:
    """The headings of an HTML report."""
    found = re.findall(r"<h([1-6])>(.*?)</h\1>", page, re.DOTALL)
    return [(int(level), bare(unescape(re.sub("<.*?>", "", text)))) for level, text in found]


# ── For everybody ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EVALUATIONS)
def test_it_says_that_it_is_accessible(name: str) -> None:
    reader = report(name)
    root = reader.root_object
    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert root["/Lang"] == "fr"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) == "True"
    xmp = root["/Metadata"].get_object().get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Coopérative Exemple – ")
    assert set(reader.metadata) == {"/Title", "/Creator"}  # nobody's name and no clock


def test_it_speaks_the_language_asked_for() -> None:
    reader = opened(render(EVALUATIONS["granted"], "pdf", "en"))
    assert reader.root_object["/Lang"] == "en"
    assert "Resultsbylevel" in text_of(reader)


@pytest.mark.parametrize(
    ("name", "kind"), [*((name, "audit") for name in EVALUATIONS), *(("granted", k) for k in KINDS)]
)
def test_its_bookmarks_are_the_headings_of_the_report(name: str, kind: str) -> None:
    told = headings(render(EVALUATIONS[name], "html", on=ON, kind=kind))
    reader = opened(render(EVALUATIONS[name], "pdf", on=ON, kind=kind))
    assert len(told) > 1
    assert list(bookmarks(reader.outline)) == told
    levels = [path[-1] for path, _ in tags(reader) if re.search(r"/H[1-6]$", path)]
    assert levels == [str(level) for level, _ in told]


@pytest.mark.parametrize("kind", ["summary", "certificate"])
def test_what_is_one_page_is_one_page(kind: str) -> None:
    reader = opened(render(EVALUATIONS["granted"], "pdf", on=ON, kind=kind))
    assert len(reader.pages) == 1


@pytest.mark.parametrize("name", EVALUATIONS)
def test_each_gauge_is_told_in_words(name: str) -> None:
    page = render(EVALUATIONS[name], "html", on=ON)
    told = [unescape(label) for label in re.findall(r'role="img" aria-label="(.*?)"', page)]
    figures = [str(node["/Alt"]) for path, node in tags(report(name)) if path.endswith("/Figure")]
    assert figures == told


@pytest.mark.parametrize("name", EVALUATIONS)
def test_each_table_has_a_head(name: str) -> None:
    page = render(EVALUATIONS[name], "html", on=ON)
    tree = list(tags(report(name)))
    tables = page.count("<table")
    assert tables > 5
    assert sum(path.endswith("/Table") for path, _ in tree) == tables
    assert sum(path.endswith("/Table/THead/TR") for path, _ in tree) == tables
    heads = [node for path, node in tree if path.endswith("/THead/TR/TH")]
    assert len(heads) == page.count('scope="col"')
    for head in heads:
        assert "/Column" in [one.get("/Scope") for one in head["/A"]]


# ── The same report ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EVALUATIONS)
def test_it_shows_all_that_the_page_shows(name: str) -> None:
    """Each line of the text of the HTML report, its title and style apart."""
    page = render(EVALUATIONS[name], "html", on=ON)
    shown = text_of(report(name))
    told = [bare(text) for text in outline(page.partition("<header>")[2]).texts]
    assert [text for text in told if text not in shown] == []


@pytest.mark.parametrize("name", EVALUATIONS)
def test_each_page_has_its_number_and_its_owner(name: str) -> None:
    pages = [bare(page.extract_text()) for page in report(name).pages]
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page
        assert bare(str(view(EVALUATIONS[name], "fr", ON).standing.text)) in page
        assert "CoopérativeExemple" in page


def test_paragraphs_are_kept() -> None:
    def paragraphs(opinion: str) -> int:
        evaluation = evaluation_of(GRANTED, opinion=opinion)
        return count(opened(render(evaluation, "pdf")))["/Document/P"]

    assert paragraphs("un\n\ndeux\n \n\ntrois") == paragraphs("un deux\ntrois") + 2


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


# ── No text becomes markup ───────────────────────────────────────────────────────────────────────

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
    assert bare(glyphs.coded(Localizer("fr").text(payload))) in text_of(reader)


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
        pdf.pdf(document(EVALUATIONS["granted"]), "evil.typ")


# ── Characters ───────────────────────────────────────────────────────────────────────────────────


def test_the_fonts_are_those_of_the_compiler() -> None:
    content = render(evaluation_of(GRANTED, opinion="→ ✓ ☑ ⚠ ⬛ ᵃ ⅓ ℕ ∀ ❦"), "pdf")
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2].partition("-")[0]
        for page in opened(content).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert {"LibertinusSerif", "DejaVuSansMono"} <= fonts
    assert fonts <= {"LibertinusSerif", "DejaVuSansMono", "NewCMMath", "NewCM10"}


def shown_characters() -> list[str]:
    pattern = re.compile(f"[{glyphs.SHOWN}]")
    return [character for character in map(chr, range(0x30000)) if pattern.match(character)]


SHOWN = shown_characters()


def compiled(texts: list[str]) -> None:
    """Set texts as the reports do, or raise for a character without its glyph."""
    source = """#set document(title: "x")
        #set text(font: "Libertinus Serif", lang: "fr")
        #for one in json(bytes(sys.inputs.data)) { par(one) + par(text(weight: 600, one)) }"""
    typst.compile(
        source.encode(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(texts)},
        pdf_standards=["ua-1"],
    )


def test_the_fonts_have_every_character_that_is_shown() -> None:
    assert len(SHOWN) > 3000
    compiled([f"a{character}b" for character in SHOWN])


@given(st.lists(st.text(st.sampled_from(SHOWN), max_size=8), min_size=10, max_size=60))
def test_the_fonts_have_them_side_by_side(texts: list[str]) -> None:
    compiled(texts)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("漢字", "[U+6F22 U+5B57]"),
        ("oui 👍", "oui [U+1F44D]"),
        ("مرحبا", "[U+0645 U+0631 U+062D U+0628 U+0627]"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\x07b", "a[U+0007]b"),
        ("\ud800", "[U+D800]"),
        ("Łódź, Škoda, Ðặng, Ωμέγα, Київ, œuvre, 12 €, → ✓ ☑ ⚠", None),
        ("e\u0301 n\u0303", None),
    ],
)
def test_what_the_fonts_have_not_is_shown_by_its_code(written: str, shown: str | None) -> None:
    assert glyphs.coded(written) == (shown or written)


def test_a_report_says_that_it_shows_codes() -> None:
    note = "Un caractère que les polices de ce PDF n’ont pas"
    with_codes = text_of(opened(report_of("漢字 \U0001f44d\U0001f3fd \u202e", "pdf")))
    assert "[U+6F22U+5B57]" in with_codes
    assert bare(note) in with_codes
    assert bare(note) not in text_of(opened(report_of("texte", "pdf")))


def test_a_word_that_no_line_can_hold_goes_on_below() -> None:
    word = "0123456789" * 1000
    reader = opened(render(evaluation_of(GRANTED, opinion=word), "pdf"))
    lines = [line for page in reader.pages for line in lines_of(page) if line.isdigit()]
    assert "".join(lines) == word
    assert max(map(len, lines)) < 100


def lines_of(page: pypdf.PageObject) -> list[str]:
    return page.extract_text().replace("\u200b", "").splitlines()


def test_a_fingerprint_is_copied_whole() -> None:
    record = json.loads(render(EVALUATIONS["granted"], "json"))
    text = "".join(page.extract_text() for page in report("granted").pages)
    assert record["audit"]["digest"] in text
    assert record["referential"]["digest"] in text


def heights(page: pypdf.PageObject) -> list[float]:
    """How far above the foot of the page each text stands."""
    found: list[float] = []

    def note(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            found.append(cm[1] * tm[4] + cm[3] * tm[5] + cm[5])

    page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("much", ["mot " * 700, "mot\n\n" * 80], ids=["words", "paragraphs"])
def test_a_text_longer_than_a_page_is_not_cut(much: str) -> None:
    """What is kept on one page would be lost if it were longer than the page."""
    sections = [{"m": {"met": 1, "not_met": 1, "not_applicable": 1, "unassessed": 1}}]
    referential = making.referential([{"id": "m", "required": "1/2"}], sections)
    statuses = ("met", "not_met", "not_applicable", None)
    findings = {
        f"m-0-{n}": {
            **{key: f"{much}fin-{key}-{n}." for key in ("comment", "recommendation")},
            "good_practice": f"{much}fin-good-{n}.",
            "evidence": ["mot"] * 90 + [f"{much}fin-evidence-{n}."],
            "action": {"owner": f"{much}fin-owner-{n}."},
            **({"status": status} if status else {}),
            **({"justification": f"{much}fin-justification-{n}."} if n == 3 else {}),
        }
        for n, status in enumerate(statuses, 1)
    }
    decision = {"outcome": "adjourned", "decided_on": "2026-11-20", "reason": f"{much}fin-reason."}
    audit = making.audit(
        [],
        findings=findings,
        organisation={"id": "exemple", "name": f"{much}fin-name."},
        opinion=f"{much}fin-opinion.",
        response=f"{much}fin-response.",
        decision=decision,
    )
    told = set(re.findall(r"fin-[\w-]*\.", json.dumps([findings, audit.model_dump(mode="json")])))
    assert len(told) == 25
    reader = opened(render(evaluate(audit, referential), "pdf"))
    shown = text_of(reader)
    assert {end for end in told if end not in shown} == set()
    assert min(height for page in reader.pages for height in heights(page)) > 0


# ── On the command line ──────────────────────────────────────────────────────────────────────────


def test_a_report_in_a_file(run: Run, tmp_path: Path) -> None:
    done = run("report", GRANTED, "-o", "r.pdf", "--on", ON)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "r.pdf written. Label granted.\n"
    assert (tmp_path / "r.pdf").read_bytes() == render(EVALUATIONS["granted"], "pdf", on=ON)
    assert run("report", GRANTED, "-o", "r.pdf").returncode == 2


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "the format pdf needs an optional part of cpe_label: pip install 'cpe_label[pdf]'\n",
        ),
        (
            "fr",
            "le format pdf demande une partie facultative de cpe_label\u202f: pip install 'cpe_label[pdf]'\n",  # noqa: E501
        ),
    ],
)
def test_without_the_extra_one_sentence_says_how_to_have_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run("report", GRANTED, "-o", "r.pdf", "--lang", language)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(MissingExtraError, match=r"pip install 'cpe_label\[pdf\]'"):
        render(EVALUATIONS["granted"], "pdf")


def test_typst_is_imported_for_a_pdf_alone() -> None:
    code = (
        "import sys; from cpe_label.cli import main; "
        f"main(['report', {str(GRANTED)!r}, '-o', '/dev/null', '--format', 'html']); "
        "sys.exit('typst' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


def test_a_terminal_gets_no_pdf() -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "cpe_label", "report", str(GRANTED), "--format=pdf"]
    done = subprocess.run(
        [*command, "--lang=en"], stdout=theirs, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert done.stderr == "pdf is not for a terminal; name a file with -o\n"


def test_a_closed_output_is_told() -> None:
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m cpe_label report {GRANTED} --format=pdf >&-"],
        capture_output=True,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (
        2,
        "<stdout>: F007 this file cannot be written: it is closed\n",
    )
