"""`docs/cli.md`: each command with its arguments, from the tables that build the parser.

Each version of Python lays out `--help` in its own way, so the page has a layout of its own.
"""

import argparse
from contextlib import suppress
from typing import Any

from cpe_label.cli.arguments import parser
from cpe_label.messages.cli import CLI, EXAMPLES

from . import GENERATED, table

INTRODUCTION = """\
# The commands

`cpe-label COMMAND --help` shows the same in a terminal, in English or French (`--lang`). An option
may stand before the files or after them. Results go to standard output, everything else to
standard error.
"""
CODES = {
    "0": "done; for `evaluate`: the conditions are met by a complete audit",
    "1": "the answer is no: the conditions are not met, a file has problems, a record differs",
    "2": "the data or the arguments cannot be used; nothing is written",
    "3": "undecided or incomplete",
    "70": "a fault of this program",
    "130": "interrupted",
}


def page() -> str:
    """The text of the page."""
    main = parser("en")
    commands = subcommands(main)
    links = "".join(f"- [`{name}`](#{name}): {CLI[name].en}\n" for name in commands)
    parts = [GENERATED, INTRODUCTION, "\n", links]
    parts += ["\n## Every command\n\n", _arguments(main)]
    parts += ["\n## Exit codes\n\n", table(("Code", "Meaning"), list(CODES.items()))]
    parts += [_command(name, command) for name, command in commands.items()]
    return "".join(parts)


def subcommands(main: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parser of each command, by its name."""
    (action,) = (one for one in main._actions if isinstance(one, argparse._SubParsersAction))
    for command in action.choices.values():
        with suppress(SystemExit):  # a command may add its arguments once it is asked for
            command.parse_args(["--help"])
    return dict(action.choices)


def _command(name: str, command: argparse.ArgumentParser) -> str:
    examples = "".join(f"{example}\n" for example in EXAMPLES[name])
    usage = " ".join(["cpe-label", name, *map(_usage, _shown(command))])
    return (
        f"\n## {name}\n\n{_sentence(CLI[name].en)}\n\n```text\n{usage}\n```\n\n"
        f"{_arguments(command)}\n```sh\n{examples}```\n"
    )


def _shown(command: argparse.ArgumentParser) -> list[argparse.Action]:
    actions = [one for one in command._actions if not isinstance(one, argparse._SubParsersAction)]
    return sorted(actions, key=lambda one: bool(one.option_strings))


def _arguments(command: argparse.ArgumentParser) -> str:
    rows = [(f"`{_name(one)}`", _values(one), str(one.help)) for one in _shown(command)]
    return table(("Argument", "Values", "Meaning"), rows)


def _usage(action: argparse.Action) -> str:
    """One argument as a line of usage has it."""
    value = _metavar(action)
    if not action.option_strings:
        return {"*": f"[{value} ...]", "+": f"{value} [{value} ...]"}.get(str(action.nargs), value)
    return f"[{' '.join(filter(None, (action.option_strings[0], value)))}]"


def _name(action: argparse.Action) -> str:
    value = _metavar(action)
    if not action.option_strings:
        return value
    return " ".join(filter(None, (", ".join(action.option_strings), value)))


def _metavar(action: argparse.Action) -> str:
    """What stands for the value of an argument; nothing if it takes none."""
    if action.nargs == 0:
        return ""
    name = action.dest.removesuffix("s") if action.metavar is None else str(action.metavar)
    return name.upper()


def _values(action: argparse.Action) -> str:
    words: Any = action.choices or ()
    default = action.default if action.choices and isinstance(action.default, str) else None
    if default == argparse.SUPPRESS:
        default = None
    shown = [f"`{word}` (default)" if word == default else f"`{word}`" for word in words]
    return ", ".join(shown)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
