"""The outcome of a check: which files, which problems, how many are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..messages.cli import CLI
from ..messages.phrase import say
from ..text.typography import Language
from .problem import Problem, is_error

MOST_SHOWN: Final = 20
"""How many problems a person is shown, unless they ask for more."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was checked and what was found."""

    files: Sequence[str]
    problems: Sequence[Problem]
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The lines of the files that have problems, by name, to show the place."""
    most: int | None = None
    """How many problems to show; None for what suits the format."""

    @property
    def shown(self) -> Sequence[Problem]:
        """The problems that a format for programs shows."""
        return self.problems if self.most is None else self.problems[: self.most]

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(map(is_error, self.problems))

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors

    def left_out(self, shown: int, language: Language) -> str:
        """That problems are left out where only the first are shown, and how to see them."""
        every = len(self.problems)
        return say(CLI["and_more"], language, count=every - shown, all=every)
