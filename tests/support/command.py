"""Running commands: what the fixture `run` gives, and commands in a process of their own."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


def problem_lines(text: str) -> list[str]:
    """The lines that report problems, without the lines of the file under them."""
    return [line for line in text.splitlines() if not re.match(r" *[0-9]* \| ", line)]


def shell(command: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run a shell command in which `$CPE` is the command line, in a process of its own."""
    environ = {"LC_ALL": "C", "PYTHONUTF8": "1", **environ}
    program = f"{sys.executable} -m cpe_label"
    return subprocess.run(
        ["bash", "-c", command.replace("$CPE", program)],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )
