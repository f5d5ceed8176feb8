"""The smallest levels, sections and audits, and what came of them in short."""

from typing import Any

from cpe_label import Audit, Evaluation, Problem, Referential
from cpe_label.rules.engine import evaluate
from cpe_label.rules.evaluation import Reason
from cpe_label.text.paths import DataPath
from support import making

ALL = [{"id": "a", "required": "100%"}]
HALF = [{"id": "a", "required": "1/2"}]
EACH = [{"id": "a", "required": "1/2", "scope": "each_section"}]
MET = [{"a": {"met": 1}}]
DECIDED = {"outcome": "granted", "decided_on": "2026-11-20"}


def evaluated(levels: Any, sections: Any, **more: Any) -> Evaluation:
    return evaluate(making.audit(sections, **more), making.referential(levels, sections))


def decided(outcome: str, **more: Any) -> dict[str, Any]:
    return {"decision": {"outcome": outcome, "decided_on": "2026-11-20", **more}}


def reasons_of(evaluation: Evaluation, clause: str) -> list[Reason]:
    return [reason for reason in evaluation.reasons if reason.clause == clause]


def referential(**more: Any) -> Referential:
    return making.referential(ALL, MET, **more)


def with_parts(**parts: Any) -> Referential:
    """A sound referential with other parts, as they are."""
    return Referential.model_validate({**dict(referential()), **parts})


def audit(**more: Any) -> Audit:
    return making.audit(MET, **more)


def found(problems: tuple[Problem, ...]) -> list[tuple[str, DataPath]]:
    return [(problem.code, problem.path) for problem in problems]


def facts(problem: Problem) -> dict[str, Any]:
    return dict(problem.arguments)
