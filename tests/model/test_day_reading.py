"""The day that was meant, where it is written in another way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpe_label.model.day_reading import day_meant
from cpe_label.text.typography import LANGUAGES, Language, day_in_words


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((day, "2026-10-12") for day in ("12/10/2026", "12.10.2026", "12-10-2026", "12/10/26")),
        *((day, "2026-10-12") for day in ("2026/10/12", "20261012", "2026-10-12T08:00:00Z")),
        *((day, "2026-10-12") for day in ("2026-10-12 00:00", "lundi 12 octobre 2026")),
        *((day, "2026-10-12") for day in ("12 oct. 2026", "October 12, 2026")),
        *((day, "2027-03-31") for day in ("31 mars 2027", "31 MARS 2027", "le 31\u00a0mars 2027")),
        *((day, "2026-06-01") for day in ("1er juin 2026", "1 juin 2026", "01/06/2026")),
        ("3 août 2026", "2026-08-03"),
        ("14 févr. 2026", "2026-02-14"),
        ("03/04/2026", "2026-04-03"),
        *((day, None) for day in ("hier", "", "été 2026", "12 octembre 2026", "0000-01-01")),
    ],
)  # fmt: skip
def test_a_day_in_other_words(written: str, meant: str | None) -> None:
    assert day_meant(written).get("near") == meant


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(LANGUAGES))
def test_any_day_is_read_as_reports_print_it(day: date, language: Language) -> None:
    assert day_meant(day_in_words(day, language))["near"] == day.isoformat()
    assert day_meant(f"{day.day}/{day.month:02}/{day.year}")["near"] == day.isoformat()


def test_it_is_said_that_the_day_comes_first_where_it_could_be_the_month() -> None:
    assert day_meant("03/04/2026") == {"near": "2026-04-03", "advice": "day_first"}
    assert day_meant("13/04/2026") == {"near": "2026-04-13"}
    assert day_meant("04/04/2026") == {"near": "2026-04-04"}


def test_what_is_no_day_says_why() -> None:
    for written, days in (("2026-02-30", 28), ("31/02/2028", 29), ("31 avril 2026", 30)):
        assert day_meant(written) == {"advice": "days_of_month", "days": days}
    assert day_meant("2026-13-01") == {"advice": "months_of_year", "month": 13}
    for written in ("mars 2027", "fin mars 2027", "03/2027", "2027-03"):
        assert day_meant(written) == {"advice": "which_day", "last": "2027-03-31"}


@given(st.text("0123456789/-. abcmars é", max_size=20) | st.text())
def test_no_text_is_too_strange(written: str) -> None:
    near = day_meant(written).get("near")
    assert near is None or date.fromisoformat(near)


def test_a_month_that_is_none_or_a_year_that_is_none_or_a_long_text() -> None:
    assert day_meant("2026-13") == {"advice": "months_of_year", "month": 13}
    assert day_meant("0000-05") == {}
    assert day_meant("12/10/2026" * 50) == {}
