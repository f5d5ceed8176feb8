"""Streams, colours, progress, and the date of today."""

import errno
import io
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from time import monotonic
from typing import BinaryIO, Final, TextIO, TypeVar

from ..messages.cli import CLI
from ..messages.phrase import failure_name, say
from ..problems.exceptions import DataError
from ..problems.problem import Problem, is_error, problem
from ..problems.report import MOST_SHOWN, first_of
from ..reading.files import OLD_SPREADSHEETS
from ..text.display import visible
from ..text.typography import NO_BREAK, Language

T = TypeVar("T")


def today() -> date:
    """The date of today: nothing else reads a clock."""
    return date.today()  # noqa: DTZ011  the reader's own day is meant


_CLEAR: Final = "\r\x1b[K"
"""Go to the start of the line and clear it."""


@dataclass(slots=True)
class Console:
    """Results go to standard output; messages go to standard error, in one language."""

    language: Language
    out: TextIO
    err: TextIO
    _in_progress: bool = False
    """Whether the last line of the terminal shows progress."""
    is_abandoned: bool = False
    """Whether nobody reads standard output any more."""

    def result(self, content: str | bytes) -> None:
        """Write a result on standard output. Raises DataError if that is refused."""
        if not content:
            return
        self._clear()
        try:
            if isinstance(content, str):
                self.out.write(content)
            else:
                self.out.flush()
                self.out.buffer.write(content)
        except OSError as error:
            self._is_refused(error)

    def flush(self) -> None:
        """Write what is still in the buffer. Raises DataError if that is refused."""
        try:
            self.out.flush()
        except OSError as error:
            self._is_refused(error)

    def _is_refused(self, error: OSError) -> None:
        """If the reader leaves before the end, that is no error: the exit code still answers."""
        _abandon(self.out)
        if not isinstance(error, BrokenPipeError):
            trouble = problem("F007", reason=failure_name(error)).in_file("<stdout>")
            raise DataError([trouble]) from None
        self.is_abandoned = True

    def status(self, key: str, /, **blanks: object) -> None:
        """Write a message on standard error. No name of a file can make a new line in it."""
        shown = {
            name: visible(value) if isinstance(value, str) else value
            for name, value in blanks.items()
        }
        self.say(say(CLI[key], self.language, **shown))

    def passed_over(self, names: Collection[str]) -> None:
        """Say how many other files there are, and which of them are of a kind that is not read."""
        self.status("passed_over", count=len(names))
        old = (one for one in sorted(names) if one.lower().endswith(OLD_SPREADSHEETS))
        if shown := tuple(map(visible, old)):
            self.status("old_passed_over", names=shown)

    def say(self, text: str) -> None:
        """Write lines on standard error, without characters that control a terminal."""
        lines = text if text.isprintable() else "\n".join(map(visible, text.split("\n")))
        self._clear()
        self._write_error(f"{lines}\n")

    def diff(self, text: str, *, on_result: bool) -> None:
        """Show what changed in a file, as a result or as a message beside one."""
        if on_result:
            self.result("".join(f"{visible(line)}\n" for line in text.split("\n")[:-1]))
        else:
            self.say(text.rstrip("\n"))

    def progress(self, key: str, /, **blanks: object) -> None:
        """Show progress in one line of a terminal, until the next message."""
        if self.err.isatty():
            self._in_progress = True  # first: Ctrl-C may come while it is written
            self._write_error(f"{_CLEAR}{say(CLI[key], self.language, **blanks)}")

    def counted(self, things: Iterable[T], pace: "Pace | None" = None) -> Iterator[T]:
        """The same things; on a terminal, how many there were so far is shown from the second on.

        From a thousand on it is shown less often, so that it costs nothing. With a `pace` it is
        also shown how many there are a second, and how long the others will take.
        """
        try:
            for number, thing in enumerate(things, 1):
                if number > 1 and number % 10 ** max(0, len(str(number)) - 3) == 0:
                    key, more = pace.shown(number) if pace else ("read_so_far", {})
                    self.progress(key, number=number, **more)
                yield thing
        finally:
            self._clear()

    def paced(
        self, things: Iterable[T], size: Callable[[T], int], whole: Callable[[], int]
    ) -> Iterator[T]:
        """The same things, counted on a terminal with their pace.

        `size` is that of each, and `whole` that of all, 0 if it is not known.
        """
        if not self.err.isatty():
            return iter(things)
        pace = Pace(whole())
        return self.counted(pace.taken(things, size), pace)

    def _clear(self) -> None:
        """Remove the line that shows progress."""
        if self._in_progress:
            self._write_error(_CLEAR)
            self._in_progress = False

    def _write_error(self, text: str) -> None:
        try:
            self.err.write(text)
            self.err.flush()
        except OSError:  # the exit code still gives the answer
            _abandon(self.err)

    def report_problems(self, problems: Iterable[Problem]) -> None:
        """Report problems on standard error: the first ones, then the number of the others.

        Warnings are left out before any error is.
        """
        found = tuple(problems)
        for one in first_of(found, MOST_SHOWN):
            self.say(one.text(self.language))
        if len(found) > MOST_SHOWN:
            self.status("and_more_check", count=len(found) - MOST_SHOWN)

    def report_first(self, problems: Sequence[Problem]) -> None:
        """Report the first error in a line, and the number of the other problems."""
        for one in sorted(problems, key=is_error, reverse=True)[:1]:
            self.say(one.text(self.language))
        if len(problems) > 1:
            self.status("and_more_check", count=len(problems) - 1)

    @property
    def in_colour(self) -> bool:
        """Whether results have colour: as NO_COLOR, then FORCE_COLOR say, else on a terminal."""
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return self.out.isatty() and os.environ.get("TERM") != "dumb"


class Pace:
    """How quickly things come, and how long the others will take."""

    def __init__(self, whole: int, clock: Callable[[], float] = monotonic) -> None:
        self._whole = whole
        self._clock = clock
        self._start = clock()
        self._done = 0

    def taken(self, things: Iterable[T], size: Callable[[T], int]) -> Iterator[T]:
        """The same things; the size of each is counted."""
        for thing in things:
            self._done += size(thing)
            yield thing

    def shown(self, number: int) -> tuple[str, dict[str, object]]:
        """The key of the sentence for so many things, and what else it shows."""
        seconds = self._clock() - self._start
        if seconds < 1:
            return "read_so_far", {}
        rate: dict[str, object] = {"rate": round(number / seconds)}
        if not 0 < self._done <= self._whole:
            return "read_a_second", rate
        left = round(seconds * (self._whole - self._done) / self._done)
        minutes, left = divmod(left, 60)
        shown = f"{minutes}{NO_BREAK}min {left:02}{NO_BREAK}s" if minutes else f"{left}{NO_BREAK}s"
        return "read_with_time_left", {**rate, "left": shown}


def _abandon(stream: TextIO) -> None:
    """Redirect a stream that refuses output, so that its buffer can be flushed."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)


def open_console(language: Language) -> Console:
    """The console of this process.

    A file or a pipe gets UTF-8 and the same line ends on every system, so that the same input gives
    the same bytes, and one file can take both streams. A character that a terminal cannot show is
    escaped, and is never an error.
    """
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            if not stream.isatty():
                reconfigure(encoding="utf-8", newline="\n")
            reconfigure(errors="backslashreplace")
    return Console(language, sys.stdout or _Closed(), sys.stderr or _Nowhere())


class _Closed(io.StringIO):
    """A standard output that the caller has closed: it refuses every result."""

    def write(self, text: str) -> int:  # noqa: ARG002
        raise OSError(errno.EBADF, "closed")

    @property
    def buffer(self) -> BinaryIO:
        """It refuses bytes too."""
        raise OSError(errno.EBADF, "closed")


class _Nowhere(io.StringIO):
    """A standard error that the caller has closed: messages are dropped."""

    def write(self, text: str) -> int:
        return len(text)
