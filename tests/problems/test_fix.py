"""A fix: its edits, and the way back from the text that it makes."""

from hypothesis import given
from hypothesis import strategies as st

from cpe_label.problems.fix import Back, Change, applied, fix_of
from cpe_label.problems.source import Source


def test_a_fix_as_json_holds_it() -> None:
    made = fix_of([Change(3, 4, '"b"'), Change(0, 1, "x")], Source("a.yaml", "a: b\n"))
    first, second = made.data()["edits"]
    assert first == {
        "start": 0,
        "end": 1,
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 2,
        "new": "x",
    }
    assert (second["start"], second["column"], second["new"]) == (3, 4, '"b"')


def test_what_a_change_wrote_comes_from_what_it_replaced() -> None:
    changes = [Change(1, 2, "xyz")]
    assert applied("abb", changes) == "axyzb"
    assert [*map(Back(changes), range(6))] == [0, 1, 2, 2, 2, 3]


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, list[Change]]:
    """A text, and changes in it that do not overlap."""
    text = draw(st.text("ab", max_size=12))
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return text, [Change(start, end, draw(st.text("xy", max_size=4))) for start, end in pairs]


@given(changed())
def test_back_is_where_each_kept_character_stood(made: tuple[str, list[Change]]) -> None:
    text, changes = made
    back, new = Back(changes), applied(text, changes)
    kept = [at for at, character in enumerate(new) if character in "ab"]
    was = {at for change in changes for at in range(change.start, change.end)}
    assert [back(at) for at in kept] == [at for at in range(len(text)) if at not in was]


@given(changed())
def test_back_never_goes_beyond_the_text_nor_backwards(made: tuple[str, list[Change]]) -> None:
    text, changes = made
    back, new = Back(changes), applied(text, changes)
    places = [back(at) for at in range(len(new) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(text)
