"""What is checked before anything is computed: which problem, at which path, with which facts."""

from datetime import date
from typing import Any

import pytest
from support import making

from cpe_label import Audit, AuditError, Problem, Referential, ReferentialError, check, evaluate
from cpe_label.rules.comparison import changed_levels
from cpe_label.rules.referential_checks import check_referential
from cpe_label.text.paths import Path

LEVELS = [{"id": "a", "required": "100%"}]
MET = [{"a": {"met": 1}}]
PASS_UNFINISHED = ([{"id": "a", "required": "1/2"}], [{"a": {"met": 1, "unassessed": 1}}])
DECIDED = {"outcome": "granted", "decided_on": "2026-11-20"}


def referential(**more: Any) -> Referential:
    return making.referential(LEVELS, MET, **more)


def with_parts(**parts: Any) -> Referential:
    """A sound referential with other parts, as they are."""
    return Referential.model_validate({**dict(referential()), **parts})


def audit(**more: Any) -> Audit:
    return making.audit(MET, **more)


def found(problems: tuple[Problem, ...]) -> list[tuple[str, Path]]:
    return [(problem.code, problem.path) for problem in problems]


def facts(problem: Problem) -> dict[str, Any]:
    return dict(problem.arguments)


# ── In which order ───────────────────────────────────────────────────────────────────────────────


def test_an_unsound_referential_is_told_alone() -> None:
    broken = with_parts(sources=())
    wrong = audit(audited_on={"from": "2026-10-13", "to": "2026-10-12"})
    assert found(check(wrong, broken)) == [
        ("R013", ("sections", 0, "criteria", 0, "sources", 0, "source"))
    ]
    with pytest.raises(ReferentialError, match="R013"):
        evaluate(wrong, broken)


@pytest.mark.parametrize("name", [{"id": "autre", "version": "1"}, {"id": "essai", "version": "2"}])
def test_an_audit_of_another_referential_is_told_that_alone(name: dict[str, str]) -> None:
    wrong = audit(referential=name, audited_on={"from": "2026-10-13", "to": "2026-10-12"})
    (problem,) = check(referential(), wrong)
    assert (problem.code, problem.path) == ("A031", ("referential",))
    assert facts(problem) == {"value": f"{name['id']}@{name['version']}", "expected": "essai@1"}
    with pytest.raises(AuditError, match="A031"):
        evaluate(referential(), wrong)


def test_problems_of_values_are_sorted_by_code_and_path() -> None:
    wrong = audit(
        audited_on={"from": "2019-01-02", "to": "2019-01-01"},
        findings={"z": {"status": "met"}, "b": {"status": "met"}},
    )
    assert found(check(referential(), wrong)) == [
        ("A013", ("findings", "b")),
        ("A013", ("findings", "z")),
        ("A022", ("audited_on", "to")),
        ("A025", ("referential", "version")),
    ]
    level = referential().levels[0]
    broken = with_parts(levels=(level, level), sources=())
    assert [code for code, _ in found(check_referential(broken))] == ["R011", "R013"]
    upside_down = {"from": "2020-01-02", "until": "2020-01-01"}
    broken = with_parts(levels=(level, level), in_force=upside_down)
    assert [code for code, _ in found(check_referential(broken))] == ["R011", "R017"]


@pytest.mark.parametrize(
    ("finding", "allowed", "miscounted"),
    [
        ({"b": {"status": "met"}}, True, "A013"),
        ({"a-0-1": {"status": "not_applicable", "justification": "Non."}}, False, "A014"),
        ({"a-0-1": {"status": "not_applicable"}}, True, "A015"),
        ({"a-0-1": {"status": "met", "evidence": ["Vu."]}}, True, ""),
    ],
)
def test_a_decision_is_held_against_findings_only_where_they_can_be_counted(
    finding: Any, allowed: bool, miscounted: str
) -> None:
    ground = making.referential(LEVELS, [{"a": {"met": 2}}], allow_not_applicable=allowed)
    findings = {"a-0-2": {"status": "not_met"}, **finding}
    problems = check(ground, audit(findings=findings, decision=DECIDED))
    assert [problem.code for problem in problems] == [miscounted or "A017"]


def test_a_long_list_hides_no_decision_that_cannot_stand() -> None:
    """What could not be counted comes first in the list, so that it is never cut."""
    counts = [{"a": {"not_met": 1001}}]
    ground = making.referential(LEVELS, counts)
    findings = {one.id: {"status": "not_met", "justification": "Non."} for one in ground.criteria}
    codes = {one.code for one in check(ground, audit(findings=findings, decision=DECIDED))}
    assert codes == {"A034", "Y015", "A017"}
    unknown = {f"b{n}": {"status": "met"} for n in range(1001)}
    codes = {one.code for one in check(ground, audit(findings=unknown, decision=DECIDED))}
    assert codes == {"A013", "Y015"}


# ── Identifiers ──────────────────────────────────────────────────────────────────────────────────


def test_each_kind_of_identifier_is_unique() -> None:
    sound = referential()
    (level,), (source,), (section,) = sound.levels, sound.sources, sound.sections
    broken = with_parts(levels=(level,) * 2, sources=(source,) * 2, sections=(section,) * 2)
    told = [(one.path, facts(one)) for one in check_referential(broken)]
    assert told == [
        (
            ("levels", 1, "id"),
            {"kind": "level", "value": "a", "first": ("levels", 0, "id")},
        ),
        (
            ("sections", 1, "criteria", 0, "id"),
            {"kind": "criterion", "value": "a-0-1", "first": ("sections", 0, "criteria", 0, "id")},
        ),
        (
            ("sections", 1, "id"),
            {"kind": "section", "value": "s0", "first": ("sections", 0, "id")},
        ),
        (
            ("sources", 1, "id"),
            {"kind": "source", "value": "texte", "first": ("sources", 0, "id")},
        ),
    ]
    assert {one.code for one in check_referential(broken)} == {"R011"}


def test_a_third_one_is_told_of_the_first() -> None:
    (level,) = referential().levels
    capital = level.model_copy(update={"id": "A"})
    told = check_referential(with_parts(levels=(level, level, capital, level)))
    assert [(one.code, one.path, facts(one)) for one in told] == [
        (
            "R011",
            ("levels", 1, "id"),
            {"kind": "level", "value": "a", "first": ("levels", 0, "id")},
        ),
        (
            "R011",
            ("levels", 3, "id"),
            {"kind": "level", "value": "a", "first": ("levels", 0, "id")},
        ),
        # the other one is unused too, as a level of its own
        ("R014", ("levels", 2, "id"), {"value": "A"}),
        ("R015", ("levels", 2, "id"), {"value": "A", "other": "a"}),
    ]
    told = check_referential(with_parts(levels=(capital, level)))
    assert [(one.code, one.path) for one in told] == [
        ("R014", ("levels", 0, "id")),
        ("R015", ("levels", 1, "id")),
    ]


def test_kinds_of_identifiers_may_share_names() -> None:
    same = Referential.model_validate(
        {
            **dict(referential()),
            "levels": [{"id": "x", "title": "x", "required": "1/2"}],
            "sources": [{"id": "x", "title": "x"}],
            "sections": [
                {
                    "id": "x",
                    "title": "x",
                    "criteria": [
                        {
                            "id": "x",
                            "level": "x",
                            "title": "x",
                            "requirement": "x",
                            "sources": [{"source": "x"}],
                        }
                    ],
                }
            ],
        }
    )
    assert check_referential(same) == ()


def test_an_unknown_name_is_told_with_those_that_are_known() -> None:
    section = referential().sections[0].model_dump()
    section["criteria"][0]["level"] = "zz"
    section["criteria"][0]["sources"] = [{"source": "t20"}, {"source": "t-1"}]
    sources = [{"id": f"t{n}", "title": "T"} for n in range(21)]
    level, source = check_referential(with_parts(sources=sources, sections=[section]))
    criterion = ("sections", 0, "criteria", 0)
    assert found((level, source)) == [
        ("R012", (*criterion, "level")),
        ("R013", (*criterion, "sources", 1, "source")),
    ]
    assert facts(level) == {"value": "zz", "expected": ("a",), "near": ""}
    assert facts(source) == {
        "value": "t-1",
        "expected": tuple(f"t{n}" for n in range(20)),
        "near": "t1",
    }


def test_a_criterion_without_a_source() -> None:
    section = referential().sections[0].model_dump()
    section["criteria"][0]["sources"] = []
    (problem,) = check_referential(with_parts(sections=[section]))
    assert found((problem,)) == [("R016", ("sections", 0, "criteria", 0))]
    assert facts(problem) == {"criterion": "a-0-1"}


def test_a_version_of_one_day_is_in_order() -> None:
    assert (
        check_referential(referential(in_force={"from": "2020-01-01", "until": "2020-01-01"})) == ()
    )


# ── Findings ─────────────────────────────────────────────────────────────────────────────────────


def test_the_finding_of_an_unknown_criterion_is_near_only_what_has_none() -> None:
    ground = making.referential(LEVELS, [{"a": {"met": 2}}])
    told = {
        one.path[1]: facts(one)["near"]
        for one in check(
            ground, audit(findings={"a-0-1": {}, "A-0.1": {"status": "met"}, "A-0_02": {}})
        )
    }
    assert told == {"A-0.1": "", "A-0_02": "a-0-2"}


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
    problems = check(referential(), audit(findings={"a-0-1": finding}))
    assert found(problems) == ([(code, ("findings", "a-0-1", key))] if code else [])
    for problem in problems:
        assert problem.severity == "warning"
        assert facts(problem) == {"criterion": "a-0-1"}


def test_evidence_is_asked_for_only_where_every_criterion_counts() -> None:
    levels = [{"id": "a", "required": "99%"}, {"id": "b", "required": "2/2"}]
    ground = making.referential(levels, [{"a": {"met": 1}, "b": {"met": 1}}])
    told = check(ground, audit(findings={"a-0-1": {"status": "met"}, "b-0-1": {"status": "met"}}))
    assert found(told) == [("A033", ("findings", "b-0-1", "status"))]


# ── Days ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("due", "told"), [("2026-10-11", True), ("2026-10-12", False), ("2026-10-13", False)]
)
def test_an_action_is_due_from_the_first_day_of_the_audit_on(due: str, told: bool) -> None:
    findings = {"a-0-1": {"status": "not_met", "action": {"due": due}}}
    span = {"from": "2026-10-12", "to": "2026-10-14"}
    problems = check(referential(), audit(findings=findings, audited_on=span))
    path = ("findings", "a-0-1", "action", "due")
    assert found(problems) == ([("A024", path)] if told else [])
    if told:
        assert facts(problems[0]) == {"due": date(2026, 10, 11), "first": date(2026, 10, 12)}


@pytest.mark.parametrize(("decided", "told"), [("2026-10-13", True), ("2026-10-14", False)])
def test_a_decision_comes_from_the_last_day_of_the_audit_on(decided: str, told: bool) -> None:
    span = {"from": "2026-10-12", "to": "2026-10-14"}
    decision = {"outcome": "adjourned", "decided_on": decided}
    problems = check(referential(), audit(audited_on=span, decision=decision))
    assert found(problems) == ([("A023", ("decision", "decided_on"))] if told else [])
    if told:
        assert facts(problems[0]) == {"decided": date(2026, 10, 13), "last": date(2026, 10, 14)}


def test_an_audit_may_take_one_day() -> None:
    assert check(referential(), audit(audited_on={"from": "2026-10-12", "to": "2026-10-12"})) == ()
    (told,) = check(referential(), audit(audited_on={"from": "2026-10-12", "to": "2026-10-11"}))
    assert facts(told) == {"first": date(2026, 10, 12), "last": date(2026, 10, 11)}


def test_a_version_is_told_with_its_days() -> None:
    ended = referential(in_force={"from": "2019-05-23", "until": "2020-01-01"})
    (told,) = check(ended, audit())
    assert facts(told) == {
        "version": "1",
        "referential": "essai",
        "until": date(2020, 1, 1),
        "first": date(2026, 10, 12),
    }
    (told,) = check(referential(in_force={"from": "2027-01-01"}), audit())
    assert facts(told) == {
        "version": "1",
        "referential": "essai",
        "since": date(2027, 1, 1),
        "first": date(2026, 10, 12),
    }


@pytest.mark.parametrize("since", ["2026-10-11", "2026-10-12"])
@pytest.mark.parametrize("until", ["2026-10-12", "2026-10-13"])
def test_an_audit_may_start_on_any_day_of_its_version(since: str, until: str) -> None:
    ground = referential(in_force={"from": since, "until": until})
    assert check(ground, audit(audited_on={"from": "2026-10-12", "to": "2026-10-14"})) == ()


def test_the_next_version_counts_for_evaluate_as_for_check() -> None:
    following = with_parts(version="2", in_force={"from": "2026-10-12"})
    assert evaluate(referential(), audit()).verdict == "pass"
    assert found(check(referential(), audit(), versions=[following])) == [
        ("A026", ("referential", "version"))
    ]
    with pytest.raises(AuditError, match="A026"):
        evaluate(referential(), audit(), versions=[following])


def test_however_many_warnings_stop_no_evaluation() -> None:
    sections = [{"a": {"met": 1100}}]
    ground = making.referential([{"id": "a", "required": "100%"}], sections)
    findings = {criterion.id: {"status": "met"} for criterion in ground.criteria}
    told = check(ground, making.audit(sections, findings=findings))
    assert [(one.code, one.severity) for one in told] == [
        *[("A033", "warning")] * 1000,
        ("Y015", "warning"),
    ]
    assert evaluate(ground, making.audit(sections, findings=findings)).verdict == "pass"


# ── Decisions and terms ──────────────────────────────────────────────────────────────────────────


def test_a_self_assessment_has_neither_decision_nor_events() -> None:
    own = audit(
        kind="self_assessment",
        organisation={"name": "Coopérative Exemple"},
        decision=DECIDED,
        events=[{"event": "reinstated", "on": "2000-01-01"}],
    )
    told = check(referential(), own)
    assert found(told) == [("A016", ("decision",)), ("A016", ("events",))]
    assert [facts(one) for one in told] == [{"key": "decision"}, {"key": "events"}]


def test_a_refusal_of_a_pass_that_is_not_complete_needs_no_reason() -> None:
    levels, sections = PASS_UNFINISHED
    decision = {"outcome": "refused", "decided_on": "2026-11-20"}
    unfinished = making.audit(sections, decision=decision)
    assert check(making.referential(levels, sections), unfinished) == ()


def test_every_criterion_that_keeps_a_label_from_being_granted_is_named() -> None:
    levels = [{"id": "a", "required": "1/2"}, {"id": "b", "required": "0%"}]
    sections = [{"a": {"met": 2, "unassessed": 2}, "b": {"unassessed": 1}}]
    (told,) = check(making.referential(levels, sections), making.audit(sections, decision=DECIDED))
    assert found((told,)) == [("A018", ("decision", "outcome"))]
    assert facts(told) == {"count": 3, "criteria": ("a-0-3", "a-0-4", "b-0-1")}


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
    codes = [one.code for one in check(referential(), audit(decision=given, **more))]
    assert ("A030" in codes) == (not fits)


# ── Events ───────────────────────────────────────────────────────────────────────────────────────


def of_events(*events: tuple[str, str]) -> tuple[Problem, ...]:
    """What is told of the events of a label granted on 20 November 2026."""
    listed = [{"event": event, "on": f"{day}"} for event, day in events]
    return check(referential(), audit(decision=DECIDED, events=listed))


def test_an_event_out_of_order_does_not_move_the_day_that_others_follow() -> None:
    told = of_events(
        ("suspended", "2027-03-01"), ("reinstated", "2027-01-01"), ("suspended", "2027-02-01")
    )
    assert found(told) == [("A029", ("events", 1, "on")), ("A029", ("events", 2, "on"))]
    assert [facts(one) for one in told] == [
        {"event": "reinstated", "on": date(2027, 1, 1), "earlier": date(2027, 3, 1)},
        {"event": "suspended", "on": date(2027, 2, 1), "earlier": date(2027, 3, 1)},
    ]


def test_an_event_that_cannot_follow_changes_nothing() -> None:
    (told,) = of_events(
        ("suspended", "2027-01-01"), ("suspended", "2027-02-01"), ("reinstated", "2027-03-01")
    )
    assert found((told,)) == [("A028", ("events", 1, "event"))]
    assert facts(told) == {"event": "suspended", "on": date(2027, 2, 1), "state": "suspended"}
    assert found(of_events(("withdrawn", "2027-01-01"), ("withdrawn", "2027-01-01"))) == [
        ("A028", ("events", 1, "event"))
    ]


def test_an_event_may_come_on_the_day_of_the_decision() -> None:
    assert of_events(("suspended", "2026-11-20"), ("withdrawn", "2026-11-20")) == ()
    (told,) = of_events(("suspended", "2026-11-19"))
    assert facts(told)["earlier"] == date(2026, 11, 20)


@pytest.mark.parametrize("outcome", [None, "adjourned", "refused"])
def test_events_without_a_label_are_told_once(outcome: str | None) -> None:
    events = [{"event": "reinstated", "on": "2000-01-01"}]
    decision = outcome and {**DECIDED, "outcome": outcome, "reason": "Motif."}
    codes = [one.code for one in check(referential(), audit(events=events, decision=decision))]
    assert codes == [*(["A019"] if outcome == "refused" else []), "A027"]


# ── Two referentials of one name ─────────────────────────────────────────────────────────────────


def test_a_level_that_changed_is_told_where_it_stands_now() -> None:
    levels = [{"id": "a", "required": "1/2"}, {"id": "b", "required": "1/2"}]
    old = making.referential(levels, [{"a": {"met": 1}}, {"a": {"met": 2}, "b": {"met": 1}}])
    data = old.model_dump(mode="json")
    first, second = data["sections"]
    second["criteria"][1]["level"] = "b"
    second["criteria"].append({**second["criteria"][0], "id": "new"})
    first["criteria"][0]["id"] = "renamed"
    new = Referential.model_validate(data)
    (told,) = changed_levels(old, new)
    assert found((told,)) == [("R019", ("sections", 1, "criteria", 1, "level"))]
    assert facts(told) == {"criterion": "a-1-2", "old": "a", "new": "b"}
    (told,) = changed_levels(new, old)
    assert facts(told) == {"criterion": "a-1-2", "old": "b", "new": "a"}
    for version in ("0", "2"):  # the version before and the one after may well differ
        other = new.model_copy(update={"version": version})
        assert changed_levels(old, other) == ()
    assert changed_levels(old, Referential.model_validate({**dict(new), "version": "2"})) == ()
