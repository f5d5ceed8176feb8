"""Which audit of an organisation a session of the committee decides (RC-17)."""

from collections.abc import Iterable, Iterator, Sequence

from ..model.audit import Decision
from ..problems.problem import Problem, problem
from .audit_file import AuditFile


def audit_to_decide(
    organisation: str, decision: Decision, files: Iterable[AuditFile]
) -> AuditFile | Problem:
    """The latest finished audit of an organisation, if it is not granted or refused yet.

    One that holds this very decision already is it too, so that a session can be run again. What
    prevents a choice is the problem that is returned, without a place.
    """
    day = decision.decided_on
    begun = [one for one in files if one.kind == "audit" and one.first_day <= day]
    if not begun:
        return problem("S014", value=organisation, day=day)
    finished = [one for one in begun if one.finished(day)]
    if not finished:
        return _unfinished(organisation, decision, begun)
    latest = list(_latest(finished))
    open_ones = [one for one in latest if one.decided_on is None or one.decision == decision]
    if len(open_ones) > 1:
        return problem("S016", value=organisation, files=tuple(one.source for one in open_ones))
    if open_ones:
        return open_ones[0]
    since = max(one.first_day for one in latest)
    if under_way := [one for one in begun if one.first_day > since]:
        return _unfinished(organisation, decision, under_way)
    held, name = next((one.decision, one.source) for one in latest if one.decision is not None)
    return problem("S001", outcome=held.outcome, decided=held.decided_on, files=(name,))


def _latest(files: Sequence[AuditFile]) -> Iterator[AuditFile]:
    """The latest audit for each label; both, where two begin on one day."""
    for label in dict.fromkeys(one.referential.id for one in files):
        of_label = [one for one in files if one.referential.id == label]
        last = max(one.first_day for one in of_label)
        yield from (one for one in of_label if one.first_day == last)


def _unfinished(organisation: str, decision: Decision, begun: Sequence[AuditFile]) -> Problem:
    last = max(begun, key=lambda one: one.first_day)
    return problem(
        "S015",
        value=organisation,
        day=decision.decided_on,
        name=last.source,
        last=last.last_day,
        count=last.answers.count(None),
    )
