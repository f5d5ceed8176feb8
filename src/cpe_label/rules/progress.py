"""Progress from one audit or self-assessment to a later one (RC-20)."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from ..model.audit import Audit, Finding, Status
from ..model.referential import Criterion, Referential
from ..text.serialization import JsonValue
from ..text.wording import same_words
from .evaluation import Evaluation

ProgressKind = Literal[
    "gained",
    "lost",
    "still_met",
    "still_not_met",
    "now_applicable",
    "no_longer_applicable",
    "still_not_applicable",
    "unknown",
    "reworded",
    "new",
    "retired",
]
"""RC-20: what became of a criterion between two audits."""

KINDS: Final[tuple[ProgressKind, ...]] = get_args(ProgressKind)


@dataclass(frozen=True, slots=True)
class Step(JsonValue):
    """One criterion, what was found then and what is found now; None without a finding."""

    id: str
    kind: ProgressKind
    old: Finding | None
    new: Finding | None


@dataclass(frozen=True, slots=True)
class Progress(JsonValue):
    """Every criterion of two audits, each in one list."""

    old: Audit
    new: Audit
    steps: tuple[Step, ...]
    """In the order of the later referential, then the retired ones in that of the earlier."""

    def __repr__(self) -> str:
        """Whose progress, and how much: the whole would fill a console for pages."""
        who, gained, lost = self.new.organisation.name, self.of("gained"), self.of("lost")
        return f"<Progress of {who!r}: {len(gained)} gained, {len(lost)} lost>"

    def of(self, kind: ProgressKind) -> tuple[Step, ...]:
        """The criteria of one list; of those that now apply, the ones that are not met first."""
        found = [step for step in self.steps if step.kind == kind]
        if kind == "now_applicable":
            found.sort(key=lambda step: _status(step.new) != "not_met")
        return tuple(found)


def compare_audits(
    old: Audit, new: Audit, old_referential: Referential, new_referential: Referential
) -> Progress:
    """RC-20: what became of each criterion from one audit to a later one, by identifier."""
    before = old_referential.by_id
    steps = [
        _step(criterion, before.get(criterion.id), old, new)
        for criterion in new_referential.criteria
    ]
    steps += [
        Step(criterion.id, "retired", old.findings.get(criterion.id), None)
        for criterion in old_referential.criteria
        if criterion.id not in new_referential.by_id
    ]
    return Progress(old, new, tuple(steps))


def progress_of(then: Evaluation, now: Evaluation) -> Progress:
    """RC-20, from the evaluations of the two audits."""
    return compare_audits(then.audit, now.audit, then.referential, now.referential)


def _step(criterion: Criterion, earlier: Criterion | None, old: Audit, new: Audit) -> Step:
    then, now = old.findings.get(criterion.id), new.findings.get(criterion.id)
    kind = kind_of(criterion, earlier, _status(then), _status(now))
    return Step(criterion.id, kind, None if earlier is None else then, now)


def kind_of(
    criterion: Criterion, earlier: Criterion | None, then: Status | None, now: Status | None
) -> ProgressKind:
    """RC-20: the list of a criterion of the later version, by what it was in the earlier one."""
    if earlier is None:
        return "new"
    if not same_words(earlier.requirement, criterion.requirement):
        return "reworded"
    return _KIND[then, now]


def _status(finding: Finding | None) -> Status | None:
    return finding.status if finding else None


_ANSWERS: Final[tuple[Status | None, ...]] = ("met", "not_met", "not_applicable", None)
_KIND: Final[dict[tuple[Status | None, Status | None], ProgressKind]] = {
    **{(then, None): "unknown" for then in _ANSWERS},
    **{(None, now): "unknown" for now in _ANSWERS},
    ("not_met", "met"): "gained",
    ("met", "not_met"): "lost",
    ("met", "met"): "still_met",
    ("not_met", "not_met"): "still_not_met",
    ("not_applicable", "met"): "now_applicable",
    ("not_applicable", "not_met"): "now_applicable",
    ("met", "not_applicable"): "no_longer_applicable",
    ("not_met", "not_applicable"): "no_longer_applicable",
    ("not_applicable", "not_applicable"): "still_not_applicable",
}
"""By the answer then and the answer now; None is unassessed."""
