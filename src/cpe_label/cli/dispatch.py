"""Run a command: from its arguments to its exit code, with every error reported.

Each command is a module with `run(arguments, console)`, imported only when it is asked for.
"""

import os
from collections.abc import Callable
from importlib import import_module

from .._version import __version__
from ..problems.exceptions import DataError, MissingExtraError
from .arguments import parser
from .console import Console, open_console
from .exit_codes import Exit, ProcessEndedError, gravest
from .system_language import system_language
from .usage import UsageExit, language_in

INTERRUPTED = 130
"""The exit code of a shell for a command that Ctrl-C has ended."""


def run(words: list[str], when_imported: Callable[[], None] | None = None) -> int:
    """Run a command and return the exit code; call `when_imported` before it starts."""
    # Plugins of other packages have no part in reading a file, and the search for them is slow.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    console = open_console(language_in(words) or system_language())
    try:
        return gravest([_run(words, console, when_imported), _flushed(console)])
    except KeyboardInterrupt:
        console.status("interrupted")
        return INTERRUPTED


def _run(words: list[str], console: Console, when_imported: Callable[[], None] | None) -> Exit:
    try:
        return _answer(words, console, when_imported)
    except DataError as error:
        console.report_problems(error.problems)
        return Exit.UNUSABLE
    except MissingExtraError as error:
        console.say(error.text(console.language))
        return Exit.UNUSABLE
    except ProcessEndedError:
        console.status("process_ended")
        return Exit.UNUSABLE
    except Exception as error:
        if os.environ.get("CPE_LABEL_TRACEBACK"):
            raise
        console.status("fault", version=__version__, what=type(error).__name__)
        return Exit.FAULT


def _answer(words: list[str], console: Console, when_imported: Callable[[], None] | None) -> Exit:
    try:
        given = parser(console.language, words).parse_args(words)
    except UsageExit as usage:
        write = console.say if usage.code else console.result
        write(usage.text)
        return Exit(usage.code)
    command_run = import_module(f".commands.{given.command}", __package__).run
    if when_imported:
        when_imported()
    return Exit(command_run(given, console))


def _flushed(console: Console) -> Exit:
    """Write what is still in the buffer, and report it if standard output refuses."""
    try:
        console.flush()
    except DataError as error:
        console.report_problems(error.problems)
        return Exit.UNUSABLE
    return Exit.DONE
