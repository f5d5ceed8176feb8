"""The markup of every sheet of a workbook, of either form, within limits."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final
from xml.parsers.expat import ExpatError

from ...problems.exceptions import DataError
from ...problems.problem import problem
from .container import Parts
from .markup import SheetFacts, parser_of
from .markup_ods import of_ods
from .markup_xlsx import of_xlsx

_COUNTING: Final = ("xl/sharedStrings.xml", "xl/styles.xml")
"""Parts that say how much they hold, for which the reader of cells makes room before it looks."""
MOST_MARKUP: Final = 1_000_000
"""How many tags are looked through."""


def markup_of(parts: Parts, name: str) -> Mapping[str, SheetFacts]:
    """The markup of each sheet, by its name.

    Raises DataError if it is no markup, or if there is more of it than is read.
    """
    refused = problem("X001", found="unreadable")
    try:
        if sum(content.count(b"<") for content in _of_sheets(parts)) > MOST_MARKUP:
            refused = problem("X003", limit=MOST_MARKUP, kind="tags")
        else:
            for part in _COUNTING:
                _refuse_false_count(parts.get(part, b""))
            return dict((of_xlsx if parts.form == "xlsx" else of_ods)(parts))
    except (ExpatError, ValueError, LookupError):
        pass
    raise DataError([refused.at_cell(name, None)])


def _of_sheets(parts: Parts) -> Iterator[bytes]:
    """The parts that are looked through."""
    for name, content in parts.items():
        if name == "content.xml" or name.startswith(("xl/w", "xl/_rels/")):
            yield content


class _Counted(Exception):  # noqa: N818  no error: the rest of a part does not count
    """The first element of a part was looked at."""


def _refuse_false_count(part: bytes) -> None:
    """Raise ValueError if the first element of a part says that it holds more than it can."""

    def start(_: str, found: dict[str, str]) -> None:
        for name in ("count", "uniqueCount"):
            if int(found.get(name, 0)) not in range(MOST_MARKUP):
                raise ValueError(name)
        raise _Counted

    with suppress(_Counted):
        if part:
            parser_of(start).Parse(part, True)
