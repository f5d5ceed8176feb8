"""Which audit of an organisation a session decides (RC-17)."""

from datetime import date
from typing import Any

import pytest
from support import making
from support.small import ALL, MET, decided

from cpe_label.problems.problem import Problem
from cpe_label.rules.audit_file import AuditFile, audit_file
from cpe_label.rules.engine import evaluate
from cpe_label.rules.session import audit_to_decide

DAY = date(2026, 11, 20)
OPEN = [{"a": {"met": 1, "unassessed": 2}}]


def file(
    source: str, first: str, *, sections: Any = MET, label: str = "", **more: Any
) -> AuditFile:
    """A file of one audit, which took one day unless it has other days."""
    referential = making.referential(ALL, sections, **({"id": label} if label else {}))
    named = {"referential": {"id": referential.id, "version": referential.version}}
    audit = making.audit(sections, **{"audited_on": {"from": first}, **named, **more})
    return audit_file(evaluate(audit, referential), source)


def chosen(*files: AuditFile, outcome: Any = "granted") -> Any:
    """The source of the audit to decide, or the code of the problem and what it says."""
    decision = making.audit(MET, **decided(outcome)).decision
    assert decision is not None
    found = audit_to_decide("exemple", decision, files)
    if isinstance(found, Problem):
        return found.code, {key: one for key, one in found.arguments.items() if key != "value"}
    return found.source


def test_the_latest_finished_audit_is_decided() -> None:
    files = [file("b", "2026-10-12"), file("a", "2023-10-12")]
    assert chosen(*files) == chosen(*files[::-1]) == "b"


def test_an_adjourned_one_is_to_be_decided_still() -> None:
    assert chosen(file("a", "2026-10-12", **decided("adjourned"))) == "a"


@pytest.mark.parametrize("later", ["2026-11-21", "2026-12-31"])
def test_what_begins_later_was_not_before_the_committee(later: str) -> None:
    assert chosen(file("a", "2026-10-12"), file("b", later)) == "a"
    assert chosen(file("b", later)) == ("S014", {"day": DAY})


def test_a_self_assessment_is_none() -> None:
    assert chosen(file("a", "2026-10-12", kind="self_assessment")) == ("S014", {"day": DAY})
    assert chosen() == ("S014", {"day": DAY})


def test_an_audit_that_is_not_finished_is_not_decided() -> None:
    """Its last day may be that of the session."""
    over = {"audited_on": {"from": "2026-11-19", "to": "2026-11-20"}}
    assert chosen(file("a", "", **over)) == "a"
    late = file("a", "", audited_on={"from": "2026-11-19", "to": "2026-11-21"})
    facts = {"name": "a", "day": DAY, "last": date(2026, 11, 21), "count": 0}
    assert chosen(late) == ("S015", facts)
    unassessed = file("b", "2026-10-12", sections=OPEN)
    facts = {"name": "b", "day": DAY, "last": date(2026, 10, 12), "count": 2}
    assert chosen(file("c", "2020-10-12", sections=OPEN), unassessed) == ("S015", facts)
    assert chosen(file("d", "2026-10-11"), unassessed) == "d"


def test_one_that_is_decided_is_not_decided_again() -> None:
    """Nor is an older one in its place. The very same decision may be written again."""
    held = file("b", "2026-10-12", **decided("granted"))
    assert chosen(held) == "b"
    refused = ("S001", {"outcome": "granted", "decided": DAY, "files": ("b",)})
    assert chosen(held, outcome="refused") == refused
    assert chosen(file("a", "2023-10-12"), held, outcome="refused") == refused


def test_after_a_decided_one_the_audit_under_way_is_named() -> None:
    held = file("a", "2023-10-12", **decided("granted"))
    under_way = file("b", "2026-11-12", sections=OPEN)
    code, facts = chosen(held, under_way, outcome="refused")
    assert (code, facts["name"], facts["count"]) == ("S015", "b", 2)


def test_which_of_two_is_not_guessed() -> None:
    twins = [file("a", "2026-10-12"), file("b", "2026-10-12", opinion="x")]
    assert chosen(*twins) == ("S016", {"files": ("a", "b")})
    labels = [file("a", "2026-10-12", label="one"), file("b", "2026-09-12", label="two")]
    assert chosen(*labels) == ("S016", {"files": ("a", "b")})
    other = file("c", "2026-09-12", label="two", **decided("refused", reason="x"))
    assert chosen(labels[0], other) == "a"
