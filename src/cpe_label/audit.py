"""The audit: what was found in one organisation, criterion by criterion, and what was decided."""

from typing import Annotated, Literal

from pydantic import Field

from .fields import Day, FileModel, Id, Mapped, Model, Text
from .formats import AUDIT_FORMAT
from .frozen import FrozenMap

Status = Literal["met", "not_met", "not_applicable"]
Kind = Literal["audit", "self_assessment"]
Outcome = Literal["granted", "refused", "adjourned"]
EventKind = Literal["suspended", "reinstated", "withdrawn"]


class ReferentialName(Model):
    """The one version of one referential that the audit answers (RC-1)."""

    id: Id = Field(description="Identifier of the referential.")
    version: Id = Field(
        description="Identifier of its version.",
        json_schema_extra={"type": ["string", "number"]},
    )


class Organisation(Model):
    """The cooperative that is audited."""

    id: Id | None = Field(
        default=None, description="Permanent identifier (SIREN …); required with a decision."
    )
    name: Text = Field(description="Its name in reports.")
    region: Text | None = Field(default=None, description="Where it works.")


class AuditedOn(Model):
    """The days of the audit, both included; one day alone needs no `to`."""

    from_: Day = Field(alias="from", description="First day of the audit.")
    to: Day | None = Field(
        default=None, description="Last day of the audit; absent if it took one day."
    )

    @property
    def last(self) -> Day:
        """The last day of the audit."""
        return self.to or self.from_


class Auditor(Model):
    """A person who audited, and where they come from."""

    name: Text = Field(description="The person's name.")
    organisation: Text | None = Field(default=None, description="The cooperative they come from.")


class Action(Model):
    """What the organisation will do about a finding."""

    owner: Text | None = Field(default=None, description="Who will do it.")
    due: Day | None = Field(default=None, description="The last day to do it.")


class Finding(Model):
    """What was found for one criterion. Without a status it is notes, and unassessed (RC-3)."""

    status: Status | None = Field(default=None, description="met, not_met or not_applicable.")
    evidence: tuple[Text, ...] = Field(default=(), description="What was seen.")
    comment: Text | None = Field(default=None, description="What was found, in words.")
    good_practice: Text | None = Field(default=None, description="What others could take up.")
    recommendation: Text | None = Field(default=None, description="What would be better.")
    action: Action | None = Field(
        default=None, description="What the organisation will do, and when."
    )
    justification: Text | None = Field(default=None, description="Why it does not apply (RC-4).")


class PreviousLabel(Model):
    """The label that this audit renews (RC-13)."""

    last_day: Day = Field(description="Last day of the label that is renewed, included.")


class Decision(Model):
    """What the committee decided (RC-11)."""

    outcome: Outcome = Field(description="granted, refused or adjourned.")
    decided_on: Day = Field(description="The day of the decision.")
    reason: Text | None = Field(
        default=None, description="Why; required to refuse a complete pass."
    )


class Event(Model):
    """Something that happened to a granted label (RC-14)."""

    event: EventKind = Field(description="suspended, reinstated or withdrawn.")
    on: Day = Field(description="The first day on which it acts.")
    reason: Text | None = Field(default=None, description="Why.")


class Audit(FileModel):
    """One audit or self-assessment. Equal to another that says the same, whatever its file."""

    format: Literal["cpe-label/audit/1"] = Field(
        default=AUDIT_FORMAT, description="The format of this file; the first line of it."
    )
    referential: ReferentialName = Field(description="The version that the audit answers.")
    organisation: Organisation = Field(description="Who is audited.")
    kind: Kind = Field(description="audit or self_assessment; only an audit can label (RC-10).")
    audited_on: AuditedOn = Field(description="The days of the audit.")
    auditors: tuple[Auditor, ...] = Field(default=(), description="Who audited.")
    findings: Annotated[FrozenMap[Finding], Mapped] = Field(
        default_factory=FrozenMap, description="Findings by criterion identifier."
    )
    response: Text | None = Field(default=None, description="The organisation's observations.")
    opinion: Text | None = Field(default=None, description="The auditors' reasoned opinion.")
    previous: PreviousLabel | None = Field(
        default=None, description="For a renewal: the current label."
    )
    decision: Decision | None = Field(default=None, description="What the committee decided.")
    events: tuple[Event, ...] = Field(default=(), description="What happened to the label since.")
