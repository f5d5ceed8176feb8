"""What a changed referential would do: who would lose the label, who would gain it.

Decisions of committees and the days of versions are left aside: only the rules are asked.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ..model.audit import Audit, Finding
from ..model.referential import Criterion, Level, Referential, Section
from ..text.serialization import JsonValue
from .comparison import (
    CriterionChange,
    FrameChange,
    ReferentialComparison,
    compare_referentials,
)
from .evaluation import Verdict
from .scoring import Score, score, score_findings

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
    return Simulation(
        tuple(_outcome(audit, then, comparison) for audit, then in before),
        tuple(_single(change, comparison, before, same) for change in comparison.of_substance),
        tuple(audit for audit in every if _version(audit) != old.name),
        ambiguous,
    )


def _version(audit: Audit) -> str:
    return f"{audit.referential.id}@{audit.referential.version}"


def _latest(audits: Iterable[Audit], label: str) -> tuple[list[Audit], tuple[Audit, ...]]:
    """The latest audit of each organisation under any version of a label, and the ambiguous ones.

    As in RC-16, of two files of one audit the decided one counts; if both or none are, neither.
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


def _outcome(audit: Audit, then: Score, comparison: ReferentialComparison) -> OrganisationOutcome:
    now = score_findings(carried(audit.findings, comparison), comparison.new)
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


def carried(
    findings: Mapping[str, Finding], comparison: ReferentialComparison
) -> dict[str, Finding]:
    """The findings that stand under the new referential."""
    open_now = {
        change.id
        for change in comparison.criteria
        if change.substance and change.change in ("requirement", "added")
    }
    no_longer_aside = {
        change.id
        for change in comparison.criteria
        if change.substance and change.change in ("permission_taken", "permission_reworded")
    }
    return {
        name: finding
        for name, finding in findings.items()
        if name in comparison.new.by_id
        and name not in open_now
        and not (finding.status == "not_applicable" and name in no_longer_aside)
    }


# ── One change at a time ─────────────────────────────────────────────────────────────────────────


def _single(
    change: FrameChange | CriterionChange,
    comparison: ReferentialComparison,
    before: list[tuple[Audit, Score]],
    same: Collection[str],
) -> SingleChange:
    variant = _with_only(change, comparison.old, comparison.new)
    alone = compare_referentials(comparison.old, variant, same)
    found = [_outcome(audit, then, alone).outcome for audit, then in before]
    undecided = sum(then.verdict is Verdict.UNDECIDED for _, then in before)
    return SingleChange(
        change,
        found.count("would_lose"),
        found.count("would_gain"),
        found.count("open") - undecided,  # those are open whatever changes
    )


def _with_only(
    change: FrameChange | CriterionChange, old: Referential, new: Referential
) -> Referential:
    """The old referential with one change of the new one."""
    if isinstance(change, FrameChange):
        return _with_frame(change, old, new)
    sections = list(old.sections)
    if change.change in ("retired", "moved", "added"):
        sections = _without(sections, change.id)
    if change.change in ("moved", "added"):
        moved = old.by_id.get(change.id) or new.by_id[change.id]
        sections = _with(sections, new, moved)
    if change.change not in ("retired", "moved", "added"):
        key = "level" if change.change.startswith("level") else _KEYS[change.change]
        value = getattr(new.by_id[change.id], key)
        sections = _changed(sections, change.id, {key: value})
    if not sections:
        return old  # a referential asks something
    levels = _levels_of(sections, old, new)
    return old.model_copy(update={"sections": sections, "levels": levels})


_KEYS: Final = {
    "requirement": "requirement",
    "permission_given": "not_applicable_when",
    "permission_taken": "not_applicable_when",
    "permission_reworded": "not_applicable_when",
}


def _with_frame(change: FrameChange, old: Referential, new: Referential) -> Referential:
    """Only levels change a verdict; days and durations do not."""
    match change.path:
        case ("levels", int(i), str(key)):
            return _with_level(old, new.levels[i], key)
        case ("levels",) if change.new is None:
            return _without_level(old, change.field.removeprefix("levels."))
        case _:  # a new level asks nothing without its criteria
            return old


def _with_level(old: Referential, level: Level, key: str) -> Referential:
    update = {key: getattr(level, key)}
    levels = [one.model_copy(update=update) if one.id == level.id else one for one in old.levels]
    return old.model_copy(update={"levels": levels})


def _without_level(old: Referential, name: str) -> Referential:
    """The referential without a level and its criteria; as it was if nothing would be left."""
    sections = list(old.sections)
    for criterion in old.criteria:
        if criterion.level == name:
            sections = _without(sections, criterion.id)
    levels = [level for level in old.levels if level.id != name]
    return old.model_copy(update={"sections": sections, "levels": levels}) if sections else old


def _without(sections: list[Section], name: str) -> list[Section]:
    """The sections without a criterion; a section that is empty then is left out."""
    left = [(section, [one for one in section.criteria if one.id != name]) for section in sections]
    return [
        section.model_copy(update={"criteria": criteria})
        if len(criteria) < len(section.criteria)
        else section
        for section, criteria in left
        if criteria
    ]


def _with(sections: list[Section], new: Referential, criterion: Criterion) -> list[Section]:
    """The sections with one more criterion, in the section that it has in the new referential."""
    home = next(one for one in new.sections if any(c.id == criterion.id for c in one.criteria))
    if all(section.id != home.id for section in sections):
        return [*sections, home.model_copy(update={"criteria": [criterion]})]
    return [
        section.model_copy(update={"criteria": [*section.criteria, criterion]})
        if section.id == home.id
        else section
        for section in sections
    ]


def _changed(sections: list[Section], name: str, update: Mapping[str, str | None]) -> list[Section]:
    return [
        section.model_copy(
            update={
                "criteria": [
                    one.model_copy(update=update) if one.id == name else one
                    for one in section.criteria
                ]
            }
        )
        if any(one.id == name for one in section.criteria)
        else section
        for section in sections
    ]


def _levels_of(sections: list[Section], old: Referential, new: Referential) -> list[Level]:
    """The old levels, and the new ones that a criterion names."""
    known = {level.id for level in old.levels}
    used = {criterion.level for section in sections for criterion in section.criteria}
    return [*old.levels, *(level for level in new.levels if level.id in used - known)]
