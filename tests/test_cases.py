"""The cases under each clause: data in `cases/`, one runner."""

from datetime import date
from pathlib import Path
from typing import Any

import making
import pytest
import yaml

from cpe_label import Audit, Evaluation, Referential, check, evaluate, state_on
from cpe_label.text import share_shown

CASES = Path(__file__).parent / "cases"


def cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        # Every scalar as text, as the files that users write are read.
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        for case in content["cases"]:
            name = f"{content['clause']}: {case['title']}"
            found.append(pytest.param({**content.get("defaults", {}), **case}, id=name))
    return found


def build(case: dict[str, Any]) -> tuple[Referential, Audit]:
    more = {key: case[key] for key in ("validity", "in_force") if key in case}
    referential = making.referential(
        case["levels"],
        case["sections"],
        allow_not_applicable=case.get("allow_not_applicable") != "false",
        **more,
    )
    extra = dict(case.get("audit", {}))
    if case.get("granted_on", "null") != "null":
        extra["decision"] = {"outcome": "granted", "decided_on": case["granted_on"]}
        if case["granted_on"] < "2026-10-13":  # the audit before it
            extra["audited_on"] = {"from": "2019-05-23"}
    if "previous_last_day" in case:
        extra["previous"] = {"last_day": case["previous_last_day"]}
    audit = making.audit(case["sections"], **extra)
    findings = {**audit.findings, **case.get("findings", {})}
    return referential, Audit.model_validate({**dict(audit), "findings": findings})


def told(evaluation: Evaluation, case: dict[str, Any]) -> dict[str, Any]:
    """Everything that a case may expect, as text."""
    period = evaluation.period
    on = case.get("on")
    validity = evaluation.referential.validity
    events = evaluation.audit.events
    return {
        "verdict": evaluation.verdict.value,
        "complete": str(evaluation.complete).lower(),
        "standing": evaluation.standing.value,
        "clauses": [reason.clause for reason in evaluation.reasons],
        "period": period and [period.first_day.isoformat(), period.last_day.isoformat()],
        "continues": period and str(period.continues).lower(),
        "gap_days": period and str(period.gap_days),
        "state": on and state_on(date.fromisoformat(on), period, events, validity=validity),
        "warnings": [problem.code for problem in check(evaluation.referential, evaluation.audit)],
        "levels": {
            result.level.id: {
                "verdict": result.verdict.value,
                "met": str(len(result.tally.met)),
                "not_met": str(len(result.tally.not_met)),
                "not_applicable": str(len(result.tally.not_applicable)),
                "unassessed": str(len(result.tally.unassessed)),
                "applicable": str(result.tally.applicable),
                "still_needed": str(result.still_needed),
                "share": share_shown(len(result.tally.met), result.tally.applicable, "en"),
                "inequality": str(result.parts[0].certain),
                "parts": [str(part.certain) for part in result.parts],
            }
            for result in evaluation.levels
        },
    }


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    referential, audit = build(case)
    expected = case["expect"]
    if "problems" in expected:
        found = [problem.code for problem in check(referential, audit)]
        assert found == expected["problems"]
        return
    actual = told(evaluate(referential, audit), case)
    for key, value in expected.items():
        if key == "levels":
            for level, facts in value.items():
                assert {name: actual[key][level][name] for name in facts} == facts
        else:
            assert actual[key] == (None if value == "null" else value), key
