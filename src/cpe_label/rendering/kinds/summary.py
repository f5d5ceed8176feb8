"""One page for the general meeting and for partners: where we stand, and what we do well.

It lists no criterion that is not met: what is to be done is another document.
"""

from dataclasses import replace

from ..document import Block, Bullets, Document, Section
from ..view import View
from . import parts

_MOST_PRACTICES = 5


def compose(view: View) -> Document:
    """The document of a summary."""
    page = parts.document(
        view,
        parts.told(view, "summary"),
        opening=parts.verdict(view, missing=False),
        sections=(
            Section(parts.told(view, "by_level"), parts.levels(view)),
            Section(parts.told(view, "by_section"), (parts.sections_table(view),)),
            *parts.section(parts.told(view, "good_practices"), *_practices(view)),
        ),
        closing=Section(
            parts.told(view, "rule"),
            (
                Bullets(view.referential.rule),
                *parts.notes(parts.told(view, "summary_source", dates=view.dates)),
            ),
        ),
    )
    return replace(page, look="page")


def _practices(view: View) -> tuple[Block, ...]:
    shown, more = view.good_practices[:_MOST_PRACTICES], view.good_practices[_MOST_PRACTICES:]
    if not shown:
        return ()
    titles = Bullets(tuple(one.title for one in shown))
    rest = parts.told(view, "more_practices", count=len(more)) if more else ""
    return (titles, *parts.notes(rest))
