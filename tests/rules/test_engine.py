"""From an audit to its evaluation: where it stands, with which reasons, recorded how."""

import json
from datetime import date
from typing import Any

import pytest
from support import making

from cpe_label import AuditError, Evaluation, evaluate, render
from cpe_label.model.share import Share
from cpe_label.rules.evaluation import Inequality, Reason
from cpe_label.rules.scoring import score

ALL = [{"id": "a", "required": "100%"}]
HALF = [{"id": "a", "required": "1/2"}]
EACH = [{"id": "a", "required": "1/2", "scope": "each_section"}]
MET = [{"a": {"met": 1}}]


def evaluated(levels: Any, sections: Any, **more: Any) -> Evaluation:
    return evaluate(making.referential(levels, sections), making.audit(sections, **more))


def decided(outcome: str, **more: Any) -> dict[str, Any]:
    return {"decision": {"outcome": outcome, "decided_on": "2026-11-20", **more}}


def told(evaluation: Evaluation, clause: str) -> list[Reason]:
    return [reason for reason in evaluation.reasons if reason.clause == clause]


def test_a_console_shows_what_came_of_it_in_a_line() -> None:
    shown = repr(evaluated(ALL, MET))
    assert shown == (
        "<Evaluation of 'Coopérative Exemple' by essai@1: verdict='pass', complete=True, "
        "standing='labellable'>"
    )


# ── Where it stands ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("counts", "verdict", "audit", "own"),
    [
        ({"met": 2}, "pass", "labellable", "self_pass"),
        ({"met": 1, "unassessed": 1}, "pass", "secured", "secured"),
        ({"not_met": 2}, "fail", "not_labellable", "self_fail"),
        ({"not_met": 2, "unassessed": 1}, "fail", "not_labellable", "self_fail"),
        ({"not_met": 1, "unassessed": 1}, "undecided", "unfinished", "unfinished"),
    ],
)
def test_before_any_decision(counts: Any, verdict: str, audit: str, own: str) -> None:
    for kind, standing in (("audit", audit), ("self_assessment", own)):
        evaluation = evaluated(HALF, [{"a": counts}], kind=kind)
        assert (evaluation.verdict, evaluation.standing) == (verdict, standing)
        assert evaluation.complete == ("unassessed" not in counts)


@pytest.mark.parametrize(
    ("outcome", "standing"),
    [("granted", "labelled"), ("refused", "refused"), ("adjourned", "adjourned")],
)
def test_once_the_committee_has_decided(outcome: str, standing: str) -> None:
    evaluation = evaluated(ALL, MET, **decided(outcome, reason="Motif."))
    assert evaluation.standing == standing
    assert (evaluation.period is not None) == (outcome == "granted")


def test_an_error_carries_the_warnings_too() -> None:
    audit = making.audit(MET, findings={"a-0-1": {"status": "met"}, "b": {}})
    with pytest.raises(AuditError) as caught:
        evaluate(making.referential(ALL, MET), audit)
    assert [problem.code for problem in caught.value.problems] == ["A013", "A033"]


# ── Counts ───────────────────────────────────────────────────────────────────────────────────────


def test_what_is_certain_and_what_is_possible() -> None:
    counts = {"met": 1, "not_met": 2, "not_applicable": 4, "unassessed": 3}
    sections = [{"a": counts}]
    referential = making.referential([{"id": "a", "required": "2/3"}], sections)
    result = score(referential, making.audit(sections))
    (part,) = result.levels[0].parts
    assert (part.certain.met, part.possible.met) == (1, 4)
    assert (part.certain.applicable, part.possible.applicable) == (6, 6)
    assert (str(part.certain), str(part.possible)) == ("3 × 1 < 2 × 6", "3 × 4 ≥ 2 × 6")
    assert (part.certain.left, part.certain.right, part.certain.least_met) == (3, 12, 4)
    assert (result.complete, result.verdict) == (False, "undecided")


@pytest.mark.parametrize(
    ("required", "written"), [("0%", "1 ≥ 0 × 3"), ("1/3", "3 × 1 ≥ 3"), ("100%", "1 < 3")]
)
def test_a_comparison_leaves_out_a_factor_of_one_alone(required: str, written: str) -> None:
    assert str(Inequality(1, 3, Share(required))) == written


def test_sections_are_counted_by_level_and_in_order() -> None:
    levels = [{"id": "a", "required": "1/2"}, {"id": "b", "required": "1/2"}]
    sections = [{"b": {"met": 1}}, {"a": {"not_met": 1, "met": 1}, "b": {"unassessed": 1}}]
    result = score(making.referential(levels, sections), making.audit(sections))
    assert [one.section.id for one in result.sections] == ["s0", "s1"]
    first, second = (one.tallies for one in result.sections)
    assert (first["a"].applicable, first["b"].met) == (0, ("b-0-1",))
    assert (second["a"].met, second["a"].not_met) == (("a-1-1",), ("a-1-2",))
    assert second["b"].unassessed == ("b-1-1",)
    assert result.levels[1].tally.met == ("b-0-1",)
    assert result.levels[1].tally.unassessed == ("b-1-1",)


@pytest.mark.parametrize(
    ("counts", "needed", "margin", "candidates", "fragile", "deciding"),
    [
        ({"met": 3, "not_met": 1}, 0, 1, "", "", "123"),
        ({"met": 2, "not_met": 1}, 0, 0, "", "12", "12"),
        ({"met": 1, "not_met": 2, "unassessed": 1}, 1, 0, "234", "", "4"),
        ({"met": 1, "not_met": 3, "unassessed": 1}, 2, 0, "2345", "", "234"),
        ({"met": 1, "not_met": 0, "unassessed": 1}, 0, 0, "", "1", "1"),
        ({"not_applicable": 2}, 0, 0, "", "", ""),
    ],
)
def test_what_decides_and_what_could_change_it(
    counts: Any, needed: int, margin: int, candidates: str, fragile: str, deciding: str
) -> None:
    (level,) = evaluated(HALF, [{"a": counts}]).levels
    for result in (level, level.parts[0]):
        assert (result.still_needed, result.margin) == (needed, margin)
        for found, ranks in (
            (result.candidates, candidates),
            (result.fragile, fragile),
            (result.deciding, deciding),
        ):
            assert found == tuple(f"a-0-{rank}" for rank in ranks)


def test_what_decides_a_level_counted_by_section() -> None:
    sections = [{"a": {"met": 1}}, {"a": {"not_met": 2}}, {"a": {"unassessed": 1}}]
    (level,) = evaluated(EACH, sections).levels
    assert [part.fragile for part in level.parts] == [("a-0-1",), (), ()]
    assert level.fragile == ()
    assert level.deciding == ("a-1-1", "a-1-2")
    assert level.candidates == ("a-1-1", "a-1-2", "a-2-1")
    assert level.still_needed == 2
    (level,) = evaluated(EACH, [{"a": {"met": 1}}, {"a": {"unassessed": 1}}]).levels
    assert [part.verdict for part in level.parts] == ["pass", "undecided"]
    assert (level.fragile, level.deciding) == ((), ("a-1-1",))
    (level,) = evaluated(EACH, [{"a": {"met": 1}}, {"a": {"met": 3}}]).levels
    assert (level.fragile, level.margin) == (("a-0-1",), 0)
    (level,) = evaluated(EACH, [{"a": {"met": 3}}, {"a": {"not_applicable": 3}}]).levels
    assert level.margin == 1


def test_a_section_without_criteria_of_a_level_is_no_part_of_it() -> None:
    levels = [{**EACH[0], "id": name} for name in ("a", "b", "c")]
    sections = [{name: {"met": 1}} for name in ("b", "a", "c")]
    results = evaluated(levels, sections).levels
    parts = [[part.section.id for part in result.parts if part.section] for result in results]
    assert parts == [["s1"], ["s0"], ["s2"]]


@pytest.mark.parametrize(
    ("other", "verdict", "fragile"),
    [
        ("met", "pass", ("a-0-1", "b-0-1")),
        ("not_met", "fail", ()),
        ("unassessed", "undecided", ()),
    ],
)
def test_only_a_pass_can_be_lost(other: str, verdict: str, fragile: tuple[str, ...]) -> None:
    levels = [{"id": name, "required": "100%"} for name in ("a", "b")]
    evaluation = evaluated(levels, [{"a": {"met": 1}, "b": {other: 1}}])
    assert (evaluation.verdict, evaluation.fragile) == (verdict, fragile)


# ── Reasons ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sections", "about", "failing", "still_open"),
    [
        ([{"met": 1}, {"met": 2}, {"met": 3}], "sections_reached", 0, 0),
        ([{"met": 1}, {"unassessed": 1}, {"unassessed": 1}], "sections_open", 0, 2),
        ([{"not_met": 1}, {"unassessed": 1}, {"not_met": 1}], "sections_not_reached", 2, 1),
    ],
)
def test_a_level_counted_by_section(
    sections: Any, about: str, failing: int, still_open: int
) -> None:
    evaluation = evaluated(EACH, [{"a": counts} for counts in sections])
    (reason,) = told(evaluation, "RC-6")
    assert reason.about == about
    assert reason.level is evaluation.levels[0].level
    assert dict(reason.facts) == {
        "required": "1/2",
        "sections": 3,
        "failing": failing,
        "open": still_open,
    }
    assert reason.criteria == evaluation.levels[0].deciding != ()
    parts = [one for one in evaluation.reasons if one.section]
    assert [one.section.id for one in parts if one.section] == ["s0", "s1", "s2"]


def test_a_section_in_which_nothing_is_applicable() -> None:
    evaluation = evaluated(EACH, [{"a": {"met": 1}}, {"a": {"not_applicable": 1}}])
    whole, empty = told(evaluation, "RC-6")
    assert (whole.about, empty.about) == ("sections_reached", "section_nothing")
    assert empty.section is evaluation.levels[0].parts[1].section
    assert empty.text("en").startswith("a – Domaine 1: no criterion is applicable")


@pytest.mark.parametrize(
    ("counts", "clause", "about"),
    [
        ({"met": 1, "not_met": 1}, "RC-5", "reached"),
        ({"met": 1, "not_met": 2}, "RC-5", "not_reached"),
        ({"met": 2, "not_met": 1, "unassessed": 1}, "RC-8", "reached_already"),
        ({"met": 1, "not_met": 1, "unassessed": 2}, "RC-8", "open"),
        ({"not_met": 2, "unassessed": 1}, "RC-8", "out_of_reach"),
    ],
)
def test_a_level_counted_over_the_whole(counts: Any, clause: str, about: str) -> None:
    evaluation = evaluated(HALF, [{"a": counts}])
    (reason,) = told(evaluation, clause)
    (part,) = evaluation.levels[0].parts
    assert reason.about == about
    assert (reason.level, reason.section) == (evaluation.levels[0].level, None)
    met, unassessed = counts.get("met", 0), counts.get("unassessed", 0)
    applicable = sum(counts.values())
    assert dict(reason.facts) == {
        "met": met,
        "applicable": applicable,
        "required": "1/2",
        "inequality": f"2 × {met} {'≥' if 2 * met >= applicable else '<'} {applicable}",
        "possible": f"2 × {met + unassessed} "
        f"{'≥' if 2 * (met + unassessed) >= applicable else '<'} {applicable}",
        "still_needed": max(0, (applicable + 1) // 2 - met),
        "unassessed": unassessed,
    }
    assert reason.criteria == part.deciding != ()


def test_what_is_set_aside_is_named() -> None:
    levels = [*HALF, {"id": "b", "required": "1/2"}]
    sections = [{"a": {"met": 1, "not_applicable": 1}, "b": {"not_applicable": 2}}]
    evaluation = evaluated(levels, sections)
    (reason,) = told(evaluation, "RC-4")
    assert reason.criteria == ("a-0-2", "b-0-1", "b-0-2")
    assert dict(reason.facts) == {"count": 3}
    assert [one.level and one.level.id for one in told(evaluation, "RC-7")] == ["b"]
    assert [one.clause for one in evaluation.reasons[:3]] == ["RC-5", "RC-7", "RC-4"]
    assert told(evaluated(HALF, MET), "RC-4") == []


def test_the_levels_that_decide_are_named() -> None:
    levels = [{"id": name, "required": "100%"} for name in ("a", "b", "c")]
    sections = [{"a": {"not_met": 1}, "b": {"unassessed": 1}, "c": {"not_met": 2}}]
    (reason,) = told(evaluated(levels, sections), "RC-9")
    assert reason.about == "fail"
    assert dict(reason.facts) == {"count": 2, "levels": ("a", "c")}
    assert reason.criteria == ("a-0-1", "c-0-1", "c-0-2")
    sections = [{"a": {"met": 1}, "b": {"unassessed": 1}, "c": {"met": 2}}]
    (reason,) = told(evaluated(levels, sections), "RC-9")
    assert (reason.about, reason.criteria) == ("undecided", ("b-0-1",))
    assert dict(reason.facts) == {"count": 1, "levels": ("b",)}


@pytest.mark.parametrize(
    ("counts", "more", "about"),
    [
        ({"met": 2}, {}, "awaiting"),
        ({"met": 2}, decided("granted"), "granted"),
        ({"met": 2}, decided("adjourned"), "adjourned"),
        ({"met": 2}, decided("refused", reason="Motif."), "refused_on_pass"),
        ({"met": 1, "unassessed": 1}, decided("refused"), "refused"),
        ({"not_met": 2}, decided("refused"), "refused"),
        ({"not_met": 2}, decided("adjourned"), "adjourned"),
    ],
)
def test_what_the_committee_decided(counts: Any, more: Any, about: str) -> None:
    (reason,) = told(evaluated(HALF, [{"a": counts}], **more), "RC-11")
    assert reason.about == about
    assert dict(reason.facts) == ({"day": date(2026, 11, 20)} if more else {})


def test_a_self_assessment_awaits_no_committee() -> None:
    evaluation = evaluated(HALF, MET, kind="self_assessment")
    assert [one.about for one in told(evaluation, "RC-10")] == ["self_assessment"]
    assert told(evaluation, "RC-11") == []


@pytest.mark.parametrize(
    ("previous", "first", "about", "gap"),
    [
        ("2026-12-31", "2027-01-01", "renewal_follows", 0),
        ("2026-11-19", "2026-11-20", "renewal_follows", 0),
        ("2026-11-18", "2026-11-20", "renewal_gap", 1),
        ("2026-11-09", "2026-11-20", "renewal_gap", 10),
        ("2028-12-31", "2026-11-20", "renewal_early", 0),
    ],
)
def test_a_renewal(previous: str, first: str, about: str, gap: int) -> None:
    evaluation = evaluated(ALL, MET, **decided("granted"), previous={"last_day": previous})
    (term,), (renewal,) = told(evaluation, "RC-12"), told(evaluation, "RC-13")
    start = date.fromisoformat(first)
    last = start.replace(year=start.year + 3)
    assert dict(term.facts) == {"first": start, "last": date.fromordinal(last.toordinal() - 1)}
    assert renewal.about == about
    assert dict(renewal.facts) == {"previous": date.fromisoformat(previous), "gap": gap}


def test_a_first_label_renews_none() -> None:
    evaluation = evaluated(ALL, MET, **decided("granted"))
    assert told(evaluation, "RC-13") == []
    assert evaluation.period is not None
    assert (evaluation.period.continues, evaluation.period.gap_days) == (False, 0)


def test_events_are_told_in_order() -> None:
    days = ("2027-02-01", "2027-03-01", "2027-04-01")
    names = ("suspended", "reinstated", "withdrawn")
    events = [{"event": name, "on": day} for name, day in zip(names, days, strict=True)]
    reasons = told(evaluated(ALL, MET, **decided("granted"), events=events), "RC-14")
    assert [(one.about, dict(one.facts)) for one in reasons] == [
        (name, {"day": date.fromisoformat(day)}) for name, day in zip(names, days, strict=True)
    ]


def test_a_reason_names_its_level_and_its_section() -> None:
    evaluation = evaluated(EACH, [{"a": {"met": 1}}, {"a": {"not_met": 1}}])
    starts = [one.text("en").split(" : ")[0].split(":")[0] for one in evaluation.reasons[:3]]
    assert [start.split(",")[0] for start in starts] == ["a", "a – Domaine 0", "a – Domaine 1"]


# ── The record ───────────────────────────────────────────────────────────────────────────────────


def test_what_a_record_holds_of_a_label_and_its_events() -> None:
    events = [{"event": "suspended", "on": "2027-02-01", "reason": "Motif."}]
    sections = [{"a": {"met": 1}}, {"a": {"met": 1}}]
    previous = {"last_day": "2026-12-14"}
    evaluation = evaluated(EACH, sections, **decided("granted"), events=events, previous=previous)
    data = json.loads(render(evaluation, "json", "en"))
    assert data["language"] == "en"
    assert data["events"] == events
    assert data["decision"]["decided_on"] == "2026-11-20"
    assert data["period"] == {
        "first_day": "2026-12-15",
        "last_day": "2029-12-14",
        "previous_last_day": "2026-12-14",
    }
    (level,) = data["levels"]
    assert (level["share"], level["scope"]) == (None, "each_section")
    assert [part["section"] for part in level["parts"]] == ["s0", "s1"]
    assert [one["section"] for one in data["reasons"]][:3] == [None, "s0", "s1"]
    assert (
        data["reasons"][0]["text"]
        != json.loads(render(evaluation, "json", "fr"))["reasons"][0]["text"]
    )


def test_a_record_without_a_label_says_so() -> None:
    data = json.loads(render(evaluated(HALF, MET), "json"))
    assert (data["decision"], data["events"], data["period"]) == (None, [], None)
    assert data["levels"][0]["parts"][0]["section"] is None
    assert data["levels"][0]["share"] == "100%"
