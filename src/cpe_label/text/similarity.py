"""Near misses: the known word or identifier that a written one was probably meant to be."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_NUMBERED: Final = re.compile(r"(.*?)(?:[-_. ]|(?=[0-9]))([0-9OoIl]{1,9})")
_DIGIT_LIKE: Final = str.maketrans("OoIl", "0011")
_MINUS: Final = "\u2212"
_MOST_COMPARED: Final = 200


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
    """The characters without accents, and with one kind of dash."""
    for character in unicodedata.normalize("NFKD", name):
        kind = unicodedata.category(character)
        if kind == "Pd" or character == _MINUS:
            yield "-"
        elif kind not in ("Mn", "Cf"):
            yield character
