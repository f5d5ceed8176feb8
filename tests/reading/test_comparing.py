"""`compare` as a program calls it."""

import json
from typing import Any

import pytest
from support.change import changed
from support.comparing import CHANGE, FIRST_AUDIT, NEXT, SECOND_AUDIT, change, progress
from support.shipped import REFERENTIAL

from cpe_label import (
    AuditError,
    ReferentialError,
    compare,
    load_audit,
    load_referential,
    load_referentials,
)


def test_two_referentials() -> None:
    found = compare(load_referential(REFERENTIAL), load_referential(NEXT))
    assert found.has_substance
    expected = {**json.loads(change("json")), "simulation": None}
    assert json.loads(found.to_json()) == expected


def test_two_audits() -> None:
    known = load_referentials(REFERENTIAL, CHANGE)
    found = compare(load_audit(FIRST_AUDIT), load_audit(SECOND_AUDIT), referentials=known)
    assert found.to_json() == progress("json")
    assert [step.id for step in found.of("lost")] == ["INN-01"]


def test_what_cannot_be_compared() -> None:
    old, new = load_referential(REFERENTIAL), load_referential(NEXT)
    with pytest.raises(ReferentialError, match="R031"):
        compare(new, old)
    broken = changed(lambda data: data["levels"].append(data["levels"][0]))
    with pytest.raises(ReferentialError, match="R011"):
        compare(broken, changed())
    with pytest.raises(AuditError, match="A053"):
        compare(load_audit(SECOND_AUDIT), load_audit(FIRST_AUDIT))
    with pytest.raises(AuditError, match="A012"):
        compare(load_audit(FIRST_AUDIT), load_audit(SECOND_AUDIT))
    mixed: Any = load_audit(FIRST_AUDIT)
    with pytest.raises(TypeError, match="two referentials, or two audits"):
        compare(old, mixed)


def test_a_comparison_is_one_short_line() -> None:
    old, new = load_referential(REFERENTIAL), load_referential(NEXT)
    shown = "<Comparison of label-cpe@2019.1 and label-cpe@2027.1: 9 changes, 6 of substance>"
    assert repr(compare(old, new)) == shown
    audit = load_audit(FIRST_AUDIT)
    assert repr(compare(audit, audit)) == "<Progress of 'Coopérative Exemple': 0 gained, 0 lost>"
