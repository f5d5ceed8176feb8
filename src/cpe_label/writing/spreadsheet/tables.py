"""A sheet that is a table: a header, then a row for each item."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ...messages.phrase import say
from ...messages.spreadsheet import COLUMNS, OTHER_COLUMNS, SHEETS
from ...model.sheets import Field
from ...text.paths import DataPath
from .cell_values import Entries
from .forms import value_at
from .sheets import Area, Choice, Entry, Sheet, Style

_SPARE: Final = 500
"""How many rows below the last one have lists to choose from."""
_STYLES: Final[Mapping[str, Style]] = {"day": "day", "word": "choice"}

Rows = Iterable[tuple[DataPath, Mapping[str, Any]]]
"""The path of each item, and the item."""


def table_sheet(  # noqa: PLR0913  what a table is made of
    key: str,
    fields: Sequence[Field],
    widths: Sequence[int],
    items: Rows,
    entries: Entries,
    *,
    lists: Mapping[str, str] | None = None,
) -> Sheet:
    """The sheet of some items. `lists` are the cells that hold what a column may name."""
    language = entries.language
    names = OTHER_COLUMNS.get(key, {})
    heads = [say(names.get(one.name) or COLUMNS[one.name], language) for one in fields]
    rows = [[Entry(head, "heading") for head in heads]]
    for path, item in items:
        rows.append(
            [entries.entry(one, value_at(item, one.path), (*path, *one.path)) for one in fields]
        )
    last = len(rows) + _SPARE
    choices = []
    for column, field in enumerate(fields, 1):
        words: Sequence[str] | str | None = (lists or {}).get(field.name)
        if field.kind == "word":
            words = entries.words(field.name)
        if words:
            choices.append(Choice([Area(2, column, last, column)], words))
    return Sheet(
        say(SHEETS[key], language),
        widths,
        rows,
        filtered=Area(1, 1, max(len(rows), 2), len(fields)),
        choices=choices,
        new_rows={column: _STYLES.get(one.kind, "answer") for column, one in enumerate(fields, 1)},
    )
