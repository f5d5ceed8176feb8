"""The positions of a text, read when they are asked for."""

import pickle

import pytest

from cpe_label.problems.positions import END
from cpe_label.problems.source import Source
from cpe_label.reading import builder, yaml_syntax
from cpe_label.reading.json_events import events_of as json_events
from cpe_label.reading.trail import trail_of
from cpe_label.reading.yaml_syntax import events_of as yaml_events

YAML = "a:\n  b: [one, {c: two}]\n  d:\ne: three\n"
JSON = '{"a": {"b": ["one", {"c": "two"}], "d": null}, "e": 3}'


def test_every_key_and_value_has_its_offset() -> None:
    assert trail_of(yaml_events, YAML) == [
        *("a", 0, dict, 5, "b", 5, list, 8, 9, dict, 14, "c", 15, 18, END, END),
        *("d", 26, 28, END, "e", 29, 32),
    ]
    assert trail_of(json_events, JSON) == [
        *("a", 1, dict, 6, "b", 7, list, 12, 13, dict, 20, "c", 21, 26, END, END),
        *("d", 35, 40, END, "e", 47, 52),
    ]


@pytest.mark.parametrize("text", [YAML, JSON])
def test_what_stands_before_an_offset(text: str) -> None:
    """Where a reading stops, only what was read by then is looked at."""
    events = json_events if text == JSON else yaml_events
    whole = trail_of(events, text)
    offsets = [one for one in whole if isinstance(one, int)]
    for before in offsets:
        cut = trail_of(events, text, before)
        assert cut == whole[: len(cut)]
        assert [one for one in cut if isinstance(one, int)] == [
            one for one in offsets if one < before
        ]


def test_an_alias_has_an_offset_and_no_text() -> None:
    assert trail_of(yaml_events, "a: &x 1\n*x : *x\n") == ["a", 0, 3, "", 8, 13]


def test_a_sound_text_is_read_without_positions(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    monkeypatch.setattr(builder, "trail_of", lambda *given: calls.append(given) or trail_of(*given))
    plain = yaml_syntax.read_yaml(Source("a.yaml", YAML))
    assert calls == []
    assert plain.source.locate(("a", "b", 1, "c")) == (2, 16)
    assert plain.source.locate(("e",)) == (4, 4)
    assert len(calls) == 1


def test_positions_travel_with_their_value() -> None:
    """An audit that was read may go to another process, and still knows its lines."""
    plain = yaml_syntax.read_yaml(Source("a.yaml", YAML))
    assert pickle.loads(pickle.dumps(plain.source)).locate(("e",)) == (4, 4)
