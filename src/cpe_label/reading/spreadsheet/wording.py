"""Problems of shape in the words of a workbook: its names of cells, and the words it shows."""

from dataclasses import replace

from ..._frozen import FrozenMap
from ...messages.phrase import Phrase, say
from ...messages.spreadsheet import COLUMNS, LINES, OTHER_COLUMNS, PARTS, WORDS
from ...model.sheets import AUDIT_FORM
from ...problems.problem import Argument, Problem, problem
from ...text.paths import DataPath
from ...text.typography import Language


def in_words(found: Problem, language: Language) -> Problem:
    """The same problem as a person sees it who has the workbook open, and no keys."""
    if found.code[0] not in "ARN" or found.file is None:
        return found
    if found.code.endswith("002"):
        name = say(_label(found.path), language)
        return problem("X010", found.path, name=name).at_cell(found.file, found.cell)
    words = WORDS.get(str(found.path[-1])) if found.path else None
    if found.code.endswith("007") and words:
        shown = {name: say(phrase, language) for name, phrase in words.items()}
        return replace(found, code="X011", arguments=_shown(found, shown))
    return found


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
    return LINES.get(name) or Phrase(name, name)


def _column(table: str, key: str) -> Phrase:
    return OTHER_COLUMNS.get(table, {}).get(key) or COLUMNS.get(key) or Phrase(key, key)
