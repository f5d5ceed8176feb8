"""The plan: what an organisation has to do, which is not what it had to do at the audit."""

from datetime import date
from typing import Any

import pytest
from support import making
from support.reports import EVALUATIONS, GRANTED, TEXTS, evaluation_of, plain_text

from cpe_label import Evaluation, evaluate, render
from cpe_label.reports.render import document
from cpe_label.text.typography import LANGUAGES, Language

ON = date(2027, 3, 1)
LEVELS = [{"id": "m", "required": "100%"}, {"id": "r", "required": "50%"}]
HALF = [{"m": {"met": 1}, "r": {"met": 1, "unassessed": 1}}]
HEADING = {"fr": "Ce qu’il faut encore pour le label", "en": "What the label still requires"}


def event(what: str, day: str) -> dict[str, str]:
    return {"event": what, "on": day, "reason": "Cotisation."}


def of_a_label(*events: dict[str, str], **changes: Any) -> Evaluation:
    return evaluation_of(GRANTED, events=list(events), **changes)


def of_a_half(kind: str) -> Evaluation:
    return evaluate(making.audit(HALF, kind=kind), making.referential(LEVELS, HALF))


SUSPENDED = of_a_label(event("suspended", "2027-02-01"))
REFUSED = {"outcome": "refused", "decided_on": "2026-11-20", "reason": "Dossier retiré."}
ADJOURNED = {"outcome": "adjourned", "decided_on": "2026-11-20"}
SELF = making.audit([{"m": {"met": 1}, "r": {"met": 1}}], kind="self_assessment")

CASES: dict[str, tuple[Evaluation, date | None, str, str]] = {
    "suspended": (SUSPENDED, ON, "de rétablir le label", "may reinstate the label"),
    "suspended, without a day": (SUSPENDED, None, "de rétablir le label", "may reinstate"),
    "withdrawn": (
        *(of_a_label(event("withdrawn", "2027-02-01")), ON),
        *("retiré définitivement : seul un nouvel audit", "only a new audit"),
    ),
    "expired": (of_a_label(), date(2030, 1, 1), "échu : seul un nouvel audit", "only a new audit"),
    "valid": (of_a_label(), ON, "Le label est accordé : aucun critère", "The label is granted"),
    "without a day": (of_a_label(), None, "Le label est accordé", "The label is granted"),
    "eligible": (of_a_label(decision=None), ON, "au comité de décider", "is to decide"),
    "refused": (of_a_label(decision=REFUSED), ON, "n’a pourtant pas accordé", "all the same"),
    "adjourned": (of_a_label(decision=ADJOURNED), ON, "a ajourné sa", "has adjourned"),
    "secured": (of_a_half("audit"), ON, "il reste à les évaluer", "remain to be assessed"),
    "secured by oneself": (of_a_half("self_assessment"), ON, "il reste à les évaluer", "remain to"),
    "by oneself": (
        evaluate(SELF, making.referential(LEVELS, [{"m": {"met": 1}, "r": {"met": 1}}])),
        *(ON, "Seul un audit peut", "Only an audit can"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_where_nothing_is_missing_it_says_what_follows_from_the_state(
    case: str, language: Language
) -> None:
    evaluation, on, french, english = CASES[case]
    for form in TEXTS:
        plan = plain_text(render(evaluation, form, language, on=on, kind="plan"), form)
        assert (french if language == "fr" else english) in plan
        assert HEADING[language] not in plan


def test_a_lost_label_is_never_said_to_be_reached() -> None:
    for case in ("suspended", "withdrawn", "expired"):
        evaluation, on, *_ = CASES[case]
        plan = plain_text(render(evaluation, "text", "fr", on=on, kind="plan"), "text")
        assert "tous les niveaux sont atteints" not in plan


def test_where_something_is_missing_it_stands_first() -> None:
    titles = [one.title for one in document(EVALUATIONS["half-done"], kind="plan").sections]
    assert "Où en est le label" not in titles
    assert titles[0] == "Ce qui est indispensable pour le label"
