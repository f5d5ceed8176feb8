"""Telling values in one language: what the views of an evaluation and of a referential share."""

from collections.abc import Mapping

from ..referential import Citation, Level, ReferenceDocument
from ..text import Language, typeset
from ..wording import Phrase, say
from ..wording.looks import Look
from ..wording.reports import REPORT
from .view import Word


class Teller:
    """Words and texts in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, key: str, /, **blanks: object) -> str:
        """A sentence of the reports."""
        return say(REPORT[key], self.language, **blanks)

    def phrase(self, phrase: Phrase) -> str:
        """A sentence of another table."""
        return say(phrase, self.language)

    def text(self, written: str | None) -> str:
        """A text of a file, with its typography; nothing for nothing."""
        return typeset(written, self.language) if written else ""

    def texts(self, written: tuple[str, ...]) -> tuple[str, ...]:
        """Several texts."""
        return tuple(map(self.text, written))

    def word(self, looks: Mapping[str, Look], key: str) -> Word:
        """A state as it is told."""
        look = looks[key]
        return Word(key, self.phrase(look), look.icon, look.tone)

    def rule(self, level: Level) -> str:
        """What a level requires, as a sentence."""
        key = "rule_level" if level.scope == "whole" else "rule_each"
        return self.say(key, level=self.text(level.title), required=level.required)

    def citation(self, citation: Citation, documents: Mapping[str, ReferenceDocument]) -> str:
        """A place in a reference document."""
        title = documents[citation.source].title
        return self.text(f"{title}, {citation.at}" if citation.at else title)
