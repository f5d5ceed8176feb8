"""Which criterion was meant where an audit names one that its referential does not have."""

from collections.abc import Collection, Mapping

from ..model.referential import Referential
from ..problems.problem import Argument
from ..text.similarity import by_letters, letters_of, near_identifier, readings


class UnknownCriteria:
    """What the problem of an unknown criterion says beside its name."""

    def __init__(self, referential: Referential, answered: Collection[str]) -> None:
        self._name = referential.name
        self._all = tuple(referential.by_id)
        self._by_letters = by_letters(self._all)
        self._unanswered = readings(one for one in self._all if one not in answered)

    def told(self, name: str) -> Mapping[str, Argument]:
        """The one that was meant, if that is likely, and those that begin as it does, or all."""
        known = self._by_letters.get(letters_of(name), self._all)
        near = near_identifier(name, self._unanswered)
        return {"referential": self._name, "known": known, "near": near}
