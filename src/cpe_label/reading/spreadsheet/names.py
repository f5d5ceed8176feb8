"""The names of lines and columns: known in both languages, and what another one was meant for."""

from collections.abc import Iterable, Mapping

from ...messages.phrase import Phrase, say
from ...messages.spreadsheet import COLUMNS, LINES, OTHER_COLUMNS, PLURALS, SHEETS
from ...messages.terms import terms
from ...model.readings import term_meant
from ...model.sheets import Field
from ...text.similarity import near_miss, plain_words
from ...text.typography import LANGUAGES, Language

_CLOSE = 0.8
_KEYS = {"section": "sections"}


def sheet_names(key: str) -> tuple[str, ...]:
    """The names of a sheet, in each language."""
    return tuple(say(SHEETS[key], language) for language in LANGUAGES)


def line_label(name: str, language: Language) -> str:
    """What the line of a field is called."""
    return say(LINES[name], language)


def column_label(name: str, table: str, language: Language) -> str:
    """What the column of a field is called in a table."""
    return say(_column(name, table), language)


def _column(name: str, table: str) -> Phrase:
    return OTHER_COLUMNS.get(table, {}).get(name) or COLUMNS[name]


def lines_by_label(names: Iterable[str]) -> dict[str, str]:
    """The names of fields by what their lines may be called, as `plain_words` makes it."""
    return _by_label({name: LINES[name] for name in names})


def columns_by_label(fields: Iterable[Field], table: str) -> dict[str, str]:
    """The names of fields by what their columns may be called, as `plain_words` makes it."""
    names = {one.name: _column(one.name, table) for one in fields}
    same = (name for name, phrase in names.items() if phrase == COLUMNS.get(name))
    return _by_label({name: PLURALS[name] for name in same if name in PLURALS}) | _by_label(names)


def _by_label(phrases: Mapping[str, Phrase]) -> dict[str, str]:
    keys = {plain_words(name): name for name in phrases}
    return keys | {
        plain_words(say(phrase, language)): name
        for name, phrase in phrases.items()
        for language in LANGUAGES
    }


def name_meant(written: str, names: Iterable[str], labels: Mapping[str, str]) -> str:
    """The label that was meant where another stands, or nothing.

    `labels` are those of the fields with these names.
    """
    # The files of a referential have a list of sections, and no key for one of them.
    keys = {_KEYS.get(name, name.rpartition(".")[2]): name for name in names}
    if found := term_meant(written, list(keys), terms().keys):
        return labels[keys[found]]
    return near_miss(written, labels.values(), _CLOSE)
