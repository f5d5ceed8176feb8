"""Problems as text for people: the line that each stands on, and a mark under the place."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import regenerate
from support.command import Run
from support.files import GRANTED, INVALID
from support.shipped import CODE, ROOT

from cpe_label.problems.formats import text
from cpe_label.problems.problem import problem
from cpe_label.problems.report import CheckReport


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
    shown = text.write(CheckReport(["a"], [found], {"a": ["y" * 1000 + "x" * 1000]}), "en")
    _, line, mark = shown.splitlines()
    assert len(line) <= 110
    assert line[len(mark) - 1] == "x"
    assert line[len(mark) - 2] == "y"


def test_what_a_line_holds_is_harmless() -> None:
    found = problem("A006").in_file("a", 1, 3)
    shown = text.write(CheckReport(["a"], [found], {"a": ["\t\x1b[31m\u202e::error::"]}), "en")
    assert shown.splitlines()[1] == "     1 |  \\u001b[31m\\u202e::error::"
    assert shown.splitlines()[2] == "       |        ^"


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
    written = text.write(CheckReport(["a"], [found], {"a": [f"{before}x"]}), "en")
    head, line, mark = written.splitlines()
    assert head.startswith(f"a:1:{len(before) + 1}: ")
    assert line == f"     1 | {shown}x"
    assert mark == f"       | {' ' * columns}^"


def test_colour_changes_no_word() -> None:
    found = [problem("A006").in_file("a", 1, 1), problem("A019").in_file("a", 1, 1)]
    checked = CheckReport(["a"], found, {"a": ["x"]})
    coloured = text.write(checked, "en", coloured=True)
    assert coloured.count("\x1b[31m") == coloured.count("\x1b[33m") == 2
    assert re.sub(r"\x1b\[[0-9]+m", "", coloured) == text.write(checked, "en")


def many(*errors: int, files: tuple[str, ...] = ("a",)) -> CheckReport:
    """Forty warnings of one code in each file, and some errors among them."""
    found = [
        problem("A006" if at in errors else "A019").in_file(name, at, 1)
        for name in files
        for at in range(40)
    ]
    return CheckReport(files, found)


def test_warnings_that_repeat_others_are_counted() -> None:
    written = text.write(many(10, 39), "en").splitlines()
    assert [line.split(" ")[0] for line in written] == [
        *("a:0:1:", "a:1:1:", "a:2:1:", "a:10:1:", "a:39:1:", "a:", "--max-problems"),
    ]
    assert written[-2] == "a: A019 warning: 35 others in this file"
    assert written[-1] == "--max-problems 40 shows each of them."
    french = text.write(many(10, 39), "fr").splitlines()
    assert french[-2].replace("\u202f", " ") == "a: A019 avertissement : 35 autres dans ce fichier"
    bare = text.write(CheckReport((), [problem("A019", ("x",))] * 5), "en").splitlines()
    assert bare[-2] == "A019 warning: 2 others in this file"


def test_each_is_shown_where_a_number_is_asked_for() -> None:
    written = text.write(replace(many(10, 39), most=40), "en")
    assert written.count("\n") == 40


def test_no_error_is_left_out_for_a_warning() -> None:
    files = tuple("abcdefgh")
    written = text.write(many(30, 39, files=files), "en").splitlines()
    shown = [line for line in written if line[1:2] == ":" and line[2:3] != " "]
    assert len(shown) == 20
    assert sum("A006" in line for line in shown) == 16
    assert [line[0] for line in shown] == sorted(line[0] for line in shown)
    assert written[-3:-1] == [
        *("a: A019 warning: 35 others in this file", "b: A019 warning: 35 others in this file"),
    ]
    assert written[-1] == "… and 230 more; --max-problems 320 shows them all."
    few = text.write(replace(many(30, 39), most=1), "en").splitlines()
    assert [line.split(" ")[0] for line in few] == ["a:30:1:", "…"]


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
    findings = "".join(f"  X-{n}: {{status: met}}\n" for n in range(500))
    text = GRANTED.read_text("utf-8").split("findings:")[0] + f"findings:\n{findings}"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    done = run("check", "a.yaml")
    assert done.stdout.count("A013") == 20
    assert done.stdout.endswith("… and 480 more; --max-problems 500 shows them all.\n")
    assert done.stderr == "500 errors and 0 warnings in 1 file.\n"
    assert run("check", "a.yaml", "--max-problems", "500").stdout.count("A013") == 500
    assert run("check", "a.yaml", "--max-problems", "0").stdout.startswith("… and 500 more")
    assert len(json.loads(run("check", "a.yaml", "--format", "json").stdout)["problems"]) == 500
    done = run("evaluate", "a.yaml")
    assert done.stderr.count("A013") == 20
    assert done.stderr.endswith("… and 480 more; cpe-label check shows them.\n")
    assert run("check", "a.yaml", "--max-problems", "many").returncode == 2
