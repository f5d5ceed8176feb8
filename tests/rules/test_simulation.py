"""What a changed referential would do to those who were audited under the old one."""

from collections.abc import Mapping
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.change import EDITS, Edit, changed, criterion

from cpe_label import Audit, Referential, Verdict, load_audit
from cpe_label.rules.comparison import compare_referentials
from cpe_label.rules.engine import evaluate
from cpe_label.rules.pairing import check_simulated
from cpe_label.rules.simulation import Simulation, simulate

OLD = changed()
NAMES = [one.id for one in OLD.criteria]
FINDINGS = {
    "met": {"status": "met", "evidence": ["Vu"]},
    "not_met": {"status": "not_met"},
    "not_applicable": {"status": "not_applicable", "justification": "Personne."},
}
ANSWERS = st.fixed_dictionaries(
    {name: st.sampled_from([*FINDINGS, *["met"] * 9, None]) for name in NAMES}
)
NEW = {"version": "2", "in_force": {"from": "2027-01-01"}}


def audit(answers: Mapping[str, str | None] = {}, name: str = "a", **more: Any) -> Audit:
    """An audit in which everything is met but what is given."""
    findings = {
        one: FINDINGS[answers.get(one, "met") or ""] for one in NAMES if answers.get(one, "met")
    }
    return Audit.build(
        {
            "referential": {"id": "essai", "version": "1"},
            "organisation": {"id": name, "name": f"Coopérative {name}"},
            "kind": "audit",
            "audited_on": {"from": "2026-10-12"},
            "findings": findings,
            **more,
        }
    )


def simulated(*edits: Edit, audits: list[Audit], **more: Any) -> Simulation:
    new = changed(lambda data: data.update(NEW), *edits)
    return simulate(compare_referentials(OLD, new, **more), audits, **more)


def outcome(*edits: Edit, answers: Mapping[str, str | None]) -> tuple[str, tuple[str, ...]]:
    (one,) = simulated(*edits, audits=[audit(answers)]).organisations
    return one.outcome, one.criteria


RAISED = EDITS["raised"][0]  # s-r-1 becomes mandatory


@pytest.mark.parametrize(
    ("edit", "answers", "expected"),
    [
        (RAISED, {}, ("keeps", ())),
        (RAISED, {"s-r-1": "not_met"}, ("would_lose", ("s-r-1",))),
        (RAISED, {"s-r-1": "not_met", "s-m-1": "not_met"}, ("stays_without", ("s-m-1", "s-r-1"))),
        (RAISED, {"s-r-1": None}, ("open", ("s-r-1",))),
        (RAISED, {"s-r-1": "not_applicable"}, ("keeps", ())),
        (EDITS["lowered"][0], {"s-m-1": "not_met"}, ("would_gain", ("s-m-1",))),
        (EDITS["retired"][0], {"t-m-1": "not_met"}, ("would_gain", ("t-m-1",))),
        (EDITS["requirement"][0], {}, ("open", ("s-m-1",))),
        (EDITS["requirement"][0], {"s-m-1": "not_met"}, ("open", ("s-m-1",))),
        (EDITS["typography"][0], {}, ("keeps", ())),
        (EDITS["permission taken"][0], {}, ("keeps", ())),
        (EDITS["permission taken"][0], {"s-m-1": "not_applicable"}, ("open", ("s-m-1",))),
        (EDITS["permission reworded"][0], {"s-m-1": "not_applicable"}, ("open", ("s-m-1",))),
        (EDITS["retired"][0], {"t-m-1": None}, ("open", ("t-m-1",))),
    ],
)
def test_what_becomes_of_one(
    edit: Edit, answers: dict[str, str | None], expected: tuple[str, tuple[str, ...]]
) -> None:
    assert outcome(edit, answers=answers) == expected


def test_a_new_mandatory_criterion_leaves_everybody_open() -> None:
    def add(data: dict[str, Any]) -> None:
        data["sections"][0]["criteria"].append({**criterion(data), "id": "new"})

    assert outcome(add, answers={}) == ("open", ("new",))


def test_a_wording_that_asks_the_same_keeps_its_answer() -> None:
    edit = EDITS["requirement"][0]
    assert simulated(edit, audits=[audit()], same=["s-m-1"]).totals["keeps"] == 1


# ── Laws ─────────────────────────────────────────────────────────────────────────────────────────

EDIT_NAMES = st.lists(
    st.sampled_from([name for name in EDITS if not name.startswith("order")]),
    max_size=4,
    unique=True,
)


def referential(names: list[str]) -> Referential:
    """The next version after some edits."""
    edits = [EDITS[name][0] for name in EDITS if name in names]
    return changed(*edits, lambda data: data.update(NEW))


@given(EDIT_NAMES, ANSWERS)
def test_each_outcome_is_that_of_the_audit_written_anew(names: list[str], answers: Any) -> None:
    """The engine evaluates the answers that stand, under the new version, and says the same."""
    comparison = compare_referentials(OLD, referential(names))
    (one,) = simulate(comparison, [audit(answers)]).organisations
    asked = {(change.id, change.change) for change in comparison.criteria if change.substance}
    standing = {
        name: answer
        for name, answer in answers.items()
        if name in comparison.new.by_id
        and (name, "requirement") not in asked
        and (
            answer != "not_applicable"
            or not asked & {(name, "permission_taken"), (name, "permission_reworded")}
        )
    }
    anew = audit(
        {name: standing.get(name) for name in NAMES},
        referential={"id": "essai", "version": "2"},
        audited_on={"from": "2027-01-01"},
    )
    assert one.new is evaluate(anew, comparison.new).verdict
    assert one.old is evaluate(audit(answers), OLD).verdict
    pair = {Verdict.PASS: True, Verdict.FAIL: False}
    if one.old in pair and one.new in pair:
        expected = {(1, 1): "keeps", (1, 0): "would_lose", (0, 1): "would_gain"}
        assert one.outcome == expected.get((pair[one.old], pair[one.new]), "stays_without")
    else:
        assert one.outcome == "open"


@given(st.lists(ANSWERS, min_size=1, max_size=5), EDIT_NAMES)
def test_every_organisation_has_one_outcome(every: list[Any], names: list[str]) -> None:
    audits = [audit(answers, f"o{number}") for number, answers in enumerate(every)]
    found = simulate(compare_referentials(OLD, referential(names)), audits)
    assert sum(found.totals.values()) == len(found.organisations) == len(every)
    assert simulate(compare_referentials(OLD, referential(names)), audits[::-1]) == found


@given(ANSWERS, st.sampled_from(sorted(EDITS)))
def test_a_change_alone_does_by_itself_what_it_does(answers: Any, name: str) -> None:
    comparison = compare_referentials(OLD, changed(EDITS[name][0]))
    found = simulate(comparison, [audit(answers)])
    if len(found.single) == 1:
        single = found.single[0]
        assert single.would_lose == found.totals["would_lose"]
        assert single.would_gain == found.totals["would_gain"]
        was_open = found.organisations[0].old is Verdict.UNDECIDED
        assert single.open == found.totals["open"] - was_open


@given(ANSWERS)
def test_where_nothing_changes_nobody_loses_or_gains(answers: Any) -> None:
    found = simulate(compare_referentials(OLD, referential([])), [audit(answers)])
    assert found.totals["would_lose"] == found.totals["would_gain"] == 0


# ── Which audits ─────────────────────────────────────────────────────────────────────────────────


def test_the_latest_audit_of_each_organisation_counts() -> None:
    early = audit({"s-m-1": "not_met"}, audited_on={"from": "2023-01-01"})
    late, other = audit(), audit(name="b")
    self_assessment = audit(kind="self_assessment", audited_on={"from": "2026-12-01"})
    found = simulated(RAISED, audits=[other, late, self_assessment, early])
    assert [(one.id, one.outcome) for one in found.organisations] == [
        ("a", "keeps"),
        ("b", "keeps"),
    ]
    assert found.organisations[0].audit_on == late.audited_on.from_


def test_an_audit_of_another_version_is_apart_and_an_older_one_does_not_stand_for_it() -> None:
    later = audit(audited_on={"from": "2027-10-12"}, referential={"id": "essai", "version": "2"})
    label = audit(name="c", referential={"id": "label", "version": "1"})
    found = simulated(RAISED, audits=[audit(), later, label])
    assert (found.organisations, found.left_out) == ((), (later, label))


def test_of_two_files_of_one_audit_the_decided_one_counts() -> None:
    decision = {"outcome": "refused", "decided_on": "2026-11-20", "reason": "Non."}
    draft, decided = audit(), audit({"s-m-1": "not_met"}, decision=decision)
    found = simulated(RAISED, audits=[draft, decided])
    assert [one.outcome for one in found.organisations] == ["stays_without"]
    other = audit({"s-m-2": "not_met"})
    assert simulated(RAISED, audits=[draft, other]).ambiguous == (draft, other)
    assert simulated(RAISED, audits=[draft, audit()]).totals["keeps"] == 1


def test_decisions_and_days_are_left_aside() -> None:
    granted = {"outcome": "granted", "decided_on": "2017-01-01"}
    wrong = audit({"s-m-1": "not_met"}, audited_on={"from": "2017-01-01"}, decision=granted)
    assert check_simulated(wrong, OLD) == ()
    unknown = audit().model_copy(update={"findings": {"nowhere": FINDINGS["met"]}})
    assert [one.code for one in check_simulated(unknown, OLD)] == ["A013"]
    assert [one.code for one in check_simulated(wrong, referential([]))] == ["A054"]


def test_each_single_change_keeps_the_rest_of_the_old_referential() -> None:
    """Two changes of one criterion do not leak into each other."""

    def moved_and_reworded(data: dict[str, Any]) -> None:
        EDITS["moved where sections count"][0](data)
        data["sections"][1]["criteria"][-1]["requirement"] = "Autre chose."

    answers = {"s-e-2": "not_applicable", "t-e-1": "not_met"}
    found = simulated(moved_and_reworded, audits=[audit(answers)])
    assert [(one.change.path[-1], one.open) for one in found.single] == [
        *(("from", 0), ("requirement", 1), ("id", 0)),
    ]


def test_a_criterion_of_a_new_section_is_a_change_by_itself() -> None:
    def in_a_new_section(data: dict[str, Any]) -> None:
        added = {**criterion(data, 0, 0), "id": "u-m-1"}
        data["sections"].append({"id": "u", "title": "Autre domaine", "criteria": [added]})

    found = simulated(in_a_new_section, audits=[audit()]).single
    (_, one) = found  # after the first day of the new version
    assert (one.change.path, one.open) == (("sections", 2, "criteria", 0), 1)


def test_a_level_whose_identifier_has_a_dot() -> None:
    def dotted(data: dict[str, Any]) -> None:
        data["levels"][0]["id"] = "m.1"
        for section in data["sections"]:
            for one in section["criteria"]:
                one["level"] = one["level"].replace("m", "m.1")

    old = changed(dotted)
    new = changed(dotted, lambda data: data["levels"][0].update(required="10%"))
    (single,) = simulate(compare_referentials(old, new), [audit({"s-m-1": "not_met"})]).single
    assert (single.would_gain, single.change.path) == (1, ("levels", 0, "required"))


@pytest.mark.slow
def test_two_hundred_audits_and_thirty_changes_take_at_most_five_seconds() -> None:
    from support.shipped import REFERENTIAL, ROOT

    from cpe_label import load_referential

    old = load_referential(REFERENTIAL)
    data = old.as_written()
    for number, one in enumerate(one for s in data["sections"] for one in s["criteria"]):
        if number < 30:
            one["requirement"] += " encore"
    one_audit = load_audit(ROOT / "examples" / "granted.yaml")
    audits = [
        one_audit.model_copy(update={"organisation": {"id": f"o{n}", "name": "O"}})
        for n in range(200)
    ]
    comparison = compare_referentials(old, Referential.build(data))
    assert len(comparison.of_substance) == 30
    start = process_time()
    assert len(simulate(comparison, audits).organisations) == 200
    assert process_time() - start <= 5


def without_level(data: dict[str, Any]) -> None:
    """No level « m » any more, and none of its criteria."""
    data["levels"] = [one for one in data["levels"] if one["id"] != "m"]
    for section in data["sections"]:
        section["criteria"] = [one for one in section["criteria"] if one["level"] != "m"]


def test_a_level_that_goes_takes_its_criteria_with_it() -> None:
    found = simulated(without_level, audits=[audit({"s-m-1": "not_met"})])
    assert {one.change.path: one.would_gain for one in found.single}["levels",] == 1
    assert found.totals["would_gain"] == 1


def test_a_new_level_asks_nothing_by_itself() -> None:
    old = changed(without_level)
    found = simulate(compare_referentials(old, OLD), [audit({"s-m-1": "not_met"})])
    by_change = {str(one.change.path): one for one in found.single}
    assert by_change["('levels', 0)"].would_lose == by_change["('levels', 0)"].open == 0


def test_a_change_that_would_leave_nothing_does_nothing_by_itself() -> None:
    """Of a referential of one criterion, the retired one is not taken away alone."""

    def only(name: str, level: str) -> Edit:
        def edit(data: dict[str, Any]) -> None:
            one = {**criterion(data), "id": name, "level": level}
            data["sections"] = [{**data["sections"][0], "criteria": [one]}]
            data["levels"] = [one for one in data["levels"] if one["id"] == level]

        return edit

    old, new = changed(only("x", "m")), changed(only("y", "r"))
    one = Audit.build({**audit().as_written(), "findings": {"x": FINDINGS["not_met"]}})
    found = simulate(compare_referentials(old, new), [one])
    assert sum(single.would_gain for single in found.single) == 0
    assert found.totals["open"] == 1
