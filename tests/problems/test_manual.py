"""The manual of problems: its pages, its document, and examples that are true."""

import re
import shlex
import textwrap
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
import regenerate
from support.command import Run
from support.shipped import ROOT

from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.manual import fill, page
from cpe_label.text.typography import (
    LANGUAGES,
    Language,
)


def test_a_page_of_the_manual_for_a_terminal() -> None:
    assert page("A019", "en") == dedent("""\
        A019  warning: « refused » while every condition is met: the report will say so (RC-11)

        This is rare enough to be a slip of the pen, so check « outcome ». If the committee did
        refuse, leave it: the warning blocks nothing, and the cooperative will read in the
        report both the reason and that it met every condition.

        Wrong:

            decision: {outcome: refused, decided_on: 2026-11-20, reason: Dossier retiré.}

        Right:

            decision: {outcome: granted, decided_on: 2026-11-20}
        """)
    assert page("A005", "fr").startswith("A005  … n’est pas une date")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_every_page_are_shown_line_by_line(language: Language) -> None:
    for code, entry in CATALOGUE.items():
        shown_page = page(code, language)
        for piece in (entry.wrong, entry.right):
            shown = "\n".join(f"    {line}".rstrip() for line in piece.split("\n"))
            assert f"\n\n{shown}\n\n" in f"{shown_page}\n", code


def test_a_paragraph_is_folded_between_words_alone() -> None:
    assert fill(f"{'x' * 85} bb c") == f"{'x' * 85} bb\nc"
    assert fill(f"{'x' * 85} bbb c") == f"{'x' * 85}\nbbb c"
    assert fill(f"{'x' * 80} peut-être") == f"{'x' * 80}\npeut-être"
    assert fill(f"a {'x' * 100} b") == f"a\n{'x' * 100}\nb"


@pytest.mark.parametrize("code", CATALOGUE)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_explain(run: Run, code: str, language: str) -> None:
    done = run("check", "--explain", code.lower(), "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    why = CATALOGUE[code].why.fr if language == "fr" else CATALOGUE[code].why.en
    shown = " ".join(done.stdout.split()).replace("’", "'")
    assert " ".join(why.split()) in shown
    assert all(line.strip() in done.stdout for line in CATALOGUE[code].right.splitlines())
    page = "problems.fr.md" if language == "fr" else "problems.md"
    document = (ROOT / "docs" / page).read_text("utf-8")
    assert f"\n### {code}\n\n" in document


def test_explain_what_is_not_a_code(run: Run) -> None:
    done = run("check", "--explain", "R999")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "no problem has the code « R999 »\n"


def codes_in(text: str, name: str) -> set[str]:
    return {found.code for found in regenerate.problems_in(text.encode(), name)}


WITH_FILES = sorted({path.name[:4] for path in regenerate.invalid_files()} - {"Y001"})


@pytest.mark.parametrize("code", WITH_FILES)
def test_the_manuals_wrong_is_wrong_and_its_right_is_right(code: str) -> None:
    """Its wrong piece stands in a broken file of the code; with the right one the code is gone."""
    page = CATALOGUE[code]
    held = []
    for path in regenerate.invalid_files():
        if not path.name.startswith(code):
            continue
        lines = path.read_text("utf-8").split("\n")
        size = len(page.wrong.split("\n"))
        for at in range(len(lines) - size + 1):
            run_of = "\n".join(lines[at : at + size])
            if textwrap.dedent(run_of) == page.wrong:
                margin = re.match(r"[ \t]*", lines[at])
                right = textwrap.indent(page.right, margin[0] if margin else "")
                mended = "\n".join([*lines[:at], right, *lines[at + size :]])
                held.append(code not in codes_in(mended, path.name))
    assert held
    assert all(held)


@pytest.mark.parametrize(
    "code", [code for code in CATALOGUE if CATALOGUE[code].right.startswith("$ cpe")]
)
def test_the_manuals_commands_are_commands(code: str) -> None:
    from cpe_label.cli.arguments import parser

    words = shlex.split(CATALOGUE[code].right.removeprefix("$ ").split("\n")[0])
    parser("en").parse_args(words[1:])


@pytest.mark.parametrize(
    ("path", "made"), [*regenerate.manuals()], ids=lambda value: getattr(value, "name", "")
)
def test_the_generated_manual_is_up_to_date(path: Path, made: Callable[[], str]) -> None:
    assert path.read_text("utf-8") == made()
