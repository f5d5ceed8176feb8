"""A second judge of the chain of labels, which walks the calendar day by day (RC-16, RC-17).

It is written from the text of the rules, and shares no code with the engine but the term of one
file (RC-12, RC-13) and the first day of its window, which have judges of their own. It is slow,
and it should be plain enough to be checked by eye.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from cpe_label import Validity, label_period
from cpe_label.rules.validity import renewal_opens

DAY = timedelta(days=1)


@dataclass(frozen=True)
class File:
    """An audit or a self-assessment, as somebody filed it."""

    name: str
    kind: str
    first: date
    last: date
    answer: str | None = "met"
    outcome: str | None = None
    decided_on: date | None = None
    previous: tuple[date, str | None] | None = None
    events: tuple[tuple[str, date], ...] = ()

    @property
    def complete(self) -> bool:
        return self.answer is not None

    def term(self, validity: Validity) -> tuple[date, date] | None:
        """First and last day of the label that it grants."""
        if self.outcome != "granted" or self.decided_on is None:
            return None
        found = label_period(self.decided_on, validity, *(self.previous or ()))
        return found.first_day, found.last_day

    def status(self, day: date) -> str:
        """What its events make of it by the end of a day."""
        status = "stands"
        for event, on in self.events:
            if on <= day:
                status = {"reinstated": "stands"}.get(event, event)
        return status

    def withdrawn_on(self) -> date | None:
        return next((on for event, on in self.events if event == "withdrawn"), None)


@dataclass
class Label:
    """A label as the walk knows it."""

    file: File
    first: date | None
    last: date
    since: date
    state: str | None = None  # as `previous` says, where no file holds the label
    days: list[date] = field(default_factory=list)
    ended_by: str | None = None
    until: date | None = None  # the eve of the label that ended it

    def status(self, day: date) -> str:
        return (self.state or "stands") if self.first is None else self.file.status(day)

    @property
    def began(self) -> bool:
        if self.first is None:
            return self.state != "withdrawn"
        lost = self.file.withdrawn_on()
        return lost is None or lost >= self.first


@dataclass
class Answer:
    """What the rules say of one organisation on a day."""

    label: str
    stage: str
    current: Label | None
    labels: list[Label]
    finished: list[File]
    errors: set[tuple[str, str]]


def judge(files: list[File], validity: Validity, on: date) -> Answer:
    """Everything about one organisation on a day, from what is dated by then."""
    known = [_by(one, on) for one in files if one.first <= on]
    errors: set[tuple[str, str]] = set()
    known = _one_file_of_each_audit(known, errors)
    grants = sorted((one for one in known if one.outcome == "granted"), key=_decided)
    for one in grants:
        if any(other is not one and _decided(other) == _decided(one) for other in grants):
            errors.add((one.name, "N025"))
    grants = [one for one in grants if (one.name, "N025") not in errors]
    held = _chain(grants, validity, errors)
    out = {name for name, code in errors if code in ("N023", "N024", "N025", "N026", "N031")}
    known = [one for one in known if one.name not in out]
    _names(held, errors)
    labels = sorted([*held, *_elsewhere(known, held)], key=_order)
    current = _Walk(labels).until(max([on, *(one.last for one in labels)]), on)
    state = "none" if current is None else _state(current, held, validity, on)
    finished = [one for one in known if one.kind == "audit" and _finished(one, on)]
    return Answer(state, _stage(known, on), current, labels, finished, errors)


def _by(file: File, day: date) -> File:
    """Nothing dated after the day counts."""
    if file.decided_on is not None and file.decided_on > day:
        return replace(file, outcome=None, decided_on=None, previous=None, events=())
    return replace(file, events=tuple(one for one in file.events if one[1] <= day))


def _decided(file: File) -> date:
    assert file.decided_on is not None
    return file.decided_on


def _one_file_of_each_audit(files: list[File], errors: set[tuple[str, str]]) -> list[File]:
    kept = []
    for one in files:
        same = [other for other in files if (other.kind, other.first) == (one.kind, one.first)]
        decided = [other for other in same if other.outcome]
        bare = replace(one, name="")
        rivals = [other for other in decided or same if replace(other, name="") != bare]
        if one.outcome is None and decided:
            errors.add((one.name, "N024"))
        elif rivals:
            errors.add((one.name, "N023"))
        elif one.name != min(other.name for other in (decided or same)):
            errors.add((one.name, "N031"))
        else:
            kept.append(one)
    return kept


def _chain(grants: list[File], validity: Validity, errors: set[tuple[str, str]]) -> list[Label]:
    """The labels that were granted, but for one that leaves an earlier one without a day."""
    held: list[Label] = []
    for file in grants:
        term = file.term(validity)
        assert term is not None
        label = Label(file, *term, since=term[0])
        if label.began and any(one.began and one.first >= label.first for one in held):
            errors.add((file.name, "N026"))
        else:
            held.append(label)
    return held


def _holder(held: list[Label], day: date) -> Label | None:
    """Who holds on a day, among labels of which each ends the one before it."""
    begun = [one for one in held if one.began and one.first is not None and one.first <= day]
    if not begun:
        return None
    last = begun[-1]
    return last if day <= last.last and last.status(day) != "withdrawn" else None


def _names(held: list[Label], errors: set[tuple[str, str]]) -> None:
    """What `previous` must be, and events that come too late."""
    for at, label in enumerate(held):
        file, earlier = label.file, held[:at]
        day = _decided(file)
        runs = _holder(earlier, day)
        before = [one for one in earlier if one.began]
        renewed = runs or (before[-1] if before else None)
        named = file.previous
        right = renewed is not None and named == (renewed.last, _was(renewed, day - DAY))
        stranger = named is not None and all(one.last != named[0] for one in earlier)
        if right or (runs is None and (named is None or stranger)):
            if stranger and earlier:
                errors.add((file.name, "N035"))
        elif renewed is None:
            errors.add((file.name, "N028"))
        else:
            errors.add((file.name, "N022" if named else "N021"))
        after = [one for one in held[at + 1 :] if one.began]
        for event, on in file.events if after else ():
            first = after[0].first
            assert first is not None
            if on > first and first <= label.last:
                errors.add((file.name, "N027"))
            elif on > _decided(after[0].file) and event != "reinstated":
                errors.add((file.name, "N036"))


def _was(label: Label, eve: date) -> str | None:
    """The state that a renewal names: suspended or withdrawn on the eve, else nothing (RC-14)."""
    status = label.status(eve)
    if status == "withdrawn":
        return "withdrawn"
    return "suspended" if status == "suspended" and eve <= label.last else None


def _elsewhere(known: list[File], held: list[Label]) -> list[Label]:
    """The labels that `previous` names and no file holds."""
    found: dict[date, Label] = {}
    for file in sorted((one for one in known if one.outcome and one.previous), key=_decided):
        assert file.previous is not None
        (last, state), day = file.previous, _decided(file)
        earlier = [one for one in held if _decided(one.file) < day]
        since = min(day, last)
        if any(one.last == last for one in earlier) or _holder(earlier, since):
            continue
        if last in found:
            since = min(since, found[last].since)
        found[last] = Label(file, None, last, since, state)
    return list(found.values())


def _order(label: Label) -> tuple[date, bool, date]:
    return label.since, label.first is not None, label.last


class _Walk:
    """Goes through the days: who holds on each, and whose label is spoken of."""

    def __init__(self, labels: list[Label]) -> None:
        self.labels = labels
        self.current: Label | None = None  # holds, unless it has run out or was withdrawn
        self.last: Label | None = None  # the last one that began or was withdrawn

    def until(self, end: date, on: date) -> Label | None:
        """Walk to a day, and say whose label is spoken of on another."""
        lost = (one.file.withdrawn_on() for one in self.labels)
        day = min([on, *(one.since for one in self.labels), *(one for one in lost if one)])
        told: Label | None = None
        while day <= end:
            for one in self.labels:
                self.begin(one, day)
            for one in self.labels:
                self.withdraw(one, day)
            if self.current is not None and day > self.current.last:
                self.current = None
            if self.current is not None:
                self.current.days.append(day)
            if day == on:
                told = self.current or self.last
            day += DAY
        return told

    def begin(self, label: Label, day: date) -> None:
        if label.since != day:
            return
        if label.first is None and not label.began:
            label.ended_by, self.last = "withdrawal", label
        if not label.began:
            return
        if self.current is not None and day <= self.current.last:
            self.current.ended_by, self.current.until = "renewal", day - DAY
        self.current = self.last = label

    def withdraw(self, label: Label, day: date) -> None:
        lost = label.file.withdrawn_on() if label.first else None
        if lost != day or (label.began and label is not self.current):
            return  # what ended before cannot be withdrawn
        label.ended_by, self.last = "withdrawal", label
        if label is self.current:
            self.current = None


def _state(label: Label, held: list[Label], validity: Validity, on: date) -> str:
    """RC-14, the first that applies."""
    status = label.status(on)
    if status == "withdrawn":
        return "withdrawn"
    if on > label.last:
        return "expired"
    if status == "suspended":
        return "suspended"
    renewals = [one for one in held if one.since > label.since and one.status(on) == "stands"]
    if not renewals and on >= renewal_opens(label.last, validity):
        return "expiring"
    return "valid"


def _finished(file: File, on: date) -> bool:
    return file.outcome in ("granted", "refused") or (file.complete and file.last <= on)


def _stage(known: list[File], on: date) -> str:
    audits = sorted((one for one in known if one.kind == "audit"), key=lambda one: one.first)
    own = sorted((one for one in known if one.kind != "audit"), key=lambda one: one.first)
    if not audits:
        return "self_assessed" if own else "not_engaged"
    audit = audits[-1]
    final = audit.outcome in ("granted", "refused")
    if own and final and own[-1].first > _decided(audit):
        return "self_assessed"
    if audit.outcome:
        return audit.outcome
    return "to_decide" if _finished(audit, on) else "in_audit"
