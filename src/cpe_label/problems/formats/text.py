"""Problems as text for people: each with the line that it stands on, and a mark under the place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ...text.display import columns, visible
from ...text.typography import Language
from ..problem import Problem, is_error
from ..report import MOST_SHOWN, CheckReport

_WIDEST_LINE: Final = 100


def write(report: CheckReport, language: Language, *, coloured: bool = False) -> str:
    """Each problem on a line, the line it stands on, and a mark under the place."""
    most = MOST_SHOWN if report.most is None else report.most
    shown = report.problems[:most]
    parts = [_told(problem, report.lines, language, coloured=coloured) for problem in shown]
    if len(shown) < len(report.problems):
        parts.append(f"{report.left_out(len(shown), language)}\n")
    return "".join(parts)


def _told(
    problem: Problem, lines: Mapping[str, Sequence[str]], language: Language, *, coloured: bool
) -> str:
    ink = "31" if is_error(problem) else "33"
    head = problem.text(language)
    if coloured:
        place, code, rest = head.partition(f" {problem.code} ")
        head = f"\x1b[1m{place}\x1b[0m \x1b[{ink}m{code.strip()}\x1b[0m {rest}"
    line = _line(problem, lines)
    if line is None or problem.line is None or problem.column is None:
        return f"{head}\n"
    before, after = line[: problem.column - 1], line[problem.column - 1 :]
    shown = list(_fitting(reversed(before), _WIDEST_LINE // 2))
    start = "…" * (len(shown) < len(before)) + "".join(reversed(shown))
    text = start + "".join(_fitting(after, _WIDEST_LINE - columns(start)))
    margin = f"{problem.line:>6} | "
    mark = f"\x1b[{ink}m^\x1b[0m" if coloured else "^"
    return f"{head}\n{margin}{text.rstrip()}\n{' ' * 7}| {' ' * columns(start)}{mark}\n"


def _fitting(characters: Iterable[str], room: int) -> Iterator[str]:
    """The characters as a terminal shows them, for as many columns as there are."""
    for character in characters:
        shown = " " if character == "\t" else visible(character)
        room -= columns(shown)
        if room < 0:
            return
        yield shown


def _line(problem: Problem, lines: Mapping[str, Sequence[str]]) -> str | None:
    known = lines.get(problem.file or "", ())
    number = (problem.line or 0) - 1
    return known[number] if 0 <= number < len(known) else None
