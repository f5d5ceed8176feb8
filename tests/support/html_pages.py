"""Every HTML page of the examples, and those of a network, as trees."""

import itertools
from collections.abc import Iterator

import pytest

from cpe_label import render
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.network import FORMATS
from cpe_label.reports.render import NoCertificateError
from cpe_label.text.typography import LANGUAGES

from .network import file_with, network
from .page_tree import Node, read
from .reports import EVALUATIONS, ON
from .sessions import minutes

NAMES = ("granted", "refused-mandatory", "half-done", "self-assessment")


def pages() -> Iterator[tuple[str, Node]]:
    """Every kind of every example in every language, by name; a certificate where one is due.

    Then those of a network and of a session.
    """
    for (name, evaluation), kind, language in itertools.product(
        ((name, EVALUATIONS[name]) for name in NAMES), KINDS, LANGUAGES
    ):
        try:
            text = render(evaluation, "html", language, ON, kind=kind)
        except NoCertificateError:
            continue
        yield f"{kind} {name} {language}", read(text)
    left_out = (file_with("essai/x.yaml", "A013"),)
    whole = network(left_out=left_out, problems=left_out)
    form = FORMATS["html"]
    assert form.public
    for language in LANGUAGES:
        yield f"network example {language}", read(str(form.write(whole, language)))
        yield f"labelled example {language}", read(str(form.public(whole, language)))
        yield f"minutes {language}", read(minutes("html", language))


PAGES = dict(pages())

every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
