"""Terms, renewals and states at the ends of the calendar; the last day of a version."""

from datetime import date

import pytest
from support import making

from cpe_label import Event, Referential, state_on
from cpe_label.model.referential import Validity
from cpe_label.rules.validity import in_force_until, label_period, renewal_opens

THREE_YEARS = Validity(years=3, renewal_window_months=6)


def test_the_window_at_the_ends_of_the_calendar() -> None:
    assert renewal_opens(date(9999, 12, 31), THREE_YEARS) == date(9999, 7, 1)
    assert renewal_opens(date(1, 2, 1), THREE_YEARS) == date.min
    assert renewal_opens(date(1, 7, 1), THREE_YEARS) == date(1, 1, 2)
    assert renewal_opens(date(1, 6, 30), THREE_YEARS) == date.min
    assert renewal_opens(date.max, Validity(years=3, renewal_window_months=0)) == date.max


def test_a_term_outside_the_calendar_is_an_error() -> None:
    with pytest.raises(
        OverflowError, match=r"^36 months from \(9998, 1, 1\) is outside the calendar$"
    ):
        label_period(date(9998, 1, 1), THREE_YEARS)


def test_the_end_of_a_term_that_is_renewed_is_no_warning() -> None:
    period = label_period(date(2026, 1, 1), THREE_YEARS)
    for day in (date(2028, 7, 1), period.last_day):
        assert state_on(day, period, validity=THREE_YEARS) == "expiring"
        assert state_on(day, period, validity=THREE_YEARS, renewed=True) == "valid"
    after = period.last_day.replace(year=period.last_day.year + 1)
    assert state_on(after, period, validity=THREE_YEARS, renewed=True) == "expired"


def test_events_that_cannot_follow_are_refused() -> None:
    period = label_period(date(2026, 1, 1), THREE_YEARS)
    events = [Event(event="reinstated", on=date(2026, 2, 1))]
    with pytest.raises(ValueError, match="reinstated cannot act on a label that stands"):
        state_on(date(2026, 3, 1), period, events, validity=THREE_YEARS)


def test_the_last_day_of_a_version() -> None:
    def version(
        number: str, since: str, until: str | None = None, name_of: str = "essai"
    ) -> Referential:
        in_force = {"from": since, **({"until": until} if until else {})}
        referential = making.referential(
            [{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}], in_force=in_force
        )
        return Referential.model_validate({**dict(referential), "id": name_of, "version": number})

    first = version("1", "2019-05-23")
    others = [
        first,
        version("3", "2027-01-01"),
        version("2", "2025-01-01"),
        version("0", "2015-01-01"),
        version("9", "2020-01-01", name_of="autre"),
        version("9", "2020-01-01", name_of="voisin"),
    ]
    assert in_force_until(first, []) is None
    assert in_force_until(first, others) == date(2024, 12, 31)
    ended = version("1", "2019-05-23", "2022-01-01")
    assert in_force_until(ended, others) == date(2022, 1, 1)
    overlapping = version("1", "2019-05-23", "2026-01-01")
    assert in_force_until(overlapping, others) == date(2026, 1, 1)
