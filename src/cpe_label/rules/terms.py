"""The terms of one organisation as of a day, and the one that its label speaks of (RC-16, RC-17).

Beside the granted terms stand those that a file names in `previous` and no file holds.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..model.audit import PreviousLabel
from ..model.referential import Validity
from .audit_file import AuditFile
from .chain import Counted, Granted, end_of, eve, running_on, with_followers
from .evaluation import State
from .network import EndedBy, Term
from .validity import LabelStatus, renewal_opens, term_state


@dataclass(frozen=True, slots=True)
class KnownTerm:
    """A term as of a day."""

    first_day: date | None
    """None for a term that the files do not hold."""
    last_day: date
    """As granted."""
    since: date
    """Its first day; of a term that the files do not hold, a day on which it had begun."""
    held_until: date | None
    """The last day on which it held; None if that is no day, or if none is known."""
    moment: date
    """The day on which it began or was withdrawn, the later of both."""
    ended_by: EndedBy | None
    status: LabelStatus
    file: AuditFile
    """The file that grants it, or that names it."""

    def holds_on(self, day: date) -> bool:
        """Whether it was there on a day, be it suspended."""
        return self.held_until is not None and self.since <= day <= self.held_until

    def as_term(self) -> Term:
        """The term as a network shows it."""
        held, decision = self.first_day is not None, self.file.decision
        until = self.held_until
        return Term(
            first_day=self.first_day,
            last_day=self.last_day,
            ended_on=until if until is not None and until < self.last_day else None,
            ended_by=self.ended_by,
            decided_on=decision.decided_on if held and decision else None,
            version=self.file.referential.version if held else None,
            events=self.file.events if held else (),
        )


def terms_of(counted: Counted) -> tuple[KnownTerm, ...]:
    """Every term of an organisation, in order of beginning."""
    granted = [_granted(one, following) for one, following in with_followers(counted.chain)]
    unheld = _not_held(counted)
    if not unheld:
        return tuple(sorted(granted, key=_order))
    every = sorted((*granted, *unheld), key=_order)
    return tuple(
        _followed(one, every[at + 1 :]) if one.first_day is None else one
        for at, one in enumerate(every)
    )


def _order(term: KnownTerm) -> tuple[date, bool, date]:
    return term.since, term.first_day is not None, term.last_day


def _granted(one: Granted, following: Granted | None) -> KnownTerm:
    end, withdrawn_on = end_of(one, following), one.withdrawn_on
    return KnownTerm(
        first_day=one.first_day,
        last_day=one.last_day,
        since=one.first_day,
        held_until=end.held_until,
        moment=withdrawn_on if withdrawn_on and end.by == "withdrawal" else one.first_day,
        ended_by=end.by,
        status=one.status(date.max),
        file=one.file,
    )


def _not_held(counted: Counted) -> list[KnownTerm]:
    """RC-17: what `previous` names and no earlier term is, told by the latest file that names it.

    Where a term of the chain ran, another cannot have been.
    """
    found: dict[date, KnownTerm] = {}
    days = [one.decided_on for one in counted.chain]
    granted_on: dict[date, date] = {}  # by last day
    for one in counted.chain:
        granted_on.setdefault(one.last_day, one.decided_on)
    for decided_on, previous, file in sorted(_naming(counted), key=lambda one: one[0]):
        last_day = previous.last_day
        since = min(decided_on, last_day)
        earlier = counted.chain[: bisect_left(days, decided_on)]
        held = granted_on.get(last_day, date.max) < decided_on
        if not held and running_on(since, earlier) is None:
            since = min(since, found[last_day].since) if last_day in found else since
            found[last_day] = _named(previous, since, file)
    return list(found.values())


def _naming(counted: Counted) -> Iterator[tuple[date, PreviousLabel, AuditFile]]:
    """The files that name a label, each with the day of its decision."""
    for file in counted.files:
        if file.decision and file.previous:
            yield file.decision.decided_on, file.previous, file


def _named(previous: PreviousLabel, since: date, file: AuditFile) -> KnownTerm:
    withdrawn = previous.state == "withdrawn"
    return KnownTerm(
        first_day=None,
        last_day=previous.last_day,
        since=since,
        held_until=None if withdrawn else previous.last_day,
        moment=since,
        ended_by="withdrawal" if withdrawn else None,
        status=previous.state or "stands",
        file=file,
    )


def _followed(term: KnownTerm, later: Sequence[KnownTerm]) -> KnownTerm:
    """A term that the files do not hold ends on the eve of the next, like any other."""
    began = (one for one in later if one.first_day is None or one.moment >= one.first_day)
    following = next(began, None)
    if following is None or term.held_until is None or following.since > term.last_day:
        return term
    return replace(term, held_until=eve(following.since), ended_by="renewal")


# ── The label of a day ───────────────────────────────────────────────────────────────────────────


def term_of_day(terms: Iterable[KnownTerm], day: date) -> KnownTerm | None:
    """RC-17: the term that holds on a day, else the last one that began or was withdrawn."""
    last: KnownTerm | None = None
    for one in terms:
        if one.holds_on(day):
            return one
        if one.moment <= day and (last is None or last.moment <= one.moment):
            last = one
    return last


def window_opens(term: KnownTerm, in_force: Iterable[Validity]) -> date:
    """RC-16: by the term's own version and by those in force on the day asked, the latest."""
    every = (term.file.referential.validity, *in_force)
    return max(renewal_opens(term.last_day, one) for one in every)


def state_of(
    term: KnownTerm | None, terms: Sequence[KnownTerm], day: date, in_force: Iterable[Validity]
) -> State:
    """RC-14: the state of a term on a day, among all the terms of its organisation."""
    if term is None:
        return "none"
    renewals = (one for one in terms if one.first_day is not None and one.since > term.since)
    renewed = any(one.status == "stands" for one in renewals)
    opens = None if renewed else window_opens(term, in_force)
    return term_state(day, term.first_day, term.last_day, term.status, opens)
