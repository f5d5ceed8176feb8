"""What `check` looks at: folders, standard input, an earlier state, lines of a file."""

import io
import json
import os
import re
import sys
from pathlib import Path

import pytest
import yaml
from support.command import Run, problem_lines
from support.files import GRANTED
from support.shipped import REFERENTIAL, ROOT
from support.workbooks import granted


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


def test_of_workbooks_one_with_macros_is_read_and_old_ones_are_named(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "audit.xlsm").write_bytes(granted())
    (tmp_path / "ancien.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    (tmp_path / "plat.fods").write_bytes(b'<?xml version="1.0"?><office:document >')
    for command in (["check"], ["evaluate", "--format", "table"], ["report", "-o", "out"]):
        done = run(command[0], ".", *command[1:])
        assert "2 other files passed over" in done.stderr
        assert done.stderr.endswith(
            "Not read, of an older or another form: ancien.xls and plat.fods; save them as .xlsx "
            "or .ods.\n"
        )
    assert run("check", ".").stderr.startswith("1 file checked, no problem.")
    assert run("check", "plat.fods").stdout.startswith("plat.fods: X001 ")


DAMAGED = b"\x1f\x8b\x08\x00\xff\xfe\xfd"
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


LINE = json.dumps(yaml.load(GRANTED.read_text("utf-8"), yaml.BaseLoader))
DAMAGED_LINES = ("{}", "[]", "null", LINE[len(LINE) // 2 :], '{"audit_day": "2026-10-12"}')


@pytest.mark.parametrize("at", [0, 2, 5])
def test_no_line_of_a_file_with_audits_is_passed_over(run: Run, tmp_path: Path, at: int) -> None:
    """Of a register in a folder each line is answered, though one alone may be anything."""
    (tmp_path / "in").mkdir()
    lines = [*DAMAGED_LINES[:at], LINE, *DAMAGED_LINES[at:]]
    (tmp_path / "in" / "register.jsonl").write_text("\n".join(lines), "utf-8")
    (tmp_path / "in" / "other.jsonl").write_text("\n".join(DAMAGED_LINES), "utf-8")
    alone, among = run("evaluate", "in/register.jsonl"), run("evaluate", "in")
    for command in (("evaluate", "in", "--format", "csv"), ("check", "in")):
        done = run(*command)
        assert done.returncode != 0
        told = problem_lines(done.stderr if command[0] == "evaluate" else done.stdout)
        places = [line.partition(": ")[0] for line in told if "register.jsonl:" in line]
        numbers = [int(place.split(":")[1]) for place in places]
        assert sorted({*numbers, at + 1}) == [1, 2, 3, 4, 5, 6]
        assert "1 other file passed over" in done.stderr
    assert (alone.returncode, among.returncode) == (2, 2)
    assert among.stdout == alone.stdout


def test_the_lines_that_evaluate_wrote_of_audits_are_none(run: Run, tmp_path: Path) -> None:
    """Though they name the formats of files, in what they say of a damaged one."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text(f"{LINE}\n{{}}\n{LINE}\n", "utf-8")
    written = run("evaluate", "in", "--format", "jsonl").stdout
    assert "cpe-label/audit/1" in written.splitlines()[1]
    (tmp_path / "in" / "records.jsonl").write_text(written, "utf-8")
    told = run("check", "in").stdout
    assert "a.jsonl:2:1: " in told
    assert "records.jsonl:1:" not in told


def test_a_yaml_file_that_is_no_text_is_never_passed_over(run: Run, tmp_path: Path) -> None:
    """Its name says what it was; of any other file the bytes alone could say it."""
    (tmp_path / "granted.yaml").write_bytes(GRANTED.read_bytes())
    (tmp_path / "damaged.yaml").write_bytes(DAMAGED)
    (tmp_path / "other.json").write_bytes(DAMAGED)
    done = run("check", ".")
    assert (done.returncode, done.stdout[:23]) == (1, "damaged.yaml:1:2: Y001 ")
    assert "1 other file passed over" in done.stderr


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
    known = (word for place in ("referentials", "examples/change") for word in ("-r", ROOT / place))
    done = run("check", ROOT / "referentials", ROOT / "examples", *known)
    assert (done.returncode, done.stderr.splitlines()) == (
        0,
        [
            "Audits of one organisation were not held against each other: « --members » does that.",
            "27 files checked, no problem.",
            "4 other files passed over: neither a referential nor an audit.",
        ],
    )


def test_a_folder_without_any_is_reported(run: Run, tmp_path: Path) -> None:
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


def test_nothing_to_compare_with_is_said(run: Run) -> None:
    """A check of audits alone is green; nobody should take it for a comparison."""
    done = run("check", GRANTED, "--against", REFERENTIAL)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"Nothing was compared with {REFERENTIAL}: no referential of ")
    assert "Nothing was" not in run("check", REFERENTIAL, "--against", REFERENTIAL).stderr
    assert "Nothing was" not in run("check", GRANTED).stderr


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
    assert "a.jsonl:3:31: Y060" in done.stdout


def test_nothing_to_check(run: Run) -> None:
    assert run("check").returncode == 2
