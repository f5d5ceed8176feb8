"""What must be true of an audit before anything is computed.

Each check is a function that yields problems; `AUDIT_CHECKS` lists them. A check knows paths;
`check` turns them into lines where the value was read from a file.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from ..model.audit import Audit
from ..model.referential import Referential
from ..problems.problem import Problem, limited, problem, sorted_problems
from ..text.paths import DataPath
from .certainty import certain
from .evaluation import Period, Verdict
from .scoring import Score, score
from .unfinished_texts import may_be_unfinished, unfinished_texts
from .unknown_criteria import UnknownCriteria
from .validity import TRANSITIONS, LabelStatus, in_force_until, term_of


@dataclass(frozen=True)
class Context:
    """The input of a check: the audit, its referential, and what is computed from them, once."""

    audit: Audit
    referential: Referential
    versions: tuple[Referential, ...] = ()
    """The known versions of the referential (RC-15)."""
    refused: tuple[DataPath, ...] = ()
    """What of the audit has a stand-in: nothing is concluded from it."""
    counted: Score | None = None
    """The score, where it is known already."""
    is_finished: bool = False
    """Whether it is known already that no text has anything left to complete."""

    @cached_property
    def unknown(self) -> UnknownCriteria:
        """What is said of a criterion that does not exist: made only where there is one."""
        return UnknownCriteria(self.referential, self.audit.findings)

    @cached_property
    def score(self) -> Score:
        """What the rules make of the findings."""
        return self.counted or score(self.audit, self.referential)

    @property
    def period(self) -> Period | None:
        """The term of a granted label; None too where it does not end inside the calendar."""
        return self._term[0]

    @property
    def has_term(self) -> bool:
        """Whether the term of a granted label ends inside the calendar (RC-12)."""
        return self._term[1]

    @cached_property
    def _term(self) -> tuple[Period | None, bool]:
        try:
            return term_of(self.audit, self.referential.validity), True
        except OverflowError:
            return None, False


def check_audit(context: Context) -> tuple[Problem, ...]:
    """Every problem of an audit against a referential that is known to be sound."""
    refused = context.refused
    found = list(certain(_names_this_referential(context), refused))
    if not found:
        every = (one for check in AUDIT_CHECKS for one in check(context))
        found = limited(certain(every, refused))
        if not _MISCOUNTED & {one.code for one in found}:
            found += certain(_decision_follows_verdict(context), refused)
    source = context.audit.source
    return sorted_problems([one.located(source) for one in found])


_MISCOUNTED: Final = {"A013", "A014", "A015"}
"""Problems with which no verdict can be compared with a decision."""


def _names_this_referential(context: Context) -> Iterator[Problem]:
    """RC-1: an audit answers one version of one referential."""
    audit, referential = context.audit, context.referential
    named = f"{audit.referential.id}@{audit.referential.version}"
    if named != referential.name:
        yield problem("A031", ("referential",), value=named, expected=referential.name)


def _findings_are_allowed(context: Context) -> Iterator[Problem]:
    """RC-4, and no finding on a criterion that does not exist."""
    by_id = context.referential.by_id
    for name, finding in context.audit.findings.items():
        path: DataPath = ("findings", name)
        criterion = by_id.get(name)
        if criterion is None:
            yield problem("A013", path, value=name, **context.unknown.told(name))
        elif finding.status == "not_applicable":
            if criterion.not_applicable_when is None:
                yield problem("A014", (*path, "status"), criterion=name)
            elif finding.justification is None:
                yield problem("A015", (*path, "status"), criterion=name)


def _findings_are_coherent(context: Context) -> Iterator[Problem]:
    """Findings that an auditor may want to read again."""
    audit, referential = context.audit, context.referential
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


def _texts_are_finished(context: Context) -> Iterator[Problem]:
    """What was left to complete, in an audit whose every criterion is assessed."""
    if context.is_finished or not may_be_unfinished(context.audit.source.text):
        return
    if any(one.tally.unassessed for one in context.score.levels):
        return
    for path, left in unfinished_texts(context.audit):
        yield problem("A039", path, value=left)


def _days_are_in_order(context: Context) -> Iterator[Problem]:
    audit = context.audit
    first, last = audit.audited_on.from_, audit.audited_on.last
    if last < first:
        yield problem("A022", ("audited_on", "to"), first=first, last=last)
    decision = audit.decision
    if decision is not None and audit.kind == "audit" and decision.decided_on < last:
        decided = decision.decided_on
        yield problem("A023", ("decision", "decided_on"), decided=decided, last=last)
    for name, finding in audit.findings.items():
        due = finding.action and finding.action.due
        if due and due < first:
            yield problem("A024", ("findings", name, "action", "due"), due=due, first=first)


def _days_are_likely(context: Context) -> Iterator[Problem]:
    """Years with a typing mistake: a late decision, a day far ahead of every other."""
    audit = context.audit
    last, decision = audit.audited_on.last, audit.decision
    if (
        decision
        and context.has_term
        and audit.kind == "audit"
        and decision.decided_on > _years_after(last, 2)
    ):
        decided = decision.decided_on
        yield problem("A036", ("decision", "decided_on"), decided=decided, last=last)
        return
    days = sorted(_days(audit), key=lambda one: one[0])
    if len(days) > 1 and context.has_term:
        (before, _), (day, path) = days[-2:]
        if day > _years_after(before, 1) and path[0] != "decision":
            yield problem("A037", path, day=day, before=before)


def _days(audit: Audit) -> Iterator[tuple[date, DataPath]]:
    """Every day of an audit but those of events, which RC-14 holds to the term."""
    yield audit.audited_on.from_, ("audited_on", "from")
    if audit.audited_on.to:
        yield audit.audited_on.to, ("audited_on", "to")
    if audit.decision:
        yield audit.decision.decided_on, ("decision", "decided_on")
    if audit.previous:
        yield audit.previous.last_day, ("previous", "last_day")
    for name, finding in audit.findings.items():
        if finding.action and finding.action.due:
            yield finding.action.due, ("findings", name, "action", "due")


def _years_after(day: date, years: int) -> date:
    """The same day some years later, or the last one of the calendar."""
    later = min(day.year + years, date.max.year)
    return date(later, day.month, min(day.day, monthrange(later, day.month)[1]))


def _auditors_are_peers(context: Context) -> Iterator[Problem]:
    """The label is given among peers: nobody audits the cooperative that they come from."""
    audit = context.audit
    if audit.kind != "audit":
        return
    own = _folded(audit.organisation.name)
    for i, auditor in enumerate(audit.auditors):
        if auditor.organisation and _folded(auditor.organisation) == own:
            yield problem("A038", ("auditors", i, "organisation"), name=auditor.organisation)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _version_is_in_force(context: Context) -> Iterator[Problem]:
    """RC-15: the version in force on the audit's first day; a self-assessment may use any."""
    audit, referential = context.audit, context.referential
    if audit.kind == "self_assessment":
        return
    first = audit.audited_on.from_
    since, until = referential.in_force.from_, in_force_until(referential, context.versions)
    path: DataPath = ("referential", "version")
    facts = {"version": referential.version, "referential": referential.id}
    if first < since:
        yield problem("A025", path, **facts, since=since, first=first)
    if until is not None and until < first:
        yield problem("A026", path, **facts, until=until, first=first)


def _only_an_audit_is_decided(context: Context) -> Iterator[Problem]:
    """RC-10, and what a decision needs besides."""
    audit = context.audit
    if audit.kind == "self_assessment":
        for key in ("decision", "events"):
            if getattr(audit, key):
                yield problem("A016", (key,), key=key)
    elif audit.decision is not None and audit.organisation.id is None:
        yield problem("A021", ("organisation",))


def _term_fits(context: Context) -> Iterator[Problem]:
    """RC-12, where the calendar ends."""
    if not context.has_term:
        yield problem("A030", ("decision", "decided_on"))


def _events_follow(context: Context) -> Iterator[Problem]:
    """RC-14: events act on a granted label, in order of day, and each only where it can."""
    audit = context.audit
    if not audit.events or audit.kind == "self_assessment":
        return
    period = context.period
    if audit.decision is None or audit.decision.outcome != "granted":
        yield problem("A027", ("events",))
        return
    state: LabelStatus = "stands"
    earlier = audit.decision.decided_on
    for i, event in enumerate(audit.events):
        facts = {"event": event.event, "on": event.on}
        if event.on < earlier:
            yield problem("A029", ("events", i, "on"), **facts, earlier=earlier)
        if period is not None and event.on > period.last_day:
            yield problem("A035", ("events", i, "on"), **facts, last=period.last_day)
        following = TRANSITIONS.get((state, event.event))
        if following is None:
            yield problem("A028", ("events", i, "event"), **facts, state=state)
        state, earlier = following or state, max(earlier, event.on)


def _decision_follows_verdict(context: Context) -> Iterator[Problem]:
    """RC-11: the charter leaves no discretion to grant; to refuse needs a reason."""
    decision = context.audit.decision
    path: DataPath = ("decision", "outcome")
    if decision is None or context.audit.kind == "self_assessment":
        return
    result = context.score
    if decision.outcome == "granted":
        if result.verdict is Verdict.FAIL:
            failed = (level for level in result.levels if level.verdict is Verdict.FAIL)
            missing = tuple(name for level in failed for name in level.candidates)
            yield problem("A017", path, criteria=missing)
        if not result.complete:
            open_ones = tuple(name for level in result.levels for name in level.tally.unassessed)
            yield problem("A018", path, count=len(open_ones), criteria=open_ones)
    elif decision.outcome == "refused" and result.verdict is Verdict.PASS and result.complete:
        yield problem("A019" if decision.reason else "A020", path)


AUDIT_CHECKS: Final[tuple[Callable[[Context], Iterator[Problem]], ...]] = (
    _findings_are_allowed,
    _findings_are_coherent,
    _texts_are_finished,
    _days_are_in_order,
    _days_are_likely,
    _auditors_are_peers,
    _version_is_in_force,
    _only_an_audit_is_decided,
    _term_fits,
    _events_follow,
)
