"""What must be true of an audit before anything is computed.

Each check is a function that yields problems; `AUDIT_CHECKS` lists them. A check knows paths;
`check` turns them into lines where the value was read from a file.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from .audit import Audit, Decision
from .errors import Problem, limited, problem, sorted_problems
from .evaluation import Verdict
from .places import Path
from .referential import Referential
from .scoring import Score, score
from .soundness import check_referential
from .text import Reading, near_identifier, readings
from .validity import TRANSITIONS, LabelStatus, in_force_until, label_period


def check(
    referential: Referential, audit: Audit, *, versions: Iterable[Referential] = ()
) -> tuple[Problem, ...]:
    """Every problem of an audit against its referential, sorted by place.

    `versions` are the known versions of the referential: the next one ends this one (RC-15).
    Problems of the referential itself come alone: until they are mended, nothing can be said of
    an audit. Severity `error` stops an evaluation; `warning` does not.
    """
    return check_referential(referential) or check_audit(referential, audit, versions)


def check_audit(
    referential: Referential, audit: Audit, versions: Iterable[Referential] = ()
) -> tuple[Problem, ...]:
    """Every problem of an audit against a referential that is known to be sound."""
    found = list(_names_this_referential(referential, audit))
    if not found:
        found = limited(one for check in AUDIT_CHECKS for one in check(referential, audit))
        found += _version_is_in_force(referential, audit, versions)
        if audit.decision is not None and not _MISCOUNTED & {one.code for one in found}:
            found += _decision_follows_verdict(audit.decision, score(referential, audit))
    return sorted_problems(one.located(audit.source) for one in found)


_MISCOUNTED: Final = {"A013", "A014", "A015"}
"""Problems with which no verdict can be held against a decision."""


def _names_this_referential(referential: Referential, audit: Audit) -> Iterator[Problem]:
    """RC-1: an audit answers one version of one referential."""
    named = f"{audit.referential.id}@{audit.referential.version}"
    if named != referential.name:
        yield problem("A031", ("referential",), value=named, expected=referential.name)


def _findings_are_allowed(referential: Referential, audit: Audit) -> Iterator[Problem]:
    """RC-4, and no finding on a criterion that does not exist."""
    by_id = referential.by_id
    unanswered: dict[Reading, list[str]] | None = None  # made only if a name is unknown
    for name, finding in audit.findings.items():
        path: Path = ("findings", name)
        criterion = by_id.get(name)
        if criterion is None:
            if unanswered is None:
                unanswered = readings(by_id.keys() - audit.findings.keys())
            near = near_identifier(name, unanswered)
            yield problem("A013", path, value=name, referential=referential.name, near=near)
        elif finding.status == "not_applicable":
            if criterion.not_applicable_when is None:
                yield problem("A014", (*path, "status"), criterion=name)
            elif finding.justification is None:
                yield problem("A015", (*path, "status"), criterion=name)


def _findings_are_coherent(referential: Referential, audit: Audit) -> Iterator[Problem]:
    """What an auditor would want to look at again."""
    by_id = referential.by_id
    whole = {level.id for level in referential.levels if level.required.is_whole}
    for name, finding in audit.findings.items():
        status = finding.status
        if status == "not_met" and finding.good_practice:
            yield problem("A032", ("findings", name, "good_practice"), criterion=name)
        if finding.justification and status != "not_applicable":
            yield problem("A034", ("findings", name, "justification"), criterion=name)
        if status == "met" and not finding.evidence:
            criterion = by_id.get(name)
            if criterion is not None and criterion.level in whole:
                yield problem("A033", ("findings", name, "status"), criterion=name)


def _days_are_in_order(referential: Referential, audit: Audit) -> Iterator[Problem]:
    first, last = audit.audited_on.from_, audit.audited_on.last
    if last < first:
        yield problem("A022", ("audited_on", "to"), first=first, last=last)
    if audit.decision is not None and audit.decision.decided_on < last:
        decided = audit.decision.decided_on
        yield problem("A023", ("decision", "decided_on"), decided=decided, last=last)
    for name, finding in audit.findings.items():
        due = finding.action and finding.action.due
        if due and due < first:
            yield problem("A024", ("findings", name, "action", "due"), due=due, first=first)


def _version_is_in_force(
    referential: Referential, audit: Audit, versions: Iterable[Referential]
) -> Iterator[Problem]:
    """RC-15: the version in force on the audit's first day; a self-assessment may use any."""
    if audit.kind == "self_assessment":
        return
    first = audit.audited_on.from_
    since, until = referential.in_force.from_, in_force_until(referential, versions)
    path: Path = ("referential", "version")
    facts = {"version": referential.version, "referential": referential.id}
    if first < since:
        yield problem("A025", path, **facts, since=since, first=first)
    if until is not None and until < first:
        yield problem("A026", path, **facts, until=until, first=first)


def _only_an_audit_is_decided(referential: Referential, audit: Audit) -> Iterator[Problem]:
    """RC-10, and what a decision needs besides."""
    if audit.kind == "self_assessment":
        for key in ("decision", "events"):
            if getattr(audit, key):
                yield problem("A016", (key,), key=key)
    elif audit.decision is not None and audit.organisation.id is None:
        yield problem("A021", ("organisation",))


def _term_fits(referential: Referential, audit: Audit) -> Iterator[Problem]:
    """RC-12, where the calendar ends."""
    decision = audit.decision
    if decision is None or decision.outcome != "granted":
        return
    previous = audit.previous.last_day if audit.previous else None
    try:
        label_period(decision.decided_on, referential.validity, previous)
    except OverflowError:
        yield problem("A030", ("decision", "decided_on"))


def _events_follow(referential: Referential, audit: Audit) -> Iterator[Problem]:
    """RC-14: events act on a granted label, in order of day, and each only where it can."""
    if not audit.events or audit.kind == "self_assessment":
        return
    if audit.decision is None or audit.decision.outcome != "granted":
        yield problem("A027", ("events",))
        return
    state: LabelStatus = "valid"
    earlier = audit.decision.decided_on
    for i, event in enumerate(audit.events):
        facts = {"event": event.event, "on": event.on}
        if event.on < earlier:
            yield problem("A029", ("events", i, "on"), **facts, earlier=earlier)
        following = TRANSITIONS.get((state, event.event))
        if following is None:
            yield problem("A028", ("events", i, "event"), **facts, state=state)
        state, earlier = following or state, max(earlier, event.on)


def _decision_follows_verdict(decision: Decision, result: Score) -> Iterator[Problem]:
    """RC-11: the charter leaves no discretion to grant; to refuse needs a reason."""
    path: Path = ("decision", "outcome")
    if decision.outcome == "granted":
        if result.verdict is Verdict.FAIL:
            yield problem("A017", path)
        if not result.complete:
            open_ones = tuple(name for level in result.levels for name in level.tally.unassessed)
            yield problem("A018", path, count=len(open_ones), criteria=open_ones)
    elif decision.outcome == "refused" and result.verdict is Verdict.PASS and result.complete:
        yield problem("A019" if decision.reason else "A020", path)


AUDIT_CHECKS: Final[tuple[Callable[[Referential, Audit], Iterator[Problem]], ...]] = (
    _findings_are_allowed,
    _findings_are_coherent,
    _days_are_in_order,
    _only_an_audit_is_decided,
    _term_fits,
    _events_follow,
)
