"""From the text that a file holds to what a cell holds; what no cell can hold is a problem."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from ...messages.phrase import say
from ...messages.spreadsheet import WORDS
from ...model.sheets import Field
from ...problems.problem import Problem, problem
from ...text.cell_texts import in_one_cell
from ...text.display import character_name
from ...text.paths import DataPath
from ...text.typography import Language
from .sheets import Entry, Style

LONGEST: Final = 32_767
"""How many characters a cell holds, as spreadsheets count them: some signs count twice."""
_IMPOSSIBLE: Final = re.compile("[\r\ufffe\uffff]")

_STYLES: Final[dict[str, Style]] = {"day": "day", "word": "choice"}


class Entries:
    """Makes the cells of values, and collects the problems of those that no cell can hold."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.problems: list[Problem] = []

    def entry(self, field: Field, value: Any, path: DataPath, style: Style | None = None) -> Entry:
        """The cell of a value, which stands at a path of its file."""
        shown = style or _STYLES.get(field.kind, "answer")
        if value is None:
            return Entry(None, shown)
        match field.kind:
            case "day":
                return Entry(_day(value), shown)
            case "word":
                return Entry(self.word(str(path[-1]), value), shown)
            case "texts":
                text = in_one_cell(value)
            case "citations":
                text = in_one_cell(map(_citation, value))
            case _:
                text = str(value)
        self._check(text, path)
        return Entry(text, shown)

    def word(self, key: str, value: str) -> str:
        """The word that a cell shows for one of files."""
        phrase = WORDS[key].get(value)
        return say(phrase, self.language) if phrase else value

    def words(self, key: str) -> Sequence[str]:
        """The words of a list to choose from."""
        return [say(phrase, self.language) for phrase in WORDS[key].values()]

    def _check(self, text: str, path: DataPath) -> None:
        count = len(text) + sum(one > "\uffff" for one in text)
        if count > LONGEST:
            self.problems.append(problem("X019", path, limit=LONGEST, count=count))
        if found := _IMPOSSIBLE.search(text):
            self.problems.append(problem("X020", path, character=character_name(found[0])))


def _day(value: Any) -> date | str:
    """A day of the calendar; what is none stays as it was written."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return str(value)


def _citation(citation: dict[str, str]) -> str:
    return " ".join((citation["source"], *([citation["at"]] if "at" in citation else [])))
