"""An audit whose findings stay plain data."""

import json
from typing import Any

import pytest
from pydantic import ValidationError
from support import making

from cpe_label.model.base import without_empty
from cpe_label.model.light import LightAudit
from cpe_label.model.search import search

SECTIONS = [{"m": {"met": 2, "not_met": 1}}]
AUDIT = making.audit(SECTIONS, opinion="Avis.")


def light(**more: Any) -> LightAudit:
    return LightAudit(json.dumps({**AUDIT.as_written(), **more}).encode())


def test_its_findings_are_those_of_the_file_with_sorted_keys() -> None:
    finding = {"status": "met", "evidence": ["b", "a"], "action": {"due": "2027-01-01"}}
    one = light(findings={"B": finding, "A": {"status": "met"}})
    assert list(one.every) == ["B", "A"]
    assert list(one.every["B"]) == ["action", "evidence", "status"]
    assert one.every["B"]["evidence"] == ("b", "a")


def test_only_what_is_looked_at_is_checked() -> None:
    one = light(findings={"A": {"status": "met", "action": {"owner": "x"}}, "B": {"comment": "y"}})
    assert one.audit.findings == {}
    one.look_at(["A", "B"])
    first, second = one.audit.findings.values()
    assert (first.status, first.evidence, first.action and first.action.owner) == ("met", (), "x")
    assert (second.status, second.comment, second.action) == (None, "y", None)


def test_its_digest_is_that_of_the_audit() -> None:
    assert light().digest == AUDIT.digest
    assert light(opinion=None).digest == AUDIT.model_copy(update={"opinion": None}).digest
    assert light(opinion='"findings":""').digest != AUDIT.digest


@pytest.mark.parametrize(
    "finding",
    [
        {"status": None},
        {"status": "mett"},
        {"evidence": []},
        {"evidence": "one text"},
        {"evidence": [" "]},
        {"comment": ""},
        {"comment": 12},
        {"action": {"due": "2027-02-30"}},
        {"unknown": "x"},
    ],
)
def test_what_is_not_sound_or_not_filled_is_refused(finding: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        light(findings={"A": finding})


def test_nothing_empty_is_left() -> None:
    data = {"a": None, "b": [], "c": {"d": None}, "e": ["x", 1, {"f": ""}]}
    assert without_empty(data) == {"e": ["x", 1, {"f": ""}]}


def test_a_search_takes_a_text_or_its_bytes() -> None:
    found = search("(?i)à faire")
    assert found("Tout est À FAIRE.")
    assert found("Tout est À FAIRE.".encode())
    assert not found("Tout est fait.")
