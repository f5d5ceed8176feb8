"""The positions of everything in a text, from its events; they are read when one is asked for."""

from collections.abc import Callable
from typing import Any, Final

from yaml import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ..problems.positions import END, Trail

NextEvent = Callable[[], Any]
"""Gives the events of a text, one by one, from its first value on."""
EventsOf = Callable[[str], NextEvent]

_OPENING: Final[dict[type[Event], type]] = {MappingStartEvent: dict, SequenceStartEvent: list}
_CLOSING: Final = (MappingEndEvent, SequenceEndEvent)


def trail_of(events_of: EventsOf, text: str, before: int | None = None) -> Trail:
    """The positions in the mapping that a text holds; `before` an offset, or all of them."""
    next_event = events_of(text)
    next_event()  # the mapping opens
    trail: list[Any] = []
    above: list[type] = [dict]  # the containers around the next value, the whole mapping among them
    is_key = True
    while above:
        event = next_event()
        kind, at = type(event), event.start_mark.index
        if before is not None and at >= before:
            return trail
        if kind in _CLOSING:
            above.pop()
            trail.append(END)
            is_key = True
        elif is_key and above[-1] is dict:
            trail += (event.value if kind is ScalarEvent else "", at)  # an alias has no text
            is_key = False
        else:
            if container := _OPENING.get(kind):
                trail.append(container)
                above.append(container)
            trail.append(at)
            is_key = True
    return trail[:-1]  # what the whole mapping ends with is left out
