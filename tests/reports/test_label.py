"""The label in a report: its state on a day, its term, and what happened to it since."""

from datetime import date
from typing import Any

import pytest
from support.reports import GRANTED, TEXTS, evaluation_of, plain_text
from support.shipped import ROOT

from cpe_label import render
from cpe_label.reports.render import NoCertificateError
from cpe_label.reports.view.evaluation import view


@pytest.mark.parametrize("form", TEXTS)
def test_events_and_the_state_of_the_day_are_shown(form: str) -> None:
    events = [{"event": "suspended", "on": "2027-02-01", "reason": "Cotisation."}]
    evaluation = evaluation_of(GRANTED, events=events)
    report = plain_text(render(evaluation, form, on=date(2027, 3, 1)), form)
    assert "✗ Label suspendu" in report
    assert "Label suspendu le 1er février 2027 : Cotisation." in report
    assert "État au 1er mars 2027" in report
    assert "Valable" not in report
    before = plain_text(render(evaluation, form, on=date(2027, 1, 31)), form)
    assert "✓ Label accordé" in before
    after = plain_text(render(evaluation, form, on=date(2030, 1, 1)), form)
    assert "✗ Label échu" in after
    undated = plain_text(render(evaluation, form), form)
    assert "✗ Label suspendu" in undated
    assert "Label suspendu le 1er février 2027 : Cotisation." in undated


WITHDRAWN = ("withdrawn", "2026-12-15")

SUSPENDED = ("suspended", "2026-12-15")

REINSTATED = ("reinstated", "2026-12-20")


@pytest.mark.parametrize(
    ("events", "on", "standing", "term"),
    [
        ([WITHDRAWN], date(2026, 12, 14), "Label granted, not begun yet", "Valid from"),
        ([WITHDRAWN], date(2026, 12, 15), "Label withdrawn", "Granted for"),
        ([WITHDRAWN], date(2027, 4, 1), "Label withdrawn", "Granted for"),
        ([WITHDRAWN], None, "Label withdrawn", "Granted for"),
        ([SUSPENDED], date(2027, 1, 10), "Label suspended", "Granted for"),
        ([SUSPENDED], None, "Label suspended", "Granted for"),
        ([SUSPENDED, REINSTATED], date(2027, 1, 10), "Label granted, not begun yet", "Valid from"),
        ([SUSPENDED, REINSTATED], None, "Label granted", "Valid from"),
        ([], None, "Label granted", "Valid from"),
    ],
)
def test_a_label_lost_before_it_began_is_not_shown_as_granted(
    events: list[tuple[str, str]], on: date | None, standing: str, term: str
) -> None:
    evaluation = evaluation_of(
        GRANTED,
        previous={"last_day": "2027-03-31"},
        events=[{"event": event, "on": day} for event, day in events],
    )
    assert evaluation.period is not None
    assert evaluation.period.first_day == date(2027, 4, 1)
    seen = view(evaluation, "en", on)
    assert seen.standing.text == standing
    assert seen.term.startswith(term)


@pytest.mark.parametrize(
    ("name", "changes", "words"),
    [
        ("granted", {"decision": None}, "draft, until the committee decides"),
        ("granted", {}, "final"),
        ("refused-mandatory", {}, "final"),
        (
            "granted",
            {"decision": {"outcome": "adjourned", "decided_on": "2026-11-20"}},
            "draft, until the committee decides",
        ),
        ("self-assessment", {}, "self-assessment in progress"),
    ],
)
def test_a_document_is_final_once_the_label_is_granted_or_refused(
    name: str, changes: dict[str, object], words: str
) -> None:
    evaluation = evaluation_of(ROOT / "examples" / f"{name}.yaml", **changes)
    assert view(evaluation, "en").status == words


def test_a_certificate_of_an_early_renewal_comes_with_its_decision() -> None:
    """It tells from when the label holds; before the decision there is none."""
    evaluation = evaluation_of(GRANTED, previous={"last_day": "2027-03-31"})
    made = render(evaluation, "text", "en", date(2026, 11, 20), kind="certificate")
    assert "The label holds from 1\u00a0April\u00a02027." in made
    with pytest.raises(NoCertificateError, match="the label is granted on 20\u00a0November"):
        render(evaluation, "text", "en", date(2026, 11, 19), kind="certificate")
    begun = render(evaluation, "text", "en", date(2027, 4, 1), kind="certificate")
    assert "holds from" not in begun


@pytest.mark.parametrize("event", ["suspended", "withdrawn"])
def test_no_certificate_of_a_label_that_was_lost_before_it_began(event: str) -> None:
    evaluation = evaluation_of(
        GRANTED,
        previous={"last_day": "2027-03-31"},
        events=[{"event": event, "on": "2026-12-15"}],
    )
    with pytest.raises(NoCertificateError):
        render(evaluation, "text", "en", date(2026, 12, 15), kind="certificate")
    assert render(evaluation, "text", "en", date(2026, 12, 14), kind="certificate")


ADJOURNED = {"outcome": "adjourned", "decided_on": "2026-11-20"}
REFUSED = {"outcome": "refused", "decided_on": "2026-11-20", "reason": "Dossier retiré."}
BEFORE = {"last_day": "2027-03-31"}
LOST = {"last_day": "2027-03-31", "state": "suspended"}


@pytest.mark.parametrize(
    ("changes", "on", "told"),
    [
        ({"previous": BEFORE, "decision": None}, date(2026, 6, 1), True),
        ({"previous": BEFORE, "decision": None}, date(2027, 3, 31), True),
        ({"previous": BEFORE, "decision": None}, date(2027, 4, 1), False),
        ({"previous": BEFORE, "decision": None}, None, True),
        ({"previous": BEFORE, "decision": ADJOURNED}, None, True),
        ({"previous": BEFORE, "decision": REFUSED}, None, False),
        ({"previous": LOST, "decision": None}, None, False),
        ({"previous": BEFORE, "decision": None, "kind": "self_assessment"}, None, False),
        ({"decision": None}, None, False),
    ],
)
def test_a_renewal_that_is_not_decided_says_when_it_must_be(
    changes: dict[str, Any], on: date | None, told: bool
) -> None:
    """RC-13: only for as long as the new label can follow on from the one before."""
    evaluation = evaluation_of(GRANTED, **changes)
    said = (
        "le comité doit décider entre le 1er octobre 2026 et le 31 mars 2027",
        "the committee must decide between 1 October 2026 and 31 March 2027",
    )
    for kind in ("audit", "summary", "plan"):
        for form in TEXTS:
            french = plain_text(render(evaluation, form, "fr", on, kind=kind), form)
            english = plain_text(render(evaluation, form, "en", on, kind=kind), form)
            assert (said[0] in french, said[1] in english) == (told, told)


def test_a_label_that_holds_says_when_the_next_must_be_decided() -> None:
    said = view(evaluation_of(GRANTED), "fr", date(2028, 1, 1)).renewal
    assert said.endswith(
        "le comité doit décider entre le 20\u00a0mai et le 19\u00a0novembre\u00a02029."
    )


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("kind", ["audit", "summary", "plan"])
def test_the_reason_of_the_committee_stands_at_the_opening(kind: str, form: str) -> None:
    evaluation = evaluation_of(GRANTED, decision=REFUSED)
    report = plain_text(render(evaluation, form, "fr", kind=kind), form)
    after = "Où en est le label" if kind == "plan" else "Résultats par niveau"
    assert 0 < report.find("Dossier retiré.") < report.find(after)


def test_a_long_reason_is_begun_at_the_opening_and_whole_under_the_decision() -> None:
    reason = f"{'Une raison longue. ' * 40}Fin."
    evaluation = evaluation_of(GRANTED, decision={**REFUSED, "reason": reason})
    report = plain_text(render(evaluation, "text", "fr"), "text")
    assert report.count("Fin.") == 1
    assert report.count("Une raison longue.") > 50
    assert "Motif du comité" not in render(evaluation_of(GRANTED, decision=None), "text", "fr")
