"""The laws of a change in a file, over audits written in every way."""

import re
from typing import Any

import pytest
import yaml
from hypothesis import given, note, settings
from hypothesis import strategies as st
from support.handwritten import CHANGES, apply, handwritten, wanted
from support.shipped import EXAMPLES

from cpe_label import parse_audit
from cpe_label.reading import yaml_syntax
from cpe_label.reading.layout import layout_of
from cpe_label.writing.edit import AuditFile

PARSERS = [getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader]
SHIPPED = [path.read_bytes().decode("utf-8") for path in EXAMPLES]
_COMMENTS = re.compile(r"# c[0-9]+")  # as `handwritten` numbers them
_LINES = re.compile(r"\r\n|\r|\n")


@pytest.fixture(autouse=True, params=PARSERS, ids=["libyaml", "python"], scope="module")
def _parser(request: pytest.FixtureRequest) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_syntax, "_Loader", request.param)
        yield


def lines_touched(text: str, change: tuple[str, str | None, dict[str, Any]]) -> set[int]:
    """The lines of the keys that a change names, and of the outermost brackets around them.

    Without the key, the lines of the entry that it comes behind, where that is in brackets.
    """
    name, criterion, keys = change
    paths: list[tuple[str, ...]] = [("events" if name == "event" else name,)]
    if criterion:
        paths = [("findings", criterion, key) for key in keys] or [("findings", criterion)]
    touched: set[int] = set()
    layout = layout_of(text)
    for path in paths:
        for depth in range(len(path) + 1):
            node = layout.node(path[:depth])
            if node is None or not (node.style or not node.entries or depth == len(path)):
                continue
            entry = layout.entry(path[:depth])
            start = entry.start if entry else node.start
            first = len(_LINES.findall(text, 0, start))
            touched |= set(range(first, len(_LINES.findall(text, 0, node.tail)) + 1))
            break
    return touched | lines_of_last_block(text)


def lines_of_last_block(text: str) -> set[int]:
    """The line of the sign of a block text that ends the file: without a line end, it changes."""
    node = layout_of(text).root
    while node.entries and not node.style:
        node = node.entries[-1].value
    ends_in_line = node.style in ("|", ">") and not text.endswith(("\r", "\n"))
    return {len(_LINES.findall(text, 0, node.start))} if ends_in_line else set()


def is_in_order(some: list[str], all_: list[str]) -> bool:
    rest = iter(all_)
    return all(one in rest for one in some)


@given(handwritten(), st.lists(CHANGES, min_size=1, max_size=2))
def test_the_edited_text_is_read_as_exactly_the_changed_value(text: str, changes: Any) -> None:
    assert_changed(text, changes)


@settings(max_examples=15)
@given(st.sampled_from(SHIPPED), st.lists(CHANGES, min_size=1, max_size=2))
def test_so_are_the_examples(text: str, changes: Any) -> None:
    assert_changed(text, changes)


def assert_changed(text: str, changes: Any) -> None:
    file = AuditFile("a.yaml", text.encode())
    for change in changes:
        before, expected = file.text, wanted(file.audit, change)
        apply(file, change)
        note(file.text)
        assert parse_audit(file.text, source="a.yaml") == file.audit
        if file.text != before or change[0] != "event":
            assert file.audit == expected
        assert _COMMENTS.findall(file.text) == _COMMENTS.findall(text)

        touched = lines_touched(before, change)
        lines = enumerate(_LINES.split(before))
        kept = [one for i, one in lines if i not in touched and one.strip()]
        assert is_in_order(kept, _LINES.split(file.text))


@given(handwritten(), CHANGES)
def test_the_same_change_twice_changes_nothing_more(text: str, change: Any) -> None:
    file = AuditFile("a.yaml", text.encode())
    apply(file, change)
    once = file.text
    apply(file, change)
    assert file.text == once
    again = AuditFile("a.yaml", once.encode())
    apply(again, change)
    assert again.text == once
