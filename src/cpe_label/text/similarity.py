"""Near misses: the known word or identifier that a written one was probably meant to be."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_NUMBERED: Final = re.compile(r"(.*?)(?:[-_. ]|(?=[0-9]))([0-9OoIl]{1,9})")
_DIGIT_LIKE: Final = str.maketrans("OoIl", "0011")
_MINUS: Final = "\u2212"
_MOST_COMPARED: Final = 200


def unaccented(written: str) -> str:
    """A text in small letters, without accents and invisible signs."""
    kept = (
        c for c in unicodedata.normalize("NFKD", written) if unicodedata.category(c) not in _MARKS
    )
    return "".join(kept).casefold()


_MARKS: Final = ("Mn", "Cf")


def plain_words(written: str) -> str:
    """The words of a text in small letters, without accents and signs, one space between them."""
    return " ".join(_WORD.findall(unaccented(written)))


_WORD: Final = re.compile(r"[^\W_]+")


def title_key(written: str) -> str:
    """Titles with the same key are one: case, spaces and the form of the apostrophe aside.

    Any other sign may be meant: « A » and « A+ » are two titles.
    """
    text = unicodedata.normalize("NFC", written).casefold().replace("’", "'")
    return " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())


def near_miss(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word that `word` was probably meant to be, or nothing."""
    from difflib import get_close_matches  # only where something is already wrong

    folded = {name.casefold(): name for name in known}
    if len(folded) > _MOST_COMPARED:
        return ""
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else ""


def is_one_edit_apart(first: str, second: str) -> bool:
    """Whether one character more, less, other, or two that changed places, is all the difference.

    Two equal texts are so too.
    """
    start = _alike_from_the_start(first, second)
    first, second = first[start:], second[start:]
    end = _alike_from_the_start(first[::-1], second[::-1])
    first, second = first[: len(first) - end], second[: len(second) - end]
    return max(len(first), len(second)) <= 1 or (len(first) == 2 and first == second[::-1])


def _alike_from_the_start(first: str, second: str) -> int:
    both = zip(first, second, strict=False)
    shorter = min(len(first), len(second))
    return next((at for at, (one, other) in enumerate(both) if one != other), shorter)


Reading = tuple[str, int] | str


def near_identifier(name: str, known: Mapping[Reading, list[str]]) -> str:
    """The one identifier that reads as `name` does: `COO-O1` and `COÔ–1` are `COO-01`, or nothing.

    Two identifiers with another number are two things, however alike they look.
    """
    found = known.get(_reading(name), [])
    return found[0] if len(found) == 1 else ""


def by_letters(names: Iterable[str]) -> dict[Reading, tuple[str, ...]]:
    """Identifiers by the letters before their number, for `letters_of`."""
    found: dict[Reading, tuple[str, ...]] = {}
    for name in names:
        found[letters_of(name)] = (*found.get(letters_of(name), ()), name)
    return found


def letters_of(name: str) -> Reading:
    """What stands before the number of an identifier, as a person reads it."""
    reading = _reading(name)
    return reading if isinstance(reading, str) else reading[0]


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
    """The characters without accents, and with one kind of dash."""
    for character in unicodedata.normalize("NFKD", name):
        kind = unicodedata.category(character)
        if kind == "Pd" or character == _MINUS:
            yield "-"
        elif kind not in ("Mn", "Cf"):
            yield character


class NearIdentifiers:
    """Finds identifiers that are one character apart: one more, one less, or another one.

    Case, and the signs between letters and digits, make no difference. With `other_digits`, another
    digit is another character; else `exemple-001` and `exemple-002` are two things.
    """

    def __init__(self, known: Iterable[str] = (), *, other_digits: bool = True) -> None:
        self._known: dict[str, str] = {}
        self._other_digits = other_digits
        for name in known:
            self.add(name)

    def add(self, name: str) -> None:
        """Make an identifier known."""
        bare = _bare(name)
        for key in (bare, *self._one_open(bare), *(f"-{less}" for less in _one_less(bare))):
            self._known.setdefault(key, name)

    def of(self, name: str) -> str:
        """The known identifier that is one character apart, or nothing."""
        bare = _bare(name)
        keys = (bare, f"-{bare}", *self._one_open(bare), *_one_less(bare))
        return next((self._known[key] for key in keys if key in self._known), "")

    def _one_open(self, bare: str) -> Iterator[str]:
        for at, character in enumerate(bare):
            if self._other_digits or not character.isdigit():
                yield f"{bare[:at]}\0{bare[at + 1 :]}"


def _bare(name: str) -> str:
    return name.casefold().translate(_JOINTS)


_JOINTS: Final = str.maketrans("", "", "._-")


def _one_less(bare: str) -> Iterator[str]:
    return (bare[:at] + bare[at + 1 :] for at in range(len(bare)))
