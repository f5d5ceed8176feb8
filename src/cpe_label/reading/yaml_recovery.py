"""Reading on after a slip of YAML: what has one certain reading is mended, and read strictly."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from ..model.audit import Audit
from ..model.members import Members
from ..model.referential import Referential
from ..problems.exceptions import DataError
from ..problems.fix import Back, Change, applied, fix_of
from ..problems.problem import MOST_PROBLEMS, Argument, Problem, limited, problem, sorted_problems
from ..problems.source import Source
from .builder import Plain
from .recovery.expected import expected_in
from .recovery.scanner import Scanner
from .recovery.slips import BLANK, Slip

_FORMAT: Final = re.compile(
    rf"""^["']?format["']?[{BLANK}]*:[{BLANK}]*["']?cpe-label/(referential|audit|members)/""",
    re.MULTILINE,
)
_MODELS: Final[dict[str, type[Referential] | type[Audit] | type[Members]]] = {
    "referential": Referential,
    "audit": Audit,
    "members": Members,
}
_LONGEST_LINE: Final = 100
_MOST_LINES: Final = 40_000  # twice the values that are read
_LONGEST_SHOWN: Final = 4_000


def recovered(source: Source, slips: Sequence[Slip], read: Callable[[Source], Plain]) -> Plain:
    """Mend slips that have one certain reading each, and read the mended text with `read`.

    Raises DataError with every slip, and what `read` refuses.
    """
    changes = [change for slip in slips for change in slip.changes]
    text = applied(source.text, changes)
    mended = Source(
        source.name, text, first_line=source.first_line, _written=source, _back=Back(changes)
    )
    found = _problems(slips, source, changes)
    try:
        plain = read(mended)
    except DataError as error:
        raise DataError(limited(sorted_problems((*found, *error.problems)))) from None
    problems = limited(sorted_problems((*found, *plain.problems)))
    return replace(plain, problems=tuple(problems))


def slips_in(text: str) -> list[Slip]:
    """Every slip of a text that has one certain reading."""
    kind = _FORMAT.search(text)
    if kind is None or text.count("\n") + text.count("\r") > _MOST_LINES:
        return []
    model = _MODELS[kind[1]]
    found = Scanner(text, expected_in(model), model.family).scan()
    return [slip for slip in found if slip.changes]


def _problems(slips: Sequence[Slip], source: Source, changes: Sequence[Change]) -> list[Problem]:
    by_line: dict[int, list[Change]] = {}
    for change in changes:
        by_line.setdefault(source.place(change.start)[0], []).append(change)
    shown = sorted(slips, key=lambda slip: slip.at)[: MOST_PROBLEMS + 1]
    return [_problem(slip, source, by_line) for slip in shown]


def _problem(slip: Slip, source: Source, by_line: dict[int, list[Change]]) -> Problem:
    line, column = source.place(slip.at)
    arguments: dict[str, Argument] = dict(slip.arguments)
    if "first" in arguments:
        arguments["first"] = line
    path = slip.path
    if not slip.is_mended:
        return problem(slip.code, path, **arguments).in_file(source.name, line, column)
    if "count" not in arguments:
        arguments |= _as_mended(source, slip, by_line)
    found = problem(slip.code, path, **arguments).in_file(source.name, line, column)
    return replace(found, fix=fix_of(slip.changes, source))


def _as_mended(source: Source, slip: Slip, by_line: dict[int, list[Change]]) -> dict[str, Argument]:
    """The lines of a slip with every change in them, as they should be written."""
    text, first, last = source.text, min(slip.changes).start, max(slip.changes).end
    if slip.code[1:] == "040":  # one line shows what each item should be
        last = min(slip.changes).end
    start = first - source.place(first)[1] + 1
    numbers = range(source.place(first)[0], source.place(last)[0] + 1)
    ends = (text.find("\n", last), text.find("\r", last))
    stop = min((end for end in ends if end >= 0), default=len(text))
    if stop - start > _LONGEST_SHOWN:
        return {}
    changes = [
        Change(one.start - start, one.end - start, one.new)
        for number in numbers
        for one in by_line.get(number, ())
        if one.end <= stop
    ]
    lines = applied(text[start:stop], changes).strip().splitlines()
    shown = " ⏎ ".join(map(str.strip, lines))
    half = _LONGEST_LINE // 2
    if len(shown) > _LONGEST_LINE:
        shown = f"{shown[:half]}…{shown[1 - half :]}"
    return {"instead": shown}
