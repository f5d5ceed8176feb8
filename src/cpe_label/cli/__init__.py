"""The command line: arguments in, streams and exit codes out."""

import gc
import sys

from .._version import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run `cpe-label`; the exit code is returned."""
    words = sys.argv[1:] if arguments is None else arguments
    try:
        if words == ["--version"] and _version_told():
            return 0
        from .dispatch import run

        code = run(words)
    except KeyboardInterrupt:  # while modules are imported, before there is anyone to say it
        return 130
    if arguments is None:  # the process ends: to look through all it holds would only take time
        gc.freeze()
    return code


def _version_told() -> bool:
    """The version is told before anything is imported: CI asks for it at every start.

    If nobody takes it, the long way deals with that as with any result.
    """
    if sys.stdout is None:
        return False
    try:
        sys.stdout.write(f"cpe-label {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True
