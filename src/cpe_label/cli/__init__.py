"""The command line: arguments in, streams and exit codes out.

Each command is a module with `run(arguments, door)`, imported only when it is asked for.
"""

import os
import sys
from importlib import import_module

from ..errors import DataError
from ..version import __version__
from .arguments import language_in, parser
from .door import Door, language_of_locale, open_door
from .exits import Exit


def main(arguments: list[str] | None = None) -> int:
    """Run a command; the exit code is returned (usage mistakes and help leave by SystemExit)."""
    words = sys.argv[1:] if arguments is None else arguments
    door = open_door(language_in(words) or language_of_locale())
    given = parser(door.language).parse_args(words)
    try:
        code = _run(given.command, given, door)
        door.out.flush()
        return code
    except BrokenPipeError:
        # The reader has gone; leave nothing to flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except KeyboardInterrupt:
        door.talk("interrupted")
        return 130


def _run(command: str, given: object, door: Door) -> Exit:
    try:
        run = import_module(f".{command}", __package__).run
        return Exit(run(given, door))
    except DataError as error:
        door.complain(error.problems)
        return Exit.UNUSABLE
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        if os.environ.get("CPE_LABEL_TRACEBACK"):
            raise
        door.talk("fault", version=__version__, what=type(error).__name__)
        return Exit.FAULT


__all__ = ["main"]
