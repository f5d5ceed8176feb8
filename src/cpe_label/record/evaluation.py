"""The evaluation as a record: a stable, versioned shape that another program can retrace.

The shape is its own, not a dump of internals: `RECORD_FORMAT` names its version.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from .._version import __version__
from ..model.audit import AuditedOn, Decision, Event, Organisation, PreviousLabel
from ..model.base import Model
from ..model.fields import Day
from ..problems.source import Source
from ..rules.evaluation import (
    Evaluation,
    LevelResult,
    Part,
    Reason,
    SectionResult,
    State,
    Tally,
)
from ..rules.validity import state_on, status_after
from ..text.serialization import JsonValue, json_text, to_json
from ..text.typography import Language, share_shown

RECORD_FORMAT: Final = "cpe-label/evaluation/1"

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


@dataclass(frozen=True, slots=True)
class Recorded(JsonValue):
    """A record as it was read: the data of its JSON, not believed, and where each field stood."""

    data: Any
    source: Source


@to_json.register
def _(value: Recorded) -> str:
    return json_text(value.data)


def record(evaluation: Evaluation, language: Language, on: date | None = None) -> Record:
    """The record of an evaluation, its reasons in one language.

    `on` is the day whose state of the label is recorded, if any.
    """
    referential, audit, period = evaluation.referential, evaluation.audit, evaluation.period
    return Record(
        format=RECORD_FORMAT,
        engine=EngineRecord(name="cpe_label", version=__version__),
        language=language,
        referential=ReferentialRecord(
            id=referential.id,
            version=referential.version,
            title=referential.title,
            digest=referential.digest,
        ),
        audit=AuditRecord(
            kind=audit.kind,
            organisation=audit.organisation,
            audited_on=audit.audited_on,
            digest=audit.digest,
        ),
        verdict=evaluation.verdict.value,
        complete=evaluation.complete,
        standing=evaluation.standing.value,
        label=status_after(audit.events) if period else None,
        on=on and OnRecord(day=on, state=_state(evaluation, on)),
        levels=tuple(_level(result) for result in evaluation.levels),
        sections=tuple(_section(result) for result in evaluation.sections),
        fragile=evaluation.fragile,
        reasons=tuple(_reason(reason, language) for reason in evaluation.reasons),
        previous=audit.previous,
        decision=audit.decision,
        events=audit.events,
        period=period
        and PeriodRecord(
            first_day=period.first_day,
            last_day=period.last_day,
            previous_last_day=period.previous_last_day,
        ),
    )


def record_text(
    evaluation: Evaluation,
    language: Language,
    *,
    on: date | None = None,
    indent: int | None = 2,
) -> str:
    """The record as JSON; the same evaluation and day always give the same bytes."""
    data = record(evaluation, language, on).model_dump(mode="json")
    return json.dumps(data, ensure_ascii=False, indent=indent) + "\n"


def _state(evaluation: Evaluation, on: date) -> State:
    validity = evaluation.referential.validity
    return state_on(on, evaluation.period, evaluation.audit.events, validity=validity)


@to_json.register
def _(value: Evaluation) -> str:
    return record_text(value, value.referential.report_language)


def _level(result: LevelResult) -> LevelRecord:
    level, tally = result.level, result.tally
    return LevelRecord(
        id=level.id,
        title=level.title,
        required=str(level.required),
        scope=level.scope,
        share=_share(tally) if level.scope == "whole" else None,
        **_counts(tally),
        criteria=CriteriaRecord(
            met=tally.met,
            not_met=tally.not_met,
            not_applicable=tally.not_applicable,
            unassessed=tally.unassessed,
        ),
        parts=tuple(_part(part) for part in result.parts),
        verdict=result.verdict.value,
        still_needed=result.still_needed,
        margin=result.margin,
        candidates=result.candidates,
    )


def _part(part: Part) -> PartRecord:
    return PartRecord(
        section=part.section and part.section.id,
        **_counts(part.tally),
        share=_share(part.tally),
        inequality=str(part.certain),
        possible=str(part.possible),
        verdict=part.verdict.value,
        still_needed=part.still_needed,
        margin=part.margin,
        candidates=part.candidates,
    )


def _section(result: SectionResult) -> SectionRecord:
    return SectionRecord(
        id=result.section.id,
        title=result.section.title,
        levels={level: CountsRecord(**_counts(tally)) for level, tally in result.tallies.items()},
    )


def _reason(reason: Reason, language: Language) -> ReasonRecord:
    return ReasonRecord(
        clause=reason.clause,
        level=reason.level and reason.level.id,
        section=reason.section and reason.section.id,
        text=reason.text(language),
        criteria=reason.criteria,
    )


def _share(tally: Tally) -> str:
    return share_shown(len(tally.met), tally.applicable, "en")


def _counts(tally: Tally) -> dict[str, int]:
    return {
        "met": len(tally.met),
        "not_met": len(tally.not_met),
        "not_applicable": len(tally.not_applicable),
        "unassessed": len(tally.unassessed),
        "applicable": tally.applicable,
    }
