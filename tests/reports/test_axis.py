"""Lines of time: the spans of each term, its words, and where they stand on the axis."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from support.network import network, term

from cpe_label.model.audit import Event, EventKind
from cpe_label.reports.document import TimeLine, Timeline
from cpe_label.reports.formats.axis import Drawn, Tick, axis_of
from cpe_label.reports.kinds.network_standing import timeline
from cpe_label.reports.view.network import network_view
from cpe_label.reports.view.network_types import SpanView
from cpe_label.reports.view.terms import term_view


def day(text: str) -> date:
    return date.fromisoformat(text)


def event(kind: EventKind, on: str) -> Event:
    return Event(event=kind, on=day(on))


WITHDRAWN = {"ended_on": day("2025-01-09"), "ended_by": "withdrawal"}
CASES: dict[str, tuple[dict[str, Any], list[str], str]] = {
    "as granted": ({}, ["held 2024-06-01 2027-05-31"], "1 June 2024 to 31 May 2027"),
    "renewed before its end": (
        {"ended_on": day("2026-12-31"), "ended_by": "renewal"},
        ["held 2024-06-01 2026-12-31"],
        "1 June 2024 to 31 May 2027, renewed from 1 January 2027",
    ),
    "withdrawn": (
        {**WITHDRAWN, "events": (event("withdrawn", "2025-01-10"),)},
        ["held 2024-06-01 2025-01-09", "ended 2025-01-10 2027-05-31"],
        "1 June 2024 to 31 May 2027, withdrawn on 10 January 2025",
    ),
    "withdrawn before it began": (
        {"ended_by": "withdrawal"},
        ["ended 2024-06-01 2027-05-31"],
        "1 June 2024 to 31 May 2027, withdrawn before it began",
    ),
    "suspended": (
        {"events": (event("suspended", "2026-01-01"),)},
        ["held 2024-06-01 2025-12-31", "suspended 2026-01-01 2027-05-31"],
        "1 June 2024 to 31 May 2027, suspended on 1 January 2026",
    ),
    "suspended before it began": (
        {"events": (event("suspended", "2024-05-01"), event("reinstated", "2024-07-01"))},
        ["suspended 2024-06-01 2024-06-30", "held 2024-07-01 2027-05-31"],
        "1 June 2024 to 31 May 2027, suspended from 1 May 2024 to 30 June 2024",
    ),
    "suspended and reinstated before it began": (
        {"events": (event("suspended", "2024-04-01"), event("reinstated", "2024-05-01"))},
        ["held 2024-06-01 2027-05-31"],
        "1 June 2024 to 31 May 2027, suspended from 1 April 2024 to 30 April 2024",
    ),
    "suspended twice": (
        {
            "events": (
                event("suspended", "2025-01-01"),
                event("reinstated", "2025-02-01"),
                event("suspended", "2025-03-01"),
            )
        },
        [
            "held 2024-06-01 2024-12-31",
            "suspended 2025-01-01 2025-01-31",
            "held 2025-02-01 2025-02-28",
            "suspended 2025-03-01 2027-05-31",
        ],
        (
            "1 June 2024 to 31 May 2027, suspended from 1 January 2025 to 31 January 2025, "
            "suspended on 1 March 2025"
        ),
    ),
    "suspended, then withdrawn": (
        {
            **WITHDRAWN,
            "events": (event("suspended", "2024-12-01"), event("withdrawn", "2025-01-10")),
        },
        [
            "held 2024-06-01 2024-11-30",
            "suspended 2024-12-01 2025-01-09",
            "ended 2025-01-10 2027-05-31",
        ],
        (
            "1 June 2024 to 31 May 2027, suspended from 1 December 2024 to 9 January 2025, "
            "withdrawn on 10 January 2025"
        ),
    ),
    "of unknown beginning": (
        {"first_day": None},
        ["unknown 2026-06-01 2027-05-31"],
        "to 31 May 2027, beginning not known",
    ),
    "of unknown beginning, withdrawn": (
        {"first_day": None, "ended_by": "withdrawal"},
        ["ended 2026-06-01 2027-05-31"],
        "to 31 May 2027, beginning not known, withdrawn",
    ),
    "of unknown beginning, at the start of the calendar": (
        {"first_day": None, "last_day": day("0001-02-01")},
        ["unknown 0001-01-01 0001-02-01"],
        "to 1 February 1, beginning not known",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_term_as_spans_and_in_words(name: str) -> None:
    changes, spans, text = CASES[name]
    found = term_view(term(2024, **changes), "en")
    assert [f"{one.style} {one.first} {one.last}" for one in found.spans] == spans
    assert found.text.replace("\u00a0", " ") == text


@pytest.mark.parametrize("name", CASES)
def test_the_days_of_a_term_are_each_in_one_span(name: str) -> None:
    spans = term_view(term(2024, **CASES[name][0]), "fr").spans
    for one, following in pairwise(spans):
        assert following.first.toordinal() == one.last.toordinal() + 1
    assert all(one.first <= one.last for one in spans)


def line(*spans: SpanView) -> Timeline:
    return Timeline((TimeLine("a", (), spans),), day("2026-07-02"), (), "")


def test_the_axis_has_whole_years_and_each_span_its_place() -> None:
    found = axis_of(line(SpanView("held", day("2025-01-01"), day("2025-12-31"))))
    assert found.ticks == (Tick("0.00", 2025), Tick("50.00", 2026))
    assert found.day == "74.93"
    ((_, drawn),) = found.lines
    assert drawn == (Drawn("held", "0.00", "50.00"),)


def test_a_line_without_a_label_has_the_year_of_the_day() -> None:
    found = axis_of(line())
    assert found.ticks == (Tick("0.00", 2026),)
    assert found.lines[0][1] == ()


@pytest.mark.parametrize(("last", "years"), [(2032, 8), (2033, 5), (9999, 8)])
def test_never_more_years_than_a_telephone_can_name(last: int, years: int) -> None:
    found = axis_of(line(SpanView("held", day("2025-01-01"), date(last, 12, 31))))
    assert len(found.ticks) == years
    assert found.lines[0][1][0].width == "100.00"


def test_the_legend_has_the_styles_that_are_drawn_and_no_other() -> None:
    whole = timeline(network_view(network(), "fr"))
    assert [style for style, _ in whole.legend] == ["held", "suspended", "ended", "unknown"]
