"""Where everything in a file stood."""

from cpe_label.problems.positions import END, Places, Trail, repeated
from cpe_label.problems.source import Source


def test_a_key_is_repeated_in_its_own_mapping_alone() -> None:
    inner: Trail = [dict, 3, "b", 4, 5, "a", 6, 7, "b", 8, 9, END]
    assert [*repeated(["a", 1, *inner, "b", 10, 11, "a", 12, 13, "a", 14, 15])] == [
        ("b", 4, 8),
        ("a", 1, 12),
        ("a", 1, 14),
    ]


def test_a_place_that_is_not_there_is_the_nearest_one_around_it() -> None:
    text = "\n\na:\n- one\n- {two: three}\nb: c\n"
    trail: Trail = ["a", 2, list, 5, 7, dict, 13, "two", 14, 19, END, END, "b", 26, 29]
    source = Source("a", text, Places(trail), start=2)
    for path, place in {
        (): (3, 1),
        ("a",): (4, 1),
        ("a", 0): (4, 3),
        ("a", 1): (5, 3),
        ("a", 1, "two"): (5, 9),
        ("b",): (6, 4),
    }.items():
        assert source.locate(path) == place, path
    assert source.locate(("a",), at_key=True) == (3, 1)
    assert source.locate(("a", 0), at_key=True) == (4, 3)
    assert source.locate(("a", 1, "two"), at_key=True) == (5, 4)
    assert source.locate(("b",), at_key=True) == (6, 1)
    for path, nearest in {
        (2,): (3, 1),
        ("two",): (3, 1),
        ("a", 2): (3, 1),
        ("a", "two"): (3, 1),
        ("a", 0, "two"): (4, 3),
        ("a", 1, 0): (5, 3),
        ("a", 1, "nowhere"): (5, 3),
        ("a", 1, "nowhere", "two"): (5, 3),
        ("a", 1, "two", "x"): (5, 4),
        ("b", 0): (6, 1),
    }.items():
        assert source.locate(path) == nearest, path
    assert Source("a", "").locate(("nowhere", 3)) == (1, 1)
