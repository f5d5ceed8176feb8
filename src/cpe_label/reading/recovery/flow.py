"""Lists and mappings between brackets: `[one, two]`, `{status: met}`."""

import re
from collections.abc import Callable
from typing import Any, Final

from ...problems.fix import Change
from ...text.paths import DataPath
from .expected import UNKNOWN, Expected
from .quoting import end_of_quotes, quoted, requoted
from .signs import COLON, arguments_of, is_yaml, starts_with_sign
from .slips import BLANK, NO_BREAK, LostError, Slip

_DEEPEST: Final = 32
_SPACE: Final = re.compile(r"(?:[ \t\r\n]+|(?<=\s)#[^\r\n]*)*")
_KEY: Final = re.compile(rf"(\??)([^\s,:\[\]{{}}\"'#?][^,:\[\]{{}}\r\n]*?)([ \t{NO_BREAK}]*):")
_BARE_KEY: Final = re.compile(r"[^\s,:\[\]{}\"'#?&*!|>%@`][^,:\[\]{}#\r\n]*(?=[,}])")
_CLOSING: Final = {"[": "]", "{": "}"}

Report = Callable[[Slip], None]


class Flow:
    """Read what stands between brackets, and report each slip of which one reading is certain."""

    def __init__(self, text: str, report: Report) -> None:
        self.text, self.report = text, report

    def read(self, at: int, expected: Expected, path: DataPath, depth: int = 1) -> int:
        """The offset behind the bracket that closes what opens at `at`."""
        text, closing = self.text, _CLOSING[self.text[at]]
        if depth > _DEEPEST:
            raise LostError
        here, number = self.skip(at + 1), 0
        while text[here : here + 1] != closing:
            if not text[here : here + 1]:
                raise LostError
            if text[here] == ",":
                here = self.skip(here + 1)
                continue
            if closing == "}":
                here = self.pair(here, expected, path, depth)
            else:
                here = self.value(here, expected.item, (*path, number), depth)
                number += 1
            here = self.skip(here)
            if text[here : here + 1] not in (",", closing):
                raise LostError
        return here + 1

    def skip(self, at: int) -> int:
        """The offset of the next sign that is neither space nor comment."""
        found: Any = _SPACE.match(self.text, at)
        return int(found.end())

    def pair(self, at: int, expected: Expected, path: DataPath, depth: int) -> int:
        """Read a key and its value."""
        text = self.text
        if text[at] in "\"'":
            end = end_of_quotes(text, at)
            colon = self.skip(end) if end > 0 else 0
            if not end > 0 or text[colon : colon + 1] != ":":
                raise LostError
            return self.value(self.skip(colon + 1), UNKNOWN, (*path, text[at:end]), depth)
        if bare := _BARE_KEY.match(text, at):
            return bare.end()
        found = _KEY.match(text, at)
        if found is None:
            raise LostError
        key, inside = found[2], expected.at(found[2])
        if found[1]:
            if inside is UNKNOWN:
                raise LostError
            self.report(Slip("Y053", at, [Change(at, at + 1, "")], {"key": key}))
        self.spaces(found, inside)
        return self.value(self.skip_all(found.end()), inside, (*path, key), depth)

    def spaces(self, key: re.Match[str], inside: Expected) -> None:
        """Report what is wrong between a key, its colon and its value."""
        text, end = self.text, key.end()
        if fixed := re.search(f"[{NO_BREAK}]", key[3]):
            at = key.start(3) + fixed.start()
            changes = [Change(key.start(3), key.end(3), "")]
            self.report(Slip("Y047", at, changes, {"character": named(text[at])}))
        following = text[end : end + 1]
        if following and following in NO_BREAK:
            changes = [Change(end, self.skip_all(end), " ")]
            self.report(Slip("Y047", end, changes, {"character": named(following)}))
        elif following and following not in " \t\r\n,}":
            if inside is UNKNOWN:
                raise LostError
            self.report(Slip("Y046", end, [Change(end, end, " ")], {"key": key[2]}))

    def skip_all(self, at: int) -> int:
        """As `skip`, over no-break spaces too where they stand directly after the colon."""
        while self.text[at : at + 1] and self.text[at] in BLANK:
            at += 1
        return self.skip(at)

    def value(self, at: int, expected: Expected, path: DataPath, depth: int) -> int:
        """Read a value up to the comma or the bracket behind it."""
        text = self.text
        sign = text[at : at + 1]
        if not sign or sign in ",]}":
            return at
        if sign in "[{":
            return self.bracket(at, expected, path, depth)
        if sign in "\"'":
            return self.quotes(at, expected)
        end = self.end_of_plain(at)
        code = starts_with_sign(text, at) or self.inside(at, end)
        if code is None:
            return end
        if not expected.takes(code) or is_yaml(text, at, end):
            raise LostError
        place, shown = self.place(code, at, end), arguments_of(code, text, at, end)
        self.report(Slip(code, place, quoted(text, at, end), shown))
        return end

    def inside(self, at: int, end: int) -> str | None:
        """The code of what a text holds that ends it in YAML."""
        if COLON.search(self.text[at:end]):
            return "Y030"
        return "Y050" if any(sign in self.text[at:end] for sign in "[]{}") else None

    def place(self, code: str, at: int, end: int) -> int:
        """Where a problem stands: at the sign, or where the text starts."""
        colon = COLON.search(self.text[at:end]) if code == "Y030" else None
        return at + colon.start() if colon else at

    def bracket(self, at: int, expected: Expected, path: DataPath, depth: int) -> int:
        """Read a bracket inside a bracket; text behind it makes a text of both."""
        end = self.read(at, expected, path, depth + 1)
        if self.text[self.skip(end) : self.skip(end) + 1] in (",", "]", "}"):
            return end
        if expected.kind not in ("text", "word"):
            raise LostError
        whole = self.end_of_plain(end)
        self.report(Slip("Y050", at, quoted(self.text, at, whole)))
        return whole

    def quotes(self, at: int, expected: Expected) -> int:
        """Read a text between quotes; text behind it makes a text of both."""
        text, end = self.text, end_of_quotes(self.text, at)
        if end < 0:
            raise LostError
        if text[self.skip(end) : self.skip(end) + 1] in (",", "]", "}"):
            return end
        if not expected.is_text:
            raise LostError
        whole = self.end_of_plain(end)
        changes = None
        if text[whole - 1] == text[at]:
            changes = requoted(text, at, whole)
        elif text[end : end + 1] in (" ", "."):
            changes = quoted(text, at, whole)
        if changes is None:
            raise LostError
        self.report(
            Slip("Y048" if text[whole - 1] == text[at] else "Y050", at, changes, {"first": at})
        )
        return whole

    def end_of_plain(self, at: int) -> int:
        """Where a text without quotes ends on its line. Brackets inside it are its own."""
        open_brackets, here, text = 0, at, self.text
        while here < len(text) and text[here] not in "\r\n":
            sign = text[here]
            if sign in "[{":
                open_brackets += 1
            elif sign in "]}" and open_brackets:
                open_brackets -= 1
            elif (sign in ",]}" and not open_brackets) or (sign == "#" and text[here - 1] in " \t"):
                break
            here += 1
        if open_brackets or text[here : here + 1] not in (",", "]", "}"):
            raise LostError
        return at + len(text[at:here].rstrip(" \t"))


def named(character: str) -> str:
    """The number of a character, as in `U+00A0`."""
    return f"U+{ord(character):04X}"
