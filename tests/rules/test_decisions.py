"""What a file that holds a decision allows, and where the ground of a refusal stands."""

from datetime import date
from typing import Any

import pytest
from support.small import audit, decided, facts

from cpe_label import Decision
from cpe_label.problems.problem import problem
from cpe_label.rules.decisions import check_decision, ground_of

DAY = date(2026, 11, 20)
LATER = date(2027, 1, 15)


def decision(outcome: Any, day: date = DAY, reason: str | None = None) -> Decision:
    return Decision(outcome=outcome, decided_on=day, reason=reason)


@pytest.mark.parametrize("outcome", ["granted", "refused", "adjourned"])
def test_an_audit_without_a_decision_may_be_decided(outcome: str) -> None:
    assert list(check_decision(audit(), decision(outcome))) == []


@pytest.mark.parametrize("outcome", ["granted", "refused", "adjourned"])
def test_an_adjournment_is_replaced_on_its_day_or_later(outcome: str) -> None:
    before = audit(**decided("adjourned"))
    for day in (DAY, LATER):
        assert list(check_decision(before, decision(outcome, day, "x"))) == []
    early = date(2026, 11, 19)
    (found,) = check_decision(before, decision(outcome, early))
    assert (found.code, found.path) == ("S002", ("decision",))
    assert facts(found) == {"decided": early, "adjourned": DAY}


@pytest.mark.parametrize("held", ["granted", "refused"])
@pytest.mark.parametrize("outcome", ["granted", "refused", "adjourned"])
def test_no_other_decision_is_replaced(held: str, outcome: str) -> None:
    before = audit(**decided(held))
    (found,) = check_decision(before, decision(outcome, LATER))
    assert (found.code, found.path) == ("S001", ("decision",))
    assert facts(found) == {"outcome": held, "decided": DAY, "files": ()}


def test_the_same_decision_may_be_written_again_and_no_other_reason() -> None:
    before = audit(**decided("refused", reason="x"))
    assert list(check_decision(before, decision("refused", DAY, "x"))) == []
    assert [one.code for one in check_decision(before, decision("refused", DAY, "y"))] == ["S001"]


@pytest.mark.parametrize(
    ("code", "path", "ground"),
    [
        ("A023", ("decision", "decided_on"), ("audited_on",)),
        ("A018", ("decision", "outcome"), ("findings",)),
        ("A029", ("events", 0, "on"), ("decision",)),
        ("N022", ("previous",), ("previous",)),
    ],
)
def test_a_refusal_rests_on_something_in_the_file(code: str, path: Any, ground: Any) -> None:
    assert ground_of(problem(code, path), audit(**decided("granted"))) == ground


def test_what_an_event_cannot_follow_are_the_events() -> None:
    events = {"events": [{"event": "suspended", "on": "2027-01-15"}]}
    refusal = problem("A028", ("events", 1, "event"))
    assert ground_of(refusal, audit(**decided("granted"), **events)) == ("events",)
