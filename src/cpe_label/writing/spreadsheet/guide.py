"""The sheet that says how to fill in a workbook."""

from collections.abc import Iterable

from ...messages.phrase import say
from ...messages.spreadsheet import GUIDE, SHEETS
from ...text.typography import Language
from .sheets import Entry, Sheet, Style

OF_AUDIT = (
    "identity",
    "status",
    "evidence",
    "justification",
    "action",
    "keep",
    "protected",
    "then",
)
OF_REFERENTIAL = ("referential", "sources", "ask_for")


def guide_sheet(keys: Iterable[str], language: Language) -> Sheet:
    """One paragraph a row."""
    rows = [[_entry("title", "title", language)]]
    for key in keys:
        rows += [[], [_entry(key, "page", language)]]
    return Sheet(say(SHEETS["guide"], language), (110,), rows, frozen=(0, 0))


def _entry(key: str, style: Style, language: Language) -> Entry:
    return Entry(say(GUIDE[key], language), style)
