"""argparse, with our own words in the language of the reader."""

import argparse
import re
from collections.abc import Callable
from typing import Any, Final, NoReturn

from ..messages.cli import CLI, EXAMPLES, USAGE_MISTAKES
from ..messages.phrase import say
from ..text.display import visible
from ..text.typography import LANGUAGES, NARROW, Language


class UsageExit(SystemExit):
    """There is no command to run: `text` is the help, the version, or a mistake of usage."""

    code: int

    def __init__(self, code: int, text: str) -> None:
        super().__init__(code)
        self.text = text


class Parser(argparse.ArgumentParser):
    """A parser that writes nothing, and does not accept shortened options.

    `fill` adds the arguments of a command, once it is known that this command is asked for.
    """

    def __init__(
        self,
        *,
        language: Language,
        command: str = "",
        fill: Callable[["Parser"], None] | None = None,
        **more: Any,
    ) -> None:
        self.language: Language = language
        self._fill = fill
        examples = "\n".join(f"  {example}" for example in EXAMPLES[command])
        settings: dict[str, Any] = {"add_help": False, "allow_abbrev": False, **more}
        super().__init__(
            epilog=f"{words('examples', language)}\n{examples}",
            formatter_class=_formatter(language),
            **settings,
        )
        self._positionals.title = heading("positionals", language)
        self._optionals.title = heading("options", language)
        self.add_argument("-h", "--help", action="help", help=words("help", language))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Refuse unknown arguments in each command, so that the error names its help."""
        self.fill()
        given, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        if getattr(given, "explain", "") is None and not given.files:
            self.error("the following arguments are required: FILE")
        return given, unknown

    def fill(self) -> None:
        """Add the arguments of the command, if that is not done yet."""
        if self._fill is not None:
            self._fill(self)
            self._fill = None

    def error(self, message: str) -> NoReturn:
        """Report a mistake in one line, then name the command that shows the help."""
        mistake = _in_our_words(visible(message), self.language)
        see_help = words("see_help", self.language, program=self.prog)
        raise UsageExit(2, f"{self.prog}: {mistake}\n{see_help}")

    def _print_message(self, message: str, file: Any = None) -> NoReturn:  # noqa: ARG002
        raise UsageExit(0, message)


def language_in(arguments: list[str]) -> Language | None:
    """The language of the last `--lang`, found before the parsing, because help needs it."""
    found: Language | None = None
    for before, argument in zip(["", *arguments], arguments, strict=False):
        named = argument if before == "--lang" else argument.removeprefix("--lang=")
        for language in LANGUAGES:
            if named == language and (before == "--lang" or named != argument):
                found = language
    return found


def words(key: str, language: Language, **blanks: object) -> str:
    """A phrase of the command line, by its key in `CLI`."""
    return say(CLI[key], language, **blanks)


def heading(key: str, language: Language) -> str:
    """A heading, to which argparse adds a colon."""
    return words(key, language) + (NARROW if language == "fr" else "")


def sentence(text: str) -> str:
    """A phrase with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:]}."


def _in_our_words(message: str, language: Language) -> str:
    for pattern, phrase in USAGE_MISTAKES:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            blanks = {name: what.replace("'", "") for name, what in found.groupdict().items()}
            return say(phrase, language, **blanks)
    return message


_fill_paragraph: Final = argparse.HelpFormatter._fill_text


def _formatter(language: Language) -> type[argparse.HelpFormatter]:
    class Formatter(argparse.RawDescriptionHelpFormatter):
        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: Any = None) -> None:
            prefix = words("usage", language) if prefix is None else prefix
            super().add_usage(usage, actions, groups, prefix)

        def _fill_text(self, text: str, width: int, indent: str) -> str:
            if "\n  " in text:  # examples keep their lines
                return super()._fill_text(text, width, indent)
            paragraphs = text.split("\n\n")
            return "\n\n".join(_fill_paragraph(self, one, width, indent) for one in paragraphs)

    return Formatter
