"""A referential, an audit or a list of members in the format that the name of a file asks for."""

from collections.abc import Callable, Mapping
from functools import singledispatch
from pathlib import Path
from typing import Any, Final

from ..model.audit import Audit
from ..model.members import Members
from ..model.referential import Referential
from ..problems.exceptions import DataError
from ..text.serialization import to_json
from ..text.typography import Language
from .dump import to_yaml
from .spreadsheet.audit import audit_workbook
from .spreadsheet.members import members_workbook
from .spreadsheet.referential import referential_workbook

FileValue = Referential | Audit | Members


def _xlsx(value: FileValue, language: Language, referential: Referential | None) -> bytes:
    try:
        return _workbook(value, referential, language)
    except DataError as error:
        raise type(error)(one.located(value.source) for one in error.problems) from None


@singledispatch
def _workbook(value: Any, _: Referential | None, language: Language) -> bytes:
    return members_workbook(value, language)


@_workbook.register
def _(value: Audit, referential: Referential | None, language: Language) -> bytes:
    return audit_workbook(value, referential, language)


@_workbook.register
def _(value: Referential, _: Referential | None, language: Language) -> bytes:
    return referential_workbook(value, language)


_Writer = Callable[[Any, Language, Referential | None], str | bytes]

WRITERS: Final[Mapping[str, _Writer]] = {
    ".yaml": lambda value, *_: to_yaml(value),
    ".yml": lambda value, *_: to_yaml(value),
    ".json": lambda value, *_: to_json(value),
    ".xlsx": _xlsx,
}
"""How each format is written, by how names of files end."""


def converted(
    value: FileValue, path: Path, language: Language, referential: Referential | None = None
) -> str | bytes:
    """The content of a file of this name that holds the value.

    A workbook of an audit shows the criteria of its referential where it is given. Raises DataError
    with the place of what no cell can hold, and MissingExtraError without the `xlsx` extra.
    """
    return WRITERS[path.suffix.lower()](value, language, referential)
