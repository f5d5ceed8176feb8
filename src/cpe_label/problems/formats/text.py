"""Problems as text for people: each with the line that it stands on, and a mark under the place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ...messages.cli import CLI
from ...messages.phrase import say
from ...text.display import columns, visible
from ...text.typography import Language
from ..catalogue import WARNING
from ..problem import Problem, is_error
from ..report import MOST_SHOWN, CheckReport, first_of, folded

_WIDEST_LINE: Final = 100


def write(report: CheckReport, language: Language, *, coloured: bool = False) -> str:
    """Each problem on a line, the line it stands on, and a mark under the place.

    Unless a number of problems is asked for, warnings that repeat others of their file are counted.
    """
    kept, more = (report.problems, {}) if report.most is not None else folded(report.problems)
    shown = first_of(kept, MOST_SHOWN if report.most is None else report.most)
    parts = [_told(problem, report.lines, language, coloured=coloured) for problem in shown]
    counted = {one: count for one, count in more.items() if one in shown}
    parts += [_more_alike(one, count, language) for one, count in counted.items()]
    if (told := len(shown) + sum(counted.values())) < len(report.problems):
        parts.append(f"{report.left_out(told, language)}\n")
    elif counted:
        parts.append(f"{say(CLI['show_all'], language, all=told)}\n")
    return "".join(parts)


def _more_alike(one: Problem, count: int, language: Language) -> str:
    place = f"{visible(one.file)}: " if one.file else ""
    return f"{place}{one.code} {say(WARNING, language)}{say(CLI['alike'], language, count=count)}\n"


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
