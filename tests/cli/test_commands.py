"""The command line as a user meets it: output, exit codes, files, and one clear sentence."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
import regenerate
import yaml
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

import cpe_label
from cpe_label import cli, load_referentials, parse_audit
from cpe_label.cli import console as console
from cpe_label.cli.arguments import _OPTIONS_OF
from cpe_label.cli.exit_codes import Exit, gravest
from cpe_label.reports.formats import FORMATS

GRANTED = ROOT / "examples" / "granted.yaml"
HALF_DONE = ROOT / "examples" / "half-done.yaml"


def told(text: str) -> list[str]:
    """The lines that tell problems, without the lines of the file under them."""
    return [line for line in text.splitlines() if not re.match(r" *[0-9]* \| ", line)]


# ── evaluate ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("granted", 0, "✓ Label accordé"),
        ("refused-mandatory", 1, "✗ Label non accordé à ce stade"),
        ("refused-recommended", 1, "13 / 28  46,4\u202f%"),
        ("half-done", 3, "? Évaluation en cours"),
        ("self-assessment", 1, "selon l’auto-évaluation"),
    ],
)
def test_evaluate_says_the_verdict_and_answers_by_its_exit_code(
    run: Run, name: str, code: int, words: str
) -> None:
    done = run("evaluate", ROOT / "examples" / f"{name}.yaml", "--on", "2026-11-23")
    assert (done.returncode, done.stderr) == (code, "")
    assert words in done.stdout
    assert "\x1b" not in done.stdout


def test_evaluate_names_what_blocks_by_its_title(run: Run) -> None:
    done = run("evaluate", ROOT / "examples" / "refused-mandatory.yaml")
    assert "Obligatoire – ce critère\u202f:\n  ✗ MET-12  Deux entretiens individuels" in done.stdout


def test_evaluate_tells_until_when_on_a_day(run: Run) -> None:
    done = run("evaluate", GRANTED, "--on", "2029-11-20", "--lang", "en")
    assert "Granted for 20\u00a0November\u00a02026 to 19\u00a0November\u00a02029" in done.stdout
    assert "✗ Label expired" in done.stdout
    assert "State on 20\u00a0November\u00a02029" in done.stdout
    done = run("evaluate", GRANTED, "--on", "2029-11-19", "--lang", "en")
    assert "Valid from 20\u00a0November\u00a02026 to 19\u00a0November\u00a02029" in done.stdout


def test_no_text_of_a_file_can_forge_a_line(run: Run, tmp_path: Path) -> None:
    forged = '"Coop\\n\\n✓ Label granted\\n  Valid \\u202e\\u2028x"'
    text = HALF_DONE.read_text("utf-8").replace("Coopérative Exemple", forged, 1)
    text = text.replace(f"name: {forged}", f"name: {forged}")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    lines = run("evaluate", "a.yaml").stdout.split("\n")
    assert lines[0] == "Coop ✓ Label granted Valid [U+202E] x · label-cpe 2019.1"
    assert lines[3] == "? Évaluation en cours"


def test_no_name_of_a_file_can_forge_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x\n::error file=a::y.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    for form in ("text", "github"):
        done = run("check", "x\n::error file=a::y.yaml", "--format", form)
        assert not [
            line for line in done.stdout.split("\n") if line.startswith("::error file=a::y")
        ]


def test_evaluate_json_is_one_record(run: Run) -> None:
    record = json.loads(run("evaluate", GRANTED, "--format", "json").stdout)
    assert record["format"] == "cpe-label/evaluation/1"
    assert record["period"] == {
        "first_day": "2026-11-20",
        "last_day": "2029-11-19",
        "previous_last_day": None,
    }
    done = run("evaluate", GRANTED, HALF_DONE, "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--format jsonl" in done.stderr


def test_evaluate_several_answers_the_gravest(run: Run, tmp_path: Path) -> None:
    done = run("evaluate", *EXAMPLES, "--format", "jsonl")
    verdicts = [json.loads(line)["verdict"] for line in done.stdout.splitlines()]
    assert verdicts == ["pass", "undecided", "fail", "fail", "fail"]
    assert done.returncode == 1
    assert run("evaluate", GRANTED, HALF_DONE).returncode == 3


def test_evaluate_lines_and_a_bad_line_yields_a_line_of_problems(run: Run, tmp_path: Path) -> None:
    good = json.dumps(yaml.load(GRANTED.read_text("utf-8"), yaml.BaseLoader))
    lines = [good, "", '{"format": "cpe-label/audit/1", "kind": "x"}', "{", good]
    (tmp_path / "all.jsonl").write_text("\n".join(lines), "utf-8")
    done = run("evaluate", "all.jsonl", "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["format"].split("/")[1] for one in lines] == [
        *("evaluation", "problems", "problems", "evaluation")
    ]
    assert {problem["line"] for problem in lines[1]["problems"]} == {3}
    assert [(p["code"], p["line"], p["column"]) for p in lines[2]["problems"]] == [("Y041", 4, 2)]
    assert done.returncode == 2


def test_evaluate_finds_the_referential_where_it_is_told(run: Run, tmp_path: Path) -> None:
    other = REFERENTIAL.read_text("utf-8").replace("id: label-cpe", "id: autre", 1)
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "autre.yaml").write_text(other, "utf-8")
    (tmp_path / "refs" / "audit.yaml").write_text(GRANTED.read_text("utf-8"), "utf-8")
    (tmp_path / "refs" / "notes.yaml").write_text("a: 1\n", "utf-8")
    audit = GRANTED.read_text("utf-8").replace("id: label-cpe", "id: autre", 1)
    (tmp_path / "a.yaml").write_text(audit, "utf-8")
    assert run("evaluate", "a.yaml", "-r", "refs").returncode == 0
    assert run("evaluate", "a.yaml", "-r", "refs/autre.yaml").returncode == 0
    done = run("evaluate", "a.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("a.yaml:")
    assert (
        "A011 no referential « autre »; known: label-cpe; -r says where another is" in done.stderr
    )


def test_the_next_version_ends_the_one_before(run: Run, tmp_path: Path) -> None:
    """RC-15: an audit that starts once the next version is in force must use it."""
    first = REFERENTIAL.read_text("utf-8")
    following = first.replace('version: "2019.1"', 'version: "2026.1"', 1)
    (tmp_path / "one.yaml").write_text(first, "utf-8")
    for since, code in (("2026-10-12", 2), ("2026-10-13", 0)):
        second = following.replace("from: 2019-05-23", f"from: {since}", 1)
        (tmp_path / "two.yaml").write_text(second, "utf-8")
        for command in ("evaluate", "check"):
            done = run(command, GRANTED, "-r", "one.yaml", "-r", "two.yaml")
            assert done.returncode == (code if command == "evaluate" else min(code, 1))
            assert ("A026" in done.stdout + done.stderr) == (code == 2)


def test_a_next_version_that_cannot_be_read_stops_everything(run: Run, tmp_path: Path) -> None:
    """It could be the one that ends the version in force: nothing is granted on a guess."""
    first = REFERENTIAL.read_text("utf-8")
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "1.yaml").write_text(first, "utf-8")
    second = first.replace('version: "2019.1"', 'version: "2026.1"').replace("2019-05-23}", "bad}")
    (tmp_path / "refs" / "2.yaml").write_text(second, "utf-8")
    for command, code in (("evaluate", 2), ("check", 1)):
        done = run(command, GRANTED, HALF_DONE, "-r", "refs")
        assert done.returncode == code
        assert "refs/2.yaml:42:18: R005" in done.stdout + done.stderr
    assert run("check", GRANTED, HALF_DONE, "-r", "refs").stdout.count("R005") == 1


def test_two_files_of_one_version_must_say_the_same(run: Run, tmp_path: Path) -> None:
    text = REFERENTIAL.read_text("utf-8")
    (tmp_path / "one.yaml").write_text(text, "utf-8")
    (tmp_path / "two.yaml").write_text(text, "utf-8")
    assert run("evaluate", GRANTED, "-r", ".").returncode == 0
    (tmp_path / "two.yaml").write_text(text.replace("required: 50%", "required: 40%"), "utf-8")
    done = run("evaluate", GRANTED, "-r", ".")
    assert done.returncode == 2
    assert "F011 two different files hold label-cpe@2019.1: one.yaml and two.yaml" in done.stderr


def test_several_audits_are_told_apart(run: Run, tmp_path: Path) -> None:
    line = " ".join(cpe_label.to_json(cpe_label.load_audit(GRANTED)).split())
    (tmp_path / "many.jsonl").write_text(f"{line}\n\n{line}\n", "utf-8")
    (tmp_path / "x\x1b[31m.yaml").write_bytes(GRANTED.read_bytes())
    alone = run("evaluate", GRANTED, "--on", "2026-11-23").stdout
    done = run("evaluate", "x\x1b[31m.yaml", "./many.jsonl", "--on", "2026-11-23")
    places = ("x\\u001b[31m.yaml", "./many.jsonl:1", "./many.jsonl:3")
    assert done.stdout == "".join(f"{place}\n{alone}\n" for place in places)


# ── Warnings ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """An audit that is sound, with a warning of its text and one of its sense."""
    (tmp_path / "audits").mkdir()
    text = GRANTED.read_text("utf-8").replace("outcome: granted", "outcome: refused")
    path = tmp_path / "audits" / "a.yaml"
    noted = re.sub(r"\nresponse: >-\n(  .*\n)+", "\nresponse: Vu #1 et la suite\n", text)
    path.write_text(noted, "utf-8")
    return path


@pytest.mark.parametrize(
    ("command", "last"),
    [
        (("evaluate", "audits/a.yaml"), ""),
        (("evaluate", "audits/a.yaml", "--format", "jsonl"), ""),
        (("report", "audits/a.yaml"), ""),
        (("report", "audits", "-o", "reports"), "1 report written in reports, 0 not written.\n"),
    ],
)
def test_warnings_are_told_and_change_no_answer(
    run: Run, doubtful: Path, command: tuple[str, ...], last: str
) -> None:
    done = run(*command)
    codes = re.findall(r"^audits/a.yaml:[0-9:]+ ([AY][0-9]+) warning: ", done.stderr, re.MULTILINE)
    assert (done.returncode, codes) == (0, ["Y037", "A019"])
    assert done.stderr.count("\n") == len(codes) + bool(last)
    assert done.stderr.endswith(last)


# ── check ────────────────────────────────────────────────────────────────────────────────────────


def test_check_is_quiet_about_sound_files(run: Run) -> None:
    done = run("check", REFERENTIAL, *EXAMPLES)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "6 files checked, no problem.\n"


def test_check_tells_every_problem_of_every_file(run: Run, tmp_path: Path) -> None:
    text = GRANTED.read_text("utf-8").replace("status: met", "status: yes", 1)
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "r.yaml").write_text(REFERENTIAL.read_text("utf-8").replace("50%", "500%"), "utf-8")
    done = run("check", "a.yaml", "r.yaml")
    assert done.returncode == 1
    assert [line.split(" ")[1] for line in told(done.stdout)] == ["A007", "R008"]
    assert done.stderr == "2 errors and 0 warnings in 2 files.\n"


def test_check_a_warning_is_no_error(run: Run, tmp_path: Path) -> None:
    text = GRANTED.read_text("utf-8").replace("outcome: granted", "outcome: refused")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    done = run("check", "a.yaml", "--lang", "fr")
    assert done.returncode == 0
    assert "A019" in done.stdout
    assert done.stderr == "0 erreur et 1 avertissement dans 1 fichier.\n"


def test_check_tells_the_problems_of_all_files_in_one_order(run: Run, tmp_path: Path) -> None:
    text = REFERENTIAL.read_text("utf-8")
    (tmp_path / "old.yaml").write_text(text, "utf-8")
    changed = text.replace("level: prerequisite", "level: mandatory", 1)
    changed = changed.replace("source: charte", "source: chartre")
    (tmp_path / "b.yaml").write_text(changed, "utf-8")
    (tmp_path / "a.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    done = run("check", "b.yaml", "a.yaml", "--against", "old.yaml", "--max-problems", "1000")
    places = [(one[0], int(one[1])) for one in (line.split(":") for line in told(done.stdout))]
    assert [file for file, _ in places][:2] == ["a.yaml", "a.yaml"]
    assert places == sorted(places)
    assert "R019" in done.stdout
    assert not told(done.stdout)[-1].count("R019")


def test_a_shared_referential_has_one_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs").mkdir()
    text = REFERENTIAL.read_text("utf-8").replace("required: 50%", "required: 500%")
    (tmp_path / "refs" / "b.yaml").write_text(text, "utf-8")
    done = run("check", "refs", GRANTED, "-r", tmp_path / "refs")
    assert [line.split(": ")[0] for line in told(done.stdout)] == ["refs/b.yaml:48:52"]


def test_a_short_name_names_the_same_file(run: Run, tmp_path: Path) -> None:
    """Past a link `..` leads elsewhere: `real/deep/../x.yaml` is not `real/x.yaml`."""
    (tmp_path / "other" / "folder").mkdir(parents=True)
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "deep").symlink_to(tmp_path / "other" / "folder")
    (tmp_path / "other" / "x.yaml").write_text("a: 1\n", "utf-8")
    for name, shown in (
        ("real/deep/../x.yaml", "real/deep/../x.yaml"),
        ("real/../other/x.yaml", "other/x.yaml"),
        (".//other/x.yaml", "other/x.yaml"),
        (tmp_path / "other" / "x.yaml", "other/x.yaml"),
    ):
        assert run("check", name).stdout.startswith(f"{shown}:1:1: Y021")


def test_two_versions_of_one_name_are_told(run: Run, tmp_path: Path) -> None:
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
        ("empty", "F012"),
        ("broken.yaml", "R008"),
        ("audit.yaml", "Y022"),
    ],
)
@pytest.mark.parametrize("form", ["json", "text", "github", "sarif", "junit", "gitlab"])
def test_an_earlier_state_that_is_none_is_told(
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
        (told,) = json.loads(done.stdout)["problems"]
        assert (told["code"], told["file"]) == (expected, against)


@pytest.mark.parametrize(
    "command",
    [
        ("check", ""),
        ("check", GRANTED, "-r", ""),
        ("evaluate", ""),
        ("evaluate", GRANTED, "-r", ""),
        ("report", GRANTED, "-r", ""),
        ("new", "label-cpe", "-r", ""),
    ],
)
def test_an_empty_name_is_no_folder(run: Run, command: tuple[object, ...]) -> None:
    done = run(*command)
    assert done.returncode == 2
    assert (done.stdout or done.stderr) == "F001 no such file\n"


# ── Bad input: one sentence, its place, its exit code, nothing written ───────────────────────────


@pytest.mark.parametrize("command", ["evaluate", "report", "check"])
@pytest.mark.parametrize(
    ("prepare", "expected", "content"),
    [
        (lambda path: None, "x.yaml: F001 no such file", False),
        (os.mkfifo, "x.yaml: F003 this is not a regular file", False),
        (lambda path: path.write_bytes(b"x" * 1_048_577), "x.yaml: F005 this file is over", False),
        (lambda path: path.write_bytes(b"\x89PNG\r\n"), "x.yaml:1:1: Y001 not UTF-8", True),
        (lambda path: path.write_text("- a\n"), "x.yaml:1:1: Y014 keys and values", True),
        (lambda path: path.write_text("a: 1\n"), "x.yaml:1:1: Y021 no « format » key", True),
    ],
)
def test_what_cannot_be_read(
    run: Run, tmp_path: Path, command: str, prepare: object, expected: str, content: bool
) -> None:
    prepare(tmp_path / "x.yaml")  # type: ignore[operator]
    done = run(command, "x.yaml")
    said = done.stdout if command == "check" else done.stderr
    assert said.startswith(expected)
    assert len(told(said)) == 1
    assert done.returncode == (1 if command == "check" and content else 2)
    assert command == "check" or done.stdout == ""


@pytest.mark.parametrize(("command", "code"), [("evaluate", "F002"), ("check", "F012")])
def test_a_folder_where_a_file_is_wanted(run: Run, tmp_path: Path, command: str, code: str) -> None:
    (tmp_path / "x.yaml").mkdir()
    done = run(command, "x.yaml")
    assert done.returncode == 2
    assert (done.stdout + done.stderr).startswith(f"x.yaml: {code} ")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: label-cpe", "id: label-cep", "A011 no referential « label-cep »"),
        ('"2019.1"', '"2020.1"', "A012 no version « 2020.1 » of label-cpe; known: 2019.1"),
        ("  PRE-01:", "  PRE-99:", "A013 unknown criterion « PRE-99 »"),
        ("status: met", "status: yes", "A007 unknown word « yes »; expected met, not_met"),
        ("status: met", "status: not_applicable", "A014 PRE-01 cannot be « not_applicable »"),
    ],
)
def test_what_cannot_be_evaluated(
    run: Run, tmp_path: Path, old: str, new: str, expected: str
) -> None:
    (tmp_path / "a.yaml").write_text(GRANTED.read_text("utf-8").replace(old, new, 1), "utf-8")
    for arguments in (["evaluate", "a.yaml"], ["report", "a.yaml", "-o", "r.html"]):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("a.yaml:")
        assert expected in done.stderr
        assert done.stderr.count("\n") == 1
        assert not (tmp_path / "r.html").exists()


# ── report ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", regenerate.TEXTS)
def test_report_by_the_ending_of_the_file(run: Run, tmp_path: Path, name: str) -> None:
    file = f"r{FORMATS[name].suffixes[0]}"
    done = run("report", GRANTED, "-o", file, "--on", "2026-11-23")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{file} written. Label granted.\n"
    shown = run("report", GRANTED, "--format", name, "--on", "2026-11-23")
    assert shown.stdout == (tmp_path / file).read_text("utf-8")
    golden = ROOT / "tests" / "golden" / f"granted{FORMATS[name].suffixes[0]}"
    assert shown.stdout == golden.read_text("utf-8")


def test_report_does_not_overwrite_unless_told(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    target.write_text("mine", "utf-8")
    done = run("report", GRANTED, "-o", "r.html")
    assert done.returncode == 2
    assert done.stderr.startswith("r.html: F006 this file exists and is left as it was; --force")
    assert target.read_text("utf-8") == "mine"
    assert run("report", GRANTED, "-o", "r.html", "--force").returncode == 0
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_report_never_overwrites_what_it_read(run: Run, tmp_path: Path) -> None:
    text = GRANTED.read_text("utf-8")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    os.link(tmp_path / "a.yaml", tmp_path / "same.html")
    done = run("report", "a.yaml", "-o", "same.html", "--force")
    assert done.returncode == 2
    assert "F009 this is the file that was read" in done.stderr
    assert (tmp_path / "a.yaml").read_text("utf-8") == text


def test_no_referential_is_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs").mkdir()
    target = tmp_path / "refs" / "1.yaml"
    target.write_bytes(REFERENTIAL.read_bytes())
    for command in (
        ("report", GRANTED, "-r", "refs", "--format", "html"),
        ("new", "label-cpe", "-r", "refs"),
        ("new", "refs/1.yaml"),
    ):
        done = run(*command, "-o", "refs/1.yaml", "--force")
        assert done.returncode == 2
        assert "F009" in done.stderr
        assert target.read_bytes() == REFERENTIAL.read_bytes()


def test_a_circle_of_links_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "loop.html").symlink_to("loop.html")
    done = run("report", GRANTED, "-o", "loop.html", "--force")
    assert done.returncode == 2
    assert "F007 this file cannot be written: its links go round in a circle" in done.stderr
    assert (tmp_path / "loop.html").is_symlink()


def test_a_name_that_is_too_long_is_no_fault_of_ours(run: Run) -> None:
    for arguments in (("new", "a" * 300), ("evaluate", GRANTED, "-r", "a" * 300)):
        done = run(*arguments)
        assert done.returncode == 2
        assert "F008" in done.stderr or "F004 this file cannot be read: the name" in done.stderr


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("nowhere/r.html", "nowhere/r.html: F007 this file cannot be written: its folder does not"),
        ("folder.html", "folder.html: F002 this is a folder"),
        (
            "r.docx",
            "no format has the ending of « r.docx »; name one with --format (html, markdown",
        ),
    ],
)
def test_report_that_cannot_be_written(
    run: Run, tmp_path: Path, target: str, expected: str
) -> None:
    (tmp_path / "folder.html").mkdir()
    done = run("report", GRANTED, "-o", target)
    assert done.returncode == 2
    assert done.stderr.startswith(expected)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.html"]


def test_report_to_a_device(run: Run) -> None:
    assert run("report", GRANTED, "-o", "/dev/null", "--format", "html").returncode == 0
    done = run("report", GRANTED, "-o", "/dev/full", "--format", "html")
    assert done.returncode == 2
    assert "/dev/full: F007 this file cannot be written: no space left" in done.stderr


# ── new ──────────────────────────────────────────────────────────────────────────────────────────


def test_new_gives_an_audit_that_needs_only_who_and_when(run: Run, tmp_path: Path) -> None:
    assert run("new", "label-cpe", "-o", "a.yaml").returncode == 0
    done = run("check", "a.yaml")
    assert done.returncode == 1
    missing = [line.split("« ")[1].split(" »")[0] for line in told(done.stdout)]
    assert missing == ["name", "from", "name"]
    text = (tmp_path / "a.yaml").read_text("utf-8")
    text = text.replace("  name:\n", "  name: Coopérative Exemple\n", 1)
    text = text.replace("  from:  #", "  from: 2026-10-12  #")
    text = text.replace("  - name:\n", "  - name: Auditrice Exemple\n")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    assert run("check", "a.yaml").returncode == 0
    assert run("evaluate", "a.yaml").returncode == 3
    audit = parse_audit(text)
    assert list(audit.findings) == [one.id for one in load_referentials().of(audit).criteria]


def test_new_tells_each_criterion(run: Run) -> None:
    text = run("new", REFERENTIAL).stdout
    folded = " ".join(text.replace("\n  #", "").split())
    for criterion in cpe_label.load_referential(REFERENTIAL).criteria:
        assert criterion.id in text
        for told in (criterion.title, criterion.requirement):
            assert " ".join(told.split()) in folded.replace("\u202f", " ")


def test_new_holds_any_text_in_its_comments(run: Run, tmp_path: Path) -> None:
    text = REFERENTIAL.read_text("utf-8").replace(
        "title: Sociétaire de Coopérer pour Entreprendre",
        'title: "a\\u2028decision: x\\x85kind: y\\nz \\u202e"',
    )
    (tmp_path / "r.yaml").write_text(text, "utf-8")
    done = run("new", "r.yaml")
    assert done.returncode == 0
    assert "# PRE-01 · Préalable · a decision: x kind: y z \\u202e\n" in done.stdout
    assert set(yaml.safe_load(done.stdout)) == {
        *("format", "referential", "organisation", "kind", "audited_on", "auditors"),
        *("findings", "response", "opinion"),
    }


def test_new_of_a_referential_that_is_not_known(run: Run) -> None:
    done = run("new", "label-cep")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "F008 no referential « label-cep »; known: label-cpe@2019.1 (did you mean « label-cpe »?)\n"
    )


# ── schema ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["referential", "audit", "evaluation"])
def test_schema(run: Run, kind: str) -> None:
    import jsonschema

    schema = json.loads(run("schema", kind).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    files = {"referential": [REFERENTIAL], "audit": EXAMPLES}.get(kind, [])
    for path in files:
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        jsonschema.validate(data, schema, jsonschema.Draft202012Validator)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**data, "unknown": "x"}, schema)


# ── Usage, languages, streams ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        ([], "missing: COMMAND", "il manque\u202f: COMMAND"),
        (["evaluate"], "missing: AUDIT", "il manque\u202f: AUDIT"),
        (["frob"], "« frob » is not known", "«\u202ffrob\u202f» n’est pas connu"),
        (["check", "a", "--nope"], "not understood: --nope", "non compris\u202f: --nope"),
        (["report", "a", "-o"], "-o/--output: a value is missing", "il manque une valeur"),
        (["report", "a", "--force=x"], "--force: takes no value", "ne prend pas de valeur"),
        (["report", "a", "--format", "docx"], "« docx » is not known", "n’est pas connu"),
        (["evaluate", "a", "--on", "2026-2-3"], "expected YYYY-MM-DD", "AAAA-MM-JJ"),
        (["evaluate", "a", "--on", "2026-02-30"], "is not a date", "n’est pas une date"),
    ],
)
def test_bad_usage_is_told_in_the_readers_language(
    run: Run, arguments: list[str], english: str, french: str
) -> None:
    for language, words in (("en_GB.UTF-8", english), ("fr_FR.UTF-8", french)):
        done = run(*arguments, LC_ALL=language)
        assert (done.returncode, done.stdout) == (2, "")
        assert words in done.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "cpe-label {0}: missing: {1}\nsee cpe-label {0} --help\n"),
        ("fr", "cpe-label {0}: il manque\u202f: {1}\nvoir cpe-label {0} --help\n"),
    ],
)
@pytest.mark.parametrize(("command", "what"), [("check", "FILE"), ("verify", "RECORD, AUDIT")])
def test_what_is_missing_is_told_in_one_way(
    run: Run, language: str, said: str, command: str, what: str
) -> None:
    done = run(command, "--lang", language)
    assert (done.returncode, done.stderr) == (2, said.format(command, what))


def test_a_mistake_names_the_help_of_its_command(run: Run) -> None:
    for command in (("report", "x"), ("check", "x"), ("schema", "audit")):
        done = run(*command, "--blah")
        assert done.stderr.endswith(f"\nsee cpe-label {command[0]} --help\n")
    assert run("--blah", "schema", "audit").stderr.endswith("\nsee cpe-label --help\n")


def test_help_tells_what_the_code_of_evaluate_is_about(run: Run) -> None:
    for language, words in (("en", "about the conditions alone"), ("fr", "les seules conditions")):
        assert words in " ".join(run("--help", "--lang", language).stdout.split())


def test_nothing_that_is_said_acts_on_a_terminal(run: Run, tmp_path: Path) -> None:
    ink = "\x1b[31m\u202e\nforged"
    (tmp_path / f"{ink}.json").write_text("{}", "utf-8")
    (tmp_path / "a.yaml").write_bytes(GRANTED.read_bytes())
    for command in (
        ("check", "a", f"--{ink}"),
        ("evaluate", f"{ink}.yaml"),
        ("verify", f"{ink}.json", "a.yaml"),
        ("report", "a.yaml", "-o", f"{ink}.html"),
        ("report", "a.yaml", "-o", f"x.{ink}"),
        ("new", "label-cpe", "-o", f"{ink}.yaml"),
        ("check", "--explain", ink),
    ):
        said = run(*command).stderr
        assert "forged" in said
        assert not {"\x1b", "\u202e"} & set(said)
        assert not [line for line in said.split("\n") if line.startswith("forged")]


def test_no_command_changes_what_it_was_asked(tmp_path: Path) -> None:
    from cpe_label.cli.arguments import parser

    for command in (
        ("report", str(GRANTED), "-o", str(tmp_path / "r.html")),
        ("evaluate", str(GRANTED)),
    ):
        given = parser("en").parse_args(command)
        before = dict(vars(given))
        import_module(f"cpe_label.cli.commands.{command[0]}").run(given, console.open_console("en"))
        assert vars(given) == before


def test_help_speaks_both_languages_and_shows_examples(run: Run) -> None:
    for command in ("", "check", "evaluate", "report", "new", "schema"):
        for language, word in (("en", "examples:"), ("fr", "exemples\u202f:")):
            done = run(*filter(None, [command]), "--help", LC_ALL=f"{language}.UTF-8")
            assert done.returncode == 0
            assert f"{word}\n  cpe-label" in done.stdout
            assert "usage: usage" not in done.stdout


def test_lang_overrides_the_locale_and_the_referential(run: Run) -> None:
    done = run("evaluate", GRANTED, "--lang=en", LC_ALL="fr_FR.UTF-8")
    assert "✓ Label granted" in done.stdout
    assert "nexiste" not in run("check", "nowhere.yaml", "--lang", "fr").stdout
    assert "F001 ce fichier n’existe pas" in run("check", "nowhere.yaml", "--lang", "fr").stdout


def test_lang_stands_before_the_command_or_after_it(run: Run) -> None:
    french = run("evaluate", GRANTED, "--lang", "fr", "--on", "2026-11-23")
    english = run("evaluate", GRANTED, "--lang", "en", "--on", "2026-11-23")
    assert "Label granted" in english.stdout
    for before in (("--lang", "en"), ("--lang=en",)):
        assert run(*before, "evaluate", GRANTED, "--on", "2026-11-23") == english
        done = run(*before, "evaluate", GRANTED, "--lang", "fr", "--on", "2026-11-23")
        assert done == french
    assert "il manque" in run("--lang", "fr", "evaluate").stderr
    assert "missing" in run("--lang", "fr", "evaluate", "--lang", "en").stderr


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "fr_BE", "LANG": "en_GB"}, "fr"),
        ({"LANG": "oc_FR"}, "en"),
        ({"LC_ALL": "frr_DE"}, "en"),
        ({"LC_ALL": "fr"}, "fr"),
        ({"LC_ALL": "fr.UTF-8"}, "fr"),
        ({"LC_ALL": "fr@euro"}, "fr"),
    ],
)
def test_the_language_of_the_locale(environ: dict[str, str], language: str) -> None:
    assert console.language_of_locale(environ) == language


def test_version(run: Run) -> None:
    assert run("--version").stdout == f"cpe-label {cpe_label.__version__}\n"


def shell(command: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run a shell command in which `$CPE` is the command line, in a process of its own."""
    environ = {"LC_ALL": "C", "PYTHONUTF8": "1", **environ}
    program = f"{sys.executable} -m cpe_label"
    return subprocess.run(
        ["bash", "-c", command.replace("$CPE", program)],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_encoding_that_cannot_say_it_is_no_error() -> None:
    """A pipe gets UTF-8 whatever the locale, so that `new > file` and `--format json` hold."""
    for encoding in ("ascii", "cp1252"):
        done = shell(f"$CPE evaluate {GRANTED}", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert (done.returncode, done.stderr) == (0, "")
        assert "Coopérative Exemple" in done.stdout
    done = shell("$CPE check nowhere --lang fr", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (
        "n\\u2019existe pas"
        in shell("$CPE report nowhere --lang fr", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stderr
    )


def test_closed_streams_are_told_by_the_exit_code() -> None:
    done = shell(f"$CPE evaluate {GRANTED} >&-")
    assert (done.returncode, done.stderr) == (
        2,
        "<stdout>: F007 this file cannot be written: it is closed\n",
    )
    assert shell(f"$CPE check {GRANTED} 2>&-").returncode == 0
    assert shell("$CPE evaluate nowhere.yaml 2>&-").returncode == 2


def test_an_empty_list_of_audits_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n\n", "utf-8")
    done = run("evaluate", "a.jsonl")
    assert (done.returncode, done.stderr) == (2, "a.jsonl: F013 this file holds no audit\n")


def test_a_reader_that_leaves_is_no_error() -> None:
    done = shell(f"$CPE report {GRANTED} | head -c 10")
    assert (len(done.stdout), done.stderr) == (10, "")


REFUSED = ROOT / "examples" / "refused-mandatory.yaml"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("--version", 0),
        ("--help", 0),
        ("report --help", 0),
        (f"report {GRANTED}", 0),
        (f"evaluate {REFUSED}", 1),
        (f"evaluate {' '.join([str(REFUSED)] * 30)} {GRANTED}", 1),  # more than a pipe takes
        ("check nowhere.yaml --format json", 2),
    ],
)
def test_a_reader_that_leaves_changes_no_answer(command: str, code: int) -> None:
    """The reader has surely gone: it is waited for before anything is written."""
    done = shell(f"{{ sleep 0.1; $CPE {command}; echo $? >&2; }} | true")
    assert done.stderr.splitlines()[-1:] == [str(code)]
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


@pytest.mark.parametrize("command", ["--version", "--help", "new --help", f"evaluate {GRANTED}"])
def test_an_output_that_takes_nothing_is_told(command: str) -> None:
    for where, reason in (("> /dev/full", "no space left"), (">&-", "it is closed")):
        done = shell(f"$CPE {command} {where}")
        assert (done.returncode, done.stderr) == (
            2,
            f"<stdout>: F007 this file cannot be written: {reason}\n",
        )


@pytest.mark.parametrize("command", ["check - <&-", "verify - {audit} <&-", "check - 0>{none}"])
def test_an_input_that_gives_nothing_is_told(tmp_path: Path, command: str) -> None:
    done = shell(f"$CPE {command.format(audit=GRANTED, none=tmp_path / 'none')}")
    assert done.returncode == 2
    assert done.stdout == "<stdin>: F004 this file cannot be read: it is closed\n"
    assert "Traceback" not in done.stderr


def test_a_record_is_read_no_further_than_it_may_be_long(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    class Endless:
        @property
        def buffer(self) -> "Endless":
            return self

        def read(self, size: int = -1) -> bytes:
            asked.append(size)
            return b" " * size

    monkeypatch.setattr(sys, "stdin", Endless())
    done = run("verify", "-", GRANTED)
    assert (done.returncode, asked) == (2, [524_289])
    assert done.stdout.startswith("<stdin>: F005 this file is over 524288 bytes")


@pytest.mark.parametrize(
    ("command", "code"),
    [(f"check {GRANTED}", 0), (f"evaluate {REFUSED}", 1), ("evaluate nowhere", 2), ("report", 2)],
)
def test_talk_that_nobody_hears_changes_no_answer(command: str, code: int) -> None:
    assert shell(f"$CPE {command} 2>/dev/full").returncode == code
    assert shell(f"$CPE {command} 2>&-").returncode == code


def test_a_current_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    for command, code in (
        (f"check {GRANTED} nowhere", 2),
        (f"check {GRANTED}", 0),
        (f"verify {ROOT / 'tests' / 'golden' / 'granted.json'} {GRANTED}", 0),
        (f"report {GRANTED} -o {tmp_path / 'r.html'}", 0),
    ):
        done = shell(f"mkdir {gone}; cd {gone}; rmdir {gone}; $CPE {command}")
        assert done.returncode == code
        assert "F007" not in done.stderr
        assert done.stdout == ("nowhere: F001 no such file\n" if code else "")


def test_a_failure_that_nobody_foresaw_is_our_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no fault of standard output, and is not told as one."""
    import cpe_label.cli.commands.evaluate as command

    def fail(*arguments: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(command, "run", fail)
    monkeypatch.setenv("LC_ALL", "C")
    assert cli.main(["evaluate", str(GRANTED)]) == 70
    assert "This is a fault of cpe_label" in capsys.readouterr().err


def test_our_own_fault_is_one_line_and_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import cpe_label.cli.commands.evaluate as command

    def fail(*arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(command, "run", fail)
    monkeypatch.setenv("LC_ALL", "C")
    assert cli.main(["evaluate", str(GRANTED)]) == 70
    said = capsys.readouterr()
    assert said.out == ""
    assert "This is a fault of cpe_label" in said.err
    assert said.err.count("\n") == 1
    monkeypatch.setenv("CPE_LABEL_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["evaluate", str(GRANTED)])


def test_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import cpe_label.cli.commands.evaluate as command

    def interrupt(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "run", interrupt)
    monkeypatch.setenv("LC_ALL", "C")
    assert cli.main(["evaluate", str(GRANTED)]) == 130
    assert capsys.readouterr().err == "Interrupted.\n"


def test_interrupted_before_anything_could_be_said() -> None:
    """Ctrl-C while modules are imported: no traceback."""
    code = (
        "import sys\n"
        "class Impatient:\n"
        "    def find_spec(self, name, *more):\n"
        "        if name == 'cpe_label.cli.dispatch': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Impatient())\n"
        "from cpe_label.cli import main\n"
        "sys.exit(main(['check', 'x']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_program_that_calls_main_keeps_its_garbage_collected(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Only the process of the command has nothing more to collect."""
    frozen: list[str] = []
    monkeypatch.setattr("gc.freeze", lambda: frozen.append("freeze"))
    assert cli.main(["check", str(GRANTED)]) == 0
    assert frozen == []
    monkeypatch.setattr(sys, "argv", ["cpe-label", "check", str(GRANTED)])
    assert cli.main() == 0
    assert frozen == ["freeze"]


class Terminal:
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environ", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colour_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], colour: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert console.Console("en", Terminal(), sys.stderr).in_colour is colour  # type: ignore[arg-type]


def test_today_is_the_readers_own_day() -> None:
    assert abs((console.today() - date.today()).days) <= 1


@pytest.mark.parametrize(
    ("codes", "expected"),
    [([], 0), ([0, 3], 3), ([3, 1, 0], 1), ([1, 2, 3], 2), ([0, 70, 2], 70)],
)
def test_the_gravest_exit(codes: list[int], expected: int) -> None:
    assert gravest(map(Exit, codes)) == expected


def test_same_input_same_bytes() -> None:
    """Every output of every command, over hash seeds, time zones and locales."""
    settings = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "3", "TZ": "Europe/Paris", "LC_ALL": "fr_FR.UTF-8"},
    ]
    first, second, third = (
        json.loads(
            subprocess.run(
                [sys.executable, "-m", "support.outputs"],
                cwd=ROOT / "tests",
                env={**os.environ, **environ},
                capture_output=True,
                check=True,
            ).stdout
        )
        for environ in settings
    )
    assert first == second == third
    assert {command.split()[0] for command in first} == set(_OPTIONS_OF)
    assert {told.split()[0] for told in first.values()} == {"0", "1", "2", "3"}
    silent = {command.split()[0] for command, told in first.items() if told.split()[1] == "0"}
    assert silent <= {"verify", "evaluate"}  # nothing differs; the data has a problem
