"""`cpe-label check`: every problem of every file."""

import json
from pathlib import Path

import pytest
from support.command import Run, problem_lines
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

GRANTED = ROOT / "examples" / "granted.yaml"


def test_check_is_quiet_about_sound_files(run: Run) -> None:
    done = run("check", REFERENTIAL, *EXAMPLES)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "6 files checked, no problem.\n"


def test_check_reports_every_problem_of_every_file(run: Run, tmp_path: Path) -> None:
    text = GRANTED.read_text("utf-8").replace("status: met", "status: yes", 1)
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "r.yaml").write_text(REFERENTIAL.read_text("utf-8").replace("50%", "500%"), "utf-8")
    done = run("check", "a.yaml", "r.yaml")
    assert done.returncode == 1
    assert [line.split(" ")[1] for line in problem_lines(done.stdout)] == ["A007", "R008"]
    assert done.stderr == "2 errors and 0 warnings in 2 files.\n"


def test_check_a_warning_is_no_error(run: Run, tmp_path: Path) -> None:
    text = GRANTED.read_text("utf-8").replace("outcome: granted", "outcome: refused")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    done = run("check", "a.yaml", "--lang", "fr")
    assert done.returncode == 0
    assert "A019" in done.stdout
    assert done.stderr == "0 erreur et 1 avertissement dans 1 fichier.\n"


def test_check_reports_the_problems_of_all_files_in_one_order(run: Run, tmp_path: Path) -> None:
    text = REFERENTIAL.read_text("utf-8")
    (tmp_path / "old.yaml").write_text(text, "utf-8")
    changed = text.replace("level: prerequisite", "level: mandatory", 1)
    changed = changed.replace("source: charte", "source: chartre")
    (tmp_path / "b.yaml").write_text(changed, "utf-8")
    (tmp_path / "a.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    done = run("check", "b.yaml", "a.yaml", "--against", "old.yaml", "--max-problems", "1000")
    places = [
        (one[0], int(one[1])) for one in (line.split(":") for line in problem_lines(done.stdout))
    ]
    assert [file for file, _ in places][:2] == ["a.yaml", "a.yaml"]
    assert places == sorted(places)
    assert "R019" in done.stdout
    assert not problem_lines(done.stdout)[-1].count("R019")


def test_two_files_that_differ_on_one_version_are_reported(run: Run, tmp_path: Path) -> None:
    """`evaluate` would refuse them; the file that repeats the other is none."""
    text = REFERENTIAL.read_text("utf-8")
    for name in ("one.yaml", "same.yaml"):
        (tmp_path / name).write_text(text, "utf-8")
    assert run("check", ".").returncode == 0
    (tmp_path / "two.yaml").write_text(text.replace("required: 50%", "required: 40%"), "utf-8")
    done = run("check", ".")
    assert (done.returncode, done.stdout) == (
        2,
        "two.yaml: F011 two different files hold label-cpe@2019.1: one.yaml and two.yaml\n",
    )


@pytest.mark.parametrize(
    ("against", "expected"),
    [
        ("", "F001"),
        ("nowhere", "F001"),
        ("empty", "F037"),
        ("broken.yaml", "R008"),
        ("audit.yaml", "Y022"),
    ],
)
@pytest.mark.parametrize("form", ["json", "text", "github", "sarif", "junit", "gitlab"])
def test_an_earlier_state_that_cannot_be_used_is_reported(
    run: Run, tmp_path: Path, against: str, expected: str, form: str
) -> None:
    (tmp_path / "empty").mkdir()
    text = REFERENTIAL.read_text("utf-8").replace("required: 50%", "required: 500%")
    (tmp_path / "broken.yaml").write_text(text, "utf-8")
    (tmp_path / "audit.yaml").write_bytes(GRANTED.read_bytes())
    done = run("check", REFERENTIAL, "--against", against, "--format", form)
    assert done.returncode == 2
    assert expected in done.stdout
    if form == "json":
        (found,) = json.loads(done.stdout)["problems"]
        assert (found["code"], found["file"]) == (expected, against)
