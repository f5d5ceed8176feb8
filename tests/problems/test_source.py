"""The text that a value was read from."""

from dataclasses import fields

from cpe_label.problems.positions import Places
from cpe_label.problems.source import Source, lines_of, place_in


def test_a_source_is_no_part_of_the_value_read_from_it() -> None:
    """Two values that say the same are equal, wherever they were read; neither shows its text."""
    source = Source("a.yaml", "a: b", Places(["a", 0, 3]), start=4, first_line=2)
    for one in fields(Source):
        assert Source(**{one.name: getattr(source, one.name)}) == Source(), one.name
    assert repr(source) == "Source(name='a.yaml')"


def test_lines_are_those_of_editors() -> None:
    text = "a\rb\nc\r\nd\u2028e"
    assert lines_of(text) == ["a", "b", "c", "d\u2028e"]
    starts = [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2), (3, 3), (4, 1)]
    assert [place_in(text, offset) for offset in range(8)] == starts
    assert Source("a", text, first_line=10).place(2) == (11, 1)
