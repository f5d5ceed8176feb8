"""The audit: what was found in one organisation, criterion by criterion, and what was decided."""

from typing import ClassVar, Final, Literal

from pydantic import Field

from .._frozen import FrozenMap
from .base import FileModel, Model, counted
from .digest import fingerprint
from .fields import Day, Id, Items, Named, Text

AUDIT_FORMAT: Final = "cpe-label/audit/1"

Status = Literal["met", "not_met", "not_applicable"]
AuditKind = Literal["audit", "self_assessment"]
Outcome = Literal["granted", "refused", "adjourned"]
EventKind = Literal["suspended", "reinstated", "withdrawn"]
PreviousState = Literal["suspended", "withdrawn"]

RECORDED_BESIDE: Final = {"decision", "events", "previous"}
"""What a record holds beside the digest."""


class _Part(Model):
    """A part of an audit."""

    family: ClassVar = "A"


class ReferentialName(_Part):
    """The one version of one referential that the audit answers (RC-1)."""

    id: Id = Field(description="Identifier of the referential.")
    version: Id = Field(
        description="Identifier of its version.",
    )


class Organisation(_Part):
    """The cooperative that is audited."""

    id: Id | None = Field(
        default=None, description="Permanent identifier (SIREN …); required with a decision."
    )
    name: Text = Field(description="Its name in reports.")
    region: Text | None = Field(default=None, description="Where it works.")


class AuditedOn(_Part):
    """The days of the audit, both included; one day alone needs no `to`."""

    from_: Day = Field(
        validation_alias="from", serialization_alias="from", description="First day of the audit."
    )
    to: Day | None = Field(
        default=None, description="Last day of the audit; absent if it took one day."
    )

    @property
    def last(self) -> Day:
        """The last day of the audit."""
        return self.to or self.from_


class Auditor(_Part):
    """A person who audited, and where they come from."""

    name: Text = Field(description="The person's name.")
    organisation: Text | None = Field(default=None, description="The cooperative they come from.")


class Action(_Part):
    """What the organisation will do about a finding."""

    owner: Text | None = Field(default=None, description="Who will do it.")
    due: Day | None = Field(default=None, description="The last day to do it.")


class Finding(_Part):
    """What was found for one criterion. Without a status it is notes, and unassessed (RC-3)."""

    status: Status | None = Field(default=None, description="met, not_met or not_applicable.")
    evidence: Items[Text] = Field(default=(), description="What was seen.")
    comment: Text | None = Field(default=None, description="What was found, in words.")
    good_practice: Text | None = Field(default=None, description="What others could take up.")
    recommendation: Text | None = Field(default=None, description="What would be better.")
    action: Action | None = Field(
        default=None, description="What the organisation will do, and when."
    )
    justification: Text | None = Field(default=None, description="Why it does not apply (RC-4).")


class PreviousLabel(_Part):
    """The label that this audit renews (RC-13)."""

    last_day: Day = Field(description="Last day of the label that is renewed, included.")
    state: PreviousState | None = Field(
        default=None,
        description="suspended or withdrawn, if it was so on the eve of the decision; absent if "
        "the label stood.",
    )


class Decision(_Part):
    """What the committee decided (RC-11)."""

    outcome: Outcome = Field(description="granted, refused or adjourned.")
    decided_on: Day = Field(description="The day of the decision.")
    reason: Text | None = Field(
        default=None, description="Why; required to refuse a complete pass."
    )


class Event(_Part):
    """Something that happened to a granted label (RC-14)."""

    event: EventKind = Field(description="suspended, reinstated or withdrawn.")
    on: Day = Field(description="The first day on which it acts.")
    reason: Text | None = Field(default=None, description="Why.")


class Audit(_Part, FileModel):
    """One audit or self-assessment. Equal to another with the same content, whatever its file."""

    format: Literal["cpe-label/audit/1"] = Field(
        default=AUDIT_FORMAT, description="The format of this file; the first line of it."
    )
    referential: ReferentialName = Field(description="The version that the audit answers.")
    organisation: Organisation = Field(description="Who is audited.")
    kind: AuditKind = Field(
        description="audit or self_assessment; only an audit can label (RC-10)."
    )
    audited_on: AuditedOn = Field(description="The days of the audit.")
    auditors: Items[Auditor] = Field(default=(), description="Who audited.")
    findings: Named[str, Finding] = Field(
        default_factory=FrozenMap, description="Findings by criterion identifier."
    )
    response: Text | None = Field(default=None, description="The organisation's observations.")
    opinion: Text | None = Field(default=None, description="The auditors' reasoned opinion.")
    previous: PreviousLabel | None = Field(
        default=None, description="For a renewal: the current label."
    )
    decision: Decision | None = Field(default=None, description="What the committee decided.")
    events: Items[Event] = Field(default=(), description="What happened to the label since.")

    @property
    def digest(self) -> str:
        """The fingerprint of the audit, without decision, events and the label that it renews."""
        return self.once(_digest)

    def __repr__(self) -> str:
        """Who was audited, and under which version: the whole would fill a console for pages."""
        who, version = self.organisation.name, self.referential
        found = counted(self.findings, "finding")
        return f"<Audit of {who!r} under {version.id}@{version.version}: {found}>"

    __str__ = __repr__


def _digest(audit: Audit) -> str:
    data = audit.as_written()
    return fingerprint({key: part for key, part in data.items() if key not in RECORDED_BESIDE})
