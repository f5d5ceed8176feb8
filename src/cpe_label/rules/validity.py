"""Until when a label holds: terms, renewals and the state on a given day (RC-12 to RC-14).

No clock: every day comes in as an argument.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, Literal

from ..model.audit import Audit, Event, EventKind, PreviousState
from ..model.referential import Referential, Validity
from ..text.arguments import expects
from .evaluation import Period, State

_ONE_DAY: Final = timedelta(days=1)
_Day = tuple[int, int, int]  # year, month, day: one day more than `date` can hold

LabelStatus = Literal["stands", "suspended", "withdrawn"]
"""What events make of a granted label."""

TRANSITIONS: Final[dict[tuple[LabelStatus, EventKind], LabelStatus]] = {
    ("stands", "suspended"): "suspended",
    ("stands", "withdrawn"): "withdrawn",
    ("suspended", "reinstated"): "stands",
    ("suspended", "withdrawn"): "withdrawn",
}
"""RC-14: what each event makes of a granted label; what is not here cannot happen."""


@expects(decided_on=date, validity=Validity, previous_last_day=date | None)
def label_period(
    decided_on: date,
    validity: Validity,
    previous_last_day: date | None = None,
    previous_state: PreviousState | None = None,
) -> Period:
    """The days on which a label granted on `decided_on` holds.

    RC-12: from the day of the decision to the eve of the same day `validity.years` later.
    RC-13: a renewal decided inside the window before `previous_last_day` starts the day after it,
    unless `previous_state` tells that the label before it did not stand on the eve of the decision.

    Raises OverflowError if the term would run past the year 9999.
    """
    return _period(decided_on, validity, previous_last_day, previous_state)


def _period(
    decided_on: date,
    validity: Validity,
    previous_last_day: date | None,
    previous_state: PreviousState | None,
) -> Period:
    first_day = decided_on
    if (
        previous_last_day is not None
        and previous_state is None
        and renewal_opens(previous_last_day, validity) <= decided_on <= previous_last_day
    ):
        first_day = previous_last_day + _ONE_DAY
    first = (first_day.year, first_day.month, first_day.day)
    last_day = _eve_of_same_day(first, 12 * validity.years)
    return Period(first_day, last_day, previous_last_day, previous_state)


def term_of(audit: Audit, validity: Validity) -> Period | None:
    """The days on which the label holds, once the committee has granted it (RC-11 to RC-13).

    Raises OverflowError if the term would run past the year 9999.
    """
    decision = audit.decision
    if decision is None or decision.outcome != "granted" or audit.kind != "audit":
        return None
    if audit.previous is None:
        return _period(decision.decided_on, validity, None, None)
    previous = audit.previous
    return _period(decision.decided_on, validity, previous.last_day, previous.state)


def renewal_opens(last_day: date, validity: Validity) -> date:
    """RC-13: the first day of the window in which a renewal follows on; its last is `last_day`.

    With a window of no month, the day after `last_day`. Before the calendar, its first day.
    """
    try:
        eve = _eve_of_same_day(_after(last_day), -validity.renewal_window_months)
    except OverflowError:
        return date.min
    return eve + min(_ONE_DAY, date.max - eve)


@expects(day=date, period=Period | None, validity=Validity)
def state_on(
    day: date,
    period: Period | None,
    events: Iterable[Event] = (),
    *,
    validity: Validity,
    renewed: bool = False,
) -> State:
    """RC-14: the state of a label on a day, the first that applies.

    `events` are in the order in which they happened. `renewed` means that a renewal, which is
    neither suspended nor withdrawn on that day, has been granted by then.

    Raises ValueError if an event cannot follow those before it.
    """
    if period is None:
        return "none"
    status = status_after(event for event in events if event.on <= day)
    opens = None if renewed else renewal_opens(period.last_day, validity)
    return term_state(day, period.first_day, period.last_day, status, opens)


def term_state(
    day: date, first_day: date | None, last_day: date, status: LabelStatus, opens: date | None
) -> State:
    """RC-14, from what is known of a term on a day.

    Without `first_day`, it began before. `opens` is the first day of the window, None if a renewal
    was granted.
    """
    states: tuple[tuple[State, bool], ...] = (
        ("withdrawn", status == "withdrawn"),
        ("none", first_day is not None and day < first_day),
        ("expired", day > last_day),
        ("suspended", status == "suspended"),
        ("expiring", opens is not None and day >= opens),
    )
    return next((state for state, applies in states if applies), "valid")


_IN_WORDS: Final[dict[LabelStatus, str]] = {
    "stands": "a label that stands",
    "suspended": "a suspended label",
    "withdrawn": "a withdrawn label",
}


def status_after(events: Iterable[Event]) -> LabelStatus:
    """RC-14: what events make of a granted label.

    Raises ValueError if an event cannot follow those before it.
    """
    status: LabelStatus = "stands"
    for event in events:
        if (status, event.event) not in TRANSITIONS:
            raise ValueError(f"{event.event} cannot act on {_IN_WORDS[status]}")
        status = TRANSITIONS[status, event.event]
    return status


def in_force_until(referential: Referential, versions: Iterable[Referential]) -> date | None:
    """RC-15: the last day on which an audit may start under a version, None if there is none yet.

    It is the version's own `until` where written, else the eve of the next version's first day.
    """
    since, until = referential.in_force.from_, referential.in_force.until
    if until is not None:
        return until
    following = [
        other.in_force.from_
        for other in versions
        if other.id == referential.id and other.in_force.from_ > since
    ]
    return min(following) - _ONE_DAY if following else None


def _after(day: date) -> _Day:
    """The day after, which may be the first one after the calendar."""
    following = (10_000, 1, 1)
    if day < date.max:
        day += _ONE_DAY
        following = (day.year, day.month, day.day)
    return following


def _eve_of_same_day(day: _Day, months: int) -> date:
    """The eve of the same day `months` later, or of the 1st after it where it does not exist."""
    year, month, number = day
    month_count = 12 * year + (month - 1) + months
    if number == 1:
        month_count -= 1  # the eve of a 1st ends the month before
    year, month = divmod(month_count, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"{months} months from {day} is outside the calendar")
    length = monthrange(year, month + 1)[1]
    return date(year, month + 1, length if number == 1 else min(number - 1, length))
