"""A line that is counted gives what it gives when it is read as any other file."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import laws, making
from support.cases import EVALUABLE, build, cases
from support.counted import EXAMPLE_AUDITS, both, changed_lines
from support.json_readers import mutated_lines
from support.shipped import EXAMPLES

from cpe_label import Referentials, evaluate_lines
from cpe_label.reading.lines import Lines
from cpe_label.reading.sound_line import light_audit


def line_of(audit: Any) -> str:
    return json.dumps(audit.as_written(), ensure_ascii=False)


@pytest.mark.parametrize("audit", EXAMPLE_AUDITS, ids=[path.stem for path in EXAMPLES])
def test_each_example_is_counted(audit: Any) -> None:
    counted, usual, is_counted = both(json.dumps(audit))
    assert counted == usual
    assert is_counted


@pytest.mark.parametrize("case", cases())
def test_each_case_is_the_same(case: dict[str, Any]) -> None:
    audit, known = build(case)
    counted, usual, _ = both(line_of(audit), known)
    assert counted == usual


def test_most_cases_are_counted() -> None:
    built = [build(case.values[0]) for case in EVALUABLE]
    counted = sum(Lines(known, "a.jsonl").counted(line_of(one)) is not None for one, known in built)
    assert counted > 0.9 * len(built)


@given(laws.files(), st.sampled_from([{}, {"kind": "self_assessment"}]))
def test_each_audit_is_the_same(file: Any, more: dict[str, str]) -> None:
    levels, sections = file
    referential = making.referential(levels, sections)
    counted, usual, is_counted = both(line_of(making.audit(sections, **more)), referential)
    assert counted == usual
    assert is_counted


def test_changed_lines_are_the_same() -> None:
    counts = [0, 0]
    for line in changed_lines(seed=1, count=150):
        counted, usual, is_counted = both(line)
        assert counted == usual, line
        counts[is_counted] += 1
    assert min(counts) > 10  # both ways are tried


def test_broken_lines_are_the_same() -> None:
    for line in mutated_lines(1, 200):
        counted, usual, _ = both(line)
        assert counted == usual, line


SOUND = json.dumps(EXAMPLE_AUDITS[0], ensure_ascii=False)
START = SOUND[1:60]


@pytest.mark.parametrize(
    "line",
    [
        SOUND.replace('"kind"', '"kind": "audit", "kind"', 1),
        SOUND.replace('"status"', '"status": null, "status"', 1),
        SOUND.replace('"format": "cpe-label/audit/1", ', "", 1),
        SOUND.replace('"comment": "', '"comment": "\x7f', 1),
        SOUND.replace('"comment": "', '"comment": "\x85\x80', 1),
        SOUND.replace('"comment": "', '"comment": "\\u0007', 1),
        SOUND.replace('"comment": "', '"comment": "\\\\', 1),
        SOUND.replace('"comment": "', '"comment": "TODO ', 1),
        SOUND.replace('"comment": "', '"comment": "\\u0054ODO ', 1),
        SOUND.replace('"findings": {', '"findings": {"X-99": {"status": "met"}, ', 1),
        SOUND.replace('"findings": {', '"findings": {"X-99": {}, ', 1),
        SOUND.replace('"status": "met"', '"action": {}, "status": "met"', 1),
        SOUND.replace('"comment": "', '"comment": "' + "x" * 100_001, 1),
    ],
)
def test_what_needs_a_second_look_is_read_as_usual(line: str) -> None:
    assert line != SOUND
    counted, usual, is_counted = both(line)
    assert (counted, is_counted) == (usual, False)


def test_a_sound_line_is_read_at_once() -> None:
    quoted = SOUND.replace(
        '"comment": "', '"comment": "Un « mot » ou \\"deux\\" ; \\u00e9t\\u00e9. ', 1
    )
    for line in (SOUND, quoted):
        counted, usual, is_counted = both(line)
        assert counted == usual
        assert is_counted
    assert light_audit(b"") is None
    assert both("\ud800")[2] is False


@pytest.mark.parametrize("name", ["a.yaml", "a.xlsx", "a.jsonl", "<lines>"])
def test_a_line_is_json_under_every_name(name: str) -> None:
    lines = [SOUND, "format: cpe-label/audit/1", "{", "# nothing"]
    answers = evaluate_lines(lines, source=name)
    assert answers[0] == evaluate_lines([SOUND])[0]
    codes = [[one["code"] for one in json.loads(line)["problems"]] for line in answers[1:]]
    assert codes == [["Y042"], ["Y041"], ["Y042"]]


def test_a_line_under_a_broken_referential_is_read_as_usual() -> None:
    broken = making.referential([{"id": "a", "required": "50%"}], [{"a": {"met": 1}}])
    section = broken.sections[0]
    broken = broken.model_copy(update={"sections": (section, section)})
    audit = making.audit([{"a": {"met": 1}}])
    for known in (broken, Referentials.from_values(broken)):
        counted, usual, is_counted = both(line_of(audit), known)
        assert (counted, is_counted) == (usual, False)
