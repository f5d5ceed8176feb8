"""Running a command: from its arguments to its exit code, whatever happens in between.

Each command is a module with `run(arguments, door)`, imported only when it is asked for.
"""

import os
import sys
from importlib import import_module

from ..errors import DataError, MissingExtraError, failure_name, problem
from ..version import __version__
from .arguments import language_in, parser
from .door import Door, language_of_locale, open_door
from .exits import Exit


def run(words: list[str]) -> int:
    """Run a command; the exit code is returned (usage mistakes and help leave by SystemExit)."""
    # No plugin of another package has a part in reading a file, and looking for them is slow.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    door = open_door(language_in(words) or language_of_locale())
    given = parser(door.language).parse_args(words)
    try:
        code = _run(given.command, given, door)
        door.out.flush()
    except OSError as error:  # of a standard stream: the commands deal with their own files
        _abandon_output()
        if isinstance(error, BrokenPipeError):
            return Exit.DONE  # the reader has gone, which is its right
        door.complain([problem("F007", reason=failure_name(error)).in_file("<stdout>")])
        return Exit.UNUSABLE
    except KeyboardInterrupt:
        door.talk("interrupted")
        return 130
    return code


def _abandon_output() -> None:
    """Leave nothing to flush into a stream that takes nothing more."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(command: str, given: object, door: Door) -> Exit:
    try:
        command_run = import_module(f".{command}", __package__).run
        return Exit(command_run(given, door))
    except DataError as error:
        door.complain(error.problems)
        return Exit.UNUSABLE
    except MissingExtraError as error:
        door.err.write(error.text(door.language) + "\n")
        return Exit.UNUSABLE
    except OSError:
        raise
    except Exception as error:
        if os.environ.get("CPE_LABEL_TRACEBACK"):
            raise
        door.talk("fault", version=__version__, what=type(error).__name__)
        return Exit.FAULT
