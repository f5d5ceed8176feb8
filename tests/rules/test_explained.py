"""The explanation is the computation: every rendering shows the same figures."""

import json
import re
from typing import Any

import pytest
from support.cases import EVALUABLE, build
from support.laws import judged
from support.reports import plain_text, squeezed

from cpe_label import evaluate, render
from cpe_label.reports.formats.terminal import summary
from cpe_label.reports.view.evaluation import view


def test_what_an_unfinished_audit_still_needs() -> None:
    """All of these two, and any four of these eleven."""
    levels = [{"id": "m", "required": "100%"}, {"id": "r", "required": "50%"}]
    sections = [
        {"m": {"met": 3, "unassessed": 2}, "r": {"met": 3, "not_met": 4, "unassessed": 7}},
    ]
    text = squeezed(summary(view(judged(levels, sections), "en")))
    assert (
        "m: these 2 criteria are still to assess, and must all be met. "
        "? m-0-4 Critère m-0-4 ? m-0-5 Critère m-0-5"
    ) in text
    assert (
        "r: 4 of these 11 criteria must still be met, whichever they are; 7 are still to assess. "
        "✗ r-0-4"
    ) in text
    assert "m 3 / 5 60% (≥ 100%) ? still open, 2 criteria still to assess" in text
    assert "still open, 7 criteria still to assess, 4 more must be met" in text


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"met": 10, "not_met": 4}, "reached, 3 criteria above the minimum"),
        ({"met": 8, "not_met": 6}, "reached, 1 criterion above the minimum"),
        ({"met": 7, "not_met": 7}, "reached, exactly the minimum"),
        ({"met": 6, "not_met": 8}, "not reached, 1 more criterion needed"),
        ({"not_applicable": 2}, "reached\n"),
    ],
)
def test_the_summary_shows_the_margin(counts: dict[str, int], words: str) -> None:
    evaluation = judged([{"id": "r", "required": "50%"}], [{"r": counts}])
    assert words in summary(view(evaluation, "en"))


@pytest.mark.slow  # pages, of every case
@pytest.mark.parametrize("case", EVALUABLE)
def test_every_rendering_of_every_case_shows_the_same_figures(case: dict[str, Any]) -> None:
    evaluation = evaluate(*build(case))
    record = json.loads(render(evaluation, "json"))
    shown = {form: plain_text(render(evaluation, form), form) for form in FORMS}
    shown["terminal"] = squeezed(summary(view(evaluation, "fr")))
    for form, text in shown.items():
        for level in record["levels"]:
            figures = f"{level['met']} / {level['applicable']}"
            assert figures in figures_of(text, level["title"], form), form
            if level["share"]:
                assert level["share"].replace(".", ",").replace("%", " %") in text
            assert re.search(margin(level), text), form
        for reason in record["reasons"]:
            assert squeezed(reason["text"]) in text, form
        assert re.search(fragile(record), text), form


FORMS = ("html", "markdown", "text")


def margin(level: dict[str, Any]) -> str:
    """What is said of a level: what it lacks, what it still waits for, or what it has to spare."""
    short = [part for part in level["parts"] if part["still_needed"]]
    needed, unassessed = level["still_needed"], sum(part["unassessed"] for part in short)
    lacking = sum(max(0, part["still_needed"] - part["unassessed"]) for part in short)
    if not needed:
        return rf"{level['margin']} critères? de plus que le minimum" if level["margin"] else ""
    if not unassessed:
        return rf"il manque {needed} critères?\b"
    waiting = rf"{unassessed} (critères? )?reste(nt)? à évaluer"
    if lacking:
        return rf"il manque déjà {lacking} critères?, {waiting}"
    return waiting if needed == unassessed else rf"{waiting}, dont {needed} doi(t|vent) être satisf"


def fragile(record: dict[str, Any]) -> str:
    """What is said of a label that one criterion would lose, where there was a choice of them."""
    chosen = [one["criteria"]["met"] for one in record["levels"] if one["required"] != "100%"]
    count = sum(name in record["fragile"] for met in chosen for name in met)
    if not count:
        return ""
    return "le seul critère satisfait" if count == 1 else f"un seul des {count} critères satisfaits"


def figures_of(text: str, level: str, form: str) -> str:
    """What follows the name of a level where the results are shown."""
    found = re.findall(rf"(?:^|\W){re.escape(level)}\W{{0,4}}?[ |:]+([0-9]+ / [0-9]+)", text)
    assert found, (level, form)
    return " ".join(found)
