"""What comes next in a network: windows that open, labels that end, actions that are due."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ..model.referential import Validity
from .network import AgendaItem
from .organisation import OrganisationFiles, window
from .terms import KnownTerm


def agenda_of(
    organisations: Iterable[OrganisationFiles], on: date, in_force: Sequence[Validity]
) -> tuple[AgendaItem, ...]:
    """The days after `on`, up to the same day a year later, in order."""
    until = _year_later(on)
    every = (item for one in organisations for item in _of(one, in_force))
    return tuple(sorted((item for item in every if on < item.day <= until), key=_order))


def _year_later(day: date) -> date:
    """The same day a year later: 28 February for the 29th."""
    if day.year == date.max.year:
        return date.max
    number = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + 1, day=number)


def _order(item: AgendaItem) -> tuple[date, str, str, str]:
    return item.day, item.organisation, item.kind, item.criterion or ""


def _of(one: OrganisationFiles, in_force: Sequence[Validity]) -> Iterator[AgendaItem]:
    current = _current(one.terms)
    if current is not None:
        yield AgendaItem(current.last_day, "last_day", one.id, None, None)
        if opens := window(current, in_force):
            yield AgendaItem(opens, "renewal_opens", one.id, None, None)
    for file in one.finished[-1:]:
        for advice in file.advice:
            if advice.due is not None:
                text = advice.text or advice.owner
                yield AgendaItem(advice.due, "action_due", one.id, advice.criterion, text)


def _current(terms: Sequence[KnownTerm]) -> KnownTerm | None:
    """The last term that is neither withdrawn nor ended by another."""
    return next((one for one in reversed(terms) if one.ended_by is None), None)
