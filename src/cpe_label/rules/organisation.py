"""One organisation on a day: its label and its stage (RC-17)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from ..model.audit import Organisation
from ..model.members import Member
from ..model.referential import Validity
from .audit_file import AuditFile
from .chain import Counted, counted
from .evaluation import State
from .network import LABELLED, LatestFile, OrganisationOnDay, SectionAnswers, Stage
from .terms import KnownTerm, state_of, term_of_day, terms_of, window_opens

_RUNNING: Final[tuple[State, ...]] = (*LABELLED, "suspended")


@dataclass(frozen=True)
class OrganisationFiles:
    """The files of one organisation under one label, as of a day."""

    id: str
    day: date
    counted: Counted

    @classmethod
    def of(cls, name: str, files: Iterable[AuditFile], day: date) -> "OrganisationFiles":
        """RC-17: nothing that is dated after the day counts."""
        return cls(name, day, counted(one.as_of(day) for one in files if one.first_day <= day))

    @property
    def files(self) -> tuple[AuditFile, ...]:
        """Those that count, by first day."""
        return self.counted.files

    @cached_property
    def terms(self) -> tuple[KnownTerm, ...]:
        """Every term, in order of beginning."""
        return terms_of(self.counted)

    @cached_property
    def finished(self) -> tuple[AuditFile, ...]:
        """The finished audits, by first day; no self-assessment."""
        return tuple(one for one in self.files if one.kind == "audit" and one.finished(self.day))

    @property
    def latest(self) -> AuditFile | None:
        """RC-17: the file that the stage speaks of.

        It is the latest audit; or a self-assessment, without an audit or after its decision.
        """
        audit = _last(self.files, "audit")
        own = _last(self.files, "self_assessment")
        if audit is None or own is None:
            return audit or own
        decided_on = audit.decided_on
        return own if decided_on is not None and own.first_day > decided_on else audit

    @property
    def stage(self) -> Stage:
        """RC-17: how far the latest file has come."""
        latest = self.latest
        if latest is None:
            return "not_engaged"
        if latest.kind == "self_assessment":
            return "self_assessed"
        if latest.decision is not None:
            return latest.decision.outcome
        return "to_decide" if latest.finished(self.day) else "in_audit"

    @property
    def is_labelled(self) -> bool:
        """RC-18: valid or expiring; the window makes no difference."""
        term = term_of_day(self.terms, self.day)
        return state_of(term, self.terms, self.day, ()) in LABELLED

    def on_day(self, member: Member | None, in_force: Sequence[Validity]) -> OrganisationOnDay:
        """What is known of it; `in_force` are the rules of the versions in force on the day."""
        term = term_of_day(self.terms, self.day)
        label = state_of(term, self.terms, self.day, in_force)
        running = term if label in _RUNNING else None
        latest = self.latest
        name, region = _who(self.id, member, latest)
        return OrganisationOnDay(
            id=self.id,
            name=name,
            region=region,
            label=label,
            stage=self.stage,
            first_day=None if term is None else term.first_day,
            last_day=None if term is None else term.last_day,
            days_left=None if running is None else (running.last_day - self.day).days,
            renewal_opens=None if running is None else window(running, in_force),
            terms=tuple(one.as_term() for one in self.terms),
            latest=None if latest is None else _shown(latest, self.day),
            sections=_sections(self.finished[-1]) if self.finished else (),
            audited_on=self.finished[-1].last_day if self.finished else None,
        )


def _who(name: str, member: Member | None, latest: AuditFile | None) -> tuple[str, str | None]:
    """The name and the region: by the list of members, else by the latest file."""
    known: list[Member | Organisation] = [] if member is None else [member]
    known += [] if latest is None else [latest.organisation]
    regions = (one.region for one in known if one.region is not None)
    return (known[0].name if known else name), next(regions, None)


def window(term: KnownTerm, in_force: Iterable[Validity]) -> date | None:
    """The first day of the window in which a renewal follows on; None if it is of no month."""
    opens = window_opens(term, in_force)
    return opens if opens <= term.last_day else None


def _last(files: Iterable[AuditFile], kind: str) -> AuditFile | None:
    return max((one for one in files if one.kind == kind), key=_first_day, default=None)


def _first_day(file: AuditFile) -> date:
    return file.first_day


def _shown(file: AuditFile, day: date) -> LatestFile:
    over = file.last_day <= day
    return LatestFile(
        kind=file.kind,
        first_day=file.first_day,
        last_day=file.last_day,
        version=file.referential.version,
        verdict=file.verdict if over else None,
        complete=file.complete if over else None,
        decision=file.decision,
        digest=file.digest,
        source=file.source,
    )


def _sections(file: AuditFile) -> tuple[SectionAnswers, ...]:
    answers = dict(file.by_criterion())
    found = []
    for section in file.referential.sections:
        given = [answers[criterion.id] for criterion in section.criteria]
        counts = (given.count(one) for one in ("met", "not_met", "not_applicable"))
        found.append(SectionAnswers(section.id, section.title, *counts))
    return tuple(found)
