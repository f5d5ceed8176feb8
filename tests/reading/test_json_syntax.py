"""JSON: numbers, words and prose are read as they are written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.shipped import EXAMPLES
from support.written import MINIMAL

from cpe_label import (
    load_audit,
    parse_audit,
)
from cpe_label.problems.source import Source
from cpe_label.reading.document import read_plain


@pytest.mark.parametrize("written", ["1.10", "true", "-3", "1e400", "12345678901234567890"])
def test_a_json_number_is_the_text_that_was_written(written: str) -> None:
    plain = read_plain(Source("x.json", f'{{"a": {written}, "b": [null, {written}]}}'))
    assert plain.data == {"a": written, "b": [None, written]}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_prose_in_json_is_read_as_it_is(text: str) -> None:
    data = {**read_plain(Source("x.yaml", MINIMAL)).data, "opinion": f"x{text}x"}
    for ascii_only in (True, False):
        assert parse_audit(json.dumps(data, ensure_ascii=ascii_only)).opinion == f"x{text}x"


def test_yaml_and_json_give_the_same_audit() -> None:
    for path in EXAMPLES:
        data = read_plain(Source(path.name, path.read_text("utf-8"))).data
        from_json = parse_audit(json.dumps(data, indent=1))
        assert from_json == load_audit(path)
        assert from_json.digest == load_audit(path).digest
