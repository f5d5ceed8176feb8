"""What holds for every format of problems."""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command import Run

from cpe_label.problems.formats import FORMATS, write
from cpe_label.problems.formats.json import problem_line
from cpe_label.problems.problem import problem
from cpe_label.problems.report import CheckReport
from cpe_label.text.display import visible

HOSTILE = "esc\x1b[31m\u202e\x9b\u2028\ufffe\udc80.yaml"


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_harmful_or_not_utf_8_is_shown_by_its_escapes(
    run: Run, tmp_path: Path, form: str
) -> None:
    (tmp_path / HOSTILE).write_text("format: cpe-label/audit/1\nkind: x\n")
    done = run("check", ".", "--format", form)
    assert done.returncode == 1
    assert "esc" in done.stdout
    assert [line for line in done.stdout.split("\n") if visible(line) != line] == []


def test_programs_read_the_name_as_it_is_but_for_bytes_that_are_not_utf_8() -> None:
    """Half a character is an escape: a parser of JSON may refuse it, and no encoding holds it."""
    checked = CheckReport([HOSTILE], [problem("A006").in_file(HOSTILE, 1, 1)])
    shown = HOSTILE.replace("\udc80", "\\udc80")

    def written(form: str) -> Any:
        return json.loads(write(form, checked, "fr"))

    assert written("json")["problems"][0]["file"] == shown
    assert written("gitlab")[0]["location"]["path"] == shown
    place = written("sarif")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert unquote_to_bytes(place["artifactLocation"]["uri"]) == os.fsencode(HOSTILE)
    (line,) = problem_line(checked.problems, "fr").splitlines()
    assert json.loads(line)["problems"][0]["file"] == shown
    assert json.loads(checked.problems[0].to_json())["file"] == shown


@pytest.mark.parametrize("form", FORMATS)
@given(text=st.text(st.characters(codec=None) | st.characters(categories=["Cs"])))
def test_no_format_holds_half_a_character(form: str, text: str) -> None:
    found = problem("F011", ("a", text), name=text, files=(text, "b")).in_file(text, 1, 1)
    written = write(form, CheckReport([text], [found]), "en")
    written.encode("utf-8")
    if form not in ("text", "github", "junit"):
        json.dumps(json.loads(written), ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_stable_and_can_be_cut(run: Run, broken: Path, form: str) -> None:
    arguments = ("check", "audit.yaml", "référentiel.yaml", "--format", form)
    once = run(*arguments)
    assert once == run(*arguments)
    assert once.stdout.count("R012") >= 1
    assert run(*arguments, "--max-problems", "1").stdout.count("R012") == 0
