"""What the latest finished audits of a network have in common, and can share (RC-19, RC-20)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from ..model.referential import Referential, Section
from ..text.wording import same_words
from .audit_file import AuditFile
from .network import CriterionOnDay, GoodPractice, OrganisationProgress, Recommendation
from .organisation import OrganisationFiles
from .progress import KINDS, ProgressKind, kind_of


@dataclass(slots=True)
class _Answers:
    """The answers to one criterion so far, and the versions that ask it."""

    versions: dict[str, Referential] = field(default_factory=dict)
    met: int = 0
    not_applicable: int = 0
    not_met: list[str] = field(default_factory=list)


def criteria_of(organisations: Iterable[OrganisationFiles]) -> tuple[CriterionOnDay, ...]:
    """RC-19: each criterion over the latest finished audits, weakest first."""
    found: dict[str, _Answers] = {}
    for one in organisations:
        for file in one.finished[-1:]:
            _count(file, one.id, found)
    return tuple(sorted((_criterion(*item) for item in found.items()), key=_weakness))


def _count(file: AuditFile, organisation: str, found: dict[str, _Answers]) -> None:
    referential, version = file.referential, file.referential.version
    for name, answer in file.by_criterion():
        answers = found.setdefault(name, _Answers())
        answers.versions[version] = referential
        answers.met += answer == "met"
        answers.not_applicable += answer == "not_applicable"
        if answer == "not_met":
            answers.not_met.append(organisation)


def _criterion(name: str, answers: _Answers) -> CriterionOnDay:
    versions = answers.versions.values()
    newest = max(versions, key=since)
    criterion, section = newest.by_id[name], _sections(newest)[name]
    asked = [version.by_id[name].requirement for version in versions]
    return CriterionOnDay(
        id=name,
        criterion=criterion,
        section=section.id,
        section_title=section.title,
        met=answers.met,
        not_met=len(answers.not_met),
        not_applicable=answers.not_applicable,
        organisations_not_met=tuple(sorted(answers.not_met)),
        reworded=not all(same_words(criterion.requirement, one) for one in asked),
    )


def since(version: Referential) -> tuple[date, str]:
    """The order of versions: by first day in force."""
    return version.in_force.from_, version.version


def _sections(referential: Referential) -> dict[str, Section]:
    return referential.once(_section_of_each)


def _section_of_each(referential: Referential) -> dict[str, Section]:
    return {
        criterion.id: section for section in referential.sections for criterion in section.criteria
    }


def _weakness(one: CriterionOnDay) -> tuple[bool, Fraction, int, str]:
    """RC-19: by exact share, then more not met, then identifier; without a share last."""
    assessed = one.met + one.not_met
    return not assessed, Fraction(one.met, assessed or 1), -one.not_met, one.id


def good_practices_of(organisations: Iterable[OrganisationFiles]) -> Iterator[GoodPractice]:
    """The good practices of the latest finished audits."""
    for one in organisations:
        for file in one.finished[-1:]:
            for practice in file.practices:
                yield GoodPractice(
                    criterion=practice.criterion,
                    organisation=one.id,
                    on=file.last_day,
                    text=practice.text,
                    evidence=practice.evidence,
                )


def recommendations_of(organisations: Iterable[OrganisationFiles]) -> Iterator[Recommendation]:
    """The recommendations and the actions of the latest finished audits."""
    for one in organisations:
        for file in one.finished[-1:]:
            for advice in file.advice:
                yield Recommendation(
                    criterion=advice.criterion,
                    organisation=one.id,
                    on=file.last_day,
                    text=advice.text,
                    owner=advice.owner,
                    due=advice.due,
                    overdue=advice.due is not None and advice.due < one.day,
                )


# ── Progress ─────────────────────────────────────────────────────────────────────────────────────


def progress_of_each(organisations: Iterable[OrganisationFiles]) -> Iterator[OrganisationProgress]:
    """RC-20, between the last two finished audits of each organisation."""
    for one in organisations:
        if len(one.finished) > 1:
            old, new = one.finished[-2:]
            yield OrganisationProgress(one.id, old.last_day, new.last_day, _lists(old, new))


def _lists(old: AuditFile, new: AuditFile) -> dict[ProgressKind, tuple[str, ...]]:
    then, now = dict(old.by_criterion()), dict(new.by_criterion())
    before, after = old.referential.by_id, new.referential.by_id
    found: dict[ProgressKind, list[str]] = {kind: [] for kind in KINDS}
    for name in sorted(after):
        kind = kind_of(after[name], before.get(name), then.get(name), now[name])
        found[kind].append(name)
    found["retired"] += sorted(before.keys() - after.keys())
    found["now_applicable"].sort(key=lambda name: now[name] != "not_met")
    return {kind: tuple(names) for kind, names in found.items()}
