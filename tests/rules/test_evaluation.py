"""What decides a level, and what could change it."""

from typing import Any

import pytest
from hypothesis import given
from support.laws import Sections, files, judged
from support.small import ALL, EACH, HALF, MET, evaluated

from cpe_label import Audit, Evaluation, Verdict
from cpe_label.model.share import Share
from cpe_label.rules.engine import evaluate
from cpe_label.rules.evaluation import Inequality


def test_a_console_shows_what_came_of_it_in_a_line() -> None:
    shown = repr(evaluated(ALL, MET))
    assert shown == (
        "<Evaluation of 'Coopérative Exemple' by essai@1: verdict='pass', complete=True, "
        "standing='labellable'>"
    )


@pytest.mark.parametrize(
    ("required", "written"), [("0%", "1 ≥ 0 × 3"), ("1/3", "3 × 1 ≥ 3"), ("100%", "1 < 3")]
)
def test_a_comparison_leaves_out_a_factor_of_one_alone(required: str, written: str) -> None:
    assert str(Inequality(1, 3, Share(required))) == written


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


def test_the_margin_of_a_level_counted_by_section_is_that_of_its_weakest_section() -> None:
    levels = [{"id": "r", "required": "50%", "scope": "each_section"}]
    sections = [{"r": {"met": 4}}, {"r": {"met": 3, "not_met": 1}}, {"r": {"not_applicable": 1}}]
    (result,) = judged(levels, sections).levels
    assert [part.margin for part in result.parts] == [2, 1, 0]
    assert result.margin == 1


# ── For any audit ────────────────────────────────────────────────────────────────────────────────


def with_status(evaluation: Evaluation, criterion: str, status: str) -> Evaluation:
    """The same audit with another status for one criterion, evaluated again."""
    audit = evaluation.audit
    findings = {**audit.findings, criterion: {"status": status}}
    changed = Audit.model_validate({**dict(audit), "findings": findings, "decision": None})
    return evaluate(changed, evaluation.referential)


@given(files())
def test_the_fragile_criteria_are_those_whose_loss_alone_ends_a_pass(
    file: tuple[Any, Sections],
) -> None:
    evaluation = judged(*file)
    met = [name for result in evaluation.levels for name in result.tally.met]
    lost = [
        name for name in met if with_status(evaluation, name, "not_met").verdict is not Verdict.PASS
    ]
    assert list(evaluation.fragile) == (lost if evaluation.verdict is Verdict.PASS else [])


@given(files())
def test_the_fragile_criteria_of_a_level_are_those_whose_loss_alone_loses_it(
    file: tuple[Any, Sections],
) -> None:
    evaluation = judged(*file)
    for at, result in enumerate(evaluation.levels):
        lost = [
            name
            for name in result.tally.met
            if with_status(evaluation, name, "not_met").levels[at].verdict is not Verdict.PASS
        ]
        assert sorted(result.fragile) == (sorted(lost) if result.verdict is Verdict.PASS else []), (
            result.level.id
        )


@given(files())
def test_the_margin_can_be_lost_and_not_one_more(file: tuple[Any, Sections]) -> None:
    for result in judged(*file).levels:
        for part in result.parts:
            needed, of = part.certain.required.numerator, part.certain.required.denominator
            met, applicable = len(part.tally.met), part.tally.applicable
            if of * met < needed * applicable:
                assert part.margin == 0
                continue
            assert of * (met - part.margin) >= needed * applicable
            assert of * (met - part.margin - 1) < needed * applicable or part.margin == met


@given(files())
def test_still_needed_of_the_candidates_is_enough_and_one_less_is_not(
    file: tuple[Any, Sections],
) -> None:
    evaluation = judged(*file)
    for at, result in enumerate(evaluation.levels):
        chosen = [name for part in result.parts for name in part.candidates[: part.still_needed]]
        assert len(chosen) == result.still_needed
        after = evaluation
        for name in chosen:
            assert after.levels[at].verdict is not Verdict.PASS
            after = with_status(after, name, "met")
        assert after.levels[at].verdict is Verdict.PASS
