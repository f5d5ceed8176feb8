"""The public list of a network: who is labelled on a day, and nothing else of anybody."""

from ...text.typography import day_in_words
from ..document import Block, Document, Notice, Paragraph, Table, Text
from ..view.network_types import NetworkView, OrganisationView
from .network_words import own


def compose(view: NetworkView) -> Document:
    """The page that a network publishes: members labelled on the day, their region and days."""
    title = own(view, "public_title", day=view.on)
    return Document(
        language=view.language,
        written=view.written,
        name=own(view, "public_window", title=title, referential=view.referential),
        label=own(view, "public_document"),
        mark="",
        kicker=view.referential,
        title=title,
        opening=(*_warning(view), _list(view)),
        contents="",
        sections=(),
        closing=None,
        engine=view.engine,
    )


def _warning(view: NetworkView) -> tuple[Block, ...]:
    return (Notice(own(view, "may_miss"), "open"),) if view.left_out else ()


def _list(view: NetworkView) -> Block:
    if not view.labelled:
        return Paragraph(own(view, "public_none"))
    keys = ("organisation", "region", "first_day", "last_day")
    return Table(
        tuple(own(view, key) for key in keys),
        tuple(_row(view, one) for one in view.labelled),
    )


def _row(view: NetworkView, one: OrganisationView) -> tuple[Text, ...]:
    days = (
        day_in_words(day, view.language) if day else "" for day in (one.first_day, one.last_day)
    )
    return tuple(Text(text or "–", soft=not text) for text in (one.called, one.region, *days))
