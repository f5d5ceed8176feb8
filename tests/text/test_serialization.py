"""Every public value is JSON, always the same text, and a file reads back from its own."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.comparing import NEXT
from support.files import INVALID
from support.shipped import EXAMPLES, REFERENTIAL, ROOT
from support.small import EACH, decided, evaluated

import cpe_label
from cpe_label import (
    Audit,
    CpeLabelError,
    Evaluation,
    FrozenMap,
    Problem,
    Referential,
    load_audit,
    load_referential,
    load_referentials,
    parse_audit,
    parse_referential,
    render,
    to_json,
    verify,
)
from cpe_label.model.base import Model
from cpe_label.problems.fix import Change, fix_of
from cpe_label.problems.formats import write
from cpe_label.problems.problem import problem
from cpe_label.problems.report import CheckReport
from cpe_label.problems.source import Source
from cpe_label.reading.document import read_document
from cpe_label.text.serialization import JsonValue, json_pieces, json_text

EVALUATION = evaluated(
    EACH,
    [{"a": {"met": 1}}, {"a": {"met": 1, "not_applicable": 1}}],
    **decided("granted", reason="Motif."),
    events=[{"event": "suspended", "on": "2027-02-01"}],
    previous={"last_day": "2026-12-31"},
    auditors=[{"name": "A"}],
    findings={
        "a-0-1": {"status": "met", "evidence": ["Vu."], "action": {"due": "2027-01-01"}},
        "a-1-1": {"status": "met"},
        "a-1-2": {"status": "not_applicable", "justification": "Non."},
    },
)
ASSESSED = cpe_label.assess(EVALUATION.audit, EVALUATION.referential)


def inside(value: Any) -> Iterator[Any]:
    """A value and every value in it."""
    yield value
    if isinstance(value, Model):
        held: Any = [getattr(value, name) for name in type(value).model_fields]
    elif is_dataclass(value):
        held = [getattr(value, one.name) for one in fields(value)]
    elif isinstance(value, Mapping):
        held = value.values()
    else:
        held = value if isinstance(value, tuple) else ()
    for one in held:
        yield from inside(one)


VALUES: dict[type, Any] = {
    type(value): value
    for value in (*inside(EVALUATION), *inside(load_referential(REFERENTIAL)), *ASSESSED.problems)
    if type(value).__module__.startswith("cpe_label")
}
FIX = fix_of([Change(0, 1, "x")], Source("a.yaml", "abc"))
RECORDED = cpe_label.parse_record(EVALUATION.to_json())
VALUES |= {
    type(one): one
    for one in (
        *(FIX, FIX.edits[0]),
        *(problem("F001"), load_referentials(), ASSESSED, RECORDED, load_audit(EXAMPLES[0]).source),
        cpe_label.Cell("Grille", 14, 8),
        *(read_document(EVALUATION.audit.to_json(), "a.json"), verify(RECORDED, EVALUATION)),
    )
}
COMPARED = cpe_label.compare(load_referential(REFERENTIAL), load_referential(NEXT))
KNOWN = cpe_label.Referentials.from_values(EVALUATION.referential)
PROGRESS = cpe_label.compare(EVALUATION.audit, EVALUATION.audit, referentials=KNOWN)
VALUES |= {type(one): one for one in (COMPARED, *COMPARED.changes, PROGRESS, PROGRESS.steps[0])}
NETWORK = cpe_label.network(
    [load_audit(path) for path in sorted((ROOT / "examples" / "network").glob("*.yaml"))],
    cpe_label.load_members(ROOT / "examples" / "network" / "members.csv"),
    on=date(2026, 11, 23),
)
LEFT_OUT = cpe_label.FileProblems("a.yaml", (problem("F001"),))
VALUES |= {
    type(one): one for one in (*inside(NETWORK), LEFT_OUT) if type(one).__module__[:3] == "cpe"
}

NO_JSON = {"AuditFile", "Places"}
"""A file that is changed, and how a source finds lines and columns."""


def public_kinds() -> set[str]:
    kinds = {name: getattr(cpe_label, name) for name in cpe_label._HOMES}
    return {
        name
        for name, kind in kinds.items()
        if isinstance(kind, type) and not issubclass(kind, CpeLabelError | Enum)
    }


def test_every_public_kind_of_value_is_tried() -> None:
    tried = {kind.__name__ for kind in VALUES}
    assert public_kinds() - tried == NO_JSON


@pytest.mark.parametrize("value", VALUES.values(), ids=[kind.__name__ for kind in VALUES])
def test_a_value_is_json_and_always_the_same_text(value: Any) -> None:
    text = to_json(value)
    assert text.endswith("\n")
    assert json_text(json.loads(text)) == text
    assert to_json(value) == text
    if isinstance(value, JsonValue):
        assert value.to_json() == text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_audit_reads_back_from_its_json(path: Any) -> None:
    audit = load_audit(path)
    again = parse_audit(audit.to_json())
    assert again == audit
    assert again.digest == audit.digest
    assert again.to_json() == audit.to_json()
    assert Audit.build(json.loads(audit.to_json())) == audit


def test_a_referential_reads_back_from_its_json() -> None:
    referential = load_referential(REFERENTIAL)
    again = parse_referential(referential.to_json())
    assert again == referential
    assert again.digest == referential.digest
    assert again.to_json() == referential.to_json()
    assert Referential.build(json.loads(referential.to_json())) == referential


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_json_of_an_evaluation_is_its_record(path: Any) -> None:
    evaluation = cpe_label.evaluate(load_audit(path))
    assert evaluation.to_json() == render(evaluation, "json")
    assert json.loads(evaluation.to_json())["format"] == "cpe-label/evaluation/1"
    assert cpe_label.verify(cpe_label.parse_record(evaluation.to_json()), evaluation).holds


def test_the_json_of_a_problem_is_what_a_check_writes() -> None:
    document = read_document((INVALID / "R005-date.yaml").read_bytes(), "a.yaml")
    (found,) = document.problems
    written = json.loads(write("json", CheckReport(["a.yaml"], [found]), "en"))
    assert [json.loads(found.to_json())] == written["problems"]
    assert json.loads(found.to_json()) == {
        "code": "R005",
        "severity": "error",
        "file": "a.yaml",
        "line": found.line,
        "column": found.column,
        "path": list(found.path),
        "arguments": dict(found.arguments),
        "message": found.message("en"),
    }
    assert json.loads(problem("F001").to_json())["file"] is None
    assert json.loads(to_json((found, found))) == [json.loads(found.to_json())] * 2


def test_the_arguments_of_a_problem_are_plain() -> None:
    path = ("levels", 0)
    found = Problem("A024", "warning", path, FrozenMap({"due": date(2026, 1, 2), "first": path}))
    assert json.loads(found.to_json())["arguments"] == {"due": "2026-01-02", "first": ["levels", 0]}


def test_the_json_of_what_holds_others() -> None:
    assert json.loads(ASSESSED.to_json())["evaluation"] == json.loads(EVALUATION.to_json())
    assert json.loads(RECORDED.to_json()) == json.loads(EVALUATION.to_json())
    broken = cpe_label.assess(EVALUATION.audit, load_referentials())
    data = json.loads(broken.to_json())
    assert ([one["code"] for one in data["problems"]], data["evaluation"]) == (["A011"], None)
    document = json.loads(read_document("{}", "a.json").to_json())
    assert (document["name"], document["value"]) == ("a.json", None)


def test_the_json_of_a_part_has_its_fields() -> None:
    part = EVALUATION.levels[0].parts[0]
    data = json.loads(part.to_json())
    assert list(data) == ["tally", "certain", "possible", "verdict", "section"]
    assert data["verdict"] == "pass"
    assert data["tally"]["met"] == ["a-0-1"]
    assert data["certain"]["required"] == {"text": "1/2", "numerator": 1, "denominator": 2}
    assert data["section"]["id"] == "s0"
    assert EVALUATION.period is not None
    assert json.loads(EVALUATION.period.to_json()) == {
        "first_day": "2027-01-01",
        "last_day": "2029-12-31",
        "previous_last_day": "2026-12-31",
        "previous_state": None,
    }


def test_a_text_is_written_as_it_is() -> None:
    assert json_text({"é": ["漢", 1]}) == '{\n  "é": [\n    "漢",\n    1\n  ]\n}\n'


@pytest.mark.parametrize("value", [object(), b"x", 1.5, Evaluation, {1, 2}, [object()]])
def test_what_has_no_json_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="has no JSON"):
        to_json(value)


JSON_DATA = st.recursive(
    st.none() | st.text(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)
)


def test_a_json_text_comes_in_pieces() -> None:
    pieces = list(json_pieces({"b": [1, "é"], "a": None}))
    assert b"".join(pieces).decode() == '{\n  "b": [\n    1,\n    "é"\n  ],\n  "a": null\n}\n'
    assert len(pieces) > 3


@given(JSON_DATA)
def test_the_pieces_of_a_json_text_are_its_bytes(data: Any) -> None:
    assert b"".join(json_pieces(data)) == json_text(data).encode()
