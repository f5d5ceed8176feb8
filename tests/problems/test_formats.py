"""`cpe-label check` for people and for continuous integration: every format, folders, options."""

import io
import json
import os
import re
import shlex
import sys
import textwrap
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import jsonschema
import pytest
import regenerate
from sarif_pydantic import Sarif
from support.command import Run
from support.shipped import CODE, EXAMPLES, REFERENTIAL, ROOT

from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.formats import PROBLEM_FORMATS
from cpe_label.problems.formats.json import as_line
from cpe_label.problems.formats.text import as_text
from cpe_label.problems.manual import MANUAL
from cpe_label.problems.problem import Problem, problem
from cpe_label.problems.report import CheckReport
from cpe_label.record.schema import KINDS
from cpe_label.text.display import visible

INVALID = ROOT / "tests" / "invalid"
GRANTED = ROOT / "examples" / "granted.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A referential with a misspelt level, and an audit with a warning and two equal errors."""
    text = REFERENTIAL.read_text("utf-8")
    (tmp_path / "référentiel.yaml").write_text(text.replace("recommended\n", "recomended\n", 1))
    text = GRANTED.read_text("utf-8").replace("status: met", "status: yes", 1)
    (tmp_path / "audit.yaml").write_text(text, "utf-8")
    return tmp_path


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────


def test_text_shows_the_line_and_the_place(run: Run) -> None:
    done = run("check", INVALID / "R012-unknown-level.yaml")
    head, line, mark = done.stdout.splitlines()
    assert head.endswith(
        "R012-unknown-level.yaml:23:16: R012 unknown level « recomended »; expected mandatory or "
        "recommended (did you mean « recommended »?)"
    )
    assert line == "    23 |         level: recomended"
    assert mark == "       |                ^"
    assert done.stderr == "1 error and 0 warnings in 1 file.\n"


@pytest.mark.parametrize("path", regenerate.invalid_files(), ids=lambda path: path.name)
def test_the_mark_stands_under_the_place(run: Run, path: Path) -> None:
    referentials = INVALID / "shelf"
    done = run("check", path, "-r", referentials, "-r", ROOT / "referentials")
    lines = done.stdout.splitlines()
    raw = path.read_bytes().decode("utf-8", "replace").split("\n")
    for at, head in enumerate(lines):
        place = re.match(rf".*?:([0-9]+):([0-9]+): {CODE} ", head)
        if place is None or path.name.startswith("Y001"):
            continue
        line, column = int(place[1]), int(place[2])
        shown, mark = lines[at + 1].partition(" | ")[2], lines[at + 2].partition("| ")[2]
        under = shown[len(mark) - 1 :]
        assert mark.endswith("^")
        assert raw[line - 1][column - 1 :].startswith(under.rstrip("…")) or "\t" in raw[line - 1]


def test_a_long_line_is_cut_around_the_place() -> None:
    found = problem("A005", value="x").in_file("a", 1, 1001)
    text = as_text(CheckReport(["a"], [found], {"a": ["y" * 1000 + "x" * 1000]}), "en")
    _, line, mark = text.splitlines()
    assert len(line) <= 110
    assert line[len(mark) - 1] == "x"
    assert line[len(mark) - 2] == "y"


def test_what_a_line_holds_is_harmless() -> None:
    found = problem("A006").in_file("a", 1, 3)
    text = as_text(CheckReport(["a"], [found], {"a": ["\t\x1b[31m\u202e::error::"]}), "en")
    assert text.splitlines()[1] == "     1 |  \\u001b[31m\\u202e::error::"
    assert text.splitlines()[2] == "       |        ^"


@pytest.mark.parametrize(
    ("before", "shown", "columns"),
    [
        ("漢字: ", "漢字: ", 6),
        ("e\u0301te\u0301: ", "e\u0301te\u0301: ", 5),
        ("♥\ufe0f: ", "♥\ufe0f: ", 3),
        ("a\u200b\x1b: ", "a\\u200b\\u001b: ", 15),
        ("\u200b" * 40, "…" + "\\u200b" * 8, 49),
        ("漢" * 40, "…" + "漢" * 25, 51),
        ("y" * 50, "y" * 50, 50),
        ("y" * 51, "…" + "y" * 50, 51),
    ],
)
def test_the_mark_stands_where_a_terminal_shows_the_place(
    before: str, shown: str, columns: int
) -> None:
    found = problem("A006").in_file("a", 1, len(before) + 1)
    text = as_text(CheckReport(["a"], [found], {"a": [f"{before}x"]}), "en")
    head, line, mark = text.splitlines()
    assert head.startswith(f"a:1:{len(before) + 1}: ")
    assert line == f"     1 | {shown}x"
    assert mark == f"       | {' ' * columns}^"


def test_colour_changes_no_word() -> None:
    found = [problem("A006").in_file("a", 1, 1), problem("A019").in_file("a", 1, 1)]
    checked = CheckReport(["a"], found, {"a": ["x"]})
    coloured = as_text(checked, "en", coloured=True)
    assert coloured.count("\x1b[31m") == coloured.count("\x1b[33m") == 2
    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == as_text(checked, "en")


def test_a_warning_says_that_it_is_one(run: Run) -> None:
    path = INVALID / "A033-met-without-evidence.yaml"
    done = run("check", path, "-r", INVALID / "shelf")
    assert "A033 warning: C-1 is « met » without" in done.stdout
    assert done.returncode == 0
    assert run("check", path, "-r", INVALID / "shelf", "--strict").returncode == 1
    done = run("check", path, "-r", INVALID / "shelf", "--lang", "fr")
    assert "A033 avertissement\u202f: C-1 est" in done.stdout


def test_however_many_warnings_of_syntax_keep_no_file_from_being_read(
    run: Run, tmp_path: Path
) -> None:
    evidence = "".join(f"      - Facture #{n}\n" for n in range(1100))
    text = GRANTED.read_text("utf-8").split("findings:")[0]
    text += f"findings:\n  COO-01:\n    status: met\n    evidence:\n{evidence}"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    done = run("check", "a.yaml")
    assert (done.returncode, done.stderr) == (0, "0 errors and 1001 warnings in 1 file.\n")
    assert run("evaluate", "a.yaml").returncode == 3
    (tmp_path / "a.yaml").write_text(f"{text}  COO-01: {{}}\n", "utf-8")
    done = run("check", "a.yaml")
    assert (done.returncode, done.stderr) == (1, "1 error and 1001 warnings in 1 file.\n")


def test_a_file_with_500_problems_is_readable(run: Run, tmp_path: Path) -> None:
    findings = "".join(f"  X-{n}: {{status: oui}}\n" for n in range(500))
    text = GRANTED.read_text("utf-8").split("findings:")[0] + f"findings:\n{findings}"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    done = run("check", "a.yaml")
    assert done.stdout.count("A007") == 20
    assert done.stdout.endswith("… and 480 more; --max-problems 500 shows them all.\n")
    assert done.stderr == "500 errors and 0 warnings in 1 file.\n"
    assert run("check", "a.yaml", "--max-problems", "500").stdout.count("A007") == 500
    assert run("check", "a.yaml", "--max-problems", "0").stdout.startswith("… and 500 more")
    assert len(json.loads(run("check", "a.yaml", "--format", "json").stdout)["problems"]) == 500
    done = run("evaluate", "a.yaml")
    assert done.stderr.count("A007") == 20
    assert done.stderr.endswith("… and 480 more; cpe-label check shows them.\n")
    assert run("check", "a.yaml", "--max-problems", "many").returncode == 2


# ── Machine formats ──────────────────────────────────────────────────────────────────────────────


def test_json(run: Run, broken: Path) -> None:
    done = run("check", "audit.yaml", "référentiel.yaml", REFERENTIAL, "--format", "json")
    record = json.loads(done.stdout)
    assert done.returncode == 1
    assert record["format"] == "cpe-label/problems/1"
    assert (record["files"], record["errors"], record["warnings"]) == (3, 2, 0)
    first, second = record["problems"]
    assert (first["code"], first["file"], first["path"][0]) == ("A007", "audit.yaml", "findings")
    assert first["arguments"]["expected"] == ["met", "not_met", "not_applicable"]
    assert (second["code"], second["severity"]) == ("R012", "error")
    assert second["message"].startswith("unknown level « recomended »")


def test_github(run: Run, broken: Path) -> None:
    done = run("check", "audit.yaml", "référentiel.yaml", "--format", "github")
    first, second = done.stdout.splitlines()
    assert re.fullmatch(
        r"::error file=audit\.yaml,line=[0-9]+,col=[0-9]+,title=A007::unknown word « yes »; .*",
        first,
    )
    assert second.startswith("::error file=référentiel.yaml,line=")


def test_github_encodes_what_would_end_a_command() -> None:
    found = problem("A007", value="50%\n::error::x", expected=("a,b",)).in_file("a,b:c%.yaml", 1, 2)
    told = PROBLEM_FORMATS["github"](CheckReport(["x"], [found]), "en")
    assert told == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=A007::"
        "unknown word « 50%25\\u000a::error::x »; expected a,b\n"
    )
    warning = problem("A019").in_file("a", 1, 1)
    assert PROBLEM_FORMATS["github"](CheckReport(["a"], [warning]), "en").startswith("::warning ")
    assert PROBLEM_FORMATS["github"](CheckReport(["a"], [problem("F001").in_file("a")]), "en") == (
        "::error file=a,title=F001::no such file\n"
    )


def test_gitlab_equal_messages_do_not_collide(run: Run, tmp_path: Path) -> None:
    one = problem("A006").in_file("a.yaml", 1, 1)
    report = json.loads(PROBLEM_FORMATS["gitlab"](CheckReport(["a.yaml"], [one, one, one]), "en"))
    assert len({entry["fingerprint"] for entry in report}) == 3
    again = json.loads(PROBLEM_FORMATS["gitlab"](CheckReport(["a.yaml"], [one, one, one]), "fr"))
    assert [entry["fingerprint"] for entry in again] == [entry["fingerprint"] for entry in report]
    assert report[0]["location"] == {"path": "a.yaml", "lines": {"begin": 1}}
    assert {entry["severity"] for entry in report} == {"major"}


def test_sarif_is_valid(run: Run, broken: Path) -> None:
    log = json.loads(run("check", "audit.yaml", "référentiel.yaml", "--format", "sarif").stdout)
    Sarif.model_validate(log)
    (only,) = log["runs"]
    rules = only["tool"]["driver"]["rules"]
    for result in only["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] > 1
    assert place["artifactLocation"]["uri"] == "r%C3%A9f%C3%A9rentiel.yaml"
    assert (
        json.loads(run("check", REFERENTIAL, "--format", "sarif").stdout)["runs"][0]["results"]
        == []
    )


def test_junit(run: Run, broken: Path) -> None:
    done = run("check", "audit.yaml", REFERENTIAL, "--format", "junit")
    suites = ET.fromstring(done.stdout.split("\n", 1)[1])
    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    failed, passed = suites.iter("testcase")
    assert failed[0].get("type") == "A007"
    assert passed.get("name") == str(REFERENTIAL)
    hostile = problem("A007", value='"<&\x00\ud800>', expected=("]]>",)).in_file('<"&>', 1, 1)
    warning = problem("A019").in_file('<"&>', 1, 1)
    text = PROBLEM_FORMATS["junit"](CheckReport(['<"&>'], [hostile, warning]), "en")
    cases = list(ET.fromstring(text.split("\n", 1)[1]).iter("testcase"))
    assert [len(case.findall("failure")) for case in cases] == [1, 0]
    assert cases[1].findtext("system-out")


def cases_of(text: str) -> list[ET.Element]:
    """The cases of a JUnit report, which has to count them and their failures right."""
    suites = ET.fromstring(text.split("\n", 1)[1])
    cases = list(suites.iter("testcase"))
    for counting in (suites, suites[0]):
        assert counting.get("tests") == str(len(cases))
        assert counting.get("failures") == str(len(list(suites.iter("failure"))))
    return cases


def outcomes(text: str) -> list[tuple[str | None, str | None]]:
    """Of each case, its group and its outcome."""
    return [(case.get("classname"), case[0].tag if len(case) else None) for case in cases_of(text)]


def test_junit_tells_a_file_that_was_not_asked_for(run: Run) -> None:
    broken = INVALID / "R012-unknown-level.yaml"
    done = run("check", GRANTED, "-r", broken, "--format", "junit")
    assert done.returncode == 1
    assert outcomes(done.stdout) == [(str(GRANTED), None), (str(broken), "failure")]


def test_junit_is_red_where_the_check_fails_however_little_is_shown() -> None:
    error, warning = problem("A006").in_file("b", 1, 1), problem("A019").in_file("a", 1, 1)

    def told(most: int, *problems: Problem) -> list[tuple[str | None, str | None]]:
        checked = CheckReport(["a", "b", "c"], problems, most=most)
        return outcomes(PROBLEM_FORMATS["junit"](checked, "en"))

    assert told(2, warning, error) == [("a", "system-out"), ("b", "failure"), ("c", None)]
    assert told(1, warning, error) == [("a", "system-out"), ("c", None), ("cpe-label", "failure")]
    assert told(0, warning) == [("b", None), ("c", None), ("cpe-label", "system-out")]


def test_junit_reads_each_problem_once() -> None:
    names = [f"{number}.yaml" for number in range(50)]
    problems = Counted(problem("A006").in_file(name, 1, 1) for name in names)
    assert len(cases_of(PROBLEM_FORMATS["junit"](CheckReport(names, problems), "en"))) == 50
    assert problems.passes <= 5


class Counted(list[Problem]):
    """Problems that count how often they are gone through."""

    passes = 0

    def __iter__(self) -> Iterator[Problem]:
        self.passes += 1
        return super().__iter__()


def test_github_says_that_problems_are_left_out() -> None:
    checked = CheckReport(["a"], [problem("A006").in_file("a", 1, 1)] * 2, most=0)
    assert PROBLEM_FORMATS["github"](checked, "en") == (
        "::notice::… and 2 more; --max-problems 2 shows them all.\n"
    )


HOSTILE = "esc\x1b[31m\u202e\x9b\u2028\ufffe\udc80.yaml"


@pytest.mark.parametrize("form", PROBLEM_FORMATS)
def test_a_name_that_is_harmful_or_not_utf_8_is_told_by_its_escapes(
    run: Run, tmp_path: Path, form: str
) -> None:
    (tmp_path / HOSTILE).write_text("format: cpe-label/audit/1\nkind: x\n")
    done = run("check", ".", "--format", form)
    assert done.returncode == 1
    assert "esc" in done.stdout
    assert [line for line in done.stdout.split("\n") if visible(line) != line] == []


def test_programs_read_the_name_as_it_is() -> None:
    checked = CheckReport([HOSTILE], [problem("A006").in_file(HOSTILE, 1, 1)])

    def told(form: str) -> Any:
        return json.loads(PROBLEM_FORMATS[form](checked, "fr"))

    assert told("json")["problems"][0]["file"] == HOSTILE
    assert told("gitlab")[0]["location"]["path"] == HOSTILE
    place = told("sarif")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert unquote_to_bytes(place["artifactLocation"]["uri"]) == os.fsencode(HOSTILE)
    (line,) = as_line(checked.problems, "fr").splitlines()
    assert json.loads(line)["problems"][0]["file"] == HOSTILE


def test_junit_is_well_formed_whatever_a_value_holds() -> None:
    value = "\x00\x1f\ud800\ufffe\uffff\ufdd0\u206a\U0001fffe"
    found = problem("A007", value=value, expected=()).in_file(value, 1, 1)
    (case,) = cases_of(PROBLEM_FORMATS["junit"](CheckReport([value], [found]), "en"))
    assert visible(value) in (case[0].get("message") or "")


@pytest.mark.parametrize("form", PROBLEM_FORMATS)
def test_every_format_is_stable_and_can_be_cut(run: Run, broken: Path, form: str) -> None:
    arguments = ("check", "audit.yaml", "référentiel.yaml", "--format", form)
    once = run(*arguments)
    assert once == run(*arguments)
    assert once.stdout.count("R012") >= 1
    assert run(*arguments, "--max-problems", "1").stdout.count("R012") == 0


def test_absolute_paths_under_the_current_folder_are_told_from_it(run: Run, broken: Path) -> None:
    done = run("check", broken / "audit.yaml", "--format", "github")
    assert done.stdout.startswith("::error file=audit.yaml,")
    done = run("check", "./audit.yaml", "--format", "json")
    assert json.loads(done.stdout)["problems"][0]["file"] == "audit.yaml"


# ── What is checked ──────────────────────────────────────────────────────────────────────────────


def test_a_folder_is_searched_and_what_is_not_ours_is_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "deep" / "er" / "granted.yaml").write_bytes(GRANTED.read_bytes())
    (tmp_path / "deep" / "label.yml").write_bytes(REFERENTIAL.read_bytes())
    (tmp_path / "deep" / "notes.yaml").write_text("a: [\n")
    (tmp_path / "deep" / "other.json").write_text('{"format": "x"}')
    (tmp_path / "deep" / "schema.json").write_text('{"title": "cpe-label/audit/1"}')
    (tmp_path / ".hidden" / "bad.yaml").write_text("format: cpe-label/audit/1\n")
    done = run("check", ".")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "2 files checked, no problem.\n"
        "3 other files passed over: neither a referential nor an audit.\n"
    )
    (tmp_path / "deep" / "broken.yaml").write_text("format: cpe-label/audit/1\nkind: [\n")
    done = run("check", "deep")
    assert done.returncode == 1
    assert done.stdout.startswith("deep/broken.yaml:3:1: Y0")
    (tmp_path / "deep" / "broken.yaml").write_text("format: cpe-label/audit/2\n")
    assert run("check", "deep").stdout.startswith("deep/broken.yaml:1:9: Y020")


MEANT = {
    "an older encoding": (GRANTED.read_text("utf-8").encode("cp1252", "replace"), "Y001"),
    "UTF-16": (GRANTED.read_text("utf-8").encode("utf-16"), "Y001"),
    "over 512 KiB": (GRANTED.read_bytes() + b"#" * 600_000, "F005"),
    "nothing": (b"", "Y003"),
    "a format with a slip": (b'{"format": "audit/1", "audited_on": {"from": "x"}}', "Y020"),
    "no format": (b'{"audited_on": {"from": "2026-10-12"}}', "Y021"),
}


@pytest.mark.parametrize("what", MEANT)
@pytest.mark.parametrize("name", ["deep/audit.yaml", "audit.YAML", "audit.json"])
def test_a_file_that_was_meant_for_us_is_never_passed_over(
    run: Run, tmp_path: Path, what: str, name: str
) -> None:
    content, code = MEANT[what]
    (tmp_path / "deep").mkdir()
    (tmp_path / "granted.yaml").write_bytes(GRANTED.read_bytes())
    (tmp_path / name).write_bytes(content)
    done = run("check", ".")
    assert f" {code} " in done.stdout
    assert done.returncode != 0
    assert "passed over" not in done.stderr


def test_what_cannot_be_opened_is_never_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "granted.yaml").write_bytes(GRANTED.read_bytes())
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    done = run("check", ".")
    assert done.returncode == 2
    assert [line.split(" ")[:2] for line in done.stdout.splitlines()] == [
        ["gone.yaml:", "F001"],
        ["pipe.yaml:", "F003"],
    ]


def test_the_shipped_folders_are_sound(run: Run) -> None:
    done = run("check", ROOT / "referentials", ROOT / "examples")
    schemas = "3 other files passed over: neither a referential nor an audit.\n"
    assert (done.returncode, done.stderr) == (0, f"6 files checked, no problem.\n{schemas}")


def test_a_folder_without_any_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("check", "empty")
    assert done.returncode == 2
    assert done.stdout.startswith("empty: F012 no referential and no audit in this folder (.yaml")


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for content, code, said in (
        (GRANTED.read_bytes(), 0, ""),
        (b"kind: audit\n", 1, "<stdin>:1:1: Y021"),
        (b"x" * 2_000_000, 2, "<stdin>: F005"),
    ):
        stdin = io.TextIOWrapper(io.BytesIO(content))
        monkeypatch.setattr(sys, "stdin", stdin)
        done = run("check", "-")
        assert done.returncode == code
        assert done.stdout.startswith(said)


def test_against_an_earlier_state(run: Run, tmp_path: Path) -> None:
    text = REFERENTIAL.read_text("utf-8")
    changed = text.replace("level: mandatory", "level: recommended", 1)
    (tmp_path / "old.yaml").write_text(text, "utf-8")
    (tmp_path / "new.yaml").write_text(changed, "utf-8")
    done = run("check", "new.yaml", "--against", "old.yaml")
    assert done.returncode == 1
    assert re.match(
        r"new\.yaml:[0-9]+:16: R019 COO-01 changes from « mandatory » to « recommended » under",
        done.stdout,
    )
    assert run("check", "old.yaml", "--against", "old.yaml").returncode == 0
    another = changed.replace('version: "2019.1"', 'version: "2027.1"')
    (tmp_path / "new.yaml").write_text(another, "utf-8")
    assert run("check", "new.yaml", "--against", "old.yaml").returncode == 0
    assert run("check", "new.yaml", "--against", "nowhere.yaml").returncode == 2


@pytest.mark.parametrize("first", ["formats: cpe-label/audit/1", ""])
def test_a_file_that_has_lost_its_format_is_not_passed_over(
    run: Run, tmp_path: Path, first: str
) -> None:
    (tmp_path / "b.yaml").write_text(f"{first}\nkind: audit\naudited_on: {{from: 2026-10-12}}\n")
    (tmp_path / "other.yaml").write_text("jobs: {}\n")
    done = run("check", ".")
    assert done.returncode == 1
    assert done.stdout.startswith("b.yaml:")
    assert "Y021" in done.stdout
    assert done.stderr == (
        "1 error and 0 warnings in 1 file.\n"
        "1 other file passed over: neither a referential nor an audit.\n"
    )


def test_lines_of_a_jsonl_file(run: Run, tmp_path: Path) -> None:
    good = json.dumps(json.loads((ROOT / "tests/golden/granted.json").read_text("utf-8")))
    (tmp_path / "a.jsonl").write_text(f'{good}\n\n{{"format": "cpe-label/audit/1",}}\n', "utf-8")
    done = run("check", "a.jsonl")
    assert done.returncode == 1
    assert (
        "a.jsonl:1:12: Y022 this file is the record of an evaluation; a referential" in done.stdout
    )
    assert "a.jsonl:3:32: Y041" in done.stdout


def test_nothing_to_check(run: Run) -> None:
    assert run("check").returncode == 2


# ── The manual ───────────────────────────────────────────────────────────────────────────────────


def test_every_code_has_its_page() -> None:
    assert sorted(MANUAL) == sorted(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_explain(run: Run, code: str, language: str) -> None:
    done = run("check", "--explain", code.lower(), "--lang", language)
    assert (done.returncode, done.stderr) == (0, "")
    why = MANUAL[code].why.fr if language == "fr" else MANUAL[code].why.en
    shown = " ".join(done.stdout.split()).replace("’", "'")
    assert " ".join(why.split()) in shown
    assert all(line.strip() in done.stdout for line in MANUAL[code].right.splitlines())
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
    page = MANUAL[code]
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
    "code", [code for code in MANUAL if MANUAL[code].right.startswith("$ cpe")]
)
def test_the_manuals_commands_are_commands(code: str) -> None:
    from cpe_label.cli.arguments import parser

    words = shlex.split(MANUAL[code].right.removeprefix("$ ").split("\n")[0])
    parser("en").parse_args(words[1:])


# ── Generated files ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "made"),
    [*regenerate.schemas(), *regenerate.manuals()],
    ids=lambda value: getattr(value, "name", ""),
)
def test_generated_files_are_up_to_date(path: Path, made: Callable[[], str]) -> None:
    assert path.read_text("utf-8") == made()


def test_shipped_files_point_editors_to_their_schema() -> None:
    for path, kind in [(REFERENTIAL, "referential"), *((path, "audit") for path in EXAMPLES)]:
        first = path.read_text("utf-8").split("\n")[0]
        where = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / where).resolve().name == f"{kind}.json"
        assert (path.parent / where).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_for_editors(kind: str) -> None:
    text = (ROOT / "referentials" / "schema" / f"{kind}.json").read_text("utf-8")
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    if kind == "evaluation":
        return
    for name, model in [("", schema), *schema["$defs"].items()]:
        assert model["description"], name
        for key, value in model["properties"].items():
            assert value.get("description"), (name, key)
