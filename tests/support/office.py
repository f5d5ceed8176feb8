"""An office suite, which opens, computes and saves workbooks as their users do."""

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="no office suite on this machine")
"""`.ci/run` names the office suite in its last line where the machine lacks it."""

_ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def saved(files: list[Path], ending: str, folder: Path) -> list[Path]:
    """The same workbooks, computed anew and saved by the office suite in another folder."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS_COMPUTE, "utf-8")
    command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", ending, "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return [folder / f"{one.stem}.{ending}" for one in files]
