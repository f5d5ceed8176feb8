"""Problems of shape in the words of a workbook: its names of cells, and the words it shows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..._frozen import FrozenMap
from ...messages.phrase import Phrase, say
from ...messages.spreadsheet import COLUMNS, LINES, OTHER_COLUMNS, PARTS, SHEETS, WORDS
from ...model.sheets import AUDIT_FORM, REFERENTIAL_FORM
from ...problems.cell import Cell
from ...problems.problem import Argument, Problem, problem
from ...problems.source import Source
from ...text.paths import DataPath
from ...text.typography import Language
from .forms import NEW_LINE


def in_words(found: Problem, source: Source, language: Language) -> Problem:
    """The same problem as a person sees it who has the workbook open, and no keys."""
    if found.code[0] not in "ARN" or found.file is None:
        return found
    if found.code.endswith("002"):
        return _missing(found, source).at_cell(found.file, _place(found, source), language)
    if found.code == "R016":
        return found.at_cell(found.file, _place(found, source), language)
    words = WORDS.get(str(found.path[-1])) if found.path else None
    if found.code.endswith("007") and words:
        shown = {name: say(phrase, language) for name, phrase in words.items()}
        return replace(found, code="X011", arguments=_shown(found, shown))
    return found


def _missing(found: Problem, source: Source) -> Problem:
    """What is missing, by the name of its cell; or of its line, where that is missing too."""
    if found.path[0] == "sections" and found.path[2:] == ("criteria",):
        return problem("X024", found.path)
    name = say(_label(found.path), source.workbook or "fr")
    return problem("X032" if _lacks_line(found, source) else "X010", found.path, name=name)


def _place(found: Problem, source: Source) -> Cell | None:
    """The cell to write in."""
    cells = source.cells or {}
    if found.code == "R016":
        return cells.get((*found.path, "sources"), found.cell)
    return cells.get(NEW_LINE) if _lacks_line(found, source) else found.cell


def _lacks_line(found: Problem, source: Source) -> bool:
    return ".".join(map(str, found.path)) in LINES and found.path not in (source.cells or {})


def asked_for(problems: Iterable[Problem], source: Source) -> Iterator[Problem]:
    """Of a plain grid, what it has no cell for: together, at the cell that each is about."""
    language = source.workbook or "fr"
    lacking: dict[Cell | None, dict[str, None]] = {}
    without_identifiers: set[str] = set()
    for one in sorted(problems, key=_in_order_of_form):
        if not one.code.endswith("002") or one.path in (source.cells or {}):
            yield in_words(one, source, language)
        elif one.path[-1] == "criteria":
            continue  # the cell of its section could not be read, which is a problem already
        elif one.path[2:3] == ("criteria",):
            without_identifiers.add(one.cell.sheet if one.cell else "")
        else:
            lacking.setdefault(one.cell, {})[say(_label(one.path), language)] = None
    for cell, names in lacking.items():
        yield problem("X022", names=tuple(names)).at_cell(source.name, cell, language)
    for sheet in sorted(without_identifiers):
        wanted = say(COLUMNS["id"], language)
        header = (source.cells or {}).get(("grid", sheet))
        found = problem("X006", wanted=wanted, sheet=sheet)
        yield found.at_cell(source.name, header, language)


def _in_order_of_form(found: Problem) -> int:
    """The names of what is missing stand in the order in which a form asks for them."""
    names = [one.path for one in REFERENTIAL_FORM.fields]
    return names.index(found.path) if found.path in names else len(names)


def _shown(found: Problem, shown: dict[str, str]) -> FrozenMap[Argument]:
    near = str(found.arguments.get("near", ""))
    value = found.arguments["value"]
    return FrozenMap(
        {"value": value, "expected": tuple(shown.values()), "near": shown.get(near, "")}
    )


def _label(path: DataPath) -> Phrase:
    """What the cell of a path is called."""
    match path:
        case ("findings", _, *key):
            return COLUMNS[".".join(map(str, key))]
        case ("sections", int(), "criteria", int(), str(key)):
            return _column("grid", key)
        case (("auditors" | "events") as name, int(), str(key)):
            keys = [one.name for one in AUDIT_FORM.lists[name]]
            return PARTS[name][keys.index(key)]
        case (str(name), int(), str(key)):
            return _column(name, key)
    name = ".".join(map(str, path))
    return LINES.get(name) or SHEETS.get(name) or Phrase(name, name)


def _column(table: str, key: str) -> Phrase:
    return OTHER_COLUMNS.get(table, {}).get(key) or COLUMNS.get(key) or Phrase(key, key)
