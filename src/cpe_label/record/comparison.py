"""A comparison as JSON, `cpe-label/comparison/1`: of two referentials, or of two audits."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from ..model.audit import Audit, Finding
from ..model.referential import Referential
from ..rules.changes import CriterionChange, FrameChange, Value
from ..rules.comparison import ReferentialComparison
from ..rules.progress import KINDS, Progress, ProgressKind
from ..rules.simulation import Simulation
from ..text.serialization import to_json

COMPARISON_FORMAT: Final = "cpe-label/comparison/1"

_LIST_NAMES: Final[Mapping[ProgressKind, str]] = {"new": "new_criteria"}

LeftOut = tuple[str, tuple[str, ...]]
"""A file that a simulation leaves out, and the codes of its problems."""


def referential_comparison(
    comparison: ReferentialComparison,
    simulation: Simulation | None = None,
    left_out: Iterable[LeftOut] = (),
) -> dict[str, Any]:
    """The plain data of a comparison of two referentials, with what it would do to audits."""
    return {
        "format": COMPARISON_FORMAT,
        "old": _referential(comparison.old),
        "new": _referential(comparison.new),
        "frame": [_frame(change) for change in comparison.frame],
        "criteria": [_criterion(change) for change in comparison.criteria],
        "simulation": None if simulation is None else _simulation(simulation, left_out),
    }


def audit_comparison(progress: Progress) -> dict[str, Any]:
    """The plain data of the progress from one audit to a later one (RC-20).

    Each list has its own name; the list `new` is `new_criteria`, since `new` is the later audit.
    """
    return {
        "format": COMPARISON_FORMAT,
        "old": _audit(progress.old),
        "new": _audit(progress.new),
        **{
            _LIST_NAMES.get(kind, kind): [
                {"id": step.id, "old": _finding(step.old), "new": _finding(step.new)}
                for step in progress.of(kind)
            ]
            for kind in KINDS
        },
    }


@to_json.register
def _(value: ReferentialComparison) -> str:
    return comparison_text(referential_comparison(value))


@to_json.register
def _(value: Progress) -> str:
    return comparison_text(audit_comparison(value))


def comparison_text(data: Mapping[str, Any]) -> str:
    """The JSON of a comparison; the same input always gives the same bytes."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _referential(referential: Referential) -> dict[str, str]:
    return {"id": referential.id, "version": referential.version, "digest": referential.digest}


def _audit(audit: Audit) -> dict[str, str]:
    days = audit.audited_on
    return {
        "kind": audit.kind,
        "from": days.from_.isoformat(),
        "to": days.last.isoformat(),
        "digest": audit.digest,
    }


def _finding(finding: Finding | None) -> dict[str, Any] | None:
    return None if finding is None else finding.as_written()


def _frame(change: FrameChange) -> dict[str, Any]:
    return {"field": change.field, "substance": change.substance, **_values(change.old, change.new)}


def _criterion(change: CriterionChange) -> dict[str, Any]:
    return {
        "id": change.id,
        "change": change.change,
        "substance": change.substance,
        **_values(change.old, change.new),
    }


def _values(old: Value, new: Value) -> dict[str, Any]:
    return {"old": _plain(old), "new": _plain(new)}


def _plain(value: Value) -> str | Sequence[str] | None:
    return list(value) if isinstance(value, tuple) else value


def _simulation(simulation: Simulation, left_out: Iterable[LeftOut]) -> dict[str, Any]:
    return {
        "organisations": [
            {
                "id": one.id,
                "name": one.name,
                "audit_on": one.audit_on.isoformat(),
                "old": one.old.value,
                "new": one.new.value,
                "outcome": one.outcome,
                "criteria": list(one.criteria),
            }
            for one in simulation.organisations
        ],
        "totals": dict(simulation.totals),
        "single": [
            {
                **_subject(one.change),
                "would_lose": one.would_lose,
                "would_gain": one.would_gain,
                "open": one.open,
            }
            for one in simulation.single
        ],
        "left_out": [{"source": source, "codes": list(codes)} for source, codes in left_out],
    }


def _subject(change: FrameChange | CriterionChange) -> dict[str, str]:
    if isinstance(change, FrameChange):
        return {"field": change.field, "change": "frame"}
    return {"id": change.id, "change": change.change}
