"""Terms, states and versions against a second judge that walks the calendar day by day."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from support import making, walker

from cpe_label import Event, Referentials, Validity, check, label_period, state_on
from cpe_label.rules.validity import renewal_opens

DAYS = st.dates(date(1996, 1, 1), date(2104, 12, 31))
MONTHS = st.integers(0, 30)
YEARS = st.integers(1, 5)
TRANSITIONS = {
    "stands": ("suspended", "withdrawn"),
    "suspended": ("reinstated", "withdrawn"),
    "withdrawn": (),
}
AFTER = {"suspended": "suspended", "reinstated": "stands", "withdrawn": "withdrawn"}


def validity(years: int, months: int) -> Validity:
    return Validity(years=years, renewal_window_months=months)


@given(DAYS, YEARS)
def test_a_term_ends_where_the_walker_stops(first: date, years: int) -> None:
    assert label_period(first, validity(years, 0)).last_day == walker.last_day(first, years)


@given(DAYS, MONTHS)
def test_a_window_opens_where_the_walker_stops(last: date, months: int) -> None:
    assert renewal_opens(last, validity(1, months)) == walker.window_opens(last, months)


@given(
    DAYS,
    st.integers(-500, 500),
    YEARS,
    MONTHS,
    st.sampled_from([None, None, "suspended", "withdrawn"]),
)
def test_a_renewal_has_the_days_of_the_walker(
    previous: date, off: int, years: int, months: int, state: Any
) -> None:
    decided = previous + timedelta(days=off)
    period = label_period(decided, validity(years, months), previous, state)
    assert (period.first_day, period.last_day) == walker.term(
        decided, years, months, previous, state
    )


@st.composite
def lives(draw: st.DrawFn) -> tuple[Any, ...]:
    """A label, what happened to it in an order that RC-14 allows, a renewal, and a day asked."""
    years, months, decided = draw(YEARS), draw(MONTHS), draw(DAYS)
    waiting = draw(st.integers(0, 200))
    previous = decided + timedelta(days=waiting) if waiting else None
    label = walker.term(decided, years, months, previous)
    status, on, events = "stands", decided, []
    for _ in range(draw(st.integers(0, 4))):
        if TRANSITIONS[status]:
            on = min(label.last, on + timedelta(days=draw(st.integers(0, 400))))
            event = draw(st.sampled_from(TRANSITIONS[status]))
            events.append(walker.Happening(event, on))
            status = AFTER[event]
    around = draw(st.sampled_from([label.first, label.last, decided, *(one.on for one in events)]))
    asked = around + timedelta(days=draw(st.integers(-400, 400)))
    renewed = draw(st.one_of(st.none(), st.just(asked), st.just(asked + timedelta(days=1))))
    return years, months, decided, previous, label, events, asked, renewed


@given(lives())
def test_a_state_is_the_one_that_the_walker_lives_to_see(life: tuple[Any, ...]) -> None:
    years, months, decided, previous, label, events, asked, renewed = life
    period = label_period(decided, validity(years, months), previous)
    happened = [Event(event=one.event, on=one.on) for one in events]
    found = state_on(
        asked,
        period,
        happened,
        validity=validity(years, months),
        renewed=renewed is not None and renewed <= asked,
    )
    assert found == walker.state(asked, label, months, events, renewed)


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(0, 60))),
        min_size=1,
        max_size=4,
        unique_by=lambda one: one[0],
    ),
    st.integers(0, 130),
)
def test_a_version_is_in_force_on_the_days_of_the_walker(
    versions: list[tuple[int, int | None]], off: int
) -> None:
    zero = date(2020, 1, 1)
    starts = [zero + timedelta(days=start) for start, _ in versions]
    untils = [
        None if length is None else start + timedelta(days=length)
        for start, (_, length) in zip(starts, versions, strict=True)
    ]
    asked = zero + timedelta(days=off)
    counts = [{"m": {"met": 1}}]
    base = making.referential([{"id": "m", "required": "100%"}], counts)
    known = [
        base.model_copy(update={"version": str(place), "in_force": {"from": start, "until": until}})
        for place, (start, until) in enumerate(zip(starts, untils, strict=True))
    ]
    collection = Referentials.from_values(*known)
    usable = []
    for place, one in enumerate(known):
        audit = making.audit(
            counts,
            audited_on={"from": asked.isoformat()},
            referential={"id": one.id, "version": one.version},
        )
        if not {found.code for found in check(audit, collection)} & {"A025", "A026"}:
            usable.append(place)
    assert usable == walker.in_force(asked, starts, untils)
