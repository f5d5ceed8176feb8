"""What must be true of a list of members."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpe_label import Member, Members
from cpe_label.rules.members_checks import check_members


def members(*days: tuple[str | None, str | None]) -> Members:
    rows = [{"id": "a", "name": "A", "since": since, "until": until} for since, until in days]
    return Members.build({"members": rows})


def codes(value: Members) -> list[str]:
    return [one.code for one in check_members(value)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([(None, "2020-01-01"), ("2020-01-02", None)], []),
        ([(None, "2020-01-01"), ("2020-01-01", None)], ["N011"]),
        ([("2020-01-02", None), (None, "2020-01-01")], []),
        ([(None, None), (None, None)], ["N011"]),
        ([("2020-01-01", "2029-01-01"), ("2021-01-01", "2021-02-01")], ["N011"]),
        ([("2020-01-01", "2021-01-01"), (None, "2019-12-31"), ("2021-01-01", None)], ["N011"]),
        ([("2020-01-02", "2020-01-01")], ["N012"]),
        ([("2020-01-01", "2020-01-01")], []),
    ],
)
def test_days(days: Any, expected: list[str]) -> None:
    assert codes(members(*days)) == expected


def test_the_problem_names_the_line_that_it_overlaps() -> None:
    (found,) = check_members(members(("2021-01-01", None), ("2020-01-01", None)))
    assert (found.path, found.arguments["first"]) == (("members", 0), ("members", 1))


DAYS = st.dates().map(lambda day: day.isoformat()) | st.none()


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=5))
def test_a_sound_list_has_nobody_twice_on_a_day(days: Any) -> None:
    value = members(*days)
    overlapping = any(_meet(one, other) for one, other in combinations(value.members, 2))
    if "N012" not in codes(value):
        assert ("N011" in codes(value)) is overlapping


def _meet(one: Member, other: Member) -> bool:
    starts = [day for day in (one.since, other.since) if day]
    if not starts:
        return True
    return one.on(max(starts)) and other.on(max(starts))
