"""A PDF on the command line."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import Run, shell
from support.reports import EVALUATIONS, GRANTED, ON

from cpe_label import MissingExtraError, render

pytestmark = pytest.mark.slow


def test_a_report_in_a_file(run: Run, tmp_path: Path) -> None:
    done = run("report", GRANTED, "-o", "r.pdf", "--on", ON)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "r.pdf written. Label granted.\n"
    assert (tmp_path / "r.pdf").read_bytes() == render(EVALUATIONS["granted"], "pdf", on=ON)


def test_it_names_the_characters_that_no_font_has(run: Run, tmp_path: Path) -> None:
    text = GRANTED.read_text("utf-8").replace("Coopérative Exemple", "Coop جمعية 漢字漢", 1)
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    done = run("report", "a.yaml", "--kind", "certificate", "--on", ON, "-o", "c.pdf")
    assert done.returncode == 0
    told, written = done.stderr.splitlines()
    assert told.startswith("a.yaml: the fonts of a PDF do not have 漢 and 字; codes stand there")
    assert "HTML" in told
    assert written == "c.pdf written. Label granted."


def test_it_replaces_an_earlier_report_and_nothing_else(run: Run, tmp_path: Path) -> None:
    made = tmp_path / "r.pdf"
    made.write_bytes(render(EVALUATIONS["granted"], "pdf", "en"))
    assert run("report", GRANTED, "-o", made, "--on", ON).returncode == 0
    assert made.read_bytes() == render(EVALUATIONS["granted"], "pdf", on=ON)
    made.write_bytes(b"%PDF-1.7\n% of somebody else\n")
    assert run("report", GRANTED, "-o", made).returncode == 2
    assert made.read_bytes() == b"%PDF-1.7\n% of somebody else\n"


@pytest.mark.parametrize(
    ("language", "sentence"),
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
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, sentence: str
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run("report", GRANTED, "-o", "r.pdf", "--lang", language)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence)
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


def test_a_closed_output_is_reported() -> None:
    done = shell('$CPE report "$GRANTED" --format=pdf >&-')
    assert (done.returncode, done.stderr) == (
        2,
        "<stdout>: F007 this file cannot be written: it is closed\n",
    )
