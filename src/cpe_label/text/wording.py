"""Two wordings of one text: whether they say the same, and which words differ."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "OE", "Æ": "AE"})
_IN_NUMBER: Final = re.compile(r"(?<=[0-9])[^\w\s%‰]+(?=[0-9])")
_INSIDE: Final = "\0"
"""Stands for the mark inside a number."""
_MEANING: Final = frozenset(f"%‰{_INSIDE}")
"""Punctuation, to Unicode, without which a text asks something else."""
_SIGNS: Final = ("Sm", "Sc", "So")
_MOST_COMPARED: Final = 4_000


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two texts differ in case, spaces, punctuation and accents alone.

    Signs that mean something are no punctuation: `%`, `≥`, `€`, and the mark inside a number,
    without which 1,5 would be 15.
    """
    return one == other or bare_words(one or "") == bare_words(other or "")


def bare_words(text: str) -> str:
    """What of a text `same_words` compares."""
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).casefold()
    return "".join(filter(_counts, _IN_NUMBER.sub(_INSIDE, plain)))


def _counts(character: str) -> bool:
    kind = unicodedata.category(character)
    return character in _MEANING or (kind[0] in "LN" and kind != "Lm") or kind in _SIGNS


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that two wordings share, or that one of them alone has."""

    kind: Literal["same", "removed", "added"]
    text: str


def changed_words(old: str, new: str) -> tuple[Piece, ...]:
    """Both wordings as one: the words they share, those removed, those added, in reading order."""
    return tuple(
        Piece(kind, " ".join(words))
        for kind, words in _runs(old.split(" "), new.split(" "))
        if any(words)
    )


def _runs(
    old: list[str], new: list[str]
) -> Iterator[tuple[Literal["same", "removed", "added"], list[str]]]:
    if len(old) + len(new) > _MOST_COMPARED:  # to compare word by word would take long
        steps = [("replace", 0, len(old), 0, len(new))]
    else:
        steps = list(SequenceMatcher(None, old, new).get_opcodes())
    for step, i, j, k, m in steps:
        if step == "equal":
            yield "same", old[i:j]
        else:
            yield "removed", old[i:j]
            yield "added", new[k:m]
