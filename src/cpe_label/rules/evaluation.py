"""The evaluation: what the rules make of an audit, with everything needed to retrace it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from .._frozen import FrozenMap
from ..messages.phrase import say
from ..messages.rules import REASONS
from ..model.audit import Audit, PreviousState
from ..model.referential import Level, Referential, Section
from ..model.share import Share
from ..text.serialization import JsonValue
from ..text.typography import Language


class Verdict(StrEnum):
    """RC-8 and RC-9: what is known of a level, and of the whole."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    UNDECIDED = "undecided"


class Standing(StrEnum):
    """Where the organisation stands, verdict and decision together."""

    LABELLED = "labelled"
    LABELLABLE = "labellable"
    SECURED = "secured"
    """The conditions hold whatever the unassessed criteria give, and the audit is not finished."""
    NOT_LABELLABLE = "not_labellable"
    UNFINISHED = "unfinished"
    REFUSED = "refused"
    ADJOURNED = "adjourned"
    SELF_PASS = "self_pass"  # noqa: S105
    SELF_FAIL = "self_fail"


@dataclass(frozen=True, slots=True)
class Inequality(JsonValue):
    """RC-5, the comparison that decides: `met × denominator ≥ numerator × applicable`."""

    met: int
    applicable: int
    required: Share

    @property
    def left(self) -> int:
        """`met × denominator`."""
        return self.met * self.required.denominator

    @property
    def right(self) -> int:
        """`numerator × applicable`."""
        return self.required.numerator * self.applicable

    @property
    def holds(self) -> bool:
        """Whether the required share is reached."""
        return self.left >= self.right

    @property
    def least_met(self) -> int:
        """The least number of met criteria that reaches the share."""
        return -(-self.right // self.required.denominator)  # the quotient, rounded up

    def __str__(self) -> str:
        sign = "≥" if self.holds else "<"
        return f"{_product(self.required.denominator, self.met)} {sign} " + _product(
            self.required.numerator, self.applicable
        )


def _product(factor: int, count: int) -> str:
    return str(count) if factor == 1 else f"{factor} × {count}"


@dataclass(frozen=True, slots=True)
class Tally(JsonValue):
    """The criteria of one level in one scope, by what was found (RC-3), as identifiers."""

    met: tuple[str, ...] = ()
    not_met: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    unassessed: tuple[str, ...] = ()

    @property
    def applicable(self) -> int:
        """RC-4 and RC-6: all but the not applicable; the unassessed count."""
        return len(self.met) + len(self.not_met) + len(self.unassessed)


@dataclass(frozen=True, slots=True)
class Part(JsonValue):
    """A required share applied once: to the whole referential, or to one section (RC-6)."""

    tally: Tally
    certain: Inequality
    """The comparison with every unassessed criterion counted as not met (RC-8)."""
    possible: Inequality
    """The comparison with every unassessed criterion counted as met (RC-8)."""
    verdict: Verdict
    section: Section | None = None

    @property
    def still_needed(self) -> int:
        """How many more criteria must be met for the share to be reached; 0 once it is."""
        return max(0, self.certain.least_met - self.certain.met)

    @property
    def margin(self) -> int:
        """How many met criteria there are beyond the least that reaches the share."""
        return max(0, self.certain.met - self.certain.least_met)

    @property
    def candidates(self) -> tuple[str, ...]:
        """The criteria that could bring what is still needed; none once it is reached."""
        return self.tally.not_met + self.tally.unassessed if self.still_needed else ()

    @property
    def fragile(self) -> tuple[str, ...]:
        """The met criteria of which one alone, if it were not met, would leave the share short."""
        return self.tally.met if self.certain.holds and not self.margin else ()

    @property
    def deciding(self) -> tuple[str, ...]:
        """The criteria that make the verdict what it is, or that it still waits for."""
        by_verdict = {
            Verdict.PASS: self.tally.met,
            Verdict.FAIL: self.tally.not_met,
            Verdict.UNDECIDED: self.tally.unassessed,
        }
        return by_verdict[self.verdict]


@dataclass(frozen=True, slots=True)
class LevelResult(JsonValue):
    """What the rules make of one level."""

    level: Level
    tally: Tally
    parts: tuple[Part, ...]
    verdict: Verdict

    @property
    def still_needed(self) -> int:
        """How many more criteria must be met, over all parts."""
        return sum(part.still_needed for part in self.parts)

    @property
    def margin(self) -> int:
        """How many met criteria can be lost, whichever they are; the least over all parts."""
        return min((part.margin for part in self.parts if part.tally.applicable), default=0)

    @property
    def candidates(self) -> tuple[str, ...]:
        """The criteria that could bring what is still needed."""
        return tuple(criterion for part in self.parts for criterion in part.candidates)

    @property
    def fragile(self) -> tuple[str, ...]:
        """The met criteria of which one alone, if it were not met, would lose the level."""
        if self.verdict is not Verdict.PASS:
            return ()
        return tuple(criterion for part in self.parts for criterion in part.fragile)

    @property
    def deciding(self) -> tuple[str, ...]:
        """The criteria that make the verdict what it is, or that it still waits for."""
        parts = (part for part in self.parts if part.verdict is self.verdict)
        return tuple(criterion for part in parts for criterion in part.deciding)


@dataclass(frozen=True, slots=True)
class SectionResult(JsonValue):
    """The tallies of one section, by level identifier; for reading, none decides by itself."""

    section: Section
    tallies: FrozenMap[Tally]


State = Literal["none", "withdrawn", "expired", "suspended", "expiring", "valid"]
"""RC-14: what a label is on one day."""


@dataclass(frozen=True, slots=True)
class Period(JsonValue):
    """The days on which a label holds (RC-12), both included."""

    first_day: date
    last_day: date
    previous_last_day: date | None = None
    """For a renewal, the last day of the label before it."""
    previous_state: PreviousState | None = None
    """For a renewal, what the label before it was on the eve of the decision; None if it stood."""

    @property
    def continues(self) -> bool:
        """RC-13: whether it starts on the day after the label before it."""
        previous = self.previous_last_day
        return (
            previous is not None
            and self.previous_state is None
            and self.first_day.toordinal() == previous.toordinal() + 1
        )

    @property
    def gap_days(self) -> int:
        """RC-13: the days without a label between the two terms.

        0 for a first label, and after a label that did not stand: its last days are not known.
        """
        if self.previous_last_day is None or self.previous_state is not None:
            return 0
        return max(0, self.first_day.toordinal() - self.previous_last_day.toordinal() - 1)


Fact = int | str | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason(JsonValue):
    """Why, for one step of the verdict: the clause applied and the facts it was applied to."""

    clause: str
    about: str
    """The key of its sentence in `messages.rules.REASONS`."""
    level: Level | None = None
    section: Section | None = None
    criteria: tuple[str, ...] = ()
    facts: FrozenMap[Fact] = field(default_factory=FrozenMap)

    def text(self, language: Language) -> str:
        """The reason as a sentence."""
        names = [item.title for item in (self.level, self.section) if item is not None]
        return say(REASONS[self.about], language, where=" – ".join(names), **self.facts)


@dataclass(frozen=True, slots=True)
class Evaluation(JsonValue):
    """The verdict on an audit, its reasons, and what they were computed from.

    `verdict` is `pass`, `fail` or `undecided`, and `complete` says whether every criterion was
    assessed; `standing` is where that and the committee's decision lead. `levels` and `sections`
    have the counts, `reasons` each step of the verdict in words. `period` is the days of a granted
    label. `referential` and `audit` are what it was computed from.
    """

    referential: Referential
    audit: Audit
    verdict: Verdict
    complete: bool
    """Whether every criterion has been assessed."""
    standing: Standing
    levels: tuple[LevelResult, ...]
    sections: tuple[SectionResult, ...]
    reasons: tuple[Reason, ...]
    period: Period | None
    """The days on which the label holds; None unless the committee granted it."""

    def __repr__(self) -> str:
        """What was evaluated, and what came of it: the whole would fill a console for pages."""
        who, name = self.audit.organisation.name, self.referential.name
        facts = f"verdict={self.verdict.value!r}, complete={self.complete}"
        return f"<Evaluation of {who!r} by {name}: {facts}, standing={self.standing.value!r}>"

    @property
    def fragile(self) -> tuple[str, ...]:
        """The met criteria of which one alone, if it were not met, would end a `pass`."""
        return fragile_of(self.verdict, self.levels)


def fragile_of(verdict: Verdict, levels: Iterable[LevelResult]) -> tuple[str, ...]:
    """The met criteria of which one alone, if it were not met, would end a `pass`."""
    if verdict is not Verdict.PASS:
        return ()
    return tuple(criterion for result in levels for criterion in result.fragile)
