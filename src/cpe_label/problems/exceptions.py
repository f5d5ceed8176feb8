"""The exceptions that this package raises on purpose."""

from collections.abc import Iterable

from ..messages.phrase import say
from ..text.typography import Language
from .catalogue import MISSING_COMPLETION, MISSING_EXTRA
from .problem import Problem, sorted_problems


class CpeLabelError(Exception):
    """Base of every exception that this package raises on purpose."""


class DataError(CpeLabelError):
    """A file or a value cannot be used; `problems` holds every reason, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted_problems(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(problem.text() for problem in self.problems)


class ReferentialError(DataError):
    """The referential cannot be used."""


class AuditError(DataError):
    """The audit cannot be used."""


class MembersError(DataError):
    """The list of members cannot be used."""


class UnknownFormatError(DataError):
    """The file does not start with a format that this version reads."""


class MissingExtraError(CpeLabelError):
    """What was asked for needs an optional part of the package; `extra` is its name."""

    def __init__(self, extra: str) -> None:
        self.extra = extra
        super().__init__(extra)

    def text(self, language: Language = "en") -> str:
        """What is missing, and how to install it."""
        phrase = MISSING_COMPLETION if self.extra == "completion" else MISSING_EXTRA
        return say(phrase, language, extra=self.extra)

    def __str__(self) -> str:
        return self.text()
