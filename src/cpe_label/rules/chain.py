"""The chain of labels of one organisation under one referential (RC-16).

Every function takes files of one organisation and one referential, as of one day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from ..model.audit import PreviousLabel
from .audit_file import AuditFile
from .evaluation import Period
from .validity import LabelStatus, status_after

_ONE_DAY: Final = timedelta(days=1)

Why = Literal["copy", "undecided_twin", "twin", "same_day", "no_day_left"]
"""Why a file does not count beside another."""


@dataclass(frozen=True, slots=True)
class Granted:
    """A granted audit and its term, as its own file says."""

    file: AuditFile
    period: Period
    decided_on: date
    withdrawn_on: date | None

    @property
    def first_day(self) -> date:
        """The first day of the term."""
        return self.period.first_day

    @property
    def last_day(self) -> date:
        """The last day of the term, as granted."""
        return self.period.last_day

    @property
    def began(self) -> bool:
        """Whether it was not withdrawn before its first day; else it ends and renews nothing."""
        return self.withdrawn_on is None or self.withdrawn_on >= self.first_day

    def status(self, day: date) -> LabelStatus:
        """What the events up to a day make of it."""
        return status_after(one for one in self.file.events if one.on <= day)


class Excluded(NamedTuple):
    """A file that does not count, why, and the file that it contradicts."""

    file: AuditFile
    why: Why
    other: AuditFile


@dataclass(frozen=True, slots=True)
class Counted:
    """The files of one organisation that count, and those that do not."""

    files: tuple[AuditFile, ...]
    """By first day."""
    chain: tuple[Granted, ...]
    """By day of decision."""
    excluded: tuple[Excluded, ...]


def counted(files: Iterable[AuditFile]) -> Counted:
    """RC-16: which files count, of those that contradict each other."""
    excluded: list[Excluded] = []
    kept = _one_of_each_audit(files, excluded)
    chain = _with_days(_one_a_day(kept, excluded), excluded)
    out = {id(one.file) for one in excluded}
    return Counted(tuple(one for one in kept if id(one) not in out), tuple(chain), tuple(excluded))


def _one_of_each_audit(files: Iterable[AuditFile], excluded: list[Excluded]) -> list[AuditFile]:
    """Of two files of one audit the decided one; if both or none are, neither. Copies are one."""
    audits: dict[tuple[date, str], list[AuditFile]] = {}
    for one in sorted(files, key=lambda one: (one.first_day, one.kind, one.source)):
        audits.setdefault((one.first_day, one.kind), []).append(one)
    kept = []
    for twins in audits.values():
        decided = [one for one in twins if one.decision] or twins
        first, others = decided[0], decided[1:]
        if all(one.content == first.content for one in others):
            kept.append(first)
            excluded += (Excluded(one, "copy", first) for one in others)
        else:
            excluded.append(Excluded(first, "twin", others[0]))
            excluded += (Excluded(one, "twin", first) for one in others)
        if decided is not twins:
            late = (one for one in twins if not one.decision)
            excluded += (Excluded(one, "undecided_twin", first) for one in late)
    return kept


def _one_a_day(files: Iterable[AuditFile], excluded: list[Excluded]) -> list[Granted]:
    """Of two grants on one day, neither."""
    days: dict[date, list[Granted]] = {}
    for file in files:
        if file.decision is not None and file.period is not None:
            granted = Granted(file, file.period, file.decision.decided_on, _withdrawn_on(file))
            days.setdefault(granted.decided_on, []).append(granted)
    for same in days.values():
        if len(same) > 1:
            excluded += (
                Excluded(one.file, "same_day", same[i == 0].file) for i, one in enumerate(same)
            )
    return [same[0] for _, same in sorted(days.items()) if len(same) == 1]


def _withdrawn_on(file: AuditFile) -> date | None:
    return next((one.on for one in file.events if one.event == "withdrawn"), None)


def _with_days(chain: Iterable[Granted], excluded: list[Excluded]) -> list[Granted]:
    """Without the grants that leave an earlier term without a day."""
    kept: list[Granted] = []
    last: Granted | None = None  # those before it began earlier
    for one in chain:
        if one.began:
            if last is not None and one.first_day <= last.first_day:
                excluded.append(Excluded(one.file, "no_day_left", last.file))
                continue
            last = one
        kept.append(one)
    return kept


# ── When a term ended ────────────────────────────────────────────────────────────────────────────


class End(NamedTuple):
    """The last day on which a term held, and what ended it where that is before its last day."""

    held_until: date | None
    """None if it held on no day."""
    by: Literal["renewal", "withdrawal"] | None


def with_followers(chain: Sequence[Granted]) -> list[tuple[Granted, Granted | None]]:
    """Each term, and the next one that began: the one that follows it."""
    found: list[tuple[Granted, Granted | None]] = []
    following = None
    for one in reversed(chain):
        found.append((one, following))
        following = one if one.began else following
    return found[::-1]


def end_of(term: Granted, following: Granted | None) -> End:
    """RC-16: a term that is followed before its last day ends on the eve of the next."""
    if term.withdrawn_on is not None and term.withdrawn_on <= term.first_day:
        return End(None, "withdrawal")
    end = End(term.last_day, None)
    if term.withdrawn_on is not None:
        end = End(eve(term.withdrawn_on), "withdrawal")
    if following is not None and following.first_day <= term.last_day:
        until = eve(following.first_day)
        if end.held_until is None or until <= end.held_until:
            return End(until, "renewal")
    return end


def eve(day: date) -> date:
    """The day before. The first day of the calendar has none, and is given itself."""
    return day - min(_ONE_DAY, day - date.min)


# ── What a renewal names ─────────────────────────────────────────────────────────────────────────


class Renewed(NamedTuple):
    """The label before a decision, as `previous` names it."""

    previous: PreviousLabel | None
    """None where the files hold none that could be renewed."""
    runs: bool
    """Whether it runs on the day of the decision: then it must be named."""


def renewed_on(decided_on: date, earlier: Sequence[Granted]) -> Renewed:
    """RC-16: the label that a decision of a day renews; `earlier` were granted before that day."""
    current = running_on(decided_on, earlier)
    last = current or next((one for one in reversed(earlier) if one.began), None)
    previous = None if last is None else _as_previous(last, decided_on)
    return Renewed(previous, runs=current is not None)


def running_on(day: date, chain: Sequence[Granted]) -> Granted | None:
    """The term of a chain that runs on a day: suspended counts, withdrawn does not."""
    begun = (one for one in reversed(chain) if one.began and one.first_day <= day)
    last = next(begun, None)  # it ended those before it
    if last is None or day > last.last_day or last.status(day) == "withdrawn":
        return None
    return last


def _as_previous(term: Granted, decided_on: date) -> PreviousLabel:
    """RC-13: its last day as granted, and its state on the eve of the decision."""
    before = eve(decided_on)
    status = term.status(before)
    expired = status == "suspended" and before > term.last_day
    state = None if status == "stands" or expired else status
    return PreviousLabel(last_day=term.last_day, **({"state": state} if state else {}))


def fits(previous: PreviousLabel | None, decided_on: date, earlier: Sequence[Granted]) -> bool:
    """RC-16: whether the `previous` of a grant is one that the rule allows."""
    renewed = renewed_on(decided_on, earlier)
    if renewed.previous is not None and previous == renewed.previous:
        return True
    return not renewed.runs and (previous is None or not holds(previous, earlier))


def holds(previous: PreviousLabel, earlier: Iterable[Granted]) -> bool:
    """Whether an earlier term here has the last day that `previous` names."""
    return any(one.last_day == previous.last_day for one in earlier)


def expected_previous(files: Iterable[AuditFile], decided_on: date) -> Renewed:
    """What a decision of a day writes in `previous`, by the other files of the organisation.

    Where nothing of the chain can be renewed, it is absent, or a label that the files do not hold.
    """
    return renewed_on(decided_on, earlier_grants(files, decided_on))


def earlier_grants(files: Iterable[AuditFile], decided_on: date) -> tuple[Granted, ...]:
    """The chain of the grants before a day, as of that day."""
    known = (one.as_of(decided_on) for one in files if one.first_day <= decided_on)
    return tuple(one for one in counted(known).chain if one.decided_on < decided_on)
