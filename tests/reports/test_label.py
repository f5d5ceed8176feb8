"""The label in a report: its state on a day, its term, and what happened to it since."""

from datetime import date

import pytest
from support.reports import GRANTED, TEXTS, evaluation_of, plain_text

from cpe_label import render
from cpe_label.reports.view.evaluation import view


@pytest.mark.parametrize("form", TEXTS)
def test_events_and_the_state_of_the_day_are_shown(form: str) -> None:
    events = [{"event": "suspended", "on": "2027-02-01", "reason": "Cotisation."}]
    evaluation = evaluation_of(GRANTED, events=events)
    report = plain_text(render(evaluation, form, on=date(2027, 3, 1)), form)
    assert "✗ Label suspendu" in report
    assert "Label suspendu le 1er février 2027. Cotisation." in report
    assert "État au 1er mars 2027" in report
    assert "Valable" not in report
    before = plain_text(render(evaluation, form, on=date(2027, 1, 31)), form)
    assert "✓ Label accordé" in before
    after = plain_text(render(evaluation, form, on=date(2030, 1, 1)), form)
    assert "✗ Label échu" in after
    undated = plain_text(render(evaluation, form), form)
    assert "✗ Label suspendu" in undated
    assert "Label suspendu le 1er février 2027. Cotisation." in undated


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
