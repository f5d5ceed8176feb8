"""The identifier, the share or the number that was meant, where it is written in another way."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpe_label import Share
from cpe_label.model.fields import ID_PATTERN
from cpe_label.model.number_reading import identifier_meant, number_meant, share_meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((number, "123456789") for number in ("123 456 789", "123\u00a0456\u202f789")),
        ("123 456 789 00012", "12345678900012"),
        ("exemple 001", "exemple-001"),
        ("Coopérative", "Cooperative"),
        ("PRE – 01", "PRE-01"),
        *((word, None) for word in ("С-1", "", "!", "x" * 200)),
    ],
)
def test_an_identifier_without_its_spaces(written: str, meant: str | None) -> None:
    assert identifier_meant(written).get("near") == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((share, "50%") for share in ("50 %", "50\u202f%", "50,0 %", "50.0%", "0.5", "0,5", "50")),
        *((share, "5/8") for share in ("62.5%", "62,5 %", "0,625")),
        *((share, "1/2") for share in ("1 / 2", "1 sur 2", "la moitié")),
        ("deux tiers", "2/3"),
        ("tous", "100%"),
        *((share, None) for share in ("1", "150%", "3/2", "1/0", "beaucoup", "", "-5%")),
    ],
)
def test_a_share_in_other_words(written: str, meant: str | None) -> None:
    assert share_meant(written).get("near") == meant


@given(st.integers(0, 10_000))
def test_a_share_with_decimals_keeps_its_value(hundredths: int) -> None:
    written = f"{hundredths // 100},{hundredths % 100:02} %"
    share = Share(share_meant(written)["near"])
    assert Fraction(share.numerator, share.denominator) == Fraction(hundredths, 10_000)


@pytest.mark.parametrize(
    ("written", "years", "months"),
    [
        ("3 ans", "3", "36"),
        ("36 mois", "3", "36"),
        ("7 mois", None, "7"),
        ("3.0", "3", "3"),
        ("trois", "3", "3"),
        ("un an", "1", "12"),
        ("0", None, "0"),
        ("3,5 ans", None, None),
        ("-1", None, None),
    ],
)
def test_a_number_of_years_or_of_months(written: str, years: str, months: str) -> None:
    assert number_meant(written, "years", 1, 999).get("near") == years
    assert number_meant(written, "renewal_window_months", 0, 999).get("near") == months


@given(st.text())
def test_what_is_proposed_is_accepted(written: str) -> None:
    if near := identifier_meant(written).get("near"):
        assert re.match(ID_PATTERN, near)
    if near := share_meant(written).get("near"):
        assert Share(near)
    if near := number_meant(written, "years", 1, 999).get("near"):
        assert 1 <= int(near) <= 999


def test_a_long_text_is_no_share() -> None:
    assert share_meant("5" * 500) == {}
