"""A list of members as a value."""

from datetime import date

import pytest

from cpe_label import Member, Members, MembersError

ROW = {"id": "a", "name": "A"}


@pytest.mark.parametrize(
    ("days", "on"),
    [
        ({}, ("0001-01-01", "9999-12-31")),
        ({"since": "2020-01-02"}, ("2020-01-02", "9999-12-31")),
        ({"until": "2020-01-02"}, ("0001-01-01", "2020-01-02")),
        ({"since": "2020-01-02", "until": "2020-01-02"}, ("2020-01-02", "2020-01-02")),
    ],
)
def test_both_days_of_a_membership_are_included(days: dict[str, str], on: tuple[str, str]) -> None:
    member = Member.build({**ROW, **days})
    first, last = map(date.fromisoformat, on)
    assert member.on(first)
    assert member.on(last)
    for outside in ("2020-01-01", "2020-01-03"):
        day = date.fromisoformat(outside)
        assert member.on(day) is (first <= day <= last)


def test_the_members_of_a_day_keep_their_order() -> None:
    rows = [{**ROW, "id": "b"}, {**ROW, "until": "2019-12-31"}, {**ROW, "since": "2020-01-01"}]
    members = Members.build({"members": rows})
    assert [one.id for one in members.on(date(2020, 1, 1))] == ["b", "a"]


def test_a_list_is_told_by_its_content() -> None:
    one, other = Members.build({"members": [ROW]}), Members.build({"members": [ROW]})
    assert one == other
    assert one.digest == other.digest
    assert one.digest != Members.build({"title": "Réseau", "members": [ROW]}).digest
    assert repr(one) == "<Members of None: 1 line>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"members": []}, "N010"),
        ({"members": [{"id": "a"}]}, "N002"),
        ({"members": [{**ROW, "name": " "}]}, "N006"),
        ({"members": [{**ROW, "id": "é"}]}, "N004"),
        ({"members": [ROW], "more": 1}, "N001"),
    ],
)
def test_a_list_of_the_wrong_shape_is_refused(data: dict[str, object], code: str) -> None:
    with pytest.raises(MembersError) as refused:
        Members.build(data)
    assert [one.code for one in refused.value.problems] == [code]
