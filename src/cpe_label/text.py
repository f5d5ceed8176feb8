"""How texts look: French typography, dates in words, shares, lists, quoted values.

Everything here takes a value and returns the text a person reads. Nothing here knows the label.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, Literal

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")

NARROW: Final = "\u202f"  # narrow no-break space, the one French punctuation wants
NO_BREAK: Final = "\u00a0"

# What is looked behind stands last: a search is quick where it starts with what it looks for.
_BEFORE_MARK: Final = re.compile(r"[ \u00a0\u202f](?=[;:!?%»](?![\w/\\-]))(?<=\S.)")
_APOSTROPHE: Final = re.compile(r"'(?=[\w{«])(?<=[^\W\d_].)")
_AFTER_GUILLEMET: Final = re.compile(r"«[ \u00a0\u202f](?=\S)")
# The space after « art. », « L. », « n° » and « M. », which keeps them with what they announce.
_ANNOUNCING: Final = re.compile(
    r" (?=[0-9]|[LRD]\.)(?:(?<=\bart\. )|(?<=\b[LRD]\. )|(?<=\bn° )|(?<=\bp\. ))"
    r"| (?=[A-ZÀ-Ý])(?:(?<=\bM\. )|(?<=\bMme ))"
)
_NUMBERED: Final = re.compile(r"(.*?)(?:[-_. ]|(?=[0-9]))([0-9OoIl]{1,9})")
_DIGIT_LIKE: Final = str.maketrans("OoIl", "0011")
_MINUS: Final = "\u2212"
ACTING: Final = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls, but for white space
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # what turns letters around, or digits
    "\ufdd0-\ufdef"  # what is no character at all, and here the last two of each plane
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
)
"""What acts on what shows it, instead of being shown, as the inside of a class."""

UNSAFE: Final = re.compile(
    f"[{ACTING}\t-\r\u2028\u2029"  # white space that ends a line or moves on it
    "\u00ad\u180e\u200b-\u200d\u2060-\u2065\ufeff\U000e0000-\U000e007f"  # what is not seen
    "\ud800-\udfff]"  # halves of a character: bytes of a file name that are not UTF-8
)
"""What must not reach a terminal or a log as it is, and is not seen there."""

_LONGEST_QUOTE: Final = 60
_MOST_COMPARED: Final = 200

_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_JOINTS: Final[dict[Language, dict[str, str]]] = {
    "fr": {"and": " et ", "or": " ou "},
    "en": {"and": " and ", "or": " or "},
}


def typeset(text: str, language: Language) -> str:
    """Give a text its language's typography.

    In French a narrow space before ; : ! ? % and inside « », the curved apostrophe, and a space
    that does not break after « art. » and the like. Only characters that are already there change;
    none is added or lost.
    """
    if language != "fr":
        return text
    text = _AFTER_GUILLEMET.sub(f"«{NARROW}", _BEFORE_MARK.sub(NARROW, text))
    text = _ANNOUNCING.sub(NO_BREAK, text)
    return _APOSTROPHE.sub("’", text)


def visible(text: str) -> str:
    """The text with control, bidirectional and invisible characters written as escapes."""
    return UNSAFE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def columns(text: str) -> int:
    """How many columns of a terminal a visible text takes: two for 漢, none for an accent."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def quoted(value: object, language: Language) -> str:
    """A value from a file, between guillemets, short and harmless to a terminal or a log."""
    shown = str(value)
    if len(shown) > _LONGEST_QUOTE:
        shown = shown[: _LONGEST_QUOTE - 1] + "…"
    space = NARROW if language == "fr" else " "
    return f"«{space}{visible(shown)}{space}»"


def joined(items: Iterable[object], language: Language, joint: Literal["and", "or"] = "and") -> str:
    """`a, b and c`, in the language; one item stands alone."""
    words = [str(item) for item in items]
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + _JOINTS[language][joint] + words[-1]


def day_in_words(day: date, language: Language) -> str:
    """`23 mai 2019`, `1er juin 2019`, `23 May 2019`, with spaces that do not break."""
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    month = _MONTHS[language][day.month - 1]
    return f"{number}{NO_BREAK}{month}{NO_BREAK}{day.year}"


def span_in_words(first: date, last: date, language: Language) -> str:
    """`du 12 au 13 octobre 2026`, `12 to 13 October 2026`; one day stands alone."""
    end = day_in_words(last, language)
    if first == last:
        return end
    start = day_in_words(first, language).split(NO_BREAK)
    if first.year == last.year:
        start.pop()
        if first.month == last.month:
            start.pop()
    between = NO_BREAK.join(start)
    return f"du {between} au {end}" if language == "fr" else f"{between} to {end}"


def share_shown(part: int, whole: int, language: Language) -> str:
    """A share to one decimal, rounded down (RC-5): 52 of 105 is `49,5 %`; of nothing it is `—`."""
    if whole == 0:
        return "—"
    units, tenths = divmod(1000 * part // whole, 10)
    if language == "fr":
        return f"{units},{tenths}{NARROW}%" if tenths else f"{units}{NARROW}%"
    return f"{units}.{tenths}%" if tenths else f"{units}%"


def required_shown(share: str, language: Language) -> str:
    """A required share as it was written, with its language's space: `50 %`, `1/3`."""
    return share.replace("%", f"{NARROW}%") if language == "fr" else share


def near_miss(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or nothing."""
    from difflib import get_close_matches  # only where something is already wrong

    folded = {name.casefold(): name for name in known}
    if len(folded) > _MOST_COMPARED:
        return ""
    found = get_close_matches(word.casefold(), folded, n=1)
    return folded[found[0]] if found else ""


Reading = tuple[str, int] | str


def near_identifier(name: str, known: Mapping[Reading, list[str]]) -> str:
    """The one identifier that reads as `name` does: `COO-O1` and `COÔ–1` are `COO-01`, or nothing.

    Two identifiers with another number are two things, however alike they look.
    """
    found = known.get(_reading(name), [])
    return found[0] if len(found) == 1 else ""


def readings(names: Iterable[str]) -> dict[Reading, list[str]]:
    """Identifiers by how a person reads them, for `near_identifier`."""
    found: dict[Reading, list[str]] = {}
    for name in names:
        found.setdefault(_reading(name), []).append(name)
    return found


def _reading(name: str) -> Reading:
    plain = name if name.isascii() else "".join(_plain(name))
    found = _NUMBERED.fullmatch(plain)
    if found is None:
        return _letters(plain)
    return _letters(found[1]), int(found[2].translate(_DIGIT_LIKE))


def _letters(written: str) -> str:
    return written.casefold().replace("0", "o")


def _plain(name: str) -> Iterator[str]:
    """The characters without what no keyboard for identifiers has: accents and kinds of dashes."""
    for character in unicodedata.normalize("NFKD", name):
        kind = unicodedata.category(character)
        if kind == "Pd" or character == _MINUS:
            yield "-"
        elif kind not in ("Mn", "Cf"):
            yield character
