"""What a command reads: files, referentials, standard input, and what cannot be read."""

import os
import re
import shlex
from pathlib import Path
from string import Template

import pytest
from support.command import Run, problem_lines, shell
from support.shipped import REFERENTIAL, ROOT

GRANTED = ROOT / "examples" / "granted.yaml"
HALF_DONE = ROOT / "examples" / "half-done.yaml"


def test_evaluate_finds_the_referential_in_the_given_place(run: Run, tmp_path: Path) -> None:
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
        assert "refs/2.yaml:44:18: R005" in done.stdout + done.stderr
    assert run("check", GRANTED, HALF_DONE, "-r", "refs").stdout.count("R005") == 1


def test_two_files_of_one_version_must_be_the_same(run: Run, tmp_path: Path) -> None:
    text = REFERENTIAL.read_text("utf-8")
    (tmp_path / "one.yaml").write_text(text, "utf-8")
    (tmp_path / "two.yaml").write_text(text, "utf-8")
    assert run("evaluate", GRANTED, "-r", ".").returncode == 0
    (tmp_path / "two.yaml").write_text(text.replace("required: 50%", "required: 40%"), "utf-8")
    done = run("evaluate", GRANTED, "-r", ".")
    assert done.returncode == 2
    assert "F011 two different files hold label-cpe@2019.1: one.yaml and two.yaml" in done.stderr


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
def test_warnings_are_reported_and_change_no_answer(
    run: Run, doubtful: Path, command: tuple[str, ...], last: str
) -> None:
    done = run(*command)
    codes = re.findall(r"^audits/a.yaml:[0-9:]+ ([AY][0-9]+) warning: ", done.stderr, re.MULTILINE)
    assert (done.returncode, codes) == (0, ["Y037", "A019"])
    assert done.stderr.count("\n") == len(codes) + bool(last)
    assert done.stderr.endswith(last)


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
    shown = done.stdout if command == "check" else done.stderr
    assert shown.startswith(expected)
    assert len(problem_lines(shown)) == 1
    assert done.returncode == (1 if command == "check" and content else 2)
    assert command == "check" or done.stdout == ""


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_a_folder_that_holds_nothing(run: Run, tmp_path: Path, command: str) -> None:
    (tmp_path / "x.yaml").mkdir()
    done = run(command, "x.yaml")
    assert done.returncode == 2
    assert "x.yaml: F012 " in (done.stderr if command == "evaluate" else done.stdout)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: label-cpe", "id: label-cep", "A011 no referential « label-cep »"),
        ('"2019.1"', '"2020.1"', "A012 no version « 2020.1 » of label-cpe; known: 2019.1"),
        ("  PRE-01:", "  PRE-99:", "A013 unknown criterion « PRE-99 »"),
        ("status: met", "status: yes", "A007 unknown word « yes »; expected met or not_met"),
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


def test_a_name_that_is_too_long_is_no_fault_of_ours(run: Run) -> None:
    for arguments in (("new", "a" * 300), ("evaluate", GRANTED, "-r", "a" * 300)):
        done = run(*arguments)
        assert done.returncode == 2
        assert "F008" in done.stderr or "F004 this file cannot be read: the name" in done.stderr


@pytest.mark.parametrize("command", ["check - <&-", 'verify - "$GRANTED" <&-', "check - 0>{none}"])
def test_a_closed_input_is_reported(tmp_path: Path, command: str) -> None:
    done = shell(f"$CPE {command.format(none=tmp_path / 'none')}")
    assert done.returncode == 2
    assert done.stdout == "<stdin>: F004 this file cannot be read: it is closed\n"
    assert "Traceback" not in done.stderr


def test_standard_input_is_one_file_of_two(run: Run) -> None:
    """Wherever a command reads one file; the same one twice has nothing to compare."""
    second = str(ROOT / "examples" / "change" / "second-audit.yaml")
    places = {
        "SECOND": second,
        "KNOWN": str(ROOT / "examples" / "change"),
        "REFERENTIAL": str(ROOT / "referentials" / "label-cpe-2019.yaml"),
    }
    for command, file in (
        ('compare {} "$SECOND" -r shipped -r "$KNOWN"', '"$GRANTED"'),
        ('compare "$GRANTED" {} -r shipped -r "$KNOWN"', '"$SECOND"'),
        ('compare {} "$KNOWN/label-cpe-2027.yaml"', '"$REFERENTIAL"'),
        ('report "$SECOND" --previous {} -r shipped -r "$KNOWN" --format text', '"$GRANTED"'),
        ("new label-cpe --from {}", '"$GRANTED"'),
        ("new {}", '"$REFERENTIAL"'),
    ):
        piped = shell(f"$CPE {command.format('-')} <{file}", **places)
        words = shlex.split(Template(command.format(file)).substitute(places, GRANTED=GRANTED))
        assert (piped.returncode, piped.stdout) == (0, run(*words).stdout), command
    for command in ("compare - -", "new - --from -", "report - --previous -"):
        done = shell(f'$CPE {command} <"$GRANTED"')
        assert done.returncode == 2
        assert done.stderr.startswith("<stdin>: F031 ")
