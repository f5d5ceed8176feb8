"""Write a network on a day: every format is made from one value, so that no two disagree."""

from collections.abc import Callable
from io import BytesIO
from typing import Final, NamedTuple

from ..record.network import NETWORK_FORMAT, labelled_record, network_record
from ..rules.network import Network
from ..text.serialization import json_pieces, json_text
from ..text.typography import Language
from .view.network import network_view

Write = Callable[[Network, Language], str | bytes]


def _text(network: Network, language: Language) -> str:
    from .formats import text
    from .kinds.network import compose

    return text.write(compose(network_view(network, language)))


def _json(network: Network, _: Language) -> bytes:
    written = BytesIO()
    written.writelines(json_pieces(network_record(network)))
    return written.getvalue()


def _html(network: Network, language: Language) -> str:
    from .formats import html
    from .kinds.network import compose

    return html.write(compose(network_view(network, language)))


def _csv(network: Network, language: Language) -> str:
    from .formats import csv
    from .kinds.network_listings import labels_with_remarks

    return csv.table(labels_with_remarks(network_view(network, language)))


def _xlsx(network: Network, language: Language) -> bytes:
    from .formats import xlsx
    from .kinds.network_listings import listings

    view = network_view(network, language)
    return xlsx.workbook(listings(view), NETWORK_FORMAT, view.title, language)


def _ics(network: Network, language: Language) -> bytes:
    from .formats import ics

    return ics.calendar(network_view(network, language))


# ── What a network publishes ─────────────────────────────────────────────────────────────────────


def _public_json(network: Network, _: Language) -> str:
    return json_text(labelled_record(network))


def _public_html(network: Network, language: Language) -> str:
    from .formats import html
    from .kinds.labelled import compose

    return html.write(compose(network_view(network, language)))


def _public_csv(network: Network, language: Language) -> str:
    from .formats import csv
    from .kinds.network_listings import labelled

    return csv.table(labelled(network_view(network, language)))


class NetworkFormat(NamedTuple):
    """A format of a network."""

    suffixes: tuple[str, ...]
    """The endings of its files."""
    write: Write
    public: Write | None = None
    """What writes the public list; None where a network is not published so."""


FORMATS: Final[dict[str, NetworkFormat]] = {
    "text": NetworkFormat((".txt",), _text),
    "json": NetworkFormat((".json",), _json, _public_json),
    "html": NetworkFormat((".html", ".htm"), _html, _public_html),
    "csv": NetworkFormat((".csv",), _csv, _public_csv),
    "xlsx": NetworkFormat((".xlsx",), _xlsx),
    "ics": NetworkFormat((".ics",), _ics),
}
