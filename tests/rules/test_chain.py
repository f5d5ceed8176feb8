"""What a decision writes in `previous`, by the other files of the organisation (RC-16)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from support.network_judge import File, judge
from support.networks import REFERENTIAL, VALIDITY, audit, histories

from cpe_label import PreviousLabel, evaluate
from cpe_label.rules.audit_file import AuditFile, audit_file
from cpe_label.rules.chain import Renewed, eve, expected_previous

FIRST = File(
    "a", "audit", date(2019, 5, 23), date(2019, 5, 23), "met", "granted", date(2019, 5, 23)
)
LAST_DAY = date(2020, 5, 22)


def files(*each: File) -> list[AuditFile]:
    return [audit_file(evaluate(audit(one), REFERENTIAL), one.name) for one in each]


@pytest.mark.parametrize(
    ("events", "on", "expected"),
    [
        ((), "2019-05-23", Renewed(None, runs=False)),
        ((), "2019-05-24", Renewed(PreviousLabel(last_day=LAST_DAY), runs=True)),
        ((), "2020-05-22", Renewed(PreviousLabel(last_day=LAST_DAY), runs=True)),
        ((), "2020-05-23", Renewed(PreviousLabel(last_day=LAST_DAY), runs=False)),
        (
            (("suspended", date(2020, 1, 1)),),
            "2020-01-01",
            Renewed(PreviousLabel(last_day=LAST_DAY), runs=True),
        ),
        (
            (("suspended", date(2020, 1, 1)),),
            "2020-01-02",
            Renewed(PreviousLabel(last_day=LAST_DAY, state="suspended"), runs=True),
        ),
        (
            (("withdrawn", date(2020, 1, 1)),),
            "2020-01-01",
            Renewed(PreviousLabel(last_day=LAST_DAY), runs=False),
        ),
        (
            (("withdrawn", date(2020, 1, 1)),),
            "2020-01-02",
            Renewed(PreviousLabel(last_day=LAST_DAY, state="withdrawn"), runs=False),
        ),
    ],
)
def test_the_label_before_a_decision(
    events: tuple[tuple[str, date], ...], on: str, expected: Renewed
) -> None:
    day = date.fromisoformat(on)
    assert expected_previous(files(replace(FIRST, events=events)), day) == expected


@given(histories())
def test_a_renewal_that_names_what_is_expected_is_no_problem(history: list[File]) -> None:
    """By the second judge too: neither absent nor wrong."""
    day = max(one.decided_on or one.last for one in history) + timedelta(days=5)
    assume(all(one.first != day for one in history))
    named = expected_previous(files(*history), day).previous
    previous = (named.last_day, named.state) if named else None
    renewal = File("next", "audit", day, day, "met", "granted", day, previous)
    errors = judge([*history, renewal], VALIDITY, day).errors
    assert not errors & {("next", code) for code in ("N021", "N022", "N028", "N035")}


def test_the_first_day_of_the_calendar_has_no_eve() -> None:
    assert eve(date(1, 1, 2)) == eve(date.min) == date.min
