"""The arguments of every command, in the reader's language."""

import argparse
import re
from datetime import date
from typing import Any, Final, NoReturn

from .._version import __version__
from ..messages.cli import CLI, EXAMPLES, USAGE_MISTAKES
from ..messages.phrase import say
from ..text.display import visible
from ..text.typography import LANGUAGES, NARROW, Language

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# What each command takes, beside its options.
_INPUTS: Final[dict[str, tuple[dict[str, Any], ...]]] = {
    "check": ({"dest": "files", "metavar": "FILE", "nargs": "*", "help": "files"},),
    "evaluate": ({"dest": "audits", "metavar": "AUDIT", "nargs": "+", "help": "audits"},),
    "verify": (
        {"dest": "record", "metavar": "RECORD", "help": "record"},
        {"dest": "audit", "metavar": "AUDIT", "help": "audit"},
    ),
    "report": ({"dest": "audit", "metavar": "AUDIT", "help": "reported"},),
    "new": ({"dest": "referential", "metavar": "REFERENTIAL", "help": "which"},),
    "schema": (
        {
            "dest": "kind",
            "metavar": "KIND",
            "choices": ("referential", "audit", "evaluation"),
            "help": "kind",
        },
    ),
}
# Before the command or after it: a command that is given none leaves what stands before it.
_LANG: Final = {"choices": LANGUAGES, "default": argparse.SUPPRESS}
_OPTIONS: Final[dict[str, tuple[tuple[str, ...], dict[str, Any]]]] = {
    "referentials": (
        ("-r", "--referential"),
        {"dest": "places", "metavar": "FILE|DIR", "action": "append", "default": []},
    ),
    "format": (("--format",), {"choices": ("text", "json", "jsonl"), "default": "text"}),
    "report_format": (("--format",), {"metavar": "FORMAT"}),
    "check_format": (
        ("--format",),
        {
            "choices": ("text", "json", "github", "gitlab", "sarif", "junit"),
            "default": "text",
        },
    ),
    "against": (("--against",), {"metavar": "OLD"}),
    "strict": (("--strict",), {"action": "store_true"}),
    "most": (("--max-problems",), {"dest": "most", "metavar": "N"}),
    "explain": (("--explain",), {"metavar": "CODE"}),
    "on": (("--on",), {"metavar": "DATE"}),
    "report_kind": (
        ("--kind",),
        {
            "choices": ("audit", "summary", "certificate", "plan", "referential"),
            "default": "audit",
        },
    ),
    "template": (("--template",), {"metavar": "FILE"}),
    "output": (("-o", "--output"), {"metavar": "FILE"}),
    "report_output": (("-o", "--output"), {"metavar": "FILE|DIR"}),
    "force": (("--force",), {"action": "store_true"}),
    "lang": (("--lang",), _LANG),
    "report_lang": (("--lang",), _LANG),
}
_OPTIONS_OF: Final[dict[str, tuple[str, ...]]] = {
    "check": ("referentials", "check_format", "strict", "most", "against", "explain", "lang"),
    "evaluate": ("referentials", "format", "on", "lang"),
    "verify": ("referentials", "check_format", "most", "lang"),
    "report": (
        *("referentials", "report_kind", "report_format", "template"),
        *("report_output", "force", "on", "report_lang"),
    ),
    "new": ("referentials", "output", "force", "lang"),
    "schema": ("output", "force", "lang"),
}


class UsageExit(SystemExit):
    """Nothing is to be run: `text` is the help or the version, or tells a mistake of usage."""

    code: int

    def __init__(self, code: int, text: str) -> None:
        super().__init__(code)
        self.text = text


class _Parser(argparse.ArgumentParser):
    """argparse, with our words and no guessing of shortened options; it writes nothing itself."""

    def __init__(self, *, language: Language, command: str = "", **more: Any) -> None:
        self.language: Language = language
        examples = "\n".join(f"  {example}" for example in EXAMPLES[command])
        settings: dict[str, Any] = {"add_help": False, "allow_abbrev": False, **more}
        super().__init__(
            epilog=f"{_say('examples', language)}\n{examples}",
            formatter_class=_formatter(language),
            **settings,
        )
        self._positionals.title = _title("positionals", language)
        self._optionals.title = _title("options", language)
        self.add_argument("-h", "--help", action="help", help=_say("help", language))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Each command refuses what it does not know, so that it can say where its help is."""
        given, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        if getattr(given, "explain", "") is None and not given.files:
            self.error("the following arguments are required: FILE")
        return given, unknown

    def error(self, message: str) -> NoReturn:
        """Say what is wrong in one line, and where help is."""
        mistake = _in_our_words(visible(message), self.language)
        see_help = _say("see_help", self.language, program=self.prog)
        raise UsageExit(2, f"{self.prog}: {mistake}\n{see_help}")

    def _print_message(self, message: str, file: Any = None) -> NoReturn:  # noqa: ARG002
        raise UsageExit(0, message)


def parser(language: Language) -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    main = _Parser(
        prog="cpe-label",
        language=language,
        description=_say("about", language) + "\n\n" + _say("exits", language),
    )
    main.add_argument(
        "--version",
        action="version",
        version=f"cpe-label {__version__}",
        help=_say("version", language),
    )
    _add_option(main, "lang", language, default=None)
    commands = main.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title=_title("commands", language)
    )
    for name, taken in _INPUTS.items():
        command = commands.add_parser(
            name,
            language=language,
            command=name,
            help=_say(name, language),
            description=_sentence(_say(name, language)),
        )
        for one in taken:
            command.add_argument(**{**one, "help": _say(one["help"], language)})
        for option in _OPTIONS_OF[name]:
            _add_option(command, option, language)
    return main


def _add_option(to: _Parser, option: str, language: Language, **more: Any) -> None:
    flags, settings = _OPTIONS[option]
    if option in _TYPES:
        settings = {**settings, "type": _TYPES[option](language)}
    about = "format" if option == "check_format" else option
    to.add_argument(*flags, **{**settings, **more}, help=_say(about, language))


def language_in(arguments: list[str]) -> Language | None:
    """The language that `--lang` names last, before anything is parsed, so that help speaks it."""
    found: Language | None = None
    for before, argument in zip(["", *arguments], arguments, strict=False):
        named = argument if before == "--lang" else argument.removeprefix("--lang=")
        for language in LANGUAGES:
            if named == language and (before == "--lang" or named != argument):
                found = language
    return found


def _day(language: Language) -> Any:
    def day(written: str) -> date:
        try:
            if _DAY.fullmatch(written):
                return date.fromisoformat(written)
        except ValueError:
            pass
        raise argparse.ArgumentTypeError(_say("wrong_day", language, value=written))

    return day


def _count(language: Language) -> Any:
    def count(written: str) -> int:
        if re.fullmatch("[0-9]{1,9}", written):
            return int(written)
        raise argparse.ArgumentTypeError(_say("wrong_count", language, value=written))

    return count


_TYPES: Final = {"on": _day, "most": _count}


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
            super().add_usage(
                usage, actions, groups, _say("usage", language) if prefix is None else prefix
            )

        def _fill_text(self, text: str, width: int, indent: str) -> str:
            if "\n  " in text:  # examples are kept line by line
                return super()._fill_text(text, width, indent)
            fill = argparse.HelpFormatter._fill_text
            return "\n\n".join(fill(self, part, width, indent) for part in text.split("\n\n"))

    return Formatter


def _in_our_words(message: str, language: Language) -> str:
    for pattern, phrase in USAGE_MISTAKES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            blanks = {name: what.replace("'", "") for name, what in found.groupdict().items()}
            return say(phrase, language, **blanks)
    return message


def _title(key: str, language: Language) -> str:
    """A heading, to which argparse adds its colon."""
    return _say(key, language) + (NARROW if language == "fr" else "")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _say(key: str, language: Language, **blanks: object) -> str:
    return say(CLI[key], language, **blanks)
