"""`cpe-label report FOLDER`: one report for each audit."""

import json
import sys
from pathlib import Path

import pytest
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

from cpe_label import (
    load_audit,
    to_json,
)

GRANTED = ROOT / "examples" / "granted.yaml"


@pytest.fixture
def audits(tmp_path: Path) -> Path:
    folder = tmp_path / "audits"
    (folder / "2026").mkdir(parents=True)
    for path in EXAMPLES[:2]:
        (folder / "2026" / path.name).write_text(path.read_text("utf-8"), "utf-8")
    return folder


def test_the_reports_of_a_folder(run: Run, audits: Path, tmp_path: Path) -> None:
    done = run("report", "audits", "-o", "reports", "--on", "2026-11-23")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "2 reports written in reports, 0 not written.\n"
    for path in EXAMPLES[:2]:
        report = tmp_path / "reports" / "2026" / f"{path.stem}.html"
        golden = ROOT / "tests" / "golden" / f"{path.stem}.html"
        assert report.read_text("utf-8") == golden.read_text("utf-8")


def test_one_that_fails_stops_no_other(run: Run, audits: Path, tmp_path: Path) -> None:
    (audits / "2026" / "broken.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    (audits / REFERENTIAL.name).write_text(REFERENTIAL.read_text("utf-8"), "utf-8")
    done = run("report", "audits", "-o", "reports", "--format", "markdown")
    assert done.returncode == 2
    assert done.stderr.startswith("audits/2026/broken.yaml:1:1: A002 ")
    assert done.stderr.endswith("\n2 reports written in reports, 1 not written.\n")
    assert sorted(path.name for path in (tmp_path / "reports" / "2026").iterdir()) == [
        f"{path.stem}.md" for path in EXAMPLES[:2]
    ]


def test_nothing_is_overwritten_without_force(run: Run, audits: Path, tmp_path: Path) -> None:
    assert run("report", "audits", "-o", "reports").returncode == 0
    mine = tmp_path / "reports" / "2026" / "granted.html"
    mine.write_text("mine", "utf-8")
    done = run("report", "audits", "-o", "reports")
    assert done.returncode == 2
    assert done.stderr.count(" F006 ") == 1  # the other one is an earlier report of ours
    assert mine.read_text("utf-8") == "mine"
    assert run("report", "audits", "-o", "reports", "--force").returncode == 0
    assert mine.read_text("utf-8") != "mine"


def test_two_audits_never_share_a_report(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "audits"
    folder.mkdir()
    text = GRANTED.read_text("utf-8")
    for name in ("a.yaml", "a.yml"):
        (folder / name).write_text(text, "utf-8")
    line = " ".join(to_json(load_audit(GRANTED)).split())
    (folder / "many.jsonl").write_text(f"{line}\n\n{line}\n", "utf-8")
    assert run("report", "audits", "-o", "reports").returncode == 0
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "a.yaml.html",
        "a.yml.html",
        "many-1.html",
        "many-3.html",
    ]


def test_no_two_audits_have_one_name_however_they_are_called(run: Run, tmp_path: Path) -> None:
    """`a.jsonl` and `a-1.json` could both be `a-1`, and what that gives way to may be taken too."""
    folder = tmp_path / "audits" / "b"
    folder.mkdir(parents=True)
    line = " ".join(to_json(load_audit(GRANTED)).split())
    for name in ("a.jsonl", "a-1.json", "a-1.json.json", "C.json", "c.yaml"):
        (folder / name).write_text(f"{line}\n", "utf-8")
    done = run("report", "audits", "-o", "reports", "--force")
    assert (done.returncode, done.stderr) == (0, "5 reports written in reports, 0 not written.\n")
    assert sorted(path.name for path in (tmp_path / "reports" / "b").iterdir()) == [
        *("C.json.html", "a-1.json.html", "a-1.json.json.html", "a.jsonl-1.html", "c.yaml.html")
    ]


def test_a_file_keeps_its_report_when_the_one_beside_it_breaks(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "audits"
    folder.mkdir()
    (folder / "a.yaml").write_bytes(GRANTED.read_bytes())
    (folder / "a.yml").write_text("format: cpe-label/audit/1\n", "utf-8")
    assert run("report", "audits", "-o", "reports").returncode == 2
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["a.yaml.html"]


@pytest.mark.parametrize("folder", [".", "audits"])
def test_a_folder_without_audits(run: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / "audits").mkdir()
    done = run("report", folder, "-o", "reports")
    assert done.returncode == 2
    assert done.stderr.startswith(f"{folder}: F012 ")
    assert not (tmp_path / "reports").exists()


@pytest.mark.parametrize("output", [(), ("-o", "reports.html")])
def test_a_folder_goes_into_a_folder(run: Run, audits: Path, output: tuple[str, ...]) -> None:
    done = run("report", "audits", *output)
    assert done.returncode == 2
    assert done.stderr == "the reports of a folder need a folder: name one with -o\n"


def test_a_folder_that_cannot_be_made(run: Run, audits: Path, tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file", "utf-8")
    done = run("report", "audits", "-o", "reports")
    assert done.returncode == 2
    assert done.stderr.count(": F007 this file cannot be written: ") == 2


def test_certificates_of_a_folder(run: Run, audits: Path, tmp_path: Path) -> None:
    done = run("report", "audits", "-o", "c", "--kind", "certificate", "--on", "2026-11-23")
    assert done.returncode == 1
    assert [path.name for path in (tmp_path / "c" / "2026").iterdir()] == ["granted.html"]
    assert "half-done.yaml: No certificate is due" in done.stderr


def test_progress_on_a_terminal_only(
    run: Run, audits: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    done = run("report", "audits", "-o", "reports")
    assert "\r\x1b[K1 of 2…\r\x1b[K2 of 2…\r\x1b[K2 reports written" in done.stderr


def test_each_message_has_its_own_line(
    run: Run, audits: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal the line of progress is cleared before the next message."""
    (audits / "2026" / "broken.yaml").write_text("format: cpe-label/audit/1\n", "utf-8")
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    done = run("report", "audits", "-o", "c", "--kind", "certificate", "--on", "2026-11-23")
    first, *others = done.stderr.split("\n")
    assert first.startswith("\r\x1b[K1 of 3…\r\x1b[Kaudits/2026/broken.yaml:1:1: A002 ")
    assert [line for line in others if line.rpartition("…")[2].startswith("\r\x1b[K")] == [
        line for line in others if "…" in line
    ]
    assert "3 of 3…\r\x1b[Kaudits/2026/half-done.yaml: No certificate is due" in done.stderr
    assert done.stderr.endswith("\n1 report written in c, 2 not written.\n")


def test_the_record_in_a_folder_of_reports_is_json(run: Run, audits: Path, tmp_path: Path) -> None:
    assert run("report", "audits", "-o", "records", "--format", "json").returncode == 0
    record = json.loads((tmp_path / "records" / "2026" / "granted.json").read_text("utf-8"))
    assert record["format"] == "cpe-label/evaluation/1"
