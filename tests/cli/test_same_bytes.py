"""The same input gives the same bytes, whatever the environment."""

import json
import os
import subprocess
import sys

import pytest
from support.shipped import ROOT

from cpe_label.cli.arguments import COMMANDS


@pytest.mark.slow
def test_same_input_same_bytes() -> None:
    """Every output of every command, over hash seeds, time zones and locales."""
    settings = [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "3", "TZ": "Europe/Paris", "LC_ALL": "fr_FR.UTF-8"},
    ]
    first, second, third = (
        json.loads(
            subprocess.run(
                [sys.executable, "-m", "support.outputs"],
                cwd=ROOT / "tests",
                env={**os.environ, **environ},
                capture_output=True,
                check=True,
            ).stdout
        )
        for environ in settings
    )
    assert first == second == third
    assert {command.split()[0] for command in first} == set(COMMANDS)
    assert {answer.split()[0] for answer in first.values()} == {"0", "1", "2", "3"}
    silent = {command.split()[0] for command, answer in first.items() if answer.split()[1] == "0"}
    assert silent <= {"verify", "evaluate"}  # nothing differs; the data has a problem
