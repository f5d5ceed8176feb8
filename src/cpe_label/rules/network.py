"""A network on a day: what the rules make of all its files (RC-16 to RC-20), as values.

Each value holds what one entry of the record `cpe-label/network/1` says, and a few hold more, for
reports. None holds a whole audit: a network has thousands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ..model.audit import AuditKind, Decision, Event
from ..model.members import Members
from ..model.referential import Criterion, Referential
from ..problems.problem import Problem
from ..text.serialization import JsonValue
from .evaluation import State, Verdict
from .progress import ProgressKind

Stage = Literal[
    "granted", "refused", "adjourned", "to_decide", "in_audit", "self_assessed", "not_engaged"
]
"""RC-17: how far the latest file of an organisation has come."""
LABELLED: Final[tuple[State, ...]] = ("valid", "expiring")
"""RC-18: the states in which an organisation is labelled."""

EndedBy = Literal["renewal", "withdrawal"]
AgendaKind = Literal["renewal_opens", "last_day", "action_due"]


@dataclass(frozen=True, slots=True)
class Term(JsonValue):
    """One granted label of an organisation (RC-16).

    A term that the files do not hold has no `first_day`, `decided_on` or `version` (RC-17).
    """

    first_day: date | None
    last_day: date
    """As granted."""
    ended_on: date | None
    """The last day on which it held, where that is before `last_day`."""
    ended_by: EndedBy | None
    decided_on: date | None
    version: str | None
    events: tuple[Event, ...] = ()
    """Those of its file up to the day asked; not in the record."""


@dataclass(frozen=True, slots=True)
class LatestFile(JsonValue):
    """The audit or self-assessment that the stage of an organisation speaks of (RC-17)."""

    kind: AuditKind
    first_day: date
    last_day: date
    version: str
    verdict: Verdict | None
    """None before the last day of the audit."""
    complete: bool | None
    decision: Decision | None
    """The committee's decision up to the day asked."""
    digest: str
    source: str
    """Its file, relative to the folder, with `/`."""


@dataclass(frozen=True, slots=True)
class SectionAnswers(JsonValue):
    """What an audit found in one section, in numbers; not in the record."""

    id: str
    title: str
    met: int
    not_met: int
    not_applicable: int


@dataclass(frozen=True, slots=True)
class OrganisationOnDay(JsonValue):
    """What is known of one organisation on the day (RC-17)."""

    id: str
    name: str
    region: str | None
    label: State
    stage: Stage
    first_day: date | None
    last_day: date | None
    days_left: int | None
    """Days after the day asked up to the last day, included; 0 on the last day."""
    renewal_opens: date | None
    terms: tuple[Term, ...]
    latest: LatestFile | None
    sections: tuple[SectionAnswers, ...] = ()
    """Of its latest finished audit, in the order of the referential; none without one."""
    audited_on: date | None = None
    """The last day of that audit; not in the record."""


@dataclass(frozen=True, slots=True)
class FileProblems(JsonValue):
    """A file and its errors."""

    source: str
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the problems, each once, in order."""
        return tuple(sorted({one.code for one in self.problems}))


@dataclass(frozen=True, slots=True)
class Files(JsonValue):
    """The files that the network was computed from."""

    read: int
    after_day: int
    """Those of them dated after the day asked."""
    other_labels: int
    """Those under another referential."""
    left_out: tuple[FileProblems, ...]
    """Those that do not count: unreadable, unsound, or one that contradicts others (RC-16)."""
    problems: tuple[FileProblems, ...]
    """Errors across files of files that count (RC-16)."""
    warnings: tuple[Problem, ...]
    """Warnings across files; not in the record."""
    digest: str


@dataclass(frozen=True, slots=True)
class Counts(JsonValue):
    """RC-18: how many organisations are where; each stands in one label and in one stage."""

    members: int | None
    engaged: int
    audited: int
    labelled: int
    valid: int
    expiring: int
    suspended: int
    withdrawn: int
    expired: int
    none: int
    granted: int
    refused: int
    adjourned: int
    to_decide: int
    in_audit: int
    self_assessed: int
    not_engaged: int


@dataclass(frozen=True, slots=True)
class AgendaItem(JsonValue):
    """A day to come within a year, and what it is for."""

    day: date
    kind: AgendaKind
    organisation: str
    """Its identifier."""
    criterion: str | None
    """Only for `action_due`."""
    text: str | None
    """For `action_due`, the recommendation, else who acts; None where nothing was written."""


@dataclass(frozen=True, slots=True)
class CriterionOnDay(JsonValue):
    """RC-19: one criterion over the latest finished audits."""

    id: str
    criterion: Criterion
    """In the newest version among those audited."""
    section: str
    """The identifier of its section there."""
    section_title: str
    met: int
    not_met: int
    not_applicable: int
    organisations_not_met: tuple[str, ...]
    reworded: bool
    """Its requirement differs between the versions audited."""


@dataclass(frozen=True, slots=True)
class GoodPractice(JsonValue):
    """A good practice that others could take up (charter, article 16)."""

    criterion: str
    organisation: str
    on: date
    """The last day of the audit."""
    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recommendation(JsonValue):
    """A recommendation or an action of a latest finished audit."""

    criterion: str
    organisation: str
    on: date
    """The last day of the audit."""
    text: str | None
    owner: str | None
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Year(JsonValue):
    """The network on one 31 December."""

    on: date
    members: int | None
    audited: int
    labelled: int


@dataclass(frozen=True, slots=True)
class OrganisationProgress(JsonValue):
    """RC-20 between the last two finished audits of one organisation."""

    organisation: str
    from_: date
    """The last day of the earlier audit."""
    to: date
    """The last day of the later one."""
    criteria: Mapping[ProgressKind, tuple[str, ...]]
    """The identifiers in each list of RC-20, every list in its order; none is missing."""


@dataclass(frozen=True, slots=True)
class Network(JsonValue):
    """A whole network on a day, under one referential."""

    on: date
    label: str
    """Identifier of the referential."""
    versions: tuple[Referential, ...]
    """The versions that the audits name, by first day in force."""
    members: Members | None
    files: Files
    counts: Counts
    organisations: tuple[OrganisationOnDay, ...]
    non_members: tuple[str, ...]
    """Identifiers of organisations with files that are no members on the day."""
    unattributed: tuple[str, ...]
    """Files without an identifier of an organisation."""
    agenda: tuple[AgendaItem, ...]
    criteria: tuple[CriterionOnDay, ...]
    good_practices: tuple[GoodPractice, ...]
    recommendations: tuple[Recommendation, ...]
    years: tuple[Year, ...]
    progress: tuple[OrganisationProgress, ...]

    @property
    def labelled(self) -> tuple[OrganisationOnDay, ...]:
        """RC-18: those whose label is valid or expiring on the day."""
        return tuple(one for one in self.organisations if one.label in LABELLED)

    def __repr__(self) -> str:
        """Which label and which day, and how many: the whole would fill a console for pages."""
        many = len(self.organisations)
        return f"<Network of {self.label!r} on {self.on}: {many} organisations>"
