"""What is checked of an audit: which problem, at which path, with which facts."""

import json
from datetime import date
from typing import Any

import pytest
from support import making
from support.small import ALL, DECIDED, audit, facts, found, referential

from cpe_label import Problem, parse_audit, to_yaml
from cpe_label.rules.engine import check

PASS_UNFINISHED = ([{"id": "a", "required": "1/2"}], [{"a": {"met": 1, "unassessed": 1}}])


# ── Findings ─────────────────────────────────────────────────────────────────────────────────────


def test_the_finding_of_an_unknown_criterion_is_near_only_what_has_none() -> None:
    ground = making.referential(ALL, [{"a": {"met": 2}}])
    reported = {
        one.path[1]: facts(one)["near"]
        for one in check(
            audit(findings={"a-0-1": {}, "A-0.1": {"status": "met"}, "A-0_02": {}}), ground
        )
    }
    assert reported == {"A-0.1": "", "A-0_02": "a-0-2"}


def test_an_unknown_criterion_is_shown_those_that_begin_as_it_does() -> None:
    levels = [{"id": name, "required": "1/2"} for name in ("a", "b")]
    ground = making.referential(levels, [{"a": {"met": 2}, "b": {"met": 1}}])
    reported = check(audit(findings={"a-0-99": {}, "c-1": {}}), ground)
    assert [facts(one)["known"] for one in reported] == [
        ("a-0-1", "a-0-2"),
        ("a-0-1", "a-0-2", "b-0-1"),
    ]


@pytest.mark.parametrize(
    ("finding", "code", "key"),
    [
        ({"status": "not_met", "good_practice": "Bien."}, "A032", "good_practice"),
        ({"status": "met", "good_practice": "Bien.", "evidence": ["Vu."]}, "", ""),
        ({"good_practice": "Bien."}, "", ""),
        ({"status": "met", "justification": "Non.", "evidence": ["Vu."]}, "A034", "justification"),
        ({"justification": "Non."}, "A034", "justification"),
        ({"status": "not_applicable", "justification": "Oui."}, "", ""),
        ({"status": "met"}, "A033", "status"),
        ({"status": "not_met"}, "", ""),
    ],
)
def test_what_an_auditor_would_want_to_look_at_again(finding: Any, code: str, key: str) -> None:
    problems = check(audit(findings={"a-0-1": finding}), referential())
    assert found(problems) == ([(code, ("findings", "a-0-1", key))] if code else [])
    for problem in problems:
        assert problem.severity == "warning"
        assert facts(problem) == {"criterion": "a-0-1"}


def test_evidence_is_asked_for_only_where_every_criterion_counts() -> None:
    levels = [{"id": "a", "required": "99%"}, {"id": "b", "required": "2/2"}]
    ground = making.referential(levels, [{"a": {"met": 1}, "b": {"met": 1}}])
    reported = check(
        audit(findings={"a-0-1": {"status": "met"}, "b-0-1": {"status": "met"}}), ground
    )
    assert found(reported) == [("A033", ("findings", "b-0-1", "status"))]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Vu [à compléter].", "[à compléter]"),
        ("[À VÉRIFIER avant le comité]", "[À VÉRIFIER avant le comité]"),
        ("[A completer]", "[A completer]"),
        ("[to complete]", "[to complete]"),
        ("[tbd]", "[tbd]"),
        ("Registre de xxx pages", "xxx"),
        ("todo : le registre", "todo"),
        ("TBD", "TBD"),
        ("Vu le @… avec la direction.", "@…"),
        ("Vu le @...", "@..."),
        ("@à compléter", "@à compléter"),
        ("(@a_completer)", "@a_completer"),
        ("Demander à @Marie ; voir @ref, @à-propos et @a.", ""),
        ("Voir [1], [annexe A] et [total].", ""),
        ("Écrire à contact@exemple.test ; méthodologie, xxxx, C:\\travail", ""),
    ],
)
def test_what_was_left_to_complete(text: str, left: str) -> None:
    """In an audit made in Python, in a file, and in one that escapes every letter but a few."""
    made = audit(findings={"a-0-1": {"status": "met", "evidence": ["Vu."], "comment": text}})
    escaped = json.dumps(json.loads(made.to_json())).replace("o", "\\u006f")
    for one in (
        made,
        parse_audit(to_yaml(made)),
        parse_audit(made.to_json()),
        parse_audit(escaped),
    ):
        reported = check(one, referential())
        assert found(reported) == ([("A039", ("findings", "a-0-1", "comment"))] if left else [])
        assert [facts(problem)["value"] for problem in reported] == ([left] if left else [])


# ── Days ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("due", "reported"), [("2026-10-11", True), ("2026-10-12", False), ("2026-10-13", False)]
)
def test_an_action_is_due_from_the_first_day_of_the_audit_on(due: str, reported: bool) -> None:
    findings = {"a-0-1": {"status": "not_met", "action": {"due": due}}}
    span = {"from": "2026-10-12", "to": "2026-10-14"}
    problems = check(audit(findings=findings, audited_on=span), referential())
    path = ("findings", "a-0-1", "action", "due")
    assert found(problems) == ([("A024", path)] if reported else [])
    if reported:
        assert facts(problems[0]) == {"due": date(2026, 10, 11), "first": date(2026, 10, 12)}


@pytest.mark.parametrize(("decided", "reported"), [("2026-10-13", True), ("2026-10-14", False)])
def test_a_decision_comes_from_the_last_day_of_the_audit_on(decided: str, reported: bool) -> None:
    span = {"from": "2026-10-12", "to": "2026-10-14"}
    decision = {"outcome": "adjourned", "decided_on": decided}
    problems = check(audit(audited_on=span, decision=decision), referential())
    assert found(problems) == ([("A023", ("decision", "decided_on"))] if reported else [])
    if reported:
        assert facts(problems[0]) == {"decided": date(2026, 10, 13), "last": date(2026, 10, 14)}


def test_an_audit_may_take_one_day() -> None:
    assert check(audit(audited_on={"from": "2026-10-12", "to": "2026-10-12"}), referential()) == ()
    (reported,) = check(audit(audited_on={"from": "2026-10-12", "to": "2026-10-11"}), referential())
    assert facts(reported) == {"first": date(2026, 10, 12), "last": date(2026, 10, 11)}


def test_a_version_is_reported_with_its_days() -> None:
    ended = referential(in_force={"from": "2019-05-23", "until": "2020-01-01"})
    (reported,) = check(audit(), ended)
    assert facts(reported) == {
        "version": "1",
        "referential": "essai",
        "until": date(2020, 1, 1),
        "first": date(2026, 10, 12),
    }
    (reported,) = check(audit(), referential(in_force={"from": "2027-01-01"}))
    assert facts(reported) == {
        "version": "1",
        "referential": "essai",
        "since": date(2027, 1, 1),
        "first": date(2026, 10, 12),
    }


@pytest.mark.parametrize("since", ["2026-10-11", "2026-10-12"])
@pytest.mark.parametrize("until", ["2026-10-12", "2026-10-13"])
def test_an_audit_may_start_on_any_day_of_its_version(since: str, until: str) -> None:
    ground = referential(in_force={"from": since, "until": until})
    assert check(audit(audited_on={"from": "2026-10-12", "to": "2026-10-14"}), ground) == ()


# ── Decisions and terms ──────────────────────────────────────────────────────────────────────────


def test_a_self_assessment_has_neither_decision_nor_events() -> None:
    own = audit(
        kind="self_assessment",
        organisation={"name": "Coopérative Exemple"},
        decision=DECIDED,
        events=[{"event": "reinstated", "on": "2000-01-01"}],
    )
    reported = check(own, referential())
    assert found(reported) == [("A016", ("decision",)), ("A016", ("events",))]
    assert [facts(one) for one in reported] == [{"key": "decision"}, {"key": "events"}]


def test_a_refusal_of_a_pass_that_is_not_complete_needs_no_reason() -> None:
    levels, sections = PASS_UNFINISHED
    decision = {"outcome": "refused", "decided_on": "2026-11-20"}
    unfinished = making.audit(sections, decision=decision)
    assert check(unfinished, making.referential(levels, sections)) == ()


def test_every_criterion_that_keeps_a_label_from_being_granted_is_named() -> None:
    levels = [{"id": "a", "required": "1/2"}, {"id": "b", "required": "0%"}]
    sections = [{"a": {"met": 2, "unassessed": 2}, "b": {"unassessed": 1}}]
    (reported,) = check(
        making.audit(sections, decision=DECIDED), making.referential(levels, sections)
    )
    assert found((reported,)) == [("A018", ("decision", "outcome"))]
    assert facts(reported) == {"count": 3, "criteria": ("a-0-3", "a-0-4", "b-0-1")}


@pytest.mark.parametrize(
    ("decision", "previous", "fits"),
    [
        (("granted", "9996-12-31"), None, True),
        (("granted", "9997-01-02"), None, False),
        (("refused", "9997-01-02"), None, True),
        (("adjourned", "9997-01-02"), None, True),
        (("granted", "9996-12-31"), "9997-01-01", False),
        (("granted", "9996-12-31"), "9996-12-31", True),
        (("granted", "9997-01-02"), "9998-01-01", False),
    ],
)
def test_a_term_fits_in_the_calendar(
    decision: tuple[str, str], previous: str | None, fits: bool
) -> None:
    outcome, decided_on = decision
    more = {"previous": {"last_day": previous}} if previous else {}
    given = {"outcome": outcome, "decided_on": decided_on, "reason": "Motif."}
    codes = [one.code for one in check(audit(decision=given, **more), referential())]
    assert ("A030" in codes) == (not fits)


# ── Events ───────────────────────────────────────────────────────────────────────────────────────


def of_events(*events: tuple[str, str]) -> tuple[Problem, ...]:
    """The problems of the events of a label granted on 20 November 2026."""
    listed = [{"event": event, "on": f"{day}"} for event, day in events]
    return check(audit(decision=DECIDED, events=listed), referential())


def test_an_event_out_of_order_does_not_move_the_day_that_others_follow() -> None:
    reported = of_events(
        ("suspended", "2027-03-01"), ("reinstated", "2027-01-01"), ("suspended", "2027-02-01")
    )
    assert found(reported) == [("A029", ("events", 1, "on")), ("A029", ("events", 2, "on"))]
    assert [facts(one) for one in reported] == [
        {"event": "reinstated", "on": date(2027, 1, 1), "earlier": date(2027, 3, 1)},
        {"event": "suspended", "on": date(2027, 2, 1), "earlier": date(2027, 3, 1)},
    ]


def test_an_event_that_cannot_follow_changes_nothing() -> None:
    (reported,) = of_events(
        ("suspended", "2027-01-01"), ("suspended", "2027-02-01"), ("reinstated", "2027-03-01")
    )
    assert found((reported,)) == [("A028", ("events", 1, "event"))]
    assert facts(reported) == {"event": "suspended", "on": date(2027, 2, 1), "state": "suspended"}
    assert found(of_events(("withdrawn", "2027-01-01"), ("withdrawn", "2027-01-01"))) == [
        ("A028", ("events", 1, "event"))
    ]


def test_an_event_may_come_on_the_day_of_the_decision() -> None:
    assert of_events(("suspended", "2026-11-20"), ("withdrawn", "2026-11-20")) == ()
    (reported,) = of_events(("suspended", "2026-11-19"))
    assert facts(reported)["earlier"] == date(2026, 11, 20)


@pytest.mark.parametrize("outcome", [None, "adjourned", "refused"])
def test_events_without_a_label_are_reported_once(outcome: str | None) -> None:
    events = [{"event": "reinstated", "on": "2000-01-01"}]
    decision = outcome and {**DECIDED, "outcome": outcome, "reason": "Motif."}
    codes = [one.code for one in check(audit(events=events, decision=decision), referential())]
    assert codes == [*(["A019"] if outcome == "refused" else []), "A027"]
