"""The evaluation as a record: a stable, versioned shape that another program can retrace.

The shape is its own, not a dump of internals: `RECORD_FORMAT` names its version.
"""

import json
from typing import Any, Final, Literal, TypedDict

from . import __version__
from .audit import Audit
from .digest import audit_digest, referential_digest
from .evaluation import Evaluation, LevelResult, Part, Tally
from .explaining import reason_text
from .text import Language, share_shown

RECORD_FORMAT: Final = "cpe-label/evaluation/1"

VerdictWord = Literal["pass", "fail", "undecided"]


class EngineRecord(TypedDict):
    """Which engine computed; told, never compared."""

    name: str
    version: str


class ReferentialRecord(TypedDict):
    """Which version of which referential, and the fingerprint of its data."""

    id: str
    version: str
    title: str
    digest: str


class AuditRecord(TypedDict):
    """Which audit, and the fingerprint of its data without decision and events."""

    kind: Literal["audit", "self_assessment"]
    organisation: dict[str, str]
    audited_on: dict[str, str]
    digest: str


class CountsRecord(TypedDict):
    """How many criteria under each status."""

    met: int
    not_met: int
    not_applicable: int
    unassessed: int
    applicable: int


class CriteriaRecord(TypedDict):
    """The identifiers behind the counts."""

    met: list[str]
    not_met: list[str]
    not_applicable: list[str]
    unassessed: list[str]


class PartRecord(CountsRecord):
    """A required share applied once, to the whole (`section` is null) or to one section."""

    section: str | None
    inequality: str
    verdict: VerdictWord
    still_needed: int
    candidates: list[str]


class LevelRecord(CountsRecord):
    """One level: what it requires, what was counted, what follows."""

    id: str
    title: str
    required: str
    scope: Literal["whole", "each_section"]
    share: str
    criteria: CriteriaRecord
    parts: list[PartRecord]
    verdict: VerdictWord
    still_needed: int
    candidates: list[str]


class SectionRecord(TypedDict):
    """The counts of one section, by level."""

    id: str
    title: str
    levels: dict[str, CountsRecord]


class ReasonRecord(TypedDict):
    """A clause, what it was applied to, and the sentence that says so."""

    clause: str
    level: str | None
    section: str | None
    text: str
    criteria: list[str]


class PeriodRecord(TypedDict):
    """First and last day of the label, both included."""

    first_day: str
    last_day: str


class Record(TypedDict):
    """The record of one evaluation."""

    format: Literal["cpe-label/evaluation/1"]
    engine: EngineRecord
    language: str
    referential: ReferentialRecord
    audit: AuditRecord
    verdict: VerdictWord
    complete: bool
    standing: str
    levels: list[LevelRecord]
    sections: list[SectionRecord]
    reasons: list[ReasonRecord]
    decision: dict[str, str] | None
    events: list[dict[str, str]]
    period: PeriodRecord | None


def record(evaluation: Evaluation, language: Language) -> Record:
    """The record of an evaluation, its reasons told in one language."""
    audit = evaluation.audit
    period = evaluation.period
    return {
        "format": RECORD_FORMAT,
        "engine": {"name": "cpe_label", "version": __version__},
        "language": language,
        "referential": {
            "id": evaluation.referential.id,
            "version": evaluation.referential.version,
            "title": evaluation.referential.title,
            "digest": referential_digest(evaluation.referential),
        },
        "audit": {
            "kind": audit.kind,
            "organisation": _plain(audit, "organisation"),
            "audited_on": {
                "from": audit.audited_on.from_.isoformat(),
                "to": audit.audited_on.last.isoformat(),
            },
            "digest": audit_digest(audit),
        },
        "verdict": evaluation.verdict.value,
        "complete": evaluation.complete,
        "standing": evaluation.standing.value,
        "levels": [_level(result) for result in evaluation.levels],
        "sections": [
            {
                "id": result.section.id,
                "title": result.section.title,
                "levels": {level: _counts(tally) for level, tally in result.tallies.items()},
            }
            for result in evaluation.sections
        ],
        "reasons": [
            {
                "clause": reason.clause,
                "level": reason.level and reason.level.id,
                "section": reason.section and reason.section.id,
                "text": reason_text(reason, language),
                "criteria": list(reason.criteria),
            }
            for reason in evaluation.reasons
        ],
        "decision": _plain(audit, "decision"),
        "events": _plain(audit, "events") or [],
        "period": period
        and {
            "first_day": period.first_day.isoformat(),
            "last_day": period.last_day.isoformat(),
        },
    }


def record_text(evaluation: Evaluation, language: Language, *, indent: int | None = 2) -> str:
    """The record as JSON; the same evaluation always gives the same bytes."""
    return json.dumps(record(evaluation, language), ensure_ascii=False, indent=indent) + "\n"


def _level(result: LevelResult) -> LevelRecord:
    level, tally = result.level, result.tally
    return {
        "id": level.id,
        "title": level.title,
        "required": str(level.required),
        "scope": level.scope,
        "share": share_shown(len(tally.met), tally.applicable, "en"),
        **_counts(tally),
        "criteria": {
            "met": list(tally.met),
            "not_met": list(tally.not_met),
            "not_applicable": list(tally.not_applicable),
            "unassessed": list(tally.unassessed),
        },
        "parts": [_part(part) for part in result.parts],
        "verdict": result.verdict.value,
        "still_needed": result.still_needed,
        "candidates": list(result.candidates),
    }


def _part(part: Part) -> PartRecord:
    return {
        "section": part.section and part.section.id,
        **_counts(part.tally),
        "inequality": str(part.certain),
        "verdict": part.verdict.value,
        "still_needed": part.still_needed,
        "candidates": list(part.candidates),
    }


def _counts(tally: Tally) -> CountsRecord:
    return {
        "met": len(tally.met),
        "not_met": len(tally.not_met),
        "not_applicable": len(tally.not_applicable),
        "unassessed": len(tally.unassessed),
        "applicable": tally.applicable,
    }


def _plain(audit: Audit, key: str) -> Any:
    """A part of the audit as it was written, or None."""
    data = audit.model_dump(mode="json", include={key}, exclude_unset=True, exclude_none=True)
    return data.get(key)
