"""The spreadsheet opened and saved by an office suite, which rewrites all of it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from support.network import network
from support.workbook import read_workbook

from cpe_label.reports.network import FORMATS

OFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="no office suite on this machine"),
]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_it_comes_back_as_it_was(ending: str, tmp_path: Path) -> None:
    """Days, counts and shares, and texts that look like formulas, links and numbers."""
    texts = iter(["=1+1", "+1", "-1", "@a", "https://exemple.invalid", "1.10", "007", " x "] * 99)
    content = FORMATS["xlsx"].write(network(lambda _: next(texts)), "fr")
    assert isinstance(content, bytes)
    (tmp_path / "network.xlsx").write_bytes(content)
    saved = tmp_path / "saved"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(saved)]
    subprocess.run(
        [*command, str(tmp_path / "network.xlsx")], check=True, capture_output=True, timeout=120
    )
    assert read_workbook((saved / f"network.{ending}").read_bytes()) == read_workbook(content)
