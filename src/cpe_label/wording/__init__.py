"""Every sentence the package says, in each language, and how its blanks are filled.

A phrase has all its languages side by side, so none can be forgotten. Blanks: `{name}` as it is,
`{name:quote}` between guillemets, `{name:and}` and `{name:or}` a list, `{name:words}` a date in
words, `{name:share}` a required share, `{name:kind}` a kind of thing, `{count:criterion|criteria}` the form that agrees with the number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from string import Formatter
from typing import Any, Final, cast

from ..text import Language, day_in_words, joined, quoted, required_shown, typeset


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence in every language."""

    en: str
    fr: str


KINDS: Final[dict[str, Phrase]] = {
    "referential": Phrase("a referential", "un référentiel"),
    "audit": Phrase("an audit", "un audit"),
    "mapping": Phrase("a group of keys", "un groupe de clés"),
    "list": Phrase("a list", "une liste"),
    "text": Phrase("a text", "un texte"),
    "nothing": Phrase("nothing", "rien"),
    "level": Phrase("level", "niveau"),
    "source": Phrase("source", "source"),
    "section": Phrase("section", "domaine"),
    "criterion": Phrase("criterion", "critère"),
}


class _Blanks(Formatter):
    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "quote":
                return quoted(value)
            case "and" | "or":
                return joined(cast(Iterable[object], value), self.language, format_spec)
            case "words":
                return day_in_words(cast(date, value), self.language)
            case "share":
                return required_shown(str(value), self.language)
            case "kind":
                return say(KINDS[value], self.language)
            case forms if "|" in forms:
                one, many = forms.split("|")
                return one if _is_singular(value, self.language) else many
        return str(value)


def _is_singular(count: int, language: Language) -> bool:
    # Zero takes the singular in French and the plural in English.
    return count < 2 if language == "fr" else count == 1


def say(phrase: Phrase, language: Language, /, **blanks: object) -> str:
    """The phrase in one language, its blanks filled, with the language's typography."""
    template = phrase.fr if language == "fr" else phrase.en
    return typeset(_Blanks(language).vformat(template, (), blanks), language)
