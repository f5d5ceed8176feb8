"""What every test may use: the shipped files, and the command line as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from cpe_label import Referential, load_referential

ROOT = Path(__file__).parents[1]
REFERENTIAL = ROOT / "referentials" / "label-cpe-2019.yaml"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

settings.register_profile("default", deadline=None, max_examples=100, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def label_cpe() -> Referential:
    return load_referential(REFERENTIAL)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `cpe-label` in a process of its own, in an empty folder, in English unless told."""

    def run(*arguments: object, **environ: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "cpe_label", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", **environ},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run
