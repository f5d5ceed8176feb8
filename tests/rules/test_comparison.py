"""Every difference between two referentials."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.change import EDITS, changed, criterion

from cpe_label import Referential
from cpe_label.rules.changes import CriterionChange, FrameChange
from cpe_label.rules.comparison import ReferentialComparison, compare_referentials
from cpe_label.rules.pairing import check_referentials

OLD = changed()
SOME_EDITS = st.lists(st.sampled_from(sorted(EDITS)), max_size=6, unique=True)


def shown(found: ReferentialComparison) -> list[tuple[str, bool]]:
    return [
        (one.field if isinstance(one, FrameChange) else f"{one.id} {one.change}", one.substance)
        for one in found.changes
    ]


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_is_the_change_that_it_is(name: str) -> None:
    edit, expected = EDITS[name]
    assert shown(compare_referentials(OLD, changed(edit))) == expected


def test_nothing_changes_against_itself() -> None:
    found = compare_referentials(OLD, changed(lambda data: data.update(version="2")))
    assert (found.frame, found.criteria, found.has_substance) == ((), (), False)


def same_content(one: Referential, other: Referential) -> bool:
    return {**one.as_written(), "version": ""} == {**other.as_written(), "version": ""}


@given(SOME_EDITS)
def test_no_change_is_told_where_and_only_where_nothing_changed(names: list[str]) -> None:
    new = _edited(names)
    assert (compare_referentials(OLD, new).changes == ()) is same_content(OLD, new)


@given(SOME_EDITS, SOME_EDITS)
def test_what_is_added_one_way_is_retired_the_other(one: list[str], other: list[str]) -> None:
    first, second = _edited(one), _edited(other)
    there, back = compare_referentials(first, second), compare_referentials(second, first)
    swapped = {"added": "retired", "retired": "added", "level_raised": "level_lowered",
               "level_lowered": "level_raised", "permission_given": "permission_taken",
               "permission_taken": "permission_given"}  # fmt: skip
    assert sorted((c.id, swapped.get(c.change, c.change), c.substance, c.new, c.old)
                  for c in back.criteria if c.change not in ("evidence", "sources")) == sorted(
        (c.id, c.change, c.substance, c.old, c.new)
        for c in there.criteria if c.change not in ("evidence", "sources"))  # fmt: skip
    assert there.has_substance is back.has_substance


@given(SOME_EDITS)
def test_every_change_has_a_place_in_the_new_referential(names: list[str]) -> None:
    new = _edited(names)
    for change in compare_referentials(OLD, new).changes:
        value: Any = new.as_written()
        for step in change.path[:-1]:
            value = value[step]
        assert isinstance(value, (dict, list))


def test_the_committee_may_say_that_another_wording_asks_the_same() -> None:
    new = changed(EDITS["requirement"][0])
    (change,) = compare_referentials(OLD, new, same=["s-m-1"]).criteria
    assert not change.substance
    (change,) = compare_referentials(OLD, new, same=["s-m-2"]).criteria
    assert change.substance


def test_a_permission_may_be_given() -> None:
    without = changed(EDITS["permission taken"][0])
    (change,) = compare_referentials(without, OLD).criteria
    assert (change.change, change.substance) == ("permission_given", True)
    assert (change.old, change.new) == (None, "Personne n'est concerné.")


def test_a_criterion_of_a_level_that_does_not_exist_is_compared_too() -> None:
    broken = changed(lambda data: criterion(data).update(level="nowhere"))
    (change,) = compare_referentials(OLD, broken).criteria
    assert isinstance(change, CriterionChange)
    assert (change.change, change.old, change.new) == ("level_changed", "m", "nowhere")


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda data: None, None),
        (lambda data: data.update(id="other"), "R030"),
        (lambda data: data["in_force"].update({"from": "2018-12-31"}), "R031"),
        (lambda data: data["in_force"].update({"from": "2019-01-02"}), None),
    ],
)
def test_which_two_referentials_can_be_compared(edit: Any, code: str | None) -> None:
    found = check_referentials(OLD, changed(edit))
    assert [one.code for one in found] == ([code] if code else [])


def _edited(names: list[str]) -> Referential:
    """The referential after some edits; those of an order come last, since others count items."""
    ordered = sorted(names, key=lambda name: (name.startswith("order"), list(EDITS).index(name)))
    return changed(*(EDITS[name][0] for name in ordered))


def test_it_is_shown_on_one_line() -> None:
    found = compare_referentials(OLD, changed(lambda data: data.update(version="2")))
    assert repr(found) == (
        f"<Comparison of {OLD.name} and {found.new.name}: 0 changes, 0 of substance>"
    )
