"""A sheet that is a form: a line for each field, and some for each list."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from ...messages.phrase import say
from ...messages.spreadsheet import FORM_TITLES, HELP, LINES, PARTS, SHEETS
from ...model.sheets import Field, Form
from ...text.paths import DataPath
from .cell_values import Entries
from .sheets import Area, Choice, Entry, Sheet, Style

_WIDTHS: Final = (36, 60, 36, 44)
_LEAST_LINES: Final = 5
_SPARE_LINES: Final = 2


def form_sheet(
    form: Form,
    data: Mapping[str, Any],
    entries: Entries,
    *,
    locked: Sequence[str] = (),
    protected: bool = False,
) -> Sheet:
    """The sheet « Identity », filled in with what is known. `locked` fields are not for people."""
    lines = _Lines(form, data, entries, locked)
    rows = [*lines.head(), *lines.fields(), *lines.lists()]
    name = say(SHEETS["identity"], entries.language)
    return Sheet(name, _WIDTHS, rows, choices=lines.choices, protected=protected)


class _Lines:
    def __init__(
        self, form: Form, data: Mapping[str, Any], entries: Entries, locked: Sequence[str]
    ) -> None:
        self.form = form
        self.data = data
        self.entries = entries
        self.locked = locked
        self.choices: list[Choice] = []
        self.row = 1

    def head(self) -> Iterator[list[Entry]]:
        """The header."""
        language = self.entries.language
        line, answer = (say(FORM_TITLES[key], language) for key in ("line", "answer"))
        yield [Entry(line, "heading"), Entry(answer, "heading")]

    def fields(self) -> Iterator[list[Entry]]:
        """A line for each field."""
        for field in self.form.fields:
            self.row += 1
            value = value_at(self.data, field.path)
            style: Style | None = "shown" if field.name in self.locked else None
            answer = self.entries.entry(field, value, field.path, style)
            self._choose(field, 2)
            yield [self._label(field.name), answer, *self._help(field.name)]

    def lists(self) -> Iterator[list[Entry]]:
        """A heading and some lines for each list."""
        for name, fields in self.form.lists.items():
            language = self.entries.language
            parts = [Entry(say(part, language), "heading") for part in PARTS[name]]
            self.row += 2
            yield []
            label = say(LINES[name], language)
            yield [Entry(label, "heading"), *parts]
            items = self.data.get(name, ())
            for number in range(max(_LEAST_LINES, len(items) + _SPARE_LINES)):
                self.row += 1
                item = items[number] if number < len(items) else {}
                yield self._item(f"{label} {number + 1}", (name, number), fields, item)

    def _item(
        self, label: str, path: DataPath, fields: Sequence[Field], item: Mapping[str, Any]
    ) -> list[Entry]:
        cells = []
        for column, field in enumerate(fields, 2):
            here = (*path, *field.path)
            cells.append(self.entries.entry(field, value_at(item, field.path), here))
            self._choose(field, column)
        return [Entry(label, "label"), *cells]

    def _label(self, name: str) -> Entry:
        return Entry(say(LINES[name], self.entries.language), "label")

    def _help(self, name: str) -> Iterator[Entry]:
        if name in HELP:
            yield Entry(say(HELP[name], self.entries.language), "help")

    def _choose(self, field: Field, column: int) -> None:
        if field.kind == "word":
            words = self.entries.words(str(field.path[-1]))
            self.choices.append(Choice([Area(self.row, column, self.row, column)], words))


def value_at(data: Mapping[str, Any], path: DataPath) -> Any:
    """What stands at a path of plain data, or None."""
    found: Any = data
    for step in path:
        found = found.get(step) if isinstance(found, Mapping) else None
    return found
