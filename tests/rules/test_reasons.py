"""The reasons of a verdict: which clause, which facts, which criteria."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from support.laws import Sections, files, judged
from support.small import ALL, EACH, HALF, MET, decided, evaluated, reasons_of

from cpe_label import Verdict


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
    (reason,) = reasons_of(evaluation, "RC-6")
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
    whole, empty = reasons_of(evaluation, "RC-6")
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
    (reason,) = reasons_of(evaluation, clause)
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
    (reason,) = reasons_of(evaluation, "RC-4")
    assert reason.criteria == ("a-0-2", "b-0-1", "b-0-2")
    assert dict(reason.facts) == {"count": 3}
    assert [one.level and one.level.id for one in reasons_of(evaluation, "RC-7")] == ["b"]
    assert [one.clause for one in evaluation.reasons[:3]] == ["RC-5", "RC-7", "RC-4"]
    assert reasons_of(evaluated(HALF, MET), "RC-4") == []


def test_the_levels_that_decide_are_named() -> None:
    levels = [{"id": name, "required": "100%"} for name in ("a", "b", "c")]
    sections = [{"a": {"not_met": 1}, "b": {"unassessed": 1}, "c": {"not_met": 2}}]
    (reason,) = reasons_of(evaluated(levels, sections), "RC-9")
    assert reason.about == "fail"
    assert dict(reason.facts) == {"count": 2, "levels": ("a", "c")}
    assert reason.criteria == ("a-0-1", "c-0-1", "c-0-2")
    sections = [{"a": {"met": 1}, "b": {"unassessed": 1}, "c": {"met": 2}}]
    (reason,) = reasons_of(evaluated(levels, sections), "RC-9")
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
    (reason,) = reasons_of(evaluated(HALF, [{"a": counts}], **more), "RC-11")
    assert reason.about == about
    assert dict(reason.facts) == ({"day": date(2026, 11, 20)} if more else {})


def test_a_self_assessment_awaits_no_committee() -> None:
    evaluation = evaluated(HALF, MET, kind="self_assessment")
    assert [one.about for one in reasons_of(evaluation, "RC-10")] == ["self_assessment"]
    assert reasons_of(evaluation, "RC-11") == []


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
    (term,), (renewal,) = reasons_of(evaluation, "RC-12"), reasons_of(evaluation, "RC-13")
    start = date.fromisoformat(first)
    last = start.replace(year=start.year + 3)
    assert dict(term.facts) == {"first": start, "last": date.fromordinal(last.toordinal() - 1)}
    assert renewal.about == about
    assert dict(renewal.facts) == {"previous": date.fromisoformat(previous), "gap": gap}


def test_a_first_label_renews_none() -> None:
    evaluation = evaluated(ALL, MET, **decided("granted"))
    assert reasons_of(evaluation, "RC-13") == []
    assert evaluation.period is not None
    assert (evaluation.period.continues, evaluation.period.gap_days) == (False, 0)


def test_events_are_reasons_in_order() -> None:
    days = ("2027-02-01", "2027-03-01", "2027-04-01")
    names = ("suspended", "reinstated", "withdrawn")
    events = [{"event": name, "on": day} for name, day in zip(names, days, strict=True)]
    reasons = reasons_of(evaluated(ALL, MET, **decided("granted"), events=events), "RC-14")
    assert [(one.about, dict(one.facts)) for one in reasons] == [
        (name, {"day": date.fromisoformat(day)}) for name, day in zip(names, days, strict=True)
    ]


def test_a_reason_names_its_level_and_its_section() -> None:
    evaluation = evaluated(EACH, [{"a": {"met": 1}}, {"a": {"not_met": 1}}])
    starts = [one.text("en").split(" : ")[0].split(":")[0] for one in evaluation.reasons[:3]]
    assert [start.split(",")[0] for start in starts] == ["a", "a – Domaine 0", "a – Domaine 1"]


@given(files())
def test_the_criteria_of_a_reason_are_those_of_its_count(file: tuple[Any, Sections]) -> None:
    """RC-8: a pass rests on the met, a failure on the not met, an open level on the unassessed."""
    evaluation = judged(*file)
    findings = evaluation.audit.findings
    statuses = {Verdict.PASS: {"met"}, Verdict.FAIL: {"not_met"}, Verdict.UNDECIDED: {None}}
    for result in evaluation.levels:
        reasons = [one for one in evaluation.reasons if one.level is result.level]
        by_section = {
            one.section and one.section.id: one.criteria for one in reasons if one.clause != "RC-7"
        }
        for part in result.parts:
            key = part.section and part.section.id
            if part.section is None and not part.tally.applicable:
                continue
            found = {
                findings[name].status if name in findings else None for name in by_section[key]
            }
            assert found <= statuses[part.verdict]
        if result.level.scope == "each_section" and result.tally.applicable:
            deciding = [
                name
                for part in result.parts
                if part.verdict is result.verdict
                for name in by_section[part.section and part.section.id]
            ]
            assert list(by_section[None]) == deciding
    (whole,) = [one for one in evaluation.reasons if one.clause == "RC-9"]
    assert list(whole.criteria) == [
        name
        for result in evaluation.levels
        if result.verdict is evaluation.verdict
        for name in result.deciding
    ]
