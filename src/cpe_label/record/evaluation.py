"""The evaluation as a record: a stable, versioned shape that another program can retrace.

The shape is its own, not a dump of internals: `RECORD_FORMAT` names its version, and `shape.py` has
every key.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from .._version import __version__
from ..model.audit import Audit
from ..model.referential import Referential
from ..problems.source import Source
from ..rules.evaluation import (
    Evaluation,
    LevelResult,
    Part,
    Period,
    Reason,
    SectionResult,
    State,
    Tally,
)
from ..rules.validity import state_on, status_after
from ..text.serialization import JsonValue, json_text, to_json
from ..text.typography import Language, share_shown

RECORD_FORMAT: Final = "cpe-label/evaluation/1"


@dataclass(frozen=True, slots=True)
class Recorded(JsonValue):
    """A record as it was read: the data of its JSON, not believed, and where each field stood."""

    data: Any
    source: Source


@to_json.register
def _(value: Recorded) -> str:
    return json_text(value.data)


def record(evaluation: Evaluation, language: Language, on: date | None = None) -> dict[str, Any]:
    """The record of an evaluation, its reasons in one language, as the data of its JSON.

    `on` is the day whose state of the label is recorded, if any.
    """
    counted = {
        "levels": [level_data(result) for result in evaluation.levels],
        "sections": [section_data(result) for result in evaluation.sections],
        "fragile": list(evaluation.fragile),
        "reasons": reasons_data(evaluation.reasons, language),
    }
    return frame(evaluation, evaluation.audit.digest, language, on, counted)


def frame(
    evaluation: Evaluation,
    digest: str,
    language: Language,
    on: date | None,
    counted: dict[str, Any],
) -> dict[str, Any]:
    """The record around what was counted: its levels, sections, fragile criteria and reasons."""
    audit, period = evaluation.audit, evaluation.period
    return {
        "format": RECORD_FORMAT,
        "engine": {"name": "cpe_label", "version": __version__},
        "language": language,
        "referential": _referential(evaluation.referential),
        "audit": _audit(audit, digest),
        "verdict": evaluation.verdict.value,
        "complete": evaluation.complete,
        "standing": evaluation.standing.value,
        "label": status_after(audit.events) if period else None,
        "on": on and {"day": on.isoformat(), "state": _state(evaluation, on)},
        **counted,
        "previous": audit.previous and audit.previous.model_dump(mode="json"),
        "decision": audit.decision and audit.decision.model_dump(mode="json"),
        "events": [event.model_dump(mode="json") for event in audit.events],
        "period": period and _period(period),
    }


def record_text(
    evaluation: Evaluation,
    language: Language,
    *,
    on: date | None = None,
    indent: int | None = 2,
) -> str:
    """The record as JSON; the same evaluation and day always give the same bytes."""
    data = record(evaluation, language, on)
    return json.dumps(data, ensure_ascii=False, indent=indent) + "\n"


def _state(evaluation: Evaluation, on: date) -> State:
    validity = evaluation.referential.validity
    return state_on(on, evaluation.period, evaluation.audit.events, validity=validity)


@to_json.register
def _(value: Evaluation) -> str:
    return record_text(value, value.referential.report_language)


def _referential(referential: Referential) -> dict[str, Any]:
    return {
        "id": referential.id,
        "version": referential.version,
        "title": referential.title,
        "digest": referential.digest,
    }


def _audit(audit: Audit, digest: str) -> dict[str, Any]:
    return {
        "kind": audit.kind,
        "organisation": audit.organisation.model_dump(),
        "audited_on": audit.audited_on.model_dump(mode="json"),
        "digest": digest,
    }


def _period(period: Period) -> dict[str, Any]:
    previous = period.previous_last_day
    return {
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
        "previous_last_day": previous and previous.isoformat(),
    }


def level_data(result: LevelResult) -> dict[str, Any]:
    """A level, as a record holds it."""
    level, tally = result.level, result.tally
    return {
        "id": level.id,
        "title": level.title,
        "required": str(level.required),
        "scope": level.scope,
        **_counts(tally),
        "share": _share(tally) if level.scope == "whole" else None,
        "criteria": {
            "met": list(tally.met),
            "not_met": list(tally.not_met),
            "not_applicable": list(tally.not_applicable),
            "unassessed": list(tally.unassessed),
        },
        "parts": [_part(part) for part in result.parts],
        "verdict": result.verdict.value,
        "still_needed": result.still_needed,
        "margin": result.margin,
        "candidates": list(result.candidates),
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "section": part.section and part.section.id,
        **_counts(part.tally),
        "share": _share(part.tally),
        "inequality": str(part.certain),
        "possible": str(part.possible),
        "verdict": part.verdict.value,
        "still_needed": part.still_needed,
        "margin": part.margin,
        "candidates": list(part.candidates),
    }


def section_data(result: SectionResult) -> dict[str, Any]:
    """The counts of a section, as a record holds them."""
    return {
        "id": result.section.id,
        "title": result.section.title,
        "levels": {level: _counts(tally) for level, tally in result.tallies.items()},
    }


def reasons_data(reasons: Iterable[Reason], language: Language) -> list[dict[str, Any]]:
    """Reasons, as a record holds them."""
    return [
        {
            "clause": reason.clause,
            "level": reason.level and reason.level.id,
            "section": reason.section and reason.section.id,
            "text": reason.text(language),
            "criteria": list(reason.criteria),
        }
        for reason in reasons
    ]


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
