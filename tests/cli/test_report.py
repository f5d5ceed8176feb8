"""`cpe-label report`: one report, in each kind and format, and what cannot be written."""

import os
from pathlib import Path

import pytest
import regenerate
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

from cpe_label.reports.formats import FORMATS
from cpe_label.reports.kinds import KINDS

GRANTED = ROOT / "examples" / "granted.yaml"


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


def test_report_does_not_overwrite_without_force(run: Run, tmp_path: Path) -> None:
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


def test_a_circle_of_links_is_reported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "loop.html").symlink_to("loop.html")
    done = run("report", GRANTED, "-o", "loop.html", "--force")
    assert done.returncode == 2
    assert "F007 this file cannot be written: its links go round in a circle" in done.stderr
    assert (tmp_path / "loop.html").is_symlink()


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


TEXTS = ("html", "markdown", "text")


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "audit"])
def test_the_command_writes_each_kind_in_each_format(run: Run, kind: str, form: str) -> None:
    name = "half-done" if kind == "plan" else "granted"
    suffix = FORMATS[form].suffixes[0]
    done = run(
        "report", ROOT / "examples" / f"{name}.yaml", "--kind", kind, "--on", "2026-11-23",
        "--format", form,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "tests" / "golden" / f"{kind}{suffix}").read_text("utf-8")


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (
            "2026-11-19",
            "No certificate is due on 19 November 2026: the label is granted on 20 November 2026.",
        ),
        ("2029-11-20", "No certificate is due on 20 November 2029: label expired."),
        ("2026-11-20", ""),
        ("2029-11-19", ""),
    ],
)
def test_a_certificate_is_for_the_days_of_the_label(run: Run, on: str, why: str) -> None:
    done = run("report", GRANTED, "--kind", "certificate", "--format", "text", "--on", on)
    if not why:
        assert (done.returncode, done.stderr) == (0, "")
        assert "Valable du 20\u00a0novembre\u00a02026 au 19\u00a0novembre\u00a02029 inclus" in (
            done.stdout
        )
        return
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.replace("\u00a0", " ") == f"{GRANTED}: {why}\n"


@pytest.mark.parametrize("event", ["suspended", "withdrawn"])
def test_no_certificate_of_a_label_that_is_suspended_or_withdrawn(
    run: Run, tmp_path: Path, event: str
) -> None:
    audit = tmp_path / "a.yaml"
    text = GRANTED.read_text("utf-8")
    audit.write_text(f"{text}\nevents: [{{event: {event}, on: 2027-01-01}}]\n", "utf-8")
    command = ("report", "a.yaml", "--kind", "certificate", "-o", "c.html", "--on")
    done = run(*command, "2027-01-01")
    assert done.returncode == 1
    assert done.stderr.replace("\u00a0", " ") == (
        f"a.yaml: No certificate is due on 1 January 2027: label {event}.\n"
    )
    assert not (tmp_path / "c.html").exists()
    assert run(*command, "2026-12-31").returncode == 0


@pytest.mark.parametrize("name", [path.stem for path in EXAMPLES if path != GRANTED])
def test_no_certificate_without_a_label(run: Run, name: str) -> None:
    audit = ROOT / "examples" / f"{name}.yaml"
    done = run("report", audit, "--kind", "certificate", "--lang", "fr")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Aucun certificat n’est dû" in done.stderr


@pytest.mark.parametrize("named", ["label-cpe", "label-cpe@2019.1", REFERENTIAL, GRANTED])
def test_a_referential_by_its_file_its_id_or_an_audit_of_it(run: Run, named: object) -> None:
    done = run("report", named, "--kind", "referential", "--format", "text")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "tests" / "golden" / "referential.txt").read_text("utf-8")


def test_a_referential_that_is_not_there(run: Run) -> None:
    done = run("report", "label-cep", "--kind", "referential")
    assert done.returncode == 2
    assert "F008 no referential « label-cep »" in done.stderr
    done = run("report", "nowhere.yaml", "--kind", "referential")
    assert done.stderr == "nowhere.yaml: F001 no such file\n"


def test_only_the_full_report_has_a_record(run: Run) -> None:
    done = run("report", GRANTED, "--kind", "plan", "-o", "plan.json")
    assert done.returncode == 2
    assert done.stderr == "json is the record of an evaluation; the kind « plan » has none\n"
