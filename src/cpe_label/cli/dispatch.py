"""Running a command: from its arguments to its exit code, whatever happens in between.

Each command is a module with `run(arguments, door)`, imported only when it is asked for.
"""

import os
from importlib import import_module

from .._version import __version__
from ..problems.exceptions import DataError, MissingExtraError
from .arguments import parser
from .console import Console, language_of_locale, open_console
from .exit_codes import Exit, gravest
from .usage import UsageExit, language_in

INTERRUPTED = 130
"""What a shell answers for a command that Ctrl-C has ended."""


def run(words: list[str]) -> int:
    """Run a command; the exit code is returned."""
    # No plugin of another package has a part in reading a file, and looking for them is slow.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    console = open_console(language_in(words) or language_of_locale())
    try:
        return gravest([_run(words, console), _handed_over(console)])
    except KeyboardInterrupt:
        console.status("interrupted")
        return INTERRUPTED


def _run(words: list[str], console: Console) -> Exit:
    try:
        return _answer(words, console)
    except DataError as error:
        console.report_problems(error.problems)
        return Exit.UNUSABLE
    except MissingExtraError as error:
        console.say(error.text(console.language))
        return Exit.UNUSABLE
    except Exception as error:
        if os.environ.get("CPE_LABEL_TRACEBACK"):
            raise
        console.status("fault", version=__version__, what=type(error).__name__)
        return Exit.FAULT


def _answer(words: list[str], console: Console) -> Exit:
    try:
        given = parser(console.language).parse_args(words)
    except UsageExit as leaving:
        write = console.say if leaving.code else console.result
        write(leaving.text)
        return Exit(leaving.code)
    command_run = import_module(f".commands.{given.command}", __package__).run
    return Exit(command_run(given, console))


def _handed_over(console: Console) -> Exit:
    """Whether standard output has taken every result; what it has not is told here."""
    try:
        console.flush()
    except DataError as error:
        console.report_problems(error.problems)
        return Exit.UNUSABLE
    return Exit.DONE
