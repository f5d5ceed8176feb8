"""`cpe-label verify`: a record from standard input, and archives that prove nothing."""

import os
import sys
from pathlib import Path

import pytest
from support.command import Run
from support.shipped import ROOT

GRANTED = ROOT / "examples" / "granted.yaml"


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


@pytest.mark.parametrize("audit", [GRANTED, "missing.yaml"], ids=["an audit", "no audit"])
@pytest.mark.parametrize("name", ["archive", "archive.jsonl"])
def test_an_archive_without_a_record_proves_nothing(
    run: Run, tmp_path: Path, name: str, audit: object
) -> None:
    if name == "archive":
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.txt").write_text("rien", "utf-8")
        (tmp_path / name / ".hidden.json").write_text("{}", "utf-8")
    else:
        (tmp_path / name).write_text("\n \n", "utf-8")
    done = run("verify", name, audit)
    assert done.returncode == 2
    told = f"{name}: F035 " if audit == GRANTED else "missing.yaml: F001 "
    assert told in done.stdout + done.stderr


def test_a_folder_that_cannot_be_opened_proves_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archive").mkdir()

    def walk(folder: str, onerror: object = None) -> object:
        assert callable(onerror)
        onerror(PermissionError(13, "denied", folder))
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    done = run("verify", "archive", GRANTED)
    assert done.returncode == 2
    assert "archive: F004 " in done.stdout
