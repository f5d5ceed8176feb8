"""The command line: arguments in, streams and exit codes out."""

import gc
import sys

from ..version import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run `cpe-label`; the exit code is returned (usage mistakes and help leave by SystemExit).

    The version is told before anything is imported: CI asks for it at every start.
    """
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["--version"]:
        sys.stdout.write(f"cpe-label {__version__}\n")
        return 0
    from .running import run

    code = run(words)
    if arguments is None:  # the process ends: to look through all it holds would only take time
        gc.freeze()
    return code


__all__ = ["main"]
