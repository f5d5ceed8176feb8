"""The wheel holds everything that the package needs away from its checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_has_the_data_and_nothing_more(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = {
        f"cpe_label/{path.relative_to(ROOT / 'src' / 'cpe_label').as_posix()}"
        for path in (ROOT / "src" / "cpe_label").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    data = {
        f"cpe_label/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "referentials").rglob("*")
        if path.is_file()
    }
    assert {name for name in names if ".dist-info/" not in name} == source | data
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def from_wheel(wheel: Path, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """What a command of the package answers, where there is the wheel and no checkout."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    return subprocess.run(
        [sys.executable, "-m", "cpe_label", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=False,
    )


def test_it_runs_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    done = from_wheel(wheel, tmp_path, "evaluate", str(ROOT / "examples" / "granted.yaml"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Label accordé" in done.stdout.decode("utf-8")


def test_it_writes_a_pdf_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    audit = str(ROOT / "examples" / "granted.yaml")
    done = from_wheel(wheel, tmp_path, "report", audit, "--format", "pdf")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"%PDF-1.7")
