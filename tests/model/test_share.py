"""A required share is an exact fraction."""

import re

import pytest

from cpe_label.model.share import Share


@pytest.mark.parametrize(
    "text",
    ["50", "50 %", "1/2/3", "", "1000%", "٥%", "-1/2", "1.5%", "1/1234567890", "0123456789/1"],
)
def test_what_is_no_share_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^not a share: {re.escape(repr(text))}$"):
        Share(text)


@pytest.mark.parametrize("text", ["101%", "3/2", "0/0", "1/0"])
def test_a_share_is_between_nothing_and_everything(text: str) -> None:
    with pytest.raises(ValueError, match=f"^not between 0 and 100%: {re.escape(repr(text))}$"):
        Share(text)


def test_a_share_is_in_lowest_terms_and_prints_as_it_was_written() -> None:
    half = Share("50%")
    assert (half.numerator, half.denominator, str(half)) == (1, 2, "50%")
    assert half == Share("1/2") != Share("1/3")
    assert [Share(text).is_whole for text in ("100%", "3/3", "99%", "0%")] == [
        *(True, True, False, False)
    ]
