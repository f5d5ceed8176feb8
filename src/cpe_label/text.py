"""How texts look: French typography, dates in words, shares, lists, quoted values.

Everything here takes a value and returns the text a person reads. Nothing here knows the label.
"""

import re
from collections.abc import Iterable, Mapping
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
_ANNOUNCING: Final = re.compile(
    r"(?<![\w.])(?:art\. (?=[0-9]|[LRD]\.)|(?:[LRD]\.|n°|p\.) (?=[0-9])|(?:M\.|Mme) (?=[A-ZÀ-Ý]))"
)
_NUMBERED: Final = re.compile(r"(.*?)[-_. ]?([0-9OoIl]{1,9})")
_DIGIT_LIKE: Final = str.maketrans("OoIl", "0011")
_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
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
    text = _ANNOUNCING.sub(lambda found: found[0][:-1] + NO_BREAK, text)
    return _APOSTROPHE.sub("’", text)


def visible(text: str) -> str:
    """The text with control, bidirectional and invisible characters written as escapes."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


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
    """The one identifier that reads as `name` does: `COO-O1` and `COO-1` are `COO-01`, or nothing.

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
    found = _NUMBERED.fullmatch(name)
    if found is None:
        return name.casefold()
    digits = found[2].translate(_DIGIT_LIKE)
    return found[1].casefold(), int(digits)
