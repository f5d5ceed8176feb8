"""Put values into the words of one language, for both views."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from ...messages.phrase import Phrase, say
from ...messages.reports import REPORT
from ...messages.states import StateStyle
from ...model.referential import Citation, Level, ReferenceDocument
from ...text.display import ACTING
from ...text.typography import Language, typeset
from ..formats.glyphs import codes
from ..prose import one_line
from .types import Word

# Line ends of other systems than ours, and of other times, which are no more than a space.
_LINE_END: Final = re.compile(r"\r\n?")
_SPACE: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_ACTING: Final = re.compile(f"[{ACTING}]+")


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
        """A text of a file or of a program, with its typography; nothing for nothing.

        Every text that somebody wrote passes here on its way into a report, so here it loses what
        no report may hold. A character that acts on what shows it, instead of being shown, becomes
        its code, `[U+202E]`, in every format as in a PDF: the reader sees which character stood
        there. The line ends that only some programs know become spaces. Characters of
        no width stay: they turn nothing around, and scripts, emoji and hyphens need them.
        """
        if not written:
            return ""
        if not written.isprintable():  # where it is, it holds none of these characters
            written = _ACTING.sub(codes, _SPACE.sub(" ", _LINE_END.sub("\n", written)))
        return typeset(written, self.language)

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
