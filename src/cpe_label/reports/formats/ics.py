"""A calendar (iCalendar, RFC 5545): each day to come as an event of a whole day.

An event keeps its name from one file to the next, so that a calendar that imports both holds it
once. Its stamp is the day asked: the same network gives the same bytes.
"""

from datetime import UTC, datetime

from ...messages.network import NETWORK
from ...messages.phrase import say
from ...problems.exceptions import MissingExtraError
from ..view.network_types import AgendaView, NetworkView


def calendar(view: NetworkView) -> bytes:
    """The agenda of a network.

    Raises MissingExtraError if the `ics` extra is not installed.
    """
    try:
        from icalendar import Calendar, Event, vText
    except ImportError:
        raise MissingExtraError("ics") from None
    stamp = datetime(view.on.year, view.on.month, view.on.day, tzinfo=UTC)
    made = Calendar()
    made.add("prodid", f"-//cpe_label//{view.engine}//{view.language.upper()}")
    made.add("version", "2.0")
    made.add("x-wr-calname", vText(say(NETWORK["calendar"], view.language, title=view.title)))
    if warnings := _warnings(view):
        made.add("x-wr-caldesc", vText(warnings))
    for one in view.agenda:
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", one.day)
        event.add("summary", _summary(view, one))
        if one.text:
            event.add("description", one.text)
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    written: bytes = made.to_ical()
    return written


def _summary(view: NetworkView, one: AgendaView) -> str:
    return say(NETWORK["event"], view.language, what=one.what, organisation=one.organisation)


def _warnings(view: NetworkView) -> str:
    """What nobody may overlook, a line each."""
    return "\n".join(
        f"{say(NETWORK[key], view.language, count=len(files))} "
        + ", ".join(
            say(NETWORK["file"], view.language, source=one.source, codes=one.codes) for one in files
        )
        for key, files in (("left_out", view.left_out), ("problems", view.problems))
        if files
    )
