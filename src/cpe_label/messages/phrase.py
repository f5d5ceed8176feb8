"""A sentence in two languages, and how its blanks are filled.

A phrase has all its languages side by side, so none can be forgotten. Blanks: `{name}` as it is,
a long number by its thousands, `{name:quote}` between guillemets, `{name:and}` and `{name:or}` a
list, `{name:each}` a list with each between guillemets, `{name:few}` the first of a list,
`{name:among}` the same in brackets, `{name:words}` a date in words, `{name:share}` a required
share, `{name:tight}` without line breaks, `{name:kind}` a kind of thing, `{name:reason}` a failure
of the system, `{count:criterion|criteria}` the form that agrees with the number, `{name:where}` a
line, a cell or a path, `{name:form}` keys to write, with their days.

Three are shown as the kind of file shows them that a problem is about (`Words`): `{met:term}` that
very key or word of files, `{name:word}` the one that a blank holds, `{day:pattern}` how a day is
written.
"""

import errno
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from string import Formatter
from typing import Any, Final

from ..text.display import quoted
from ..text.paths import path_shown
from ..text.typography import (
    NO_BREAK,
    Language,
    count_shown,
    day_in_words,
    joined,
    required_shown,
    typeset,
)
from .kinds import KINDS
from .sentence import Phrase as Phrase  # noqa: PLC0414  others know it from here


def failure_name(error: OSError) -> str:
    """`EACCES`: the name of what the system refused, for `wording.FAILURES`."""
    return errno.errorcode.get(error.errno or 0, type(error).__name__)


class Words:
    """How a kind of file shows the keys, the words and the days of its format: as they are."""

    pattern: Phrase = Phrase("YYYY-MM-DD", "AAAA-MM-JJ")
    """How a day is written."""

    def term(self, name: str) -> str:
        """What a person sees who has the file open, for a key or a word of the format."""
        return name

    def day(self, day: date) -> str:
        """A day as a person would write it there."""
        return day.isoformat()


OF_FILES: Final = Words()
"""YAML, JSON and CSV show what their format says."""


_NONE: Final = Phrase("none", "aucun")
_LINE: Final = Phrase("line {line}", "ligne {line}")
MORE_NAMES: Final = Phrase("{names}, and {count} more", "{names} et {count} autres")
MOST_NAMES: Final = 6
"""How many names of a list a sentence gives."""

FAILURES: Final[dict[str, Phrase]] = {
    "EEXIST": Phrase("a file has the name of its folder", "un fichier porte le nom de son dossier"),
    "EACCES": Phrase("permission denied", "droit refusé"),
    "EPERM": Phrase("permission denied", "droit refusé"),
    "ENOENT": Phrase("its folder does not exist", "son dossier n'existe pas"),
    "ENOTDIR": Phrase("its folder does not exist", "son dossier n'existe pas"),
    "ENXIO": Phrase("nothing reads this pipe", "rien ne lit ce tube"),
    "ENOSPC": Phrase("no space left", "plus de place disponible"),
    "EDQUOT": Phrase("no space left", "plus de place disponible"),
    "EROFS": Phrase("read-only file system", "système de fichiers en lecture seule"),
    "EBADF": Phrase("it is closed", "elle est fermée"),
    "EIO": Phrase("the device failed", "le support a échoué"),
    "ENAMETOOLONG": Phrase("the name is too long", "le nom est trop long"),
    "ELOOP": Phrase("its links go round in a circle", "ses liens tournent en rond"),
}
"""Why the system refused, by the name of its error number."""


_DAY_FORM: Final[dict[Language, tuple[str, str]]] = {
    "en": ("YYYY-MM-DD", "YYYY-MM-DD"),
    "fr": ("YYYY-MM-DD", "AAAA-MM-JJ"),
}

# How a blank is filled, by the word after its colon.
_FILL: Final[dict[str, Callable[[Any, Language], str]]] = {
    "": lambda value, language: count_shown(value, language) if type(value) is int else str(value),
    "quote": quoted,
    "and": lambda value, language: joined(value, language, "and") or say(_NONE, language),
    "each": lambda value, language: joined([quoted(one, language) for one in value], language),
    "or": lambda value, language: joined(value, language, "or") or say(_NONE, language),
    "words": day_in_words,
    "share": lambda value, language: required_shown(str(value), language),
    "tight": lambda value, _: str(value).replace(" ", NO_BREAK),
    "reason": lambda value, language: say(FAILURES.get(value, Phrase(value, value)), language),
    "where": lambda value, language: (
        say(_LINE, language, line=str(value))
        if isinstance(value, int)
        else quoted(value if isinstance(value, str) else path_shown(value), language)
    ),
    "few": lambda value, language: _few(value, language),  # noqa: PLW0108  defined below
    "among": lambda value, language: f" ({_few(value, language)})" if value else "",
    "form": lambda value, language: str(value).replace(*_DAY_FORM[language]),
    "kind": lambda value, language: say(KINDS.get(value, Phrase(value, value)), language),
}


def _filled(template: str, language: Language, words: Words, blanks: Mapping[str, object]) -> str:
    return "".join(
        literal if name is None else literal + _shown(name, how, language, words, blanks)
        for literal, name, how in _pieces(template)
    )


@cache
def _pieces(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """The texts of a template, each with the name of the blank after it and how it is filled."""
    return tuple((text, name, how or "") for text, name, how, _ in Formatter().parse(template))


def _shown(
    name: str, how: str, language: Language, words: Words, blanks: Mapping[str, object]
) -> str:
    constant = _CONSTANT.get(how)
    return (
        constant(name, language, words) if constant else _fill(blanks[name], how, language, words)
    )


# What stands in a sentence whatever its arguments are, by the word after the colon.
_CONSTANT: Final[dict[str, Callable[[str, Language, Words], str]]] = {
    "term": lambda name, language, words: quoted(words.term(name), language),
    "pattern": lambda _, language, words: say(words.pattern, language),
}


def _fill(value: Any, how: str, language: Language, words: Words) -> str:
    if "|" in how:
        one, many = how.split("|")
        return one if _is_singular(value, language) else many
    if how == "word":
        return quoted(words.term(str(value)), language)
    if isinstance(value, date) and how in _OF_DAYS:
        value = words.day(value)
    return _FILL[how](value, language)


_OF_DAYS: Final = ("", "quote")
"""How a day is filled in with its figures."""


def _few(names: tuple[str, ...], language: Language) -> str:
    if len(names) <= MOST_NAMES:
        return joined(names, language)
    shown = names[: MOST_NAMES - 1]
    return say(MORE_NAMES, language, names=", ".join(shown), count=len(names) - len(shown))


def _is_singular(count: int, language: Language) -> bool:
    # Zero takes the singular in French and the plural in English.
    return count in (0, 1) if language == "fr" else count == 1


def say(phrase: Phrase, language: Language, words: Words = OF_FILES, /, **blanks: object) -> str:
    """The phrase in one language, with its typography, its blanks filled as they are."""
    template = unfilled(phrase, language)
    return _filled(template, language, words, blanks) if "{" in template else template


@cache
def unfilled(phrase: Phrase, language: Language) -> str:
    """The phrase in one language, with its typography and its blanks as they are written."""
    return typeset(phrase.fr if language == "fr" else phrase.en, language)


def with_terms(phrase: Phrase, language: Language, words: Words) -> str:
    """The phrase with the words that always stand in it, its other blanks as they are written."""
    return "".join(
        literal if name is None else literal + _kept(name, how, language, words)
        for literal, name, how in _pieces(unfilled(phrase, language))
    )


def _kept(name: str, how: str, language: Language, words: Words) -> str:
    constant = _CONSTANT.get(how)
    return constant(name, language, words) if constant else f"{{{name}:{how}}}"


def outline(phrase: Phrase, language: Language) -> str:
    """The phrase with an ellipsis in each blank that has a value of its own each time."""
    return "".join(
        literal if name is None else literal + _outlined(name, how, language)
        for literal, name, how in _pieces(unfilled(phrase, language))
    )


def _outlined(name: str, how: str, language: Language) -> str:
    constant = _CONSTANT.get(how)
    return constant(name, language, OF_FILES) if constant else "…"
