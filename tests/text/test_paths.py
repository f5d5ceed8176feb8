"""A path in a value, as people write it."""

from cpe_label.text.paths import path_shown


def test_paths() -> None:
    assert path_shown(("sections", 0, "criteria", 2, "level")) == "sections[0].criteria[2].level"
    assert path_shown((".hidden",)) == ".hidden"
    assert path_shown(("X",)) == "X"
    assert path_shown((2, "a")) == "[2].a"
    assert path_shown(()) == ""
