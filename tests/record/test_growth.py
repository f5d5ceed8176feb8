"""A record stays true while its audit grows: a decision, events, the label that it renews."""

import copy
import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import making

from cpe_label import Audit, Referential, evaluate, parse_record, verify
from cpe_label.record.evaluation import record_text
from cpe_label.record.verify import Verification

COUNTS = [{"m": {"met": 2}, "r": {"met": 1, "not_met": 1}}]
REFERENTIAL = making.referential(
    [{"id": "m", "required": "100%"}, {"id": "r", "required": "50%"}], COUNTS
)
GRANTED = {"outcome": "granted", "decided_on": "2026-11-20"}
ADJOURNED = {"outcome": "adjourned", "decided_on": "2026-11-01"}
EVENTS = [
    {"event": "suspended", "on": "2027-02-01"},
    {"event": "reinstated", "on": "2027-03-01", "reason": "Les comptes sont là."},
    {"event": "withdrawn", "on": "2028-01-10"},
]
PREVIOUS = {"last_day": "2026-12-14"}


def audit(**more: Any) -> Audit:
    return making.audit(COUNTS, **more)


def held(
    then: Audit, now: Audit, on: date | None = None, referential: Referential = REFERENTIAL
) -> Verification:
    """The record of an earlier audit, compared with what the audit is now."""
    record = record_text(evaluate(then, referential), "fr", on=on)
    return verify(parse_record(record), evaluate(now, referential))


LIVES = [
    [{}, {"decision": GRANTED}],
    [{}, {"decision": ADJOURNED}, {"decision": GRANTED}],
    [{}, {"decision": ADJOURNED}, {"decision": {**ADJOURNED, "decided_on": "2026-11-02"}}],
    [{}, {"previous": PREVIOUS}, {"previous": PREVIOUS, "decision": GRANTED}],
    [
        {"decision": GRANTED},
        *({"decision": GRANTED, "events": EVENTS[:count]} for count in (1, 2, 3)),
    ],
]


@pytest.mark.parametrize("life", LIVES)
def test_each_earlier_record_holds(life: list[dict[str, Any]]) -> None:
    stages = [audit(**stage) for stage in life]
    for at, then in enumerate(stages):
        for now in stages[at:]:
            found = held(then, now)
            assert found.differences == ()
            assert found.has_grown == (then != now)
            assert found.then == then


@pytest.mark.parametrize("life", LIVES)
def test_no_later_record_holds(life: list[dict[str, Any]]) -> None:
    """What is in a record and no longer in the audit was taken out of the audit."""
    stages = [audit(**stage) for stage in life]
    for at, now in enumerate(stages):
        for then in stages[at + 1 :]:
            assert held(then, now).differences


def test_an_adjournment_is_replaced_on_its_day_or_later_and_never_earlier() -> None:
    then = audit(decision=ADJOURNED)
    for day, holds in (("2026-11-01", True), ("2026-11-02", True), ("2026-10-31", False)):
        now = audit(decision={**GRANTED, "decided_on": day})
        assert held(then, now).holds is holds, day


def test_a_decision_that_was_changed_is_a_difference() -> None:
    then = audit(decision=GRANTED)
    now = audit(decision={**GRANTED, "decided_on": "2026-11-21"})
    assert {one.path[0] for one in held(then, now).differences} >= {"decision", "period"}


def test_an_event_that_was_changed_is_a_difference() -> None:
    then = audit(decision=GRANTED, events=EVENTS[:1])
    moved = [{**EVENTS[0], "on": "2027-02-02"}]
    assert held(then, audit(decision=GRANTED, events=moved)).differences


def test_the_label_before_it_is_part_of_a_grant() -> None:
    then = audit(decision=GRANTED)
    assert held(then, audit(decision=GRANTED, previous=PREVIOUS)).differences


@given(st.dates(date(2026, 11, 1), date(2030, 1, 1)), st.integers(0, 3))
def test_a_record_for_a_day_holds(on: date, count: int) -> None:
    then = audit(decision=GRANTED, events=EVENTS[:count])
    now = audit(decision=GRANTED, events=EVENTS)
    assert held(then, now, on).differences == ()


# ── What no growth explains ──────────────────────────────────────────────────────────────────────

RECORD = json.loads(
    record_text(
        evaluate(audit(decision=GRANTED, events=EVENTS[:1], previous=PREVIOUS), REFERENTIAL),
        "fr",
        on=date(2027, 2, 2),
    )
)
NOW = evaluate(audit(decision=GRANTED, events=EVENTS, previous=PREVIOUS), REFERENTIAL)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path in a record, of keys, of items and of scalars."""
    found = [path] if path else []
    if isinstance(value, (dict, list)):
        for key, inside in value.items() if isinstance(value, dict) else enumerate(value):
            found += places(inside, (*path, key))
    return found


assert places(RECORD)[0] == ("format",)  # without it, the file is no record: a problem of reading


def other(value: Any) -> Any:
    """Another value of the same kind, as far as there is one."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return f"{value}x"
        case None:
            return "x"
        case list():
            return [*value, "x"]
        case _:
            return {**value, "x": "x"}


@pytest.mark.parametrize("wrong", ["x", 5, {"outcome": "unknown"}])
def test_a_decision_or_events_that_are_none_are_differences(wrong: Any) -> None:
    for key in ("decision", "events"):
        found = verify(parse_record(json.dumps({**RECORD, key: wrong})), NOW)
        assert key in {one.path[0] for one in found.differences}


@pytest.mark.law
@pytest.mark.parametrize("path", places(RECORD)[1:], ids=lambda path: ".".join(map(str, path)))
def test_whatever_is_changed_or_removed_is_reported(path: tuple[Any, ...]) -> None:
    changed, removed = copy.deepcopy(RECORD), copy.deepcopy(RECORD)
    for data in (changed, removed):
        place = data
        for step in path[:-1]:
            place = place[step]
        if data is changed:
            place[path[-1]] = other(place[path[-1]])
        else:
            del place[path[-1]]
        text = json.dumps(data, ensure_ascii=False)
        found = verify(parse_record(text), NOW)
        if path == ("engine", "version") and data is changed:
            assert found.holds
            assert not found.compared_words
        else:
            assert found.differences, text


def test_an_archive_made_before_a_change_of_words_still_verifies() -> None:
    data = copy.deepcopy(RECORD)
    data["engine"]["version"] = "0.0.1"
    for reason in data["reasons"]:
        reason["text"] = f"Autrement dit : {reason['text']}"
    found = verify(parse_record(json.dumps(data)), NOW)
    assert found.holds
    assert not found.compared_words
    data["reasons"][0]["clause"] = "RC-4"
    assert verify(parse_record(json.dumps(data)), NOW).differences


@pytest.mark.parametrize("wrong", ["x", None, {}, [5], [{"text": 5}], []])
def test_reasons_of_another_version_that_are_none_are_differences(wrong: Any) -> None:
    data = copy.deepcopy(RECORD)
    data["engine"]["version"] = "0.0.1"
    data["reasons"] = wrong
    assert verify(parse_record(json.dumps(data)), NOW).differences


def test_within_one_version_the_words_count() -> None:
    data = copy.deepcopy(RECORD)
    data["reasons"][0]["text"] += " Ou presque."
    found = verify(parse_record(json.dumps(data)), NOW)
    assert [one.path for one in found.differences] == [("reasons", 0, "text")]
    assert found.compared_words


@given(st.integers(-3000, 3000))
def test_a_day_of_the_record_that_is_not_its_own_changes_the_state(off: int) -> None:
    """The state of another day is accepted only where it is the same."""
    data = copy.deepcopy(RECORD)
    day = date(2027, 2, 2) + timedelta(days=off)
    data["on"]["day"] = day.isoformat()
    same = date(2027, 2, 1) <= day <= date(2029, 12, 14)  # suspended for all that it knew
    assert verify(parse_record(json.dumps(data)), NOW).holds is same
