"""The cases under each clause: data in `cases/`, one runner, as `docs/conformance.md` says."""

import re
from datetime import date
from itertools import chain
from typing import Any

import pytest
from support import making
from support.cases import FILES, NOTHING, ROWS, SHARES, build, cases
from support.shipped import ROOT

from cpe_label import Audit, Evaluation, Referential, check, evaluate, state_on
from cpe_label.text.typography import share_shown


def codes(audit: Audit, referential: Referential) -> list[str]:
    return sorted(problem.code for problem in check(audit, referential))


def facts_of(evaluation: Evaluation, case: dict[str, Any]) -> dict[str, Any]:
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
        "warnings": codes(evaluation.audit, evaluation.referential),
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
                "parts": [str(part.certain) for part in result.parts],
            }
            for result in evaluation.levels
        },
    }


@pytest.mark.parametrize("case", cases())
def test_case(case: dict[str, Any]) -> None:
    audit, referential = build(case)
    expected = case["expect"]
    if "problems" in expected:
        assert codes(audit, referential) == expected["problems"]
        return
    actual = facts_of(evaluate(audit, referential), case)
    for key, value in expected.items():
        if key == "levels":
            for level, facts in value.items():
                assert {name: actual[key][level][name] for name in facts} == facts
        else:
            assert actual[key] == (None if value == NOTHING else value), key


# ── The page ─────────────────────────────────────────────────────────────────────────────────────


def documented(required: str = "yes|no") -> dict[str, set[str]]:
    """The keys of each table of the page, by its heading."""
    page = (ROOT / "docs" / "conformance.md").read_text("utf-8")
    parts = [part.partition("\n") for part in re.split(r"^##+ ", page, flags=re.MULTILINE)]
    row = re.compile(rf"^\| `(\w+)` \| (?:{required}) \|", re.MULTILINE)
    return {heading: set(keys) for heading, _, text in parts if (keys := row.findall(text))}


def used() -> dict[str, set[str]]:
    """The keys that the files have, by the same headings."""
    files = [making.read(name) for name in FILES]
    cases = [case for content in files for case in (content.get("defaults", {}), *content["cases"])]
    expected = [case["expect"] for case in cases if "expect" in case]
    counts = [section.values() for case in cases for section in case.get("sections", ())]
    return {
        "A file": set().union(*files),
        "A case": set().union(*cases),
        "A level": set().union(*(level for case in cases for level in case.get("levels", ()))),
        "Counts": set().union(*chain.from_iterable(counts)),
        "The base": set(making.BASE),
        "What is expected": set().union(*expected),
        "Expected of a level": set().union(
            *(facts for one in expected for facts in one.get("levels", {}).values())
        ),
    }


def test_the_page_has_every_key_of_the_cases_and_no_other() -> None:
    assert documented() == used()


@pytest.mark.parametrize("name", FILES)
def test_what_the_page_calls_required_is_there(name: str) -> None:
    content, required = making.read(name), documented("yes")
    assert required["A file"] <= set(content)
    for case in content["cases"]:
        whole = {**content.get("defaults", {}), **case}
        assert required["A case"] <= set(whole)
        assert all(required["A level"] <= set(level) for level in whole["levels"])


# ── Boundaries ───────────────────────────────────────────────────────────────────────────────────


def test_the_boundaries_have_a_row_for_each_count() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 201))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_boundary(row: list[str]) -> None:
    """The least count that reaches each share passes, and one less fails."""
    applicable, *least = map(int, row)
    base = making.referential([{"id": "r", "required": "100%"}], [{"r": {"met": applicable}}])
    for required, met in zip(SHARES[1:], least, strict=True):
        level = {"id": "r", "title": "r", "required": required}
        referential = Referential.model_validate({**dict(base), "levels": [level]})
        for count, verdict, needed in ((met, "pass", 0), (met - 1, "fail", 1)):
            if count >= 0:
                counts = {"met": count, "not_met": applicable - count}
                result = evaluate(making.audit([{"r": counts}]), referential).levels[0]
                assert (result.verdict, result.still_needed) == (verdict, needed), required
