"""Every HTML page of the examples, as a tree."""

import itertools
from collections.abc import Iterator

import pytest

from cpe_label import render
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.render import NoCertificateError
from cpe_label.text.typography import LANGUAGES

from .page_tree import Node, read
from .reports import EVALUATIONS, ON
from .sessions import minutes

NAMES = ("granted", "refused-mandatory", "half-done", "self-assessment")


def pages() -> Iterator[tuple[str, Node]]:
    """Every kind of every example in every language, by name; a certificate where one is due;
    and the minutes of a session."""
    for (name, evaluation), kind, language in itertools.product(
        ((name, EVALUATIONS[name]) for name in NAMES), KINDS, LANGUAGES
    ):
        try:
            text = render(evaluation, "html", language, ON, kind=kind)
        except NoCertificateError:
            continue
        yield f"{kind} {name} {language}", read(text)
    for language in LANGUAGES:
        yield f"minutes {language}", read(minutes("html", language))


PAGES = dict(pages())

every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
