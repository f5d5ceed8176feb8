"""`cpe-label completion`: a script that teaches a shell to complete what is typed."""

import argparse
from argparse import Namespace
from typing import Any, Final

from ...problems.catalogue import CATALOGUE
from ...problems.exceptions import MissingExtraError
from ..arguments import COMMANDS, parser
from ..console import Console
from ..exit_codes import Exit
from ..usage import Parser

_FILES: Final = frozenset(
    (
        *("FILE", "DIR", "FILE|DIR", "AUDIT", "AUDIT|DIR"),
        *("REFERENTIAL", "RECORD", "OLD", "NEW", "IN", "OUT"),
    )
)
"""What help calls an argument that is a file or a folder."""


def run(arguments: Namespace, console: Console) -> Exit:
    """Write the script. Raises MissingExtraError if the `completion` extra is not installed."""
    try:
        import shtab
    except ImportError:
        raise MissingExtraError("completion") from None
    script: str = shtab.complete(_whole(console, shtab.FILE, shtab.DIRECTORY), arguments.shell)
    console.result(f"{script.rstrip()}\n")
    return Exit.DONE


def _whole(console: Console, file: Any, folder: Any) -> Parser:
    """The parser of every command, in which each argument knows what it may be."""
    main = parser(console.language)
    for name, command in _commands(main).items():
        command.fill()
        known = {one.names[-1]: one.known for one in COMMANDS[name] if one.known}
        known["--explain"] = lambda: CATALOGUE
        for action in command._actions:
            if names := known.get([action.dest, *action.option_strings][-1]):
                action.choices = tuple(names())
            elif action.metavar in _FILES:
                vars(action)["complete"] = folder if action.metavar == "DIR" else file
    return main


def _commands(main: Parser) -> dict[str, Parser]:
    (found,) = (one for one in main._actions if isinstance(one, argparse._SubParsersAction))
    return dict(found.choices)
