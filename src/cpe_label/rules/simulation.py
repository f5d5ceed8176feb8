"""What a changed referential would do: who would lose the label, who would gain it.

Decisions of committees and the days of versions are left aside: only the rules are asked.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ..model.audit import Audit, Finding
from ..model.referential import Referential
from ..text.serialization import JsonValue
from .changes import ChangeKind, CriterionChange, FrameChange
from .comparison import ReferentialComparison, compare_referentials
from .evaluation import Verdict
from .scoring import Score, score, score_findings
from .variant import with_only

Outcome = Literal["keeps", "would_lose", "would_gain", "open", "stays_without"]
OUTCOMES: Final[tuple[Outcome, ...]] = (
    "keeps",
    "would_lose",
    "would_gain",
    "open",
    "stays_without",
)

_OUTCOME: Final[dict[tuple[Verdict, Verdict], Outcome]] = {
    (Verdict.PASS, Verdict.PASS): "keeps",
    (Verdict.PASS, Verdict.FAIL): "would_lose",
    (Verdict.FAIL, Verdict.PASS): "would_gain",
    (Verdict.FAIL, Verdict.FAIL): "stays_without",
}
"""By the verdict under the old and under the new referential; any other pair is open (RC-9)."""


@dataclass(frozen=True, slots=True)
class OrganisationOutcome(JsonValue):
    """What would become of one organisation, and the criteria that decide it."""

    id: str | None
    name: str
    audit_on: date
    old: Verdict
    new: Verdict
    outcome: Outcome
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SingleChange(JsonValue):
    """One change of substance, as if it were the only one."""

    change: FrameChange | CriterionChange
    would_lose: int
    would_gain: int
    open: int


@dataclass(frozen=True, slots=True)
class Simulation(JsonValue):
    """What a changed referential would do to those who were audited under the old one."""

    organisations: tuple[OrganisationOutcome, ...]
    """By identifier, then by name."""
    single: tuple[SingleChange, ...]
    """Each change of substance by itself, in the order of the comparison."""
    left_out: tuple[Audit, ...]
    """The audits of another version or another referential."""
    ambiguous: tuple[Audit, ...] = ()
    """Files of one audit, of which none counts: all are decided, or none is."""

    @property
    def totals(self) -> Mapping[Outcome, int]:
        """How many organisations have each outcome."""
        found = [one.outcome for one in self.organisations]
        return {outcome: found.count(outcome) for outcome in OUTCOMES}


def simulate(
    comparison: ReferentialComparison, audits: Iterable[Audit], same: Collection[str] = ()
) -> Simulation:
    """Apply both referentials to the latest audit of each organisation.

    An answer is kept where the requirement stands, and open where it is new or reworded; a former
    « not applicable » is open where the permission was taken or reworded. `same` is as in
    `compare_referentials`.
    """
    old = comparison.old
    every = [audit for audit in audits if audit.kind == "audit"]
    latest, ambiguous = _latest(every, old.id)
    fitting = [audit for audit in latest if _version(audit) == old.name]
    before = [(audit, score(audit, old)) for audit in fitting]
    carrier = Carrier.of(comparison)
    return Simulation(
        tuple(_outcome(audit, then, carrier, comparison.new) for audit, then in before),
        tuple(_single(change, comparison, before, same) for change in comparison.of_substance),
        tuple(audit for audit in every if _version(audit) != old.name),
        ambiguous,
    )


def _version(audit: Audit) -> str:
    return f"{audit.referential.id}@{audit.referential.version}"


def _latest(audits: Iterable[Audit], label: str) -> tuple[list[Audit], tuple[Audit, ...]]:
    """The latest audit of each organisation under any version of a label, and the ambiguous ones.

    Of two files of one audit the decided one counts; if both or none are, neither.
    Files with one content are one.
    """
    files: dict[tuple[str, str], list[Audit]] = {}
    for audit in audits:
        if audit.referential.id == label:
            who = audit.organisation
            # A name is no identifier: without one, it stands for itself alone.
            files.setdefault(("" if who.id else who.name, who.id or ""), []).append(audit)
    latest, ambiguous = [], []
    for _, found in sorted(files.items(), key=lambda item: item[0]):
        last = max(one.audited_on.from_ for one in found)
        one_audit = [one for one in found if one.audited_on.from_ == last]
        decided = [one for one in one_audit if one.decision] or one_audit
        if all(one == decided[0] for one in decided):
            latest.append(decided[0])
        else:
            ambiguous += decided
    return latest, tuple(ambiguous)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Which answers stand under a changed referential."""

    standing: frozenset[str]
    """The criteria whose requirement is in both referentials and asks the same."""
    no_longer_aside: frozenset[str]
    """Those of which the permission for « not applicable » was taken or reworded."""

    @classmethod
    def of(cls, comparison: ReferentialComparison) -> "Carrier":
        """What a comparison leaves of the answers."""
        changed: dict[ChangeKind, set[str]] = {}
        for one in comparison.criteria:
            if one.substance:
                changed.setdefault(one.change, set()).add(one.id)
        kept = comparison.old.by_id.keys() & comparison.new.by_id.keys()
        return cls(
            frozenset(kept - changed.get("requirement", set())),
            frozenset(
                changed.get("permission_taken", set()) | changed.get("permission_reworded", set())
            ),
        )

    def carry(self, findings: Mapping[str, Finding]) -> dict[str, Finding]:
        """The findings that stand."""
        standing, aside = self.standing, self.no_longer_aside
        return {
            name: finding
            for name, finding in findings.items()
            if name in standing and not (name in aside and finding.status == "not_applicable")
        }


def _outcome(audit: Audit, then: Score, carrier: Carrier, new: Referential) -> OrganisationOutcome:
    now = score_findings(carrier.carry(audit.findings), new)
    outcome = _OUTCOME.get((then.verdict, now.verdict), "open")
    return OrganisationOutcome(
        id=audit.organisation.id,
        name=audit.organisation.name,
        audit_on=audit.audited_on.from_,
        old=then.verdict,
        new=now.verdict,
        outcome=outcome,
        criteria=_deciding(outcome, then, now),
    )


def _deciding(outcome: Outcome, then: Score, now: Score) -> tuple[str, ...]:
    """The criteria that make the outcome: those that fail, that failed, or that are open."""
    if outcome == "keeps":
        return ()
    was_open = outcome == "open" and now.verdict is not Verdict.UNDECIDED
    asked = then if outcome == "would_gain" or was_open else now
    return tuple(
        criterion
        for level in asked.levels
        if level.verdict is asked.verdict
        for criterion in level.deciding
    )


def _single(
    change: FrameChange | CriterionChange,
    comparison: ReferentialComparison,
    before: list[tuple[Audit, Score]],
    same: Collection[str],
) -> SingleChange:
    variant = with_only(change, comparison.old, comparison.new)
    alone = compare_referentials(comparison.old, variant, same)
    carrier = Carrier.of(alone)
    found = [_outcome(audit, then, carrier, variant).outcome for audit, then in before]
    undecided = sum(then.verdict is Verdict.UNDECIDED for _, then in before)
    return SingleChange(
        change,
        found.count("would_lose"),
        found.count("would_gain"),
        found.count("open") - undecided,  # those are open whatever changes
    )
