"""A change in a JSON file: its value, its layout and every other line."""

import json
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.handwritten import CHANGES, apply, wanted
from support.shipped import EXAMPLES

from cpe_label import AuditError, load_audit, parse_audit, to_json
from cpe_label.writing.edit import AuditFile, open_audit
from cpe_label.writing.json_changes import is_laid_out

DATA = [json.loads(to_json(load_audit(path))) for path in EXAMPLES]
LAYOUTS: list[dict[str, Any]] = [
    {"indent": 2, "ensure_ascii": False},
    {"indent": 4},
    {"indent": "\t", "ensure_ascii": False},
    {},
    {"separators": (",", ":"), "ensure_ascii": False},
]


@given(
    st.sampled_from(DATA),
    st.sampled_from(LAYOUTS),
    st.sampled_from(["", "\n"]),
    st.lists(CHANGES, min_size=1, max_size=2),
)
def test_the_text_is_read_as_the_changed_value_and_keeps_its_layout(
    data: Any, layout: dict[str, Any], end: str, changes: Any
) -> None:
    text = json.dumps(data, **layout) + end
    file = AuditFile("a.json", text.encode())
    for change in changes:
        before, expected = file.text, wanted(file.audit, change)
        apply(file, change)
        assert parse_audit(file.text, source="a.json") == file.audit
        if file.text != before or change[0] != "event":
            assert file.audit == expected
        assert json.dumps(json.loads(file.text), **layout) + end == file.text
    assert list(json.loads(file.text))[: len(data)][:3] == list(data)[:3]


def test_only_the_lines_of_the_change_differ_and_each_key_has_its_place() -> None:
    data = {**DATA[0], "decision": None, "response": "Vu."}
    text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    file = AuditFile("a.json", text.encode())
    name = next(iter(data["findings"]))
    file.finding(name, comment="Autre.")
    differing = [line for line in ndiff(text.split("\n"), file.text.split("\n")) if line[0] in "+-"]
    assert any("Autre." in line for line in differing)
    assert len(differing) <= 4  # the line, and that before it where it gains a comma
    assert json.loads(file.text)["decision"] is None  # an empty key that nobody set stays
    findings = list(json.loads(file.text)["findings"])
    assert findings == list(data["findings"])


def test_a_new_finding_stands_after_those_before_it() -> None:
    data = json.loads(json.dumps(DATA[0]))
    names = list(data["findings"])
    del data["findings"][names[1]]
    file = AuditFile("a.json", json.dumps(data).encode())
    file.finding(names[1], status="not_met")
    assert list(json.loads(file.text)["findings"]) == names


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1,  "b": 2}',
        '{"a" : 1}',
        '{\n"a": 1}',
        '{"a": 1.10}',
        '{"a": 1, "a": 2}',
        '{"a": "\\u00e9", "b": "é"}',
        "[",
        "[" * 100_000,
    ],
)
def test_what_no_program_laid_out_is_not_changed(text: str) -> None:
    assert not is_laid_out(text)


def test_it_is_saved_with_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(DATA[0], indent=2).encode())
    file = open_audit(path)
    name = next(iter(DATA[0]["findings"]))
    file.finding(name, comment="Été").save()
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf{\n")
    assert b"\\u00c9t\\u00e9" in content
    path.write_text(json.dumps(DATA[0]).replace(": ", " : ", 1), "utf-8")
    with pytest.raises(AuditError, match="F030"):
        open_audit(path)
