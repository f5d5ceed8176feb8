"""Typography: French spaces and apostrophes, dates in words, shares, lists."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final, Literal

Language = Literal["fr", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("fr", "en")

NARROW: Final = "\u202f"  # narrow no-break space, the one French punctuation wants
NO_BREAK: Final = "\u00a0"

# Each look-behind stands last: a pattern is quick if it starts with what it searches for.
_BEFORE_MARK: Final = re.compile(r"[ \u00a0\u202f](?=[;:!?%»](?![\w/\\-]))(?<=\S.)")
_APOSTROPHE: Final = re.compile(r"'(?=[\w{«])(?<=[^\W\d_].)")
_AFTER_GUILLEMET: Final = re.compile(r"«[ \u00a0\u202f](?=\S)")
# The space after « art. », « L. », « n° » and « M. », where no line may break.
_ANNOUNCING: Final = re.compile(
    r" (?=[0-9]|[LRD]\.)(?:(?<=\bart\. )|(?<=\b[LRD]\. )|(?<=\bn° )|(?<=\bp\. ))"
    r"| (?=[A-ZÀ-Ý])(?:(?<=\bM\. )|(?<=\bMme ))"
)
# The space between a number and its unit.
_UNIT: Final = re.compile(
    r" (?=(?:[kM]?€|km²?|[cm]?m|m[²³]|k?g|t|ha|[lL]|h|min|[kMG]?Wh?)(?!\w))(?<=[0-9] )"
)

# « 1 102 000 », and not « 2025 120 », « 01 120 » or the groups of « 123 456 789 00012 ».
_THOUSANDS: Final = re.compile(
    r"[1-9](?<![\w.,/-].)(?<!\b[0-9] .)(?<!\b[0-9]{2} .)(?<!\b[0-9]{3} .)[0-9]{0,2}"
    r"(?:[ \u00a0\u202f][0-9]{3})+(?![\w/-]|[ \u00a0\u202f][0-9])"
)


_Change = Callable[[re.Match[str]], str]


def _joined_by_narrow(number: re.Match[str]) -> str:
    return re.sub("[ \u00a0]", NARROW, number[0])


_DIGITS: Final = "0123456789"
_CHANGES: Final[tuple[tuple[Iterable[str], re.Pattern[str], str | _Change], ...]] = (
    (";:!?%»", _BEFORE_MARK, NARROW),
    ("«", _AFTER_GUILLEMET, f"«{NARROW}"),
    ((". ", "n° ", "Mme "), _ANNOUNCING, NO_BREAK),
    (tuple(f"{digit} " for digit in _DIGITS), _UNIT, NO_BREAK),
    (tuple(f" {digit}" for digit in _DIGITS), _THOUSANDS, _joined_by_narrow),
    ("'", _APOSTROPHE, "’"),
)
"""What French typography changes, and the signs without one of which there is nothing to change."""

# What is no prose, in a word: an address, a path, a name of a file or of a program.
_NO_PROSE: Final = re.compile(
    r"""
      [@\\_=] | :// | \w\(["']                              # an e-mail, C:\…, a_name, key=…, f('…
    | ^(?:mailto|tel|urn|doi): | ^[0-9]+\.[0-9]+/
    | ^(?:~|\.{1,2})?/[\w.~%]                               # /srv/…, ./…, ~/…
    | \w\.[a-z]{2,}[/?\#]                                    # exemple.fr/…
    | /$ | /[^/]+/ | ^\#                                      # dossiers/mars/, a/b/c, #ancre
    | \.(?=[0-9]*[A-Za-z])(?:[a-z0-9]{2,5}|[A-Z0-9]{2,5})$  # a.pdf
    """,
    re.VERBOSE,
)
# The same in several words: between ` and `, between ' and ', « a b.pdf », or C:\a b.pdf.
_NO_PROSE_SPAN: Final = re.compile(
    r"""`[^`\n]{1,500}`"""
    r"""|(?<!\w)'[^'\n]{0,200}(?:'[\w{«][^'\n]{0,200}){0,3}'(?![\w{«])"""
    r"""|(?<=«[ \u00a0\u202f])[^«»\n]{1,200}\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{2,5}"""
    r"""(?=[ \u00a0\u202f]»)"""
    r"""|\b[A-Za-z]:[\\/][^\n*?"<>|:]{0,200}?\.(?=[0-9]*[A-Za-z])[A-Za-z0-9]{2,5}\b"""
)
_WORD: Final = re.compile(r"\S+")
# A text without any of these is prose; most texts are.
_SIGN: Final = re.compile(r"[`#@\\_=/]|\.[A-Za-z0-9]|\W'|\A'|:[a-z]")

MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
FIRST_OF_MONTH: Final[dict[Language, str]] = {"fr": "1er", "en": "1"}
_JOINTS: Final[dict[Language, dict[str, str]]] = {
    "fr": {"and": " et ", "or": " ou "},
    "en": {"and": " and ", "or": " or "},
}


def typeset(text: str, language: Language) -> str:
    """Give a text its language's typography.

    In French a narrow space before ; : ! ? %, inside « » and between thousands, the curved
    apostrophe, and a space that does not break after « art. » and the like. Only characters that
    are already there change; none is added or lost. An address, a path, the name of a file and code
    are no prose, and stay as they are.
    """
    if language != "fr":
        return text
    prose = text
    for signs, pattern, replacement in _CHANGES:  # most texts have few of these signs
        if any(map(text.__contains__, signs)):
            prose = pattern.sub(replacement, prose)
    if prose == text or not _SIGN.search(text):
        return prose
    characters = list(prose)
    for start, end in _no_prose(text):
        characters[start:end] = text[start:end]
    return "".join(characters)


def _no_prose(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has something that is no prose, and that typography could change."""
    for found in _WORD.finditer(text) if "'" in text else ():
        word = found[0]
        if "'" in word and _NO_PROSE.search(word.lstrip('([«"').rstrip(".,;:!?)]»\"'")):
            yield found.span()
    for found in _NO_PROSE_SPAN.finditer(text):
        yield found.span()


def joined(items: Iterable[object], language: Language, joint: Literal["and", "or"] = "and") -> str:
    """`a, b and c`, in the language; one item stands alone."""
    words = [str(item) for item in items]
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + _JOINTS[language][joint] + words[-1]


def day_in_words(day: date, language: Language) -> str:
    """`23 mai 2019`, `1er juin 2019`, `23 May 2019`, with spaces that do not break."""
    number = FIRST_OF_MONTH[language] if day.day == 1 else str(day.day)
    return f"{number}{NO_BREAK}{month_in_words(day, language)}"


def month_in_words(day: date, language: Language) -> str:
    """The month of a day: `mai 2019`, `May 2019`, with a space that does not break."""
    return f"{MONTHS[language][day.month - 1]}{NO_BREAK}{day.year}"


def span_in_words(first: date, last: date, language: Language) -> str:
    """`du 12 au 13 octobre 2026`, `12 to 13 October 2026`; one day stands alone."""
    if first == last:
        return day_in_words(last, language)
    start, end = _ends(first, last, language)
    return f"du {start} au {end}" if language == "fr" else f"{start} to {end}"


def between_in_words(first: date, last: date, language: Language) -> str:
    """`entre le 20 mai et le 19 novembre 2029`, `between 20 May and 19 November 2029`."""
    start, end = _ends(first, last, language)
    french = language == "fr"
    return f"entre le {start} et le {end}" if french else f"between {start} and {end}"


def _ends(first: date, last: date, language: Language) -> tuple[str, str]:
    """Two days in words; the first without the year and the month that it shares."""
    start = day_in_words(first, language).split(NO_BREAK)
    if first.year == last.year:
        start.pop()
        if first.month == last.month:
            start.pop()
    return NO_BREAK.join(start), day_in_words(last, language)


def count_shown(count: int, language: Language) -> str:
    """A number, in French with a narrow space between thousands where it is long: `12 000`."""
    return f"{count:,}".replace(",", NARROW) if language == "fr" and count >= 10_000 else str(count)


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
