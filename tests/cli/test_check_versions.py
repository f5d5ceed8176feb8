"""`check` over several versions of one referential (RC-15)."""

from pathlib import Path

import pytest
from support.command import Run
from support.shipped import REFERENTIAL

TEXT = REFERENTIAL.read_text("utf-8")
VERSION = 'version: "2019.1"'
FROM = "from: 2019-05-23"


def write(folder: Path, name: str, version: str, days: str) -> Path:
    """A copy of the shipped referential with another version and other days."""
    assert VERSION in TEXT
    assert FROM in TEXT
    path = folder / name
    path.write_text(TEXT.replace(VERSION, f'version: "{version}"').replace(FROM, days), "utf-8")
    return path


def test_two_versions_from_one_day_are_an_error_in_the_later_file(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "2019.1", FROM)
    write(tmp_path, "b.yaml", "2019.2", FROM)
    done = run("check", tmp_path, "--format", "github")
    assert done.returncode == 1
    assert "::error file=b.yaml" in done.stdout
    assert done.stdout.count("R022") == 1


def test_audits_of_neither_are_evaluated(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "referentials"
    folder.mkdir()
    write(folder, "a.yaml", "2019.1", FROM)
    write(folder, "b.yaml", "2019.2", FROM)
    write(folder, "c.yaml", "2027.1", "from: 2027-01-01")
    granted = REFERENTIAL.parents[1] / "examples" / "granted.yaml"
    done = run("evaluate", granted, "-r", folder)
    assert done.returncode == 2
    assert "R022" in done.stderr
    (folder / "b.yaml").unlink()
    assert run("evaluate", granted, "-r", folder).returncode == 0


@pytest.mark.parametrize(
    ("first", "second", "warned"),
    [
        ("from: 2019-05-23, until: 2026-12-30", "from: 2027-01-01", True),
        ("from: 2019-05-23, until: 2026-12-31", "from: 2027-01-01", False),
        ("from: 2019-05-23, until: 2027-06-30", "from: 2027-01-01", False),
        ("from: 2019-05-23", "from: 2027-01-01", False),
    ],
)
def test_days_without_a_version_are_a_warning(
    first: str, second: str, warned: bool, run: Run, tmp_path: Path
) -> None:
    write(tmp_path, "a.yaml", "2019.1", first)
    write(tmp_path, "b.yaml", "2027.1", second)
    done = run("check", tmp_path)
    assert done.returncode == 0
    assert ("R023" in done.stdout) is warned
    if warned:
        assert "from 2026-12-31 to 2026-12-31 no version of label-cpe is in force" in done.stdout
