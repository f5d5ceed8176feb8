"""Running commands: what the fixture `run` gives, and commands in a process of their own."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from .shipped import ROOT


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    returncode: int
    stdout: str
    stderr: str


_EXAMPLES = {
    "GRANTED": str(ROOT / "examples" / "granted.yaml"),
    "REFUSED": str(ROOT / "examples" / "refused-mandatory.yaml"),
}

Run = Callable[..., Done]


def problem_lines(text: str) -> list[str]:
    """The lines that report problems, without the lines of the file under them."""
    return [line for line in text.splitlines() if not re.match(r" *[0-9]* \| ", line)]


def shell(command: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    """Run a shell command in a process of its own.

    In it `$CPE` is the command line, and `"$GRANTED"` and `"$REFUSED"` are two examples: the folder
    of this checkout may have a name with spaces, or with the name of a command.
    """
    environ = {"LC_ALL": "C", "PYTHONUTF8": "1", **_EXAMPLES, **environ}
    program = f"{shlex.quote(sys.executable)} -m cpe_label"
    return subprocess.run(
        ["bash", "-c", command.replace("$CPE", program)],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )
