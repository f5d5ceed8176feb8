"""What is read from the sheets of a workbook: plain data, the cell of everything, problems."""

from typing import Any

from ...model.sheets import Field
from ...problems.cell import Cell
from ...problems.problem import MOST_PROBLEMS, Argument, Problem, problem
from ...text.display import FORBIDDEN, character_name
from ...text.paths import DataPath
from ...text.similarity import near_miss
from ...text.typography import LANGUAGES, Language
from .cells import Sheet, Workbook
from .names import sheet_names
from .values import NoDayError, NoTextError, read_value, shown


class Collected:
    """Gathers plain data from cells, with the place of each value and the problems of cells."""

    def __init__(self, name: str, language: Language) -> None:
        self.name = name
        self.language = language
        self.cells: dict[DataPath, Cell] = {}
        self.problems: list[Problem] = []

    def report(
        self, code: str, cell: Cell | None, path: DataPath = (), /, **arguments: Argument
    ) -> None:
        """Note a problem of a cell; of more than are ever reported, none is made."""
        if len(self.problems) <= 2 * MOST_PROBLEMS:
            found = problem(code, path, **arguments)
            self.problems.append(found.at_cell(self.name, cell, self.language))

    def sheet(self, book: Workbook, key: str) -> Sheet | None:
        """The sheet with a name of `SHEETS`; None if it is missing, which is reported."""
        names = sheet_names(key)
        self.ask_which(book, key)
        sheet = book.named(*names)
        if sheet is None:
            wanted = names[LANGUAGES.index(self.language)]
            near = near_miss(wanted, book.sheets)
            self.report("X005", None, (), wanted=wanted, known=tuple(book.sheets), near=near)
        return sheet

    def ask_which(self, book: Workbook, key: str) -> None:
        """Report each sheet after the first that has one name of `SHEETS`: which one counts?"""
        same = book.all_named(*sheet_names(key))
        for other in same[1:]:
            first = str(Cell(same[0], 1, 1))
            self.report("X012", Cell(other, 1, 1), value=other, first=first)

    def read(self, sheet: Sheet, row: int, column: int, field: Field, path: DataPath) -> Any:
        """What a cell holds for a field; None where it is blank or cannot be read."""
        cell = self.cells[path] = sheet.cell(row, column)
        if code := sheet.markup.marks.get((row, column)):
            self.report(code, cell, path)
            return None
        value = sheet.value(row, column)
        try:
            read = read_value(value, field.kind, str(path[-1]), self.language)
        except NoTextError:
            self.report("X009", cell, path, value=shown(value, self.language))
            return None
        except NoDayError:
            self.report("X031", cell, path, value=shown(value, self.language))
            return None
        if isinstance(value, str) and (hidden := FORBIDDEN.search(value)):
            self.report("Y002", cell, path, character=character_name(hidden[0]))
            return None
        return read

    def is_wrong(self, path: DataPath) -> bool:
        """Whether a problem was noted at a path or below it."""
        return any(one.path[: len(path)] == path for one in self.problems)


def put(data: dict[str, Any], path: DataPath, value: Any) -> None:
    """Put a value at a path of plain data, in mappings that are made where they are missing."""
    for step in path[:-1]:
        data = data.setdefault(str(step), {})
    data[str(path[-1])] = value
