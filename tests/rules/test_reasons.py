"""The explanation is the computation: what is said to decide decides, in every rendering alike."""

import json
import re
from typing import Any

import pytest
import test_cases
from hypothesis import given
from test_laws import Sections, files, judged
from test_reports import plain_text, squeezed

from cpe_label import Audit, Evaluation, Verdict, evaluate, render
from cpe_label.reports.formats.terminal import summary
from cpe_label.reports.view.evaluation import view

EVALUABLE = [
    pytest.param(case.values[0], id=case.id)
    for case in test_cases.cases()
    if "problems" not in case.values[0]["expect"]
]


def with_status(evaluation: Evaluation, criterion: str, status: str) -> Evaluation:
    """The same audit with another status for one criterion, evaluated anew."""
    audit = evaluation.audit
    findings = {**audit.findings, criterion: {"status": status}}
    changed = Audit.model_validate({**dict(audit), "findings": findings, "decision": None})
    return evaluate(changed, evaluation.referential)


# ── What decides ─────────────────────────────────────────────────────────────────────────────────


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


@given(files())
def test_the_criteria_of_a_reason_are_those_of_its_count(file: tuple[Any, Sections]) -> None:
    """RC-8: a pass rests on the met, a failure on the not met, an open level on the unassessed."""
    evaluation = judged(*file)
    findings = evaluation.audit.findings
    statuses = {Verdict.PASS: {"met"}, Verdict.FAIL: {"not_met"}, Verdict.UNDECIDED: {None}}
    for result in evaluation.levels:
        told = [one for one in evaluation.reasons if one.level is result.level]
        by_section = {
            one.section and one.section.id: one.criteria for one in told if one.clause != "RC-7"
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


def test_what_an_unfinished_audit_still_needs() -> None:
    """All of these two, and any four of these eleven."""
    levels = [{"id": "m", "required": "100%"}, {"id": "r", "required": "50%"}]
    sections = [
        {"m": {"met": 3, "unassessed": 2}, "r": {"met": 3, "not_met": 4, "unassessed": 7}},
    ]
    text = squeezed(summary(view(judged(levels, sections), "en")))
    assert "m – all of these 2: ? m-0-4 Critère m-0-4 ? m-0-5 Critère m-0-5" in text
    assert "r – any 4 of these 11: ✗ r-0-4" in text
    assert "m 3 / 5 60% (≥ 100%) ? still open, 2 more criteria needed" in text


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"met": 10, "not_met": 4}, "reached, 3 criteria above the minimum"),
        ({"met": 8, "not_met": 6}, "reached, 1 criterion above the minimum"),
        ({"met": 7, "not_met": 7}, "reached, no margin"),
        ({"met": 6, "not_met": 8}, "not reached, 1 more criterion needed"),
        ({"not_applicable": 2}, "reached\n"),
    ],
)
def test_the_margin_is_told(counts: dict[str, int], told: str) -> None:
    evaluation = judged([{"id": "r", "required": "50%"}], [{"r": counts}])
    assert told in summary(view(evaluation, "en"))


def test_the_margin_of_a_level_counted_by_section_is_that_of_its_weakest_section() -> None:
    levels = [{"id": "r", "required": "50%", "scope": "each_section"}]
    sections = [{"r": {"met": 4}}, {"r": {"met": 3, "not_met": 1}}, {"r": {"not_applicable": 1}}]
    (result,) = judged(levels, sections).levels
    assert [part.margin for part in result.parts] == [2, 1, 0]
    assert result.margin == 1


# ── The same figures everywhere ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("case", EVALUABLE)
def test_every_rendering_of_every_case_shows_the_same_figures(case: dict[str, Any]) -> None:
    evaluation = evaluate(*test_cases.build(case))
    record = json.loads(render(evaluation, "json"))
    shown = {form: plain_text(render(evaluation, form), form) for form in FORMS}
    shown["terminal"] = squeezed(summary(view(evaluation, "fr")))
    for form, text in shown.items():
        for level in record["levels"]:
            figures = f"{level['met']} / {level['applicable']}"
            assert figures in figures_of(text, level["title"], form), form
            if level["share"]:
                assert level["share"].replace(".", ",").replace("%", " %") in text
            if level["still_needed"]:
                assert re.search(rf"il manque {level['still_needed']} critère", text), form
            elif level["margin"]:
                assert re.search(rf"{level['margin']} critères? au-dessus du minimum", text), form
        for reason in record["reasons"]:
            assert squeezed(reason["text"]) in text, form
        if record["fragile"]:
            assert re.search(rf"{len(record['fragile'])} critères? satisfaits? ", text), form


FORMS = ("html", "markdown", "text")


def figures_of(text: str, level: str, form: str) -> str:
    """What follows the name of a level where the results are told."""
    found = re.findall(rf"(?:^|\W){re.escape(level)}\W{{0,4}}?[ |:]+([0-9]+ / [0-9]+)", text)
    assert found, (level, form)
    return " ".join(found)
