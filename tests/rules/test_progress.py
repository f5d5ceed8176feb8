"""Progress from one audit to a later one (RC-20)."""

from typing import Any

import pytest
from hypothesis import given
from support import making
from support.cases import NOTHING
from support.progress import SIDES, pair, progress

from cpe_label import to_json
from cpe_label.rules.progress import KINDS, Progress

CASES = making.read("rc-20.yaml")["cases"]


def lists(found: Progress) -> dict[str, list[str]]:
    return {kind: [step.id for step in found.of(kind)] for kind in KINDS if found.of(kind)}


def progress_in(case: dict[str, Any]) -> Progress:
    then, now = (
        {
            name: (text, None if answer == NOTHING else answer)
            for name, (text, answer) in side.items()
        }
        for side in (case["then"], case["now"])
    )
    return progress(then, now)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, Any]) -> None:
    assert lists(progress_in(case)) == case["expect"]


class TestRC20:
    """From one audit to a later one of the same organisation, each criterion stands in one list, by
    its identifier; where its requirement changed, nothing is concluded.
    """

    @given(SIDES, SIDES)
    def test_every_criterion_of_either_stands_in_exactly_one_list(
        self, then: Any, now: Any
    ) -> None:
        found = progress(then, now)
        names = [name for kind in KINDS for name in (step.id for step in found.of(kind))]
        assert sorted(names) == sorted({*then, *now})

    @given(SIDES)
    def test_against_itself_nothing_moved(self, side: Any) -> None:
        found = lists(progress(side, side))
        assert set(found) <= {"still_met", "still_not_met", "still_not_applicable", "unknown"}
        unassessed = [name for name, (_, answer) in side.items() if answer is None]
        assert found.get("unknown", []) == unassessed

    @given(SIDES, SIDES)
    def test_the_other_way_round_each_list_has_its_mirror(self, then: Any, now: Any) -> None:
        there, back = lists(progress(then, now)), lists(progress(now, then))
        for kind in KINDS:
            mirrored = back.get(MIRROR.get(kind, kind), [])
            assert sorted(there.get(kind, [])) == sorted(mirrored)

    @given(SIDES, SIDES)
    def test_nothing_is_concluded_of_another_requirement(self, then: Any, now: Any) -> None:
        changed = [name for name in now if name in then and then[name][0] != now[name][0]]
        assert sorted(lists(progress(then, now)).get("reworded", [])) == sorted(changed)

    @given(SIDES, SIDES)
    def test_gained_is_not_met_then_and_met_now(self, then: Any, now: Any) -> None:
        for step in progress(then, now).steps:
            answers = (step.old and step.old.status, step.new and step.new.status)
            stands = step.kind not in ("new", "retired", "reworded")
            assert (step.kind == "gained") is (stands and answers == ("not_met", "met"))
            assert (step.kind == "lost") is (stands and answers == ("met", "not_met"))


PAIRS = (("gained", "lost"), ("new", "retired"), ("now_applicable", "no_longer_applicable"))
MIRROR = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])}


def test_a_step_keeps_both_findings() -> None:
    (step,) = progress({"a": ("x", "not_met")}, {"a": ("x", "met")}).steps
    assert step.old is not None
    assert step.new is not None
    assert (step.old.status, step.new.status) == ("not_met", "met")
    assert '"kind": "gained"' in to_json(step)


@pytest.mark.parametrize(
    ("new", "old", "code"),
    [
        ({}, {}, None),
        ({"organisation": {"id": "b", "name": "A"}}, {}, "A051"),
        ({"organisation": {"name": "COOPERATIVE A"}}, {}, None),
        ({"organisation": {"name": "Coopérative B"}}, {}, "A051"),
        ({"referential": {"id": "other", "version": "1"}}, {}, "A052"),
        ({"referential": {"id": "essai", "version": "2"}}, {}, None),
        ({"audited_on": {"from": "2025-12-31"}}, {}, "A053"),
        ({"audited_on": {"from": "2026-01-01"}}, {}, None),
    ],
)
def test_which_two_audits_can_be_compared(new: Any, old: Any, code: str | None) -> None:
    assert [one.code for one in pair(old, new)] == ([code] if code else [])


def test_it_is_shown_on_one_line() -> None:
    case = next(one for one in CASES if "gained" in one["expect"])
    found = progress_in(case)
    gained, lost = len(found.of("gained")), len(found.of("lost"))
    who = found.new.organisation.name
    assert repr(found) == f"<Progress of {who!r}: {gained} gained, {lost} lost>"
