"""`check --fix`: what is certain is written, shown, and not a word more."""

import errno
import json
import os
from pathlib import Path

import pytest
from support.command import Run
from support.written import MINIMAL

SLIPS = f"{MINIMAL}# à garder\nopinion:  Avis : favorable   # note\nresponse: 'vu l'été'\n"
FIXED = f'{MINIMAL}# à garder\nopinion:  "Avis : favorable"   # note\nresponse: "vu l\'été"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "audit.yaml"
    written.write_bytes(SLIPS.encode())
    return written


def test_the_fixes_are_written_and_shown(run: Run, path: Path) -> None:
    done = run("check", "--fix", str(path), "--lang", "en")
    assert path.read_bytes().decode() == FIXED
    assert "-opinion:  Avis : favorable   # note\n" in done.stdout
    assert done.stdout.endswith('+response: "vu l\'été"\n')
    assert "2 slips fixed in" in done.stderr
    assert done.returncode == 0


def test_a_second_time_changes_nothing(run: Run, path: Path) -> None:
    run("check", "--fix", str(path))
    before = path.stat()
    done = run("check", "--fix", str(path))
    assert (done.returncode, done.stdout) == (0, "")
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_the_exit_code_is_that_of_what_remains(run: Run, path: Path) -> None:
    path.write_text(f"{SLIPS}colour: red\n", encoding="utf-8")
    done = run("check", "--fix", str(path))
    assert done.returncode == 1
    assert "A001" in done.stdout
    assert "Y030" not in done.stdout
    assert path.read_text(encoding="utf-8") == f"{FIXED}colour: red\n"


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["no mark", "mark"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_the_byte_order_mark_stay(
    run: Run, path: Path, newline: str, mark: str
) -> None:
    path.write_bytes(f"{mark}{SLIPS}".replace("\n", newline).encode())
    run("check", "--fix", str(path))
    assert path.read_bytes() == f"{mark}{FIXED}".replace("\n", newline).encode()


def test_a_result_for_programs_stays_one(run: Run, path: Path) -> None:
    done = run("check", "--fix", str(path), "--format", "json")
    assert json.loads(done.stdout)["problems"] == []
    assert "+opinion" in done.stderr


@pytest.mark.parametrize("name", ["-", "audit.json", "audits.JSONL"])
def test_what_is_no_yaml_file_is_refused(run: Run, path: Path, name: str) -> None:
    done = run("check", "--fix", str(path), name)
    assert (done.returncode, done.stdout) == (2, "")
    assert name in done.stderr
    assert path.read_bytes() == SLIPS.encode()


def test_a_folder_is_fixed_but_for_its_json(run: Run, path: Path) -> None:
    beside = path.with_name("audit.json")
    beside.write_text("{", encoding="utf-8")
    run("check", "--fix", str(path.parent))
    assert path.read_text(encoding="utf-8") == FIXED
    assert beside.read_text(encoding="utf-8") == "{"


def test_a_file_that_cannot_be_written_stays_whole(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "refused")

    monkeypatch.setattr(os, "replace", refuse)
    done = run("check", "--fix", str(path))
    assert done.returncode == 2
    assert "F007" in done.stdout
    assert path.read_bytes() == SLIPS.encode()
    assert list(path.parent.iterdir()) == [path]


def test_a_file_with_two_names_stays_one(run: Run, path: Path) -> None:
    """Its other name would keep the slips: neither is changed."""
    path.with_name("b.yml").hardlink_to(path)
    done = run("check", "--fix", str(path))
    assert done.returncode == 2
    assert "F036" in done.stdout
    assert path.read_bytes() == SLIPS.encode()
    assert path.stat().st_nlink == 2


def test_a_link_is_followed_and_the_owner_stays(run: Run, path: Path) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
    before = path.stat()
    assert run("check", "--fix", str(link)).returncode == 0
    after = path.stat()
    assert link.is_symlink()
    assert path.read_bytes().decode() == FIXED
    kept = ("st_uid", "st_gid", "st_mode")
    assert [getattr(before, name) for name in kept] == [getattr(after, name) for name in kept]


def test_many_slips_are_all_fixed(run: Run, path: Path) -> None:
    items = "".join(f"      - a : {number}\n" for number in range(2500))
    path.write_text(f"{MINIMAL}findings:\n  PRE-01:\n    evidence:\n{items}", encoding="utf-8")
    assert run("check", "--fix", str(path)).returncode == 0
    assert path.read_text(encoding="utf-8").count('- "a : ') == 2500


def test_programs_get_the_fix_with_its_region(run: Run, path: Path) -> None:
    (found, _) = json.loads(run("check", str(path), "--format", "json").stdout)["problems"]
    opening, closing = found["fix"]["edits"]
    assert (opening["line"], opening["column"], opening["new"]) == (7, 11, '"')
    assert (closing["end_line"], closing["end_column"], closing["new"]) == (7, 27, '"')
    text = SLIPS
    for edit in (closing, opening):
        text = text[: edit["start"]] + edit["new"] + text[edit["end"] :]
    assert text.splitlines()[6] == FIXED.splitlines()[6]


def test_sarif_carries_the_fix(run: Run, path: Path) -> None:
    log = json.loads(run("check", str(path), "--format", "sarif").stdout)
    (change,) = log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"]
    region = {"startLine": 7, "startColumn": 11, "endLine": 7, "endColumn": 11}
    assert change["replacements"][0]["deletedRegion"] == region
    assert change["replacements"][0]["insertedContent"] == {"text": '"'}
