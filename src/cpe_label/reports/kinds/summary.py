"""One page for the general meeting and for partners: where we stand, and what we do well.

It lists no criterion that is not met: what is to be done is another document.
"""

from dataclasses import replace
from typing import Final

from ..document import Block, Bullets, Document, Paragraph, Section
from ..view.types import View
from . import parts

_MOST_PRACTICES: Final = 5
_CROWDED: Final = 12
_MOST_PRACTICES_CROWDED: Final = 3
_MOST_SECTIONS: Final = 12
_LONGEST: Final = {"organisation": 90, "level": 32, "section": 44, "practice": 90}
"""In characters: a page holds no more, and the full report has the titles whole."""

_SOURCE: Final = {"audit": "summary_source", "self_assessment": "summary_source_self"}


def compose(view: View) -> Document:
    """The document of a summary."""
    view = _brief(view)
    page = parts.document(
        view,
        parts.sentence(view, "summary"),
        opening=parts.verdict(view, missing=False),
        sections=(
            Section(parts.sentence(view, "by_level"), parts.levels(view)),
            Section(parts.sentence(view, "by_section"), _sections(view)),
            *parts.section(parts.sentence(view, "good_practices"), *_practices(view)),
        ),
        closing=Section(
            parts.sentence(view, "rule"),
            (
                Paragraph(view.referential.rule[-1]),
                *parts.notes(parts.sentence(view, _SOURCE[view.kind], dates=view.dates)),
            ),
        ),
    )
    return replace(page, style="page")


def _brief(view: View) -> View:
    """The same view with titles that a page has room for."""
    return replace(
        view,
        organisation=_short(view.organisation, "organisation"),
        levels=tuple(replace(one, title=_short(one.title, "level")) for one in view.levels),
        sections=tuple(replace(one, title=_short(one.title, "section")) for one in view.sections),
    )


def _short(text: str, what: str) -> str:
    most = _LONGEST[what]
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _sections(view: View) -> tuple[Block, ...]:
    table = parts.sections_table(view)
    more = len(table.rows) - _MOST_SECTIONS
    return (replace(table, rows=table.rows[:_MOST_SECTIONS]), *_more(view, more))


def _practices(view: View) -> tuple[Block, ...]:
    titles = tuple(_short(one.title, "practice") for one in view.good_practices)
    if not titles:
        return ()
    crowded = len(view.levels) + len(view.sections) > _CROWDED
    most = _MOST_PRACTICES_CROWDED if crowded else _MOST_PRACTICES
    return (Bullets(titles[:most], quoted=True), *_more(view, len(titles) - most))


def _more(view: View, count: int) -> tuple[Block, ...]:
    return parts.notes(parts.sentence(view, "more_in_full", count=count)) if count > 0 else ()
