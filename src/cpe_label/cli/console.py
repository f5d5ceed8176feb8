"""The world outside: streams, colours, the reader's language and today's date."""

import errno
import io
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final, TextIO

from ..messages.cli import CLI
from ..messages.phrase import failure_name, say
from ..problems.exceptions import DataError
from ..problems.problem import Problem, problem
from ..problems.report import MOST_SHOWN
from ..text.display import visible
from ..text.typography import LANGUAGES, Language


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


_CLEAR: Final = "\r\x1b[K"
"""Back to the start of the line, and nothing left on it."""


@dataclass(slots=True)
class Console:
    """Where results and talk go, and in which language talk is."""

    language: Language
    out: TextIO
    err: TextIO
    _in_progress: bool = False
    """Whether a line of the terminal shows how far long work has come."""

    def result(self, content: str | bytes) -> None:
        """Write a result, on standard output. Raises DataError if it takes none."""
        if not content:
            return
        with self._writing():
            if isinstance(content, str):
                self.out.write(content)
            else:
                self.out.flush()
                self.out.buffer.write(content)

    def flush(self) -> None:
        """Hand over every result. Raises DataError if standard output takes none."""
        with self._writing():
            self.out.flush()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A reader may leave before the end: the work goes on, for the sake of its exit code."""
        try:
            yield
        except BrokenPipeError:
            _abandon(self.out)
        except OSError as error:
            _abandon(self.out)
            trouble = problem("F007", reason=failure_name(error)).in_file("<stdout>")
            raise DataError([trouble]) from None

    def status(self, key: str, /, **blanks: object) -> None:
        """Say what was done, on standard error; no name of a file makes a line of its own."""
        shown = {
            name: visible(value) if isinstance(value, str) else value
            for name, value in blanks.items()
        }
        self.say(say(CLI[key], self.language, **shown))

    def say(self, text: str) -> None:
        """Say a text, on standard error: its lines, without what would act on a terminal."""
        lines = "\n".join(map(visible, text.split("\n")))
        self._tell(f"{_CLEAR if self._in_progress else ''}{lines}\n")
        self._in_progress = False

    def progress(self, key: str, /, **blanks: object) -> None:
        """Show how far long work has come, in one line of a terminal, until something is said."""
        if self.err.isatty():
            self._tell(f"{_CLEAR}{say(CLI[key], self.language, **blanks)}")
            self._in_progress = True

    def _tell(self, text: str) -> None:
        try:
            self.err.write(text)
            self.err.flush()
        except OSError:  # nobody listens: what is done is done, and the exit code tells it
            _abandon(self.err)

    def report_problems(self, problems: Iterable[Problem]) -> None:
        """Tell problems, on standard error: the first ones, then how many more."""
        told = tuple(problems)
        for one in told[:MOST_SHOWN]:
            self.say(one.text(self.language))
        if len(told) > MOST_SHOWN:
            self.status("and_more_check", count=len(told) - MOST_SHOWN)

    @property
    def in_colour(self) -> bool:
        """Whether results may have colour: on a terminal, unless NO_COLOR is set."""
        return (
            self.out.isatty()
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM") != "dumb"
        )


def _abandon(stream: TextIO) -> None:
    """Leave nothing to flush into a stream that takes nothing more."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)


def open_console(language: Language) -> Console:
    """The door of this process.

    A file or a pipe gets UTF-8, whatever the locale, so that the same input gives the same bytes;
    what a terminal cannot show is escaped, never an error.
    """
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            if stream is sys.stdout and not stream.isatty():
                reconfigure(encoding="utf-8")
            reconfigure(errors="backslashreplace")
    return Console(language, sys.stdout or _Closed(), sys.stderr or _Nowhere())


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
