"""The outcome of a check: which files, which problems, how many are shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..messages.cli import CLI
from ..messages.phrase import say
from ..text.typography import Language
from .catalogue import Severity
from .problem import MOST_PROBLEMS, Problem, is_error, more_than_kept

MOST_SHOWN: Final = 20
"""How many problems a person is shown, unless they ask for more."""


_MOST_ALIKE: Final = 3
"""How many warnings of one code in one file a person is shown, unless they ask for more."""


def first_of(problems: Sequence[Problem], most: int) -> Sequence[Problem]:
    """As many problems, in their order: warnings are left out before any error is."""
    errors = [at for at, one in enumerate(problems) if is_error(one)][:most]
    others = [at for at, one in enumerate(problems) if not is_error(one)]
    return [problems[at] for at in sorted((*errors, *others[: most - len(errors)]))]


def folded(problems: Iterable[Problem]) -> tuple[Sequence[Problem], Mapping[Problem, int]]:
    """The problems without the warnings that only repeat others of their file.

    Then how many there were of them, by the first one of each code and file.
    """
    kept: list[Problem] = []
    alike: dict[tuple[str | None, str], list[Problem]] = {}
    for one in problems:
        same = alike.setdefault((one.file, one.code), [])
        if is_error(one) or len(same) < _MOST_ALIKE:
            kept.append(one)
        same.append(one)
    left = {same[0]: len(same) - _MOST_ALIKE for same in alike.values() if not is_error(same[0])}
    return kept, {one: count for one, count in left.items() if count > 0}


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was checked and what was found."""

    files: Sequence[str]
    problems: Sequence[Problem]
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The lines of the files that have problems, by name, to show the place."""
    most: int | None = None
    """How many problems to show; None for what suits the format."""
    counted: Mapping[Severity, int] = field(default_factory=dict)
    """How many problems are counted and not kept."""

    @property
    def shown(self) -> Sequence[Problem]:
        """The problems that a format for programs shows."""
        return self.problems if self.most is None else self.problems[: self.most]

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(map(is_error, self.problems)) + self.counted.get("error", 0)

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        errors = sum(map(is_error, self.problems))
        return len(self.problems) - errors + self.counted.get("warning", 0)

    def left_out(self, shown: int, language: Language) -> str:
        """That problems are left out where only the first are shown, and how to see them."""
        every = len(self.problems)
        return say(CLI["and_more"], language, count=every - shown, all=every)


class Collector:
    """Problems of any number of documents, in bounded memory for each file.

    Of one file, as many as `MOST_PROBLEMS` errors and warnings are kept, then the first of each
    code; the others are counted, and the last one kept says so.
    """

    def __init__(self) -> None:
        self.counted: Counter[Severity] = Counter()
        self._kept: dict[Problem, None] = {}
        self._counts: Counter[tuple[str | None, Severity]] = Counter()
        self._codes: set[tuple[str | None, str]] = set()
        self._more: set[tuple[str | None, Severity]] = set()

    def add(self, problems: Iterable[Problem]) -> None:
        """Keep problems, or count them. What is there already is neither."""
        for one in problems:
            if one not in self._kept:
                self._add(one)

    def _add(self, one: Problem) -> None:
        which, code = (one.file, one.severity), (one.file, one.code)
        self._counts[which] += one.code != "Y015"
        if self._counts[which] <= MOST_PROBLEMS or code not in self._codes:
            self._codes.add(code)
            self._kept[one] = None
        elif which not in self._more:
            self._more.add(which)
            self._kept[more_than_kept(one)] = None
        else:
            self.counted[one.severity] += 1

    @property
    def problems(self) -> Sequence[Problem]:
        """The problems that were kept."""
        return tuple(self._kept)
