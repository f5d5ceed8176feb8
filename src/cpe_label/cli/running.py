"""Running a command: from its arguments to its exit code, whatever happens in between.

Each command is a module with `run(arguments, door)`, imported only when it is asked for.
"""

import os
from importlib import import_module

from ..errors import DataError, MissingExtraError
from ..version import __version__
from .arguments import Leaving, language_in, parser
from .door import Door, language_of_locale, open_door
from .exits import Exit, gravest

INTERRUPTED = 130
"""What a shell answers for a command that Ctrl-C has ended."""


def run(words: list[str]) -> int:
    """Run a command; the exit code is returned."""
    # No plugin of another package has a part in reading a file, and looking for them is slow.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    door = open_door(language_in(words) or language_of_locale())
    try:
        return gravest([_run(words, door), _handed_over(door)])
    except KeyboardInterrupt:
        door.talk("interrupted")
        return INTERRUPTED


def _run(words: list[str], door: Door) -> Exit:
    try:
        return _answer(words, door)
    except DataError as error:
        door.complain(error.problems)
        return Exit.UNUSABLE
    except MissingExtraError as error:
        door.say(error.text(door.language))
        return Exit.UNUSABLE
    except Exception as error:
        if os.environ.get("CPE_LABEL_TRACEBACK"):
            raise
        door.talk("fault", version=__version__, what=type(error).__name__)
        return Exit.FAULT


def _answer(words: list[str], door: Door) -> Exit:
    try:
        given = parser(door.language).parse_args(words)
    except Leaving as leaving:
        tell = door.say if leaving.code else door.result
        tell(leaving.text)
        return Exit(leaving.code)
    command_run = import_module(f".{given.command}", __package__).run
    return Exit(command_run(given, door))


def _handed_over(door: Door) -> Exit:
    """Whether standard output has taken every result; what it has not is told here."""
    try:
        door.flush()
    except DataError as error:
        door.complain(error.problems)
        return Exit.UNUSABLE
    return Exit.DONE
