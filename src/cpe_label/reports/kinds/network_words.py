"""The words of a network, and how it names an organisation."""

from ...messages.network import NETWORK
from ...messages.phrase import say
from ..document import (
    Fact,
    Item,
)
from ..view.network_types import (
    NetworkView,
    OrganisationView,
)
from . import parts


def own(view: NetworkView, key: str, /, **blanks: object) -> str:
    """A sentence of the network, in the language of the view."""
    return say(NETWORK[key], view.language, **blanks)


def named(view: NetworkView, one: OrganisationView) -> Item:
    """An organisation, with its region under its name."""
    region = parts.paragraphs(one.region)
    return Item(one.id, one.name, (Fact(own(view, "region"), region),) if region else ())
