"""Put values into the words of one language, for both views."""

from collections.abc import Iterable, Mapping

from ...messages.phrase import Phrase, say
from ...messages.reports import REPORT
from ...messages.states import StateStyle
from ...model.referential import Citation, Level, ReferenceDocument
from ...text.typography import Language, typeset
from ..characters import harmless
from ..prose import one_line
from .types import Word


class Localizer:
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
        """A text of a file or of a program, with its typography; empty for no text.

        Every text that somebody wrote passes here on its way into a report, so here it loses what
        no report may hold.
        """
        return typeset(harmless(written), self.language) if written else ""

    def line(self, written: str | None) -> str:
        """A text on one line: a name, a title, a place in a document."""
        return one_line(self.text(written))

    def texts(self, written: Iterable[str]) -> tuple[str, ...]:
        """Several texts."""
        return tuple(map(self.text, written))

    def word(self, styles: Mapping[str, StateStyle], key: str) -> Word:
        """A state by its key."""
        style = styles[key]
        return Word(key, self.phrase(style), style.icon, style.tone)

    def rule(self, level: Level) -> str:
        """What a level requires, as a sentence."""
        key = "rule_level" if level.scope == "whole" else "rule_each"
        return self.say(key, level=self.line(level.title), required=level.required)

    def citation(self, citation: Citation, documents: Mapping[str, ReferenceDocument]) -> str:
        """A place in a reference document."""
        title = documents[citation.source].title
        return self.line(f"{title}, {citation.at}" if citation.at else title)
