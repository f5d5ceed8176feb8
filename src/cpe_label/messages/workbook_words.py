"""How a workbook shows the keys, the words and the days of files: for problems of its cells."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from ..text.typography import Language
from .phrase import Phrase, Words, say
from .spreadsheet import COLUMNS, LINES, OTHER_COLUMNS, WORDS

TERMS: Final[Mapping[str, Phrase]] = {
    **{name: phrase for words in WORDS.values() for name, phrase in words.items()},
    **{name: COLUMNS[name] for name in ("evidence", "good_practice", "justification")},
    **{name: LINES[name] for name in ("organisation.id", "events")},
    "decision": LINES["decision.outcome"],
    "reason": LINES["decision.reason"],
    "sources": OTHER_COLUMNS["grid"]["sources"],
    "previous": LINES["previous.last_day"],
}
"""By key or word of files, the line, the column or the word that stands for it."""


class WorkbookWords(Words):
    """The words of a workbook in one language, whatever the language of the sentence is."""

    def __init__(self, language: Language) -> None:
        self.language: Final[Language] = language
        if language == "fr":
            self.pattern = Phrase("DD/MM/YYYY", "JJ/MM/AAAA")

    def term(self, name: str) -> str:
        """The name of the line or the column, or the word that a cell has."""
        phrase = TERMS.get(name)
        return say(phrase, self.language) if phrase else name

    def day(self, day: date) -> str:
        """A day as the cells of dates show it."""
        if self.language == "fr":
            return f"{day.day:02}/{day.month:02}/{day.year:04}"
        return day.isoformat()


@cache
def words_of_workbook(language: Language) -> Words:
    """The words of a workbook whose sheets are in this language."""
    return WorkbookWords(language)
