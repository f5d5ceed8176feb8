"""JSON: numbers, words and prose are read as they are written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.json_readers import disagreement, hostile_texts, mutated_lines
from support.shipped import EXAMPLES
from support.written import MINIMAL

from cpe_label import DataError, load_audit, parse_audit
from cpe_label.problems.source import Source
from cpe_label.reading import json_syntax
from cpe_label.reading.document import read_document, read_plain
from cpe_label.reading.json_events import events_of


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


# ── The scanner and the reader with places ───────────────────────────────────────────────────────


@pytest.mark.slow
def test_both_readers_agree_on_each_hostile_case() -> None:
    assert [found for text in hostile_texts() if (found := disagreement(text))] == []


def test_both_readers_agree_on_broken_lines() -> None:
    """`benchmarks/json_readers.py` tries a hundred thousand."""
    found = [found for line in mutated_lines(1, 1_500) if (found := disagreement(line))]
    assert found == []


AGREED = {
    "the deepest": '{"a": ' + "[" * 31 + "]" * 31 + "}",
    "one too deep": '{"a": ' + "[" * 32 + "]" * 32 + "}",
    "too deep for a scanner": '{"a": ' + "[" * 50_000,
    "the longest text": f'{{"a": "{"x" * 100_000}"}}',
    "too long a text": f'{{"a": "{"x" * 100_001}"}}',
    "too long a text with quotes": '{"a": "' + 'x\\"' * 50_001 + '"}',
    "too long a key": f'{{"{"x" * 100_001}": 1}}',
    "too long a number": f'{{"a": {"9" * 100_001}}}',
    "a huge number": f'{{"a": {"9" * 5_000}}}',
    "a key twice": '{"a": 1, "b": {"c": "", "c": 2}}',
    "nothing": '{"a": null, "b": {"c": ""}, "d": [null, "", {"e": null}]}',
    "words": '{"a": true, "b": [false, 1.50, -0, 1E400]}',
    "a control in an escape": '{"a": "\\u0007"}',
    "half of a pair": '{"a": "\\ud800"}',
    "a pair": '{"a": "\\ud83c\\udf3b"}',
    "DEL": '{"a": "\x7f"}',
    "a C1 control": '{"a": "\x80"}',
    "half of a pair as it is": '{"a": "\ud800"}',
    "an escaped backslash": '{"a": "\\\\b"}',
    "a list": "[{}]",
    "a text": '"a"',
    "space around": ' \t\n{"a": 1}\r\n ',
    "a space of another kind around": '\f{"a": 1}',
}


@pytest.mark.parametrize("text", AGREED.values(), ids=AGREED)
def test_both_readers_agree(text: str) -> None:
    assert disagreement(text) is None


def test_a_sound_text_is_read_without_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until a place is asked for: then the whole text is read with places, once."""
    calls = []
    monkeypatch.setattr(
        json_syntax, "events_of", lambda text: calls.append(text) or events_of(text)
    )
    plain = json_syntax.read_json(Source("a.json", '{"a": [1,\n {"b": null}]}', first_line=4))
    assert calls == []
    assert plain.source.locate(("a", 1, "b")) == (5, 8)
    assert plain.source.locate(("a", 1)) == (5, 2)
    assert len(calls) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,}', [("Y060", 1, 8)]),
        ('{"a": [1, 2,\n],}', [("Y060", 1, 12), ("Y060", 2, 2)]),
        ('{\xa0"a":\u202f\xa01\xa0}', [("Y047", 1, 2), ("Y047", 1, 7), ("Y047", 1, 10)]),
        ('{"a": 1,\n"a": 2,}', [("Y009", 2, 1), ("Y060", 2, 7)]),
    ],
)
def test_a_slip_with_one_meaning_hides_nothing(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    plain = read_plain(Source("a.json", text))
    found = sorted((one.code, one.line, one.column) for one in plain.problems)
    assert found == sorted(expected)


def test_the_shape_is_reported_behind_a_comma_too_many() -> None:
    document = read_document('{"format": "cpe-label/audit/1", "kind": "x",}', "a.json")
    assert [one.code for one in document.problems] == [*["A002"] * 3, "A007", "Y060"]


@pytest.mark.parametrize("comma", [",]", ",}"])
def test_commas_beyond_the_limit_stop_the_reading(comma: str) -> None:
    piece = {",]": "[1,]", ",}": '{"a": 1,}'}[comma]
    text = f'{{"a": [{", ".join([piece] * 1_200)}]}}'
    with pytest.raises(DataError) as caught:
        read_plain(Source("a.json", text))
    assert [one.code for one in caught.value.problems].count("Y060") == 1_000
    assert {one.code for one in caught.value.problems} == {"Y060", "Y015"}
