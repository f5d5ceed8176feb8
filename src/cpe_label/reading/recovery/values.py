"""What stands behind a key or a dash: a text, quotes, brackets, or lines below."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...problems.fix import Change
from ...problems.problem import MOST_PROBLEMS
from ...text.paths import DataPath
from .expected import Expected
from .flow import Flow, named
from .levels import Level
from .quoting import closes_a_word, end_of_quotes, quoted, requoted
from .signs import (
    BLOCK,
    BULLET,
    COLON,
    COMMENT,
    NOTHING_MORE,
    arguments_of,
    is_yaml,
    starts_with_sign,
)
from .slips import NO_BREAK, Line, LostError, Slip


class Prose(NamedTuple):
    """A text without quotes, with the lines on which it goes on."""

    start: int
    end: int
    next_line: int
    is_certain: bool
    """Whether its end is certain: no comment cuts it, and no line in it looks like a key."""


class Values:
    """The values of a file, read line by line; `i` is the line that is read."""

    def __init__(self, text: str, lines: Sequence[Line], family: str) -> None:
        self.text, self.lines, self.family = text, lines, family
        self.i = 0
        self.slips: list[Slip] = []
        self.levels: list[Level] = []
        self.flow = Flow(text, self.report)

    def report(self, slip: Slip) -> None:
        """Add a slip; go no further behind one more than are reported."""
        self.slips.append(slip)
        if len(self.slips) > MOST_PROBLEMS:
            raise LostError

    def pending(self, column: int, expected: Expected, path: DataPath) -> None:
        """Read what stands below a key without a value."""
        raise NotImplementedError

    def is_sibling(self, line: Line) -> bool:
        """Whether a line is a key of a level that is open, set in too far."""
        raise NotImplementedError

    def settle(self, line: Line, column: int) -> None:
        """Report an indentation that is not of plain spaces."""
        raise NotImplementedError

    def peek(self) -> Line | None:
        """The next line that is neither empty nor a comment."""
        while self.i < len(self.lines):
            line = self.lines[self.i]
            if line.at < line.end and self.text[line.at] != "#":
                if line.prefix == "" and self.text[line.at : line.at + 3] in ("---", "..."):
                    raise LostError
                return line
            if "\t" in line.prefix or any(sign in line.prefix for sign in NO_BREAK):
                self.settle(line, 0)
            self.i += 1
        return None

    def value(self, at: int, column: int, expected: Expected, path: DataPath) -> None:
        """Read a value, and go on to the line behind it. `column` is that of its key or dash."""
        text, line = self.text, self.lines[self.i]
        sign = text[at : at + 1] if at < line.end else ""
        if sign in ("", "#"):
            self.i += 1
            self.pending(column, expected, path)
        elif BLOCK.match(text, at):
            self.block(column)
        elif sign in "[{":
            self.bracket(at, column, expected, path)
        elif sign in "\"'":
            self.quotes(at, column, expected)
        else:
            self.plain(at, column, expected, path)

    def block(self, column: int) -> None:
        """Pass over a text on the lines below. Its lines may start with anything."""
        self.i += 1
        while self.i < len(self.lines):
            line = self.lines[self.i]
            spaces = len(line.prefix) - len(line.prefix.lstrip(" "))
            if line.at < line.end and spaces <= column:
                break
            self.i += 1

    def bracket(self, at: int, column: int, expected: Expected, path: DataPath) -> None:
        """Read brackets; where a text is expected, text behind them makes a text of both."""
        found = len(self.slips)
        end = self.flow.read(at, expected, path)
        if NOTHING_MORE.match(self.text, end):
            self.go_behind(end)
            return
        if expected.kind not in ("text", "word") or end > self.lines[self.i].end:
            raise LostError
        del self.slips[found:]
        self.quote("Y050", self.prose(at, column))

    def go_behind(self, end: int) -> None:
        """Go on to the line behind an offset."""
        while self.i < len(self.lines) and self.lines[self.i].start <= end:
            self.i += 1

    def quotes(self, at: int, column: int, expected: Expected) -> None:
        """Read a text between quotes. Text behind it makes a text of both."""
        text, end, line = self.text, end_of_quotes(self.text, at), self.lines[self.i]
        if end < 0:
            raise LostError
        if NOTHING_MORE.match(text, end) or (text[end] == "#" and end <= line.end):
            self.go_behind(end)
            return
        if end > line.end or not expected.takes("Y050"):
            raise LostError
        prose = self.prose(at, column)
        if text[prose.end - 1] == text[at] and prose.end <= line.end:
            changes = requoted(text, at, prose.end)
            if changes is None or not prose.is_certain:
                raise LostError
            self.report(Slip("Y048", end, changes, {"first": at}))
            self.i = prose.next_line
        elif closes_a_word(text, end) and text[prose.end - 1] != text[at]:
            self.quote("Y050", prose, end)
        else:
            raise LostError

    def plain(self, at: int, column: int, expected: Expected, path: DataPath) -> None:
        """Read a text without quotes."""
        if expected.kind == "texts" and BULLET.match(self.text, at):
            self.inline_bullets(at, column, path)
            return
        prose = self.prose(at, column)
        colon = COLON.search(self.text, at, prose.end)
        code = starts_with_sign(self.text, at) or ("Y030" if colon else None)
        if code is None:
            if expected.kind == "word":
                self.no_break_end(prose)
            self.i = prose.next_line
        elif expected.is_group and colon:
            self.unread(prose, expected, path)
        elif not expected.takes(code) or is_yaml(self.text, at, prose.end):
            raise LostError
        else:
            self.quote(code, prose, colon.start() if code == "Y030" and colon else at)

    def no_break_end(self, prose: Prose) -> None:
        """Take off the no-break spaces around a word."""
        text, end, start = self.text, prose.end, prose.start
        while end > start and text[end - 1] in NO_BREAK + " ":
            end -= 1
        while start < end and text[start] in NO_BREAK + " ":
            start += 1
        for first, last in ((prose.start, start), (end, prose.end)):
            if first < last and start < end <= self.lines[self.i].end:
                change = [Change(first, last, "")]
                self.report(Slip("Y047", first, change, {"character": named(text[first])}))

    def unread(self, prose: Prose, expected: Expected, path: DataPath) -> None:
        """Report a key behind a key; what stands there is not read."""
        key = re.match(r"[^\s:]+", self.text[prose.start : prose.end])
        if not prose.is_certain or key is None or not expected.has_key(key[0]):
            raise LostError
        shown = {"form": expected.form("YYYY-MM-DD")}
        change = [Change(prose.start, prose.end, "")]
        self.report(Slip("Y051", prose.start, change, shown, path, is_mended=False))
        self.i = prose.next_line

    def quote(self, code: str, prose: Prose, at: int = -1) -> None:
        """Report a text that needs quotes, and put it between them."""
        if not prose.is_certain:
            raise LostError
        shown = arguments_of(code, self.text, prose.start, prose.end)
        changes = quoted(self.text, prose.start, prose.end)
        self.report(Slip(code, prose.start if at < 0 else at, changes, shown))
        self.i = prose.next_line

    def prose(self, at: int, column: int) -> Prose:
        """The text that starts at an offset, with the lines below that go on with it."""
        line = self.lines[self.i]
        end, certain, is_cut = self.end_of(at, line)
        number = self.i + 1
        following = number
        while not is_cut and following < len(self.lines):
            line = self.lines[following]
            following += 1
            if line.at == line.end:
                continue
            if not self.goes_on(line, column) or self.text[line.at] == "#":
                break
            certain = certain and not self.is_sibling(line)
            certain = certain and not BULLET.match(self.text, line.at, line.end)
            end, is_whole, is_cut = self.end_of(line.at, line)
            certain, number = certain and is_whole, following
        if is_cut and following < len(self.lines):
            certain = certain and not self.goes_on(self.lines[following], column)
        return Prose(at, end, number, certain)

    def end_of(self, at: int, line: Line) -> tuple[int, bool, bool]:
        """Where a text ends on a line, whether that is certain, and whether a comment ends it."""
        sign = COMMENT.search(self.text, at, line.end)
        end = sign.start() if sign else line.end
        while end > at and self.text[end - 1] in " \t":
            end -= 1
        is_note = sign is not None and self.text[sign.end() : sign.end() + 1] in (" ", "\t")
        return end, sign is None or is_note, sign is not None

    def goes_on(self, line: Line, column: int) -> bool:
        """Whether a line goes on with the text of a key at a column."""
        if line.at == line.end:
            return False
        if "\t" in line.prefix:
            outer = self.levels[-1].prefix
            is_deeper = line.prefix.startswith(outer) and line.prefix != outer
            return is_deeper and not self.is_sibling(line)
        return len(line.prefix) - len(line.prefix.lstrip(" ")) > column

    def inline_bullets(self, at: int, column: int, path: DataPath) -> None:
        """Mend a list whose first item, or its only one, stands on the line of its key."""
        line = self.lines[self.i]
        slip = Slip(f"{self.family}040", at, [], {"bullet": self.text[at]}, path)
        before, found = len(self.slips), [(at, line)]
        self.report(slip)
        self.i += 1
        while self.i < len(self.lines) and self.goes_on(self.lines[self.i], column):
            line = self.lines[self.i]
            found.append((line.at, line))
            self.i += 1
        try:
            for begin, line in found:
                slip.changes.append(self.mended_item(begin, line, column))
        except LostError:
            del self.slips[before:]
            raise

    def mended_item(self, at: int, line: Line, column: int) -> Change:
        """The change that makes an item of what follows a bullet, on a line of its own."""
        text, cut, lead = self.text, line.start, f"{' ' * (column + 2)}- "
        if at > line.at:  # on the line of the key
            cut = at
            while text[cut - 1] in " \t":
                cut -= 1
            following = text[line.end : line.end + 2]
            lead = (
                f"{following if following == chr(13) + chr(10) else following[:1] or chr(10)}{lead}"
            )
        bullet = BULLET.match(text, at, line.end)
        end, is_certain, is_cut = self.end_of(at, line)
        if bullet is None or is_cut or not is_certain:
            raise LostError
        self.item_text(bullet.end(), end)
        return Change(cut, bullet.end(), lead)

    def item_text(self, start: int, end: int) -> None:
        """Put one item between quotes if it needs them."""
        colon = COLON.search(self.text, start, end)
        code = starts_with_sign(self.text, start) or ("Y030" if colon else None)
        if start == end or self.text[start] in "[{\"'" or is_yaml(self.text, start, end):
            raise LostError
        if code:
            shown = arguments_of(code, self.text, start, end)
            self.report(Slip(code, start, quoted(self.text, start, end), shown))
