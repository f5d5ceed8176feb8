"""What forbids that a decision or an event is written into an audit, beside what `check` reports.

`check` knows the rules of one file (RC-10 to RC-14) and `network_checks` those across files
(RC-16). Here is what a file that already holds a decision allows, and where the ground of a refusal
stands in the file as it was.
"""

from collections.abc import Iterator
from typing import Final

from ..model.audit import Audit, Decision
from ..problems.problem import Problem, problem
from ..text.paths import DataPath


def check_decision(before: Audit, decision: Decision) -> Iterator[Problem]:
    """RC-11: only an adjournment is replaced, and by no earlier decision."""
    held = before.decision
    if held is None or held == decision:
        return
    if held.outcome != "adjourned":
        facts = {"outcome": held.outcome, "decided": held.decided_on}
        yield problem("S001", ("decision",), **facts, files=())  # its place names the file
    elif decision.decided_on < held.decided_on:
        days = {"decided": decision.decided_on, "adjourned": held.decided_on}
        yield problem("S002", ("decision",), **days)


_GROUNDS: Final[dict[str, DataPath]] = {
    "A016": ("kind",),
    "A017": ("findings",),
    "A018": ("findings",),
    "A019": ("findings",),
    "A020": ("findings",),
    "A021": ("organisation",),
    "A023": ("audited_on",),
    "A027": ("decision",),
    "A028": ("events",),
    "A029": ("events",),
    "A035": ("decision",),
    "A036": ("audited_on",),
    "N021": ("organisation",),
    "N025": ("organisation",),
    "N026": ("organisation",),
    "N027": ("events",),
    "N036": ("events",),
}
"""By code, what in the file speaks against a decision or an event that is about to be written."""


def ground_of(refusal: Problem, before: Audit) -> DataPath:
    """The path in the file as it was of what a refusal rests on."""
    path = _GROUNDS.get(refusal.code, refusal.path)
    if path == ("events",) and not before.events:
        return ("decision",)
    return path
