"""The shape of a record: what its JSON holds, key by key, in the order in which they are written.

`evaluation.py` writes it; the JSON Schema is made from it.
"""

from typing import Literal

from ..model.audit import AuditedOn, Decision, Event, Organisation, PreviousLabel
from ..model.base import Model
from ..model.fields import Day
from ..rules.evaluation import State
from ..text.typography import Language

VerdictWord = Literal["pass", "fail", "undecided"]


class EngineRecord(Model):
    """Which engine computed the record; `verify` does not compare it."""

    name: str
    version: str


class ReferentialRecord(Model):
    """Which version of which referential, and the fingerprint of its data."""

    id: str
    version: str
    title: str
    digest: str


class AuditRecord(Model):
    """Which audit, and the fingerprint of its data without decision, events and `previous`."""

    kind: Literal["audit", "self_assessment"]
    organisation: Organisation
    audited_on: AuditedOn
    digest: str


class CountsRecord(Model):
    """How many criteria under each status."""

    met: int
    not_met: int
    not_applicable: int
    unassessed: int
    applicable: int


class CriteriaRecord(Model):
    """The identifiers behind the counts."""

    met: tuple[str, ...]
    not_met: tuple[str, ...]
    not_applicable: tuple[str, ...]
    unassessed: tuple[str, ...]


class _Where(Model):
    section: str | None


class PartRecord(CountsRecord, _Where):
    """A required share applied once, to the whole (`section` is null) or to one section."""

    share: str
    inequality: str
    possible: str
    verdict: VerdictWord
    still_needed: int
    margin: int
    candidates: tuple[str, ...]


class _What(Model):
    id: str
    title: str
    required: str
    scope: Literal["whole", "each_section"]


class LevelRecord(CountsRecord, _What):
    """One level: what it requires, what was counted, what follows."""

    share: str | None
    criteria: CriteriaRecord
    parts: tuple[PartRecord, ...]
    verdict: VerdictWord
    still_needed: int
    margin: int
    candidates: tuple[str, ...]


class SectionRecord(Model):
    """The counts of one section, by level."""

    id: str
    title: str
    levels: dict[str, CountsRecord]


class ReasonRecord(Model):
    """A clause, what it was applied to, and the sentence of the reason."""

    clause: str
    level: str | None
    section: str | None
    text: str
    criteria: tuple[str, ...]


class PeriodRecord(Model):
    """First and last day of the label, both included, and the last day of the one it renews."""

    first_day: Day
    last_day: Day
    previous_last_day: Day | None


class OnRecord(Model):
    """The day that was asked about, and what the label is on it (RC-14)."""

    day: Day
    state: State


class Record(Model):
    """The record of one evaluation."""

    format: Literal["cpe-label/evaluation/1"]
    engine: EngineRecord
    language: Language
    referential: ReferentialRecord
    audit: AuditRecord
    verdict: VerdictWord
    complete: bool
    standing: str
    label: Literal["stands", "suspended", "withdrawn"] | None
    on: OnRecord | None
    levels: tuple[LevelRecord, ...]
    sections: tuple[SectionRecord, ...]
    fragile: tuple[str, ...]
    reasons: tuple[ReasonRecord, ...]
    previous: PreviousLabel | None
    decision: Decision | None
    events: tuple[Event, ...]
    period: PeriodRecord | None
