"""The command line: arguments in, streams and exit codes out."""

import gc
import signal
import sys

from .._version import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run `cpe-label` and return the exit code."""
    is_program = arguments is None  # and the process is ours, to its end
    words = sys.argv[1:] if arguments is None else arguments
    try:
        if words == ["--version"] and _wrote_version():
            return 0
        if is_program:
            gc.disable()  # what imports make is there to stay
        from .dispatch import run

        if is_program:
            _clean_up_when_ended()
        code = run(words, _collect_from_here if is_program else None)
    except KeyboardInterrupt:  # while modules are imported, before a message is possible
        return 130
    if is_program:  # a last collection would only take time
        gc.freeze()
    return code


def _collect_from_here() -> None:
    """Collect garbage among what is made from now on."""
    gc.freeze()
    gc.enable()


def _clean_up_when_ended() -> None:
    """Leave at SIGTERM as by an exception, so that no unfinished file stays behind."""

    def leave(number: int, _: object) -> None:
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, leave)


def _wrote_version() -> bool:
    """Write the version before any import, because CI asks for it at every start.

    If standard output refuses it, the usual way reports that, as for any result.
    """
    if sys.stdout is None:
        return False
    try:
        sys.stdout.write(f"cpe-label {__version__}\n")
        sys.stdout.flush()
    except OSError:
        return False
    return True
