"""`network` in each format: by the ending of the file, whole or not at all."""

import sys
from pathlib import Path

import pytest
from support.command import Run
from support.example_network import FOLDER

from cpe_label import MissingExtraError
from cpe_label.reports.network import FORMATS
from cpe_label.reports.ours import is_report

ON = "--on=2026-11-23"
WHOLE = (FOLDER, "--members", FOLDER / "members.csv", ON)
STARTS = {
    "text": b"Le r\xc3\xa9seau",
    "json": b"{",
    "html": b"<!DOCTYPE html>",
    "csv": b"Structure,",
    "xlsx": b"PK",
    "ics": b"BEGIN:VCALENDAR\r\n",
}


@pytest.mark.parametrize("form", FORMATS)
def test_the_ending_of_the_file_says_the_format(form: str, run: Run, tmp_path: Path) -> None:
    for suffix in FORMATS[form].suffixes:
        done = run("network", *WHOLE, "-o", f"r{suffix}")
        assert (done.returncode, done.stderr) == (0, f"r{suffix} written.\n")
        assert (tmp_path / f"r{suffix}").read_bytes().startswith(STARTS[form])


@pytest.mark.parametrize("form", ["text", "json", "html", "ics"])
def test_the_file_of_last_month_may_be_replaced(form: str, run: Run, tmp_path: Path) -> None:
    name = f"r{FORMATS[form].suffixes[0]}"
    for day in ("2026-10-23", "2026-11-23"):
        done = run("network", FOLDER, f"--on={day}", "-o", name)
        assert done.returncode == 0
        assert is_report((tmp_path / name).read_bytes())


@pytest.mark.parametrize(("form", "library"), [("xlsx", "xlsxwriter"), ("ics", "icalendar")])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_without_its_extra_one_sentence_and_no_file(
    form: str,
    library: str,
    language: str,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    done = run("network", *WHOLE, "-o", f"r.{form}", "--lang", language)
    sentence = MissingExtraError(form).text(language)  # type: ignore[arg-type]
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{sentence}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["text", "html", "csv", "ics", "xlsx"])
def test_a_file_that_cannot_be_read_is_told_and_the_rest_goes_on(
    form: str, run: Run, tmp_path: Path
) -> None:
    for path in FOLDER.glob("exemple-10*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "cassé.yaml").write_text("format: cpe-label/audit/1\nkind: audit\n", "utf-8")
    name = f"r{FORMATS[form].suffixes[0]}"
    done = run("network", ".", ON, "-o", name)
    assert done.returncode == 3
    content = (tmp_path / name).read_bytes()
    if form != "xlsx":  # which is packed
        assert "cassé.yaml" in content.decode().replace("\r\n ", "")
    assert "cassé.yaml" in done.stderr


def test_a_public_list_is_published_in_three_formats(run: Run) -> None:
    for form, row in FORMATS.items():
        done = run("network", *WHOLE, "--public", "--format", form)
        assert (done.returncode == 0) == (row.public is not None)
        if done.returncode == 0:
            assert "Coopérative Exemple A" in done.stdout
            assert "Coopérative Exemple D" not in done.stdout  # suspended
