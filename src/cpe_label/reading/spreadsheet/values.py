"""From the value of a cell to the text that a file holds there, by the kind of its field."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from functools import cache
from typing import Any, Final

from ...messages.phrase import say
from ...messages.spreadsheet import ALSO, TRUTHS, WORDS
from ...messages.workbook_words import WorkbookWords
from ...model.sheets import CellKind
from ...text.cell_texts import separate
from ...text.similarity import plain_words
from ...text.typography import LANGUAGES, Language
from .cells import Value

Read = Any
"""A text, a list, or a mapping, as a file holds it; None for a blank cell."""


class NoTextError(Exception):
    """The cell holds a number, a date or a truth where a text is expected."""


class NoDayError(Exception):
    """The cell holds an hour beside a day."""


def read_value(value: Value, kind: CellKind, key: str, language: Language) -> Read:
    """What a file holds for a cell. A text that is of no use there stays, for validation to refuse.

    Raises NoTextError, or NoDayError.
    """
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        return _OF_TEXT.get(kind, _as_it_is)(text, key, language == "fr") if text.strip() else None
    return _OF_OTHERS.get(kind, _no_text)(value, language)


# ── Texts ────────────────────────────────────────────────────────────────────────────────────────


def _as_it_is(text: str, _: str, __: bool) -> Read:
    return text


def _stripped(text: str, _: str, __: bool) -> Read:
    return text.strip()


def _texts(text: str, _: str, __: bool) -> Read:
    return separate(text)


def _citations(text: str, _: str, __: bool) -> Read:
    return [_citation(one) for one in separate(text)]


def _citation(text: str) -> dict[str, str]:
    source, _, at = text.partition(" ")
    return {"source": source, "at": at} if at else {"source": source}


def _word(text: str, key: str, _: bool) -> Read:
    return words_of(key).get(plain_words(text), text.strip())


@cache
def words_of(key: str) -> Mapping[str, str]:
    """The words of files by what a cell may hold for them, as `plain_words` makes it."""
    tables = (WORDS.get(key, {}), ALSO.get(key, {}))
    known = WORDS.get(key, {})
    return {
        **{
            plain_words(say(phrase, language)): name
            for table in tables
            for name, phrase in table.items()
            for language in LANGUAGES
            if name in known
        },
        **{plain_words(name): name for name in known},
    }


def _day(text: str, _: str, day_first: bool) -> Read:
    """A day as it is, or day first where the workbook is in French."""
    pieces = text.strip().replace("-", "/").replace(".", "/").split("/")
    if day_first and len(pieces) == 3 and [len(one) for one in pieces][2] == 4:
        day, month, year = pieces
        if max(len(day), len(month)) <= 2 and all(one.isdecimal() for one in pieces):
            # What is no day stays as it stands, for its problem to quote.
            with suppress(ValueError):
                return date(int(year), int(month), int(day)).isoformat()
    return text.strip()


_OF_TEXT: Final[Mapping[CellKind, Callable[[str, str, bool], Read]]] = {
    "texts": _texts,
    "citations": _citations,
    "identifier": _stripped,
    "word": _word,
    "day": _day,
    "share": _stripped,
    "whole": _stripped,
}


# ── Numbers, dates, truths ───────────────────────────────────────────────────────────────────────


def _no_text(_: Value, __: Language) -> Read:
    raise NoTextError


def _text_of(value: Value, _: Language) -> Read:
    """A whole number has one way to be written; any other may have been written otherwise."""
    return str(_whole(value))


def _whole(value: Value) -> int:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    raise NoTextError


def _day_of(value: Value, language: Language) -> Read:
    if isinstance(value, datetime):
        if _hour(value):
            raise NoDayError
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else shown(value, language)


def _hour(value: datetime) -> str:
    """The hour of a day, or nothing at midnight."""
    return "" if value.time() == time() else f" {value:%H:%M}"


def _share_of(value: Value, language: Language) -> Read:
    """A share of a sheet is a number from 0 to 1, shown with its %."""
    if isinstance(value, float) and 0 <= value <= 1 and (100 * value).is_integer():
        return f"{int(100 * value)}%"
    return shown(value, language)


def shown(value: Value, language: Language = "en") -> str:
    """The value of a cell, to show to a person who has a workbook in this language open."""
    if isinstance(value, bool):
        return say(TRUTHS[value], language)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, float):
        return str(value).replace(".", "," if language == "fr" else ".")
    if isinstance(value, date):
        hour = _hour(value) if isinstance(value, datetime) else ""
        return f"{WorkbookWords(language).day(value)}{hour}"
    return str(value)


_OF_OTHERS: Final[Mapping[CellKind, Callable[[Value, Language], Read]]] = {
    "text": _text_of,
    "texts": lambda value, language: [_text_of(value, language)],
    "day": _day_of,
    "share": _share_of,
    "whole": _text_of,
    "word": shown,
}
