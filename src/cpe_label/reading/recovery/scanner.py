"""Read the lines of a file with slips, knowing what the models expect at each key."""

import re
from typing import Final

from ...problems.fix import Change
from ...problems.problem import Argument
from ...text.paths import DataPath
from .expected import UNKNOWN, Expected
from .flow import named
from .levels import GLUED, KEY, Level
from .signs import BULLET, DASH
from .slips import BLANK, NO_BREAK, Line, LostError, Slip, lines_in
from .values import Values

_DEEPEST: Final = 32


class Scanner(Values):
    """Walk through the lines. Each line belongs to a level by its indentation."""

    def __init__(self, text: str, expected: Expected, family: str) -> None:
        super().__init__(text, lines_in(text), family)
        self.expected = expected

    def scan(self) -> list[Slip]:
        """Every slip that has one certain reading, up to where none is certain."""
        try:
            if self.text.startswith(("---", "%", "{", "[")):
                return []
            self.mapping(0, "", self.expected, ())
        except LostError:
            pass
        return self.slips

    def column_of(self, line: Line, pending: Expected | None = None) -> int:
        """The column of a line. That of a line with tabs is the level which alone can take it."""
        if "\t" not in line.prefix:
            return len(line.prefix)
        inner = self.levels[-1]
        is_deeper = line.prefix != inner.prefix and line.prefix.startswith(inner.prefix)
        if pending and is_deeper and self.takes(pending, line):
            return inner.column + 2
        able = [one for one in self.levels if one.takes(self.text, line)] or [
            one for one in self.levels if one.can_mean(self.text, line)
        ]
        same = [one.column for one in able if one.prefix == line.prefix]
        columns = same or [one.column for one in able]
        if pending and not same and self.takes(pending, line):
            columns.append(inner.column + 2)
        if len(set(columns)) != 1:
            raise LostError
        return columns[0]

    def takes(self, expected: Expected, line: Line) -> bool:
        """Whether a line can be the first below a key."""
        is_list = expected.kind in ("texts", "items")
        return Level(0, "", expected, is_list).takes(self.text, line)

    def settle(self, line: Line, column: int) -> None:
        """Report an indentation that is not of plain spaces."""
        if line.is_plain:
            return
        change = [Change(line.start, line.at, " " * column)]
        at = line.start + len(line.prefix) - len(line.prefix.lstrip(" "))
        shown: dict[str, Argument] = {"count": column}
        if "\t" in line.prefix:
            self.report(Slip("Y054", line.start + line.prefix.index("\t"), change, shown))
        else:
            shown_character = {"character": named(self.text[at]), **shown}
            self.report(Slip("Y047", at, change, shown_character))

    def mapping(
        self, column: int, prefix: str, expected: Expected, path: DataPath, first: int = -1
    ) -> None:
        """Read the keys of one group; `first` is the offset of one behind a dash."""
        if len(self.levels) >= _DEEPEST:
            raise LostError
        self.levels.append(Level(column, prefix, expected))
        if first >= 0:
            self.pair(first, column, expected, path)
        while line := self.peek():
            here = self.column_of(line)
            if here != column:
                if here > column:
                    raise LostError
                break
            if first >= 0 or not self.is_dash(line):
                self.settle(line, column)
                self.pair(line.at, column, expected, path)
            else:
                raise LostError
        self.levels.pop()

    def is_dash(self, line: Line) -> bool:
        """Whether a line is an item of a list."""
        return DASH.match(self.text, line.at, line.end) is not None

    def pair(self, at: int, column: int, expected: Expected, path: DataPath) -> None:
        """Read a key and what stands behind it."""
        line = self.lines[self.i]
        glued = GLUED.match(self.text, at, line.end)
        if glued and expected.has_key(glued[1]):
            found, key = glued, glued[1]
            changes = [Change(glued.end(), glued.end(), " ")]
            self.report(Slip("Y046", glued.end(), changes, {"key": key}))
        else:
            whole = KEY.match(self.text, at, line.end)
            if whole is None:
                self.skip(column)
                return
            found, key = whole, whole[2] or whole[1][1:-1]
        inside = expected.at(key)
        if inside is UNKNOWN and expected.kind == "mapping" and " " in key:
            self.skip(column)
            return
        start = self.around(found, line)
        self.value(start, column, inside, (*path, key))

    def skip(self, column: int) -> None:
        """Report lines that are no key, as those of a text that goes on at the margin."""
        first = self.i
        while (line := self.peek()) and len(line.prefix) >= column and not self.is_known(line):
            if self.text[line.end - 1] == ":":
                raise LostError
            change = Change(line.at, line.end, "")
            self.report(Slip("Y031", line.at, [change], is_mended=False))
            self.i += 1
        if self.i == first:
            raise LostError

    def is_known(self, line: Line) -> bool:
        """Whether a line is a key or an item of what is open, or starts as one."""
        word = re.split(r"[\s:]", self.text[line.at : line.end], maxsplit=1)[0]
        opens = self.levels
        starts = any(one.takes(self.text, line) or word in one.expected.keys for one in opens)
        return starts or self.is_dash(line) or not word[:1].isalnum()

    def around(self, key: re.Match[str], line: Line) -> int:
        """Report what is wrong around the colon of a key; the offset of the value."""
        last, colon, text = key.re.groups, key.end(), self.text
        blanks = key[last]
        for at in range(key.start(last), key.end(last)):
            if text[at] in NO_BREAK:
                changes = [Change(key.start(last), key.start(last) + len(blanks), "")]
                self.report(Slip("Y047", at, changes, {"character": named(text[at])}))
                break
        start = colon
        blank = BLANK if text[colon : colon + 1] in tuple(NO_BREAK) else " \t"
        while start < line.end and text[start] in blank:
            start += 1
        if blank is BLANK:
            changes = [Change(colon, start, " ")]
            self.report(Slip("Y047", colon, changes, {"character": named(text[colon])}))
        return start

    def pending(self, column: int, expected: Expected, path: DataPath) -> None:
        """Read what stands on the lines below a key without a value, if anything does."""
        line = self.peek()
        if line is None:
            return
        here = self.column_of(line, expected)
        in_list = self.is_dash(line) or (
            expected.kind == "texts" and BULLET.match(self.text, line.at, line.end) is not None
        )
        if in_list and here >= column and not (here == column and self.levels[-1].is_list):
            self.sequence(here, line.prefix, expected, path)
        elif here <= column:
            return
        elif expected.kind in ("text", "word", "texts") and not self.is_sibling(line):
            if "\t" in line.prefix:
                self.settle(line, here)
            self.value(line.at, column, expected, path)
        elif self.text[line.at] in "[{" or not KEY.match(self.text, line.at, line.end):
            if not (GLUED.match(self.text, line.at, line.end) and self.takes(expected, line)):
                self.value(line.at, column, expected, path)
                return
            self.mapping(here, line.prefix, expected, path)
        else:
            self.mapping(here, line.prefix, expected, path)

    def is_sibling(self, line: Line) -> bool:
        """Whether a line is a key of a level that is open, set in too far."""
        found = KEY.match(self.text, line.at, line.end)
        opens = found is None or self.text[found.end() : line.end].strip(BLANK)[:1] in ("", "{")
        return any(
            one.takes(self.text, line) and (opens or one.expected.kind != "named")
            for one in self.levels
            if not one.is_list
        )

    def sequence(self, column: int, prefix: str, expected: Expected, path: DataPath) -> None:
        """Read the items of a list. Other bullets than dashes are one slip."""
        self.levels.append(Level(column, prefix, expected, is_list=True))
        if len(self.levels) > _DEEPEST:
            raise LostError
        bullets: Slip | None = None
        number = 0
        while line := self.peek():
            here = self.column_of(line)
            if here < column:
                break
            dash = DASH.match(self.text, line.at, line.end)
            bullet = dash or self.bullet(line, expected)
            if here > column:
                raise LostError
            if bullet is None:
                break
            self.settle(line, column)
            start = bullet.end()
            if dash is None:
                change = Change(line.at, start, "- ")
                if bullets is None:
                    shown = {"bullet": self.text[line.at]}
                    bullets = Slip(f"{self.family}040", line.at, [], shown, path)
                    self.report(bullets)
                bullets.changes.append(change)
            elif "\t" in dash[0]:
                tab = line.at + dash[0].index("\t")
                self.report(Slip("Y055", tab, [Change(line.at, start, "- ")]))
            self.item(line, start, column, expected.item, (*path, number))
            number += 1
        self.levels.pop()

    def bullet(self, line: Line, expected: Expected) -> re.Match[str] | None:
        """The bullet of a line that was meant as an item."""
        found = BULLET.match(self.text, line.at, line.end)
        if found is None or expected.kind == "texts":
            return found
        key = KEY.match(self.text, found.end(), line.end)
        is_key = key is not None and expected.item.has_key((key[2] or "").strip())
        return found if expected.kind == "items" and is_key else None

    def item(self, line: Line, start: int, column: int, item: Expected, path: DataPath) -> None:
        """Read one item of a list."""
        is_key = KEY.match(self.text, start, line.end) or (
            (glued := GLUED.match(self.text, start, line.end)) and item.has_key(glued[1])
        )
        if DASH.match(self.text, start, line.end) and not item.takes("Y039"):
            raise LostError
        if is_key and item.kind not in ("text", "word"):
            inside = column + max(2, start - line.at)
            self.mapping(inside, " " * inside, item, path, first=start)
        else:
            self.value(start, column, item, path)
