"""The world outside: streams, colours, the reader's language and today's date."""

import errno
import io
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final, TextIO

from ..errors import Problem
from ..text import LANGUAGES, Language
from ..wording import say
from ..wording.talk import TALK


def language_of_locale(environ: dict[str, str] | None = None) -> Language:
    """The language that the environment asks for, English where we do not speak it."""
    settings = os.environ if environ is None else environ
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if wanted := settings.get(name):
            spoken = re.split("[_.@]", wanted.lower())[0]  # of « fr_FR.UTF-8@euro »
            return next((one for one in LANGUAGES if one == spoken), "en")
    return "en"


def today() -> date:
    """The only clock."""
    return date.today()  # noqa: DTZ011  the reader's own day is meant


MOST_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class Door:
    """Where results and talk go, and in which language talk is."""

    language: Language
    out: TextIO
    err: TextIO

    def result(self, content: str | bytes) -> None:
        """Write a result, on standard output."""
        if isinstance(content, str):
            self.out.write(content)
        else:
            self.out.flush()
            self.out.buffer.write(content)

    def talk(self, key: str, /, **blanks: object) -> None:
        """Say what was done, on standard error."""
        self.err.write(say(TALK[key], self.language, **blanks) + "\n")

    def say(self, sentence: str) -> None:
        """Say a sentence, on standard error."""
        self.err.write(sentence + "\n")

    def progress(self, key: str, /, **blanks: object) -> None:
        """Show how far long work has come, in one line of a terminal; elsewhere say nothing."""
        if self.err.isatty():
            self.err.write(f"\r\x1b[K{say(TALK[key], self.language, **blanks)}")
            self.err.flush()

    def progress_done(self) -> None:
        """Take away the line that showed how far it had come."""
        if self.err.isatty():
            self.err.write("\r\x1b[K")

    def complain(self, problems: Iterable[Problem]) -> None:
        """Tell problems, on standard error: the first ones, then how many more."""
        told = tuple(problems)
        for problem in told[:MOST_SHOWN]:
            self.err.write(problem.text(self.language) + "\n")
        if len(told) > MOST_SHOWN:
            self.talk("and_more_check", count=len(told) - MOST_SHOWN)

    @property
    def in_colour(self) -> bool:
        """Whether results may have colour: on a terminal, unless NO_COLOR is set."""
        return (
            self.out.isatty()
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb"
        )


def open_door(language: Language) -> Door:
    """The door of this process.

    A file or a pipe gets UTF-8, whatever the locale, so that the same input gives the same bytes;
    what a terminal cannot show is escaped, never an error.
    """
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            if stream is sys.stdout and not stream.isatty():
                reconfigure(encoding="utf-8")
            reconfigure(errors="backslashreplace")
    return Door(language, sys.stdout or _Closed(), sys.stderr or _Nowhere())


class _Closed(io.StringIO):
    """A standard output that the caller has closed: it takes no result."""

    def write(self, text: str) -> int:  # noqa: ARG002
        raise OSError(errno.EBADF, "closed")

    @property
    def buffer(self) -> BinaryIO:
        """Nor does it take bytes."""
        raise OSError(errno.EBADF, "closed")


class _Nowhere(io.StringIO):
    """A standard error that the caller has closed: nobody listens."""

    def write(self, text: str) -> int:  # so that nothing is kept
        return len(text)
