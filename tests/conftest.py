"""What every test may use: the shipped files, and the command line as a user runs it."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from support.command import Done, Run
from support.shipped import REFERENTIAL

from cpe_label import Referential, cli, load_referential

settings.register_profile("default", deadline=None, max_examples=100, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.register_profile(  # mutmut runs each test many times in one process
    "mutation",
    deadline=None,
    max_examples=30,
    derandomize=True,
    suppress_health_check=[HealthCheck.differing_executors],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def label_cpe() -> Referential:
    return load_referential(REFERENTIAL)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `cpe-label` as its entry point does, in an empty folder, in English by default."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object, **environ: str) -> Done:
        with monkeypatch.context() as patch:
            for name, value in {"LC_ALL": "C.UTF-8", "COLUMNS": "80", **environ}.items():
                patch.setenv(name, value)
            try:
                code = cli.main([str(argument) for argument in arguments])
            except SystemExit as left:
                code = int(left.code or 0)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run
