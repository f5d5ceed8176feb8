"""The network of `examples/network/` on a day, its files named as the command names them."""

from datetime import date
from typing import Final

from cpe_label import Network, load_audit, load_members, load_referentials
from cpe_label.reading.networks import Gathering

from .shipped import REFERENTIAL, ROOT

FOLDER: Final = ROOT / "examples" / "network"


def example_network(on: date) -> Network:
    """The network on a day."""
    gathering = Gathering(load_referentials(REFERENTIAL))
    for path in sorted(FOLDER.glob("*.yaml")):
        gathering.add(path.name, load_audit(path))
    return gathering.network(load_members(FOLDER / "members.csv"), on)
