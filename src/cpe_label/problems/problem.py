"""A problem: one thing wrong in one place of one file, as a value."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from .._frozen import FrozenMap
from ..messages.advice import advised
from ..messages.phrase import OF_FILES, Words, say
from ..text.display import encodable, visible
from ..text.paths import DataPath, path_shown
from ..text.serialization import JsonValue, json_text, to_json
from ..text.typography import Language
from .catalogue import CATALOGUE, INSTEAD, NEAR_MISS, WARNING, Severity
from .cell import Cell
from .fix import Fix
from .source import Source

Argument = str | int | date | tuple[str, ...] | DataPath
_NOTHING: Final[FrozenMap[Argument]] = FrozenMap()


@dataclass(frozen=True, slots=True)
class Problem(JsonValue):
    """One thing wrong in one place of one file; `message` gives the words.

    `path` leads to the place in the data (`("findings", "COO-02", "status")`); `file`, `line` and
    `column` (from 1) are None for a value that was built in Python and never stood in a file. In a
    spreadsheet `cell` takes the place of `line` and `column`.
    """

    code: str
    severity: Severity
    path: DataPath = ()
    arguments: Mapping[str, Argument] = _NOTHING
    file: str | None = None
    line: int | None = None
    column: int | None = None
    fix: Fix | None = None
    """What to change so that the problem is gone, where that is certain."""
    cell: Cell | None = None
    workbook: Language | None = None
    """The language of the workbook that it was found in, whose words its message uses."""

    def located(self, source: Source) -> "Problem":
        """The same problem with its file, line and column, if it was read from a file."""
        if not source.name:
            return self
        if source.cells is not None:
            return self._in_spreadsheet(source)
        line, column = source.locate(self.path, at_key=CATALOGUE[self.code].at_key)
        arguments = self.arguments
        if "first" in arguments and isinstance(arguments["first"], tuple):
            first, _ = source.locate(arguments["first"])
            arguments = FrozenMap({**arguments, "first": first})
        found = (self.code, self.severity, self.path, arguments)
        return Problem(*found, source.name, line, column, self.fix)

    def _in_spreadsheet(self, source: Source) -> "Problem":
        first = self.arguments.get("first")
        at = source.cell(first) if isinstance(first, tuple) else None
        arguments = FrozenMap({**self.arguments, "first": str(at)}) if at else self.arguments
        placed = self.at_cell(source.name, source.cell(self.path), source.workbook)
        return replace(placed, arguments=arguments)

    def at_cell(self, file: str, cell: Cell | None, workbook: Language | None = None) -> "Problem":
        """The same problem, at a cell of a spreadsheet, or on the whole of it.

        `workbook` is the language of its sheets, where it is known.
        """
        workbook = workbook or self.workbook
        return replace(self, file=file, line=None, column=None, cell=cell, workbook=workbook)

    def in_file(self, file: str, line: int | None = None, column: int | None = None) -> "Problem":
        """The same problem, at a place of a file that is already known."""
        found = (self.code, self.severity, self.path, self.arguments)
        return Problem(*found, file, line, column, self.fix, self.cell, self.workbook)

    def message(self, language: Language = "en") -> str:
        """What is wrong and what was expected, with the near miss where there is one.

        Harmless to a terminal or a log, whatever the names and keys in it hold.
        """
        entry, words = CATALOGUE[self.code], self._words()
        arguments = self.arguments
        sentence = say(entry, language, words, **arguments)
        if "near" in arguments and (near := arguments["near"]):
            sentence = f"{sentence} {say(NEAR_MISS, language, words, near=near)}"
        if "instead" in arguments and (instead := arguments["instead"]):
            sentence = f"{sentence} {say(INSTEAD, language, instead=instead)}"
        return visible(f"{sentence}{advised(language, words, arguments)}")

    def _words(self) -> Words:
        """The words of the kind of file that it stands in."""
        if self.workbook is None:
            return OF_FILES
        from ..messages.workbook_words import words_of_workbook  # no other file needs them

        return words_of_workbook(self.workbook)

    def message_in_file(self, language: Language = "en") -> str:
        """The message for a format that knows lines only: a cell stands before it."""
        cell = "" if self.cell is None else f"{visible(str(self.cell))}: "
        return f"{cell}{self.message(language)}"

    @property
    def place(self) -> str:
        """`file:line:column`, `file:cell`, or the path inside a value that has no file."""
        if self.file is None:
            return visible(path_shown(self.path))
        file = visible(self.file)
        if self.cell is not None:
            return f"{file}:{visible(str(self.cell))}"
        return file if self.line is None else f"{file}:{self.line}:{self.column}"

    def text(self, language: Language = "en") -> str:
        """The whole line: place, code and message; a warning starts with that word."""
        place = f"{self.place}: " if self.place else ""
        warning = "" if is_error(self) else say(WARNING, language)
        return f"{place}{self.code} {warning}{self.message(language)}"

    def data(self, language: Language = "en") -> dict[str, Any]:
        """The problem as JSON holds it, its message in one language."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": _plain(self.file),
            "line": self.line,
            "column": self.column,
            **({} if self.cell is None else {"cell": encodable(str(self.cell))}),
            "path": _plain(self.path),
            "arguments": {name: _plain(value) for name, value in self.arguments.items()},
            "message": self.message(language),
            **({} if self.fix is None else {"fix": self.fix.data()}),
        }

    def __str__(self) -> str:
        return self.text()


@to_json.register
def _(value: Problem) -> str:
    return json_text(value.data())


def _plain(value: Argument | None) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return encodable(value) if isinstance(value, str) else value


def problem(code: str, path: DataPath = (), /, **arguments: Argument) -> Problem:
    """A problem of a known code, with the severity that the catalogue gives it."""
    return Problem(code, CATALOGUE[code].severity, path, FrozenMap(arguments))


MOST_PROBLEMS: Final = 1000
"""How many errors of one file are reported, and how many warnings."""


def limited(problems: Iterable[Problem]) -> list[Problem]:
    """The first problems, then one at the place of the last, which reports that there are more.

    Errors and warnings are limited apart, so that warnings never hide an error nor become one.
    """
    kept: list[Problem] = []
    last: dict[Severity, Problem] = {}
    counts: Counter[Severity] = Counter()
    for found in problems:
        severity = found.severity
        counts[severity] += 1
        if counts[severity] <= MOST_PROBLEMS:
            kept.append(found)
            last[severity] = found
        elif counts[severity] == MOST_PROBLEMS + 1:
            kept.append(more_than_kept(last[severity]))
        if counts["error"] > MOST_PROBLEMS:
            break  # a longer list of errors is not even read
    return kept


def more_than_kept(last: Problem) -> Problem:
    """The problem that stands, at the place of the last one, for those that are not reported."""
    arguments = FrozenMap[Argument]({"limit": MOST_PROBLEMS})
    return replace(last, code="Y015", arguments=arguments, fix=None)


def is_error(problem: Problem) -> bool:
    """Whether the problem stops an evaluation."""
    return problem.severity == "error"


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, place and code, so that the same file always gives the same output."""
    found = tuple(problems)
    if len(found) < 2:
        return found
    return tuple(
        sorted(
            found,
            key=lambda p: (p.file or "", *_in_file(p), p.code, _in_order(p.path)),
        )
    )


def _in_file(found: Problem) -> tuple[str, int, int]:
    """The sheet, where there is one, then line and column."""
    if cell := found.cell:
        return cell.sheet, cell.row, cell.column
    return "", found.line or 0, found.column or 0


def _in_order(path: DataPath) -> tuple[tuple[bool, str | int], ...]:
    """A path that can be compared with any other: the items of a list in their order."""
    return tuple((isinstance(step, str), step) for step in path)
