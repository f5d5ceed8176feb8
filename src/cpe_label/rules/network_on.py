"""A whole network on a day, from its files (RC-16 to RC-20)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from ..model.digest import fingerprint
from ..model.members import Members
from ..model.referential import Referential, Validity
from ..problems.problem import Problem, is_error, sorted_problems
from .agenda import agenda_of
from .audit_file import AuditFile
from .evaluation import State
from .network import LABELLED, Counts, FileProblems, Files, Network, OrganisationOnDay, Stage, Year
from .network_checks import NOT_COUNTED, Found, as_of, check_identifiers, check_organisation
from .organisation import OrganisationFiles
from .referential_checks import check_versions
from .shared_findings import (
    criteria_of,
    good_practices_of,
    progress_of_each,
    recommendations_of,
    since,
)
from .validity import in_force_until


@dataclass(frozen=True, slots=True)
class NetworkFiles:
    """What was read for a network: the sound audits under its label, and the other files."""

    label: str
    """Identifier of the referential."""
    audits: Sequence[AuditFile]
    versions: Sequence[Referential] = ()
    """Every known version of the referential."""
    members: Members | None = None
    left_out: Sequence[FileProblems] = ()
    other_labels: int = 0
    by_organisation: dict[str, list[AuditFile]] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[str, list[AuditFile]] = {}
        for one in self.audits:
            if one.organisation.id is not None:
                found.setdefault(one.organisation.id, []).append(one)
        object.__setattr__(self, "by_organisation", found)


def network_on(files: NetworkFiles, on: date) -> Network:
    """The network on a day: what is dated after it never changes the answer, `files` aside."""
    in_force = _in_force(files.versions, on)
    every = [
        OrganisationFiles.of(name, audits, on)
        for name, audits in sorted(files.by_organisation.items())
    ]
    counted = _counted(every, files.members, on)
    names = {one.id for one in counted}
    members = {one.id: one for one in files.members.on(on)} if files.members else {}
    organisations = tuple(one.on_day(members.get(one.id), in_force) for one in counted)
    audits = as_of(files.audits, on)
    return Network(
        on=on,
        label=files.label,
        versions=_versions(audits),
        members=files.members,
        files=_files(files, audits, every),
        counts=_counts(counted, organisations, files.members is not None),
        organisations=organisations,
        non_members=tuple(one.id for one in every if one.files and one.id not in names),
        unattributed=tuple(sorted(one.source for one in audits if one.organisation.id is None)),
        agenda=agenda_of(counted, on, in_force),
        criteria=criteria_of(counted),
        good_practices=tuple(good_practices_of(counted)),
        recommendations=tuple(recommendations_of(counted)),
        years=tuple(_year(files, day) for day in _ends_of_years(files, on)),
        progress=tuple(progress_of_each(counted)),
    )


def _in_force(versions: Sequence[Referential], day: date) -> tuple[Validity, ...]:
    """The rules of the versions in force on a day (RC-15)."""
    return tuple(
        one.validity
        for one in versions
        if one.in_force.from_ <= day <= (in_force_until(one, versions) or date.max)
    )


def _counted(
    every: Sequence[OrganisationFiles], members: Members | None, on: date
) -> list[OrganisationFiles]:
    """RC-18: the members on the day; without a list of members, the organisations with files."""
    if members is None:
        return [one for one in every if one.files]
    known = {one.id: one for one in every}
    names = sorted({member.id for member in members.on(on)})
    return [known.get(name) or OrganisationFiles.of(name, (), on) for name in names]


def _versions(audits: Iterable[AuditFile]) -> tuple[Referential, ...]:
    named = {one.referential.name: one.referential for one in audits}
    return tuple(sorted(named.values(), key=since))


def _counts(
    counted: Sequence[OrganisationFiles],
    organisations: Sequence[OrganisationOnDay],
    with_members: bool,
) -> Counts:
    labels = Counter(one.label for one in organisations)
    stages = Counter(one.stage for one in organisations)
    return Counts(
        members=len(counted) if with_members else None,
        engaged=sum(bool(one.files) for one in counted),
        audited=sum(bool(one.finished) for one in counted),
        labelled=sum(labels[state] for state in LABELLED),
        **{state: labels[state] for state in get_args(State)},
        **{stage: stages[stage] for stage in get_args(Stage)},
    )


# ── The end of each year ─────────────────────────────────────────────────────────────────────────


def _ends_of_years(files: NetworkFiles, on: date) -> Iterator[date]:
    """Each 31 December from the first membership or audit to a day."""
    joined = (member.since for member in (files.members.members if files.members else ()))
    days = [one.first_day for one in files.audits if one.kind == "audit"]
    days += (day for day in joined if day is not None)
    for year in range(min(days, default=date.max).year, on.year + 1):
        if (end := date(year, 12, 31)) <= on:
            yield end


def _year(files: NetworkFiles, day: date) -> Year:
    """RC-18 on the last day of a year."""
    names = None if files.members is None else {member.id for member in files.members.on(day)}
    audited = labelled = 0
    for name, audits in files.by_organisation.items():
        if (names is None or name in names) and any(one.first_day <= day for one in audits):
            organisation = OrganisationFiles.of(name, audits, day)
            audited += bool(organisation.finished)
            labelled += organisation.is_labelled
    return Year(day, None if names is None else len(names), audited, labelled)


# ── The files ────────────────────────────────────────────────────────────────────────────────────


def _files(
    files: NetworkFiles, audits: Sequence[AuditFile], every: Iterable[OrganisationFiles]
) -> Files:
    """What was read, and what contradicts what, as of the day."""
    found = [found for one in every for found in check_organisation(one.counted)]
    found += check_identifiers(audits, files.members)
    errors = [one for one in found if is_error(one.problem)]
    warnings = (one.problem for one in found if not is_error(one.problem))
    versions = (one for one in check_versions(files.versions) if not is_error(one))
    contradicting = [one for one in errors if one.problem.code in NOT_COUNTED]
    counting = [one for one in errors if one.problem.code not in NOT_COUNTED]
    return Files(
        read=len(files.audits) + len(files.left_out) + files.other_labels,
        after_day=len(files.audits) - len(audits),
        other_labels=files.other_labels,
        left_out=_by_source((*files.left_out, *_of_each(contradicting))),
        problems=_by_source(_of_each(counting)),
        warnings=sorted_problems((*warnings, *versions)),
        digest=fingerprint({"audits": sorted(map(_fingerprint, files.audits))}),
    )


def _of_each(found: Iterable[Found]) -> list[FileProblems]:
    problems: dict[str, list[Problem]] = {}
    for one in found:
        problems.setdefault(one.file.source, []).append(one.problem)
    return [FileProblems(source, tuple(each)) for source, each in problems.items()]


def _by_source(files: Iterable[FileProblems]) -> tuple[FileProblems, ...]:
    return tuple(sorted(files, key=lambda one: (one.source, one.codes)))


def _fingerprint(file: AuditFile) -> str:
    """Of an audit with its decision and its events."""
    beside = (file.decision, file.previous, *file.events)
    return fingerprint(
        {"audit": file.digest, "beside": [one and one.as_written() for one in beside]}
    )
