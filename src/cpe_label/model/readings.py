"""What a wrong value was meant to be: near misses of words, days, shares, numbers, identifiers.

Each function takes what was written and gives what a problem adds to its message: `near`, what to
write, where one reading is certain; `advice`, a sentence of `messages/advice.py`, and its blanks.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from ..messages.terms import terms
from ..text.similarity import is_one_edit_apart, near_miss, plain_words

Reading = Mapping[str, Any]
NOTHING: Final[Reading] = {}
LONGEST: Final = 60
"""A longer text is read in no other way."""


def key_meant(written: str, known: Sequence[str]) -> str:
    """The key of that place that was meant, or nothing."""
    return term_meant(written, known, terms().keys) or near_miss(written, known)


def term_meant(written: str, known: Sequence[str], table: Mapping[str, Sequence[str]]) -> str:
    """The known name that a term of a table stands for, or that differs in case or signs alone."""
    plain = plain_words(written)
    alike = [name for name in known if _plain_words_of_known(name) == plain]
    meant = alike or [name for name in table.get(plain, ()) if name in known]
    return meant[0] if meant else ""


_plain_words_of_known: Final = lru_cache(maxsize=512)(plain_words)


def word_meant(written: str, known: Sequence[str], key: str) -> Reading:
    """How to write a word, or what to do where there is no answer yet."""
    if found := term_meant(written, known, terms().words):
        return {"near": found}
    plain = plain_words(written)
    answer = terms().answers.get(plain, ("",))[0] if plain else "not_yet"
    if advice := _ADVICE.get((key, answer)):
        return {"near": "", "advice": advice}
    return {"near": _mistyped(plain, known) or near_miss(written, known)}


def _mistyped(plain: str, known: Sequence[str]) -> str:
    """The word that a term stands for which is one edit away: `met` for `satifait`.

    Short terms are too much alike, and two words that are as near leave both in doubt.
    """
    meant = {
        name
        for term, names in terms().words.items()
        if len(term) >= _LONG_ENOUGH and is_one_edit_apart(plain, term)
        for name in names
        if name in known
    }
    return meant.pop() if len(meant) == 1 else ""


_LONG_ENOUGH: Final = 5


_ADVICE: Final = {
    ("status", "in_part"): "met_in_part",
    ("status", "not_yet"): "no_answer_yet",
    ("outcome", "not_yet"): "no_decision_yet",
}
"""By key and kind of answer, where no word stands for it."""


def language_meant(written: str) -> Reading:
    """`fr` for `Français`, `FR` and `fr_FR`."""
    plain = plain_words(written[:LONGEST])
    first = plain.partition(" ")[0]
    return {"near": _LANGUAGES.get(first, first if first in _LANGUAGES.values() else "")}


_LANGUAGES: Final = {
    **dict.fromkeys(("francais", "french", "fra"), "fr"),
    **dict.fromkeys(("anglais", "english", "eng"), "en"),
}
