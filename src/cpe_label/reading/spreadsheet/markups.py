"""The markup of every sheet of a workbook, of either form, within limits."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.parsers.expat import ExpatError

from ...problems.exceptions import DataError
from ...problems.problem import problem
from .container import Parts
from .markup import SheetFacts
from .markup_ods import of_ods
from .markup_xlsx import of_xlsx

MOST_MARKUP: Final = 1_000_000
"""How many tags are looked through."""


def markup_of(parts: Parts, name: str) -> Mapping[str, SheetFacts]:
    """The markup of each sheet, by its name.

    Raises DataError if it is no markup, or if there is more of it than is read.
    """
    refused = problem("X001")
    try:
        if sum(content.count(b"<") for content in _of_sheets(parts)) > MOST_MARKUP:
            refused = problem("X003", limit=MOST_MARKUP, kind="tags")
        else:
            return dict((of_xlsx if parts.form == "xlsx" else of_ods)(parts))
    except (ExpatError, ValueError, LookupError):
        pass
    raise DataError([refused.at_cell(name, None)])


def _of_sheets(parts: Parts) -> Iterator[bytes]:
    """The parts that are looked through."""
    for name, content in parts.items():
        if name == "content.xml" or name.startswith(("xl/w", "xl/_rels/")):
            yield content
