"""The plan: what is to be done, in order, for those who will do it."""

from collections.abc import Iterator
from typing import Final

from ..document import Block, Document, Paragraph, Section
from ..view.types import MissingView, View
from . import parts

_SOURCE: Final = {"audit": "plan_source", "self_assessment": "plan_source_self"}
_NOW: Final = {
    one: f"now_{one}"
    for one in (
        *("suspended", "withdrawn", "expired", "labellable", "secured", "refused", "adjourned"),
        "self_pass",
    )
}
"""Where no criterion is missing, what follows from where the organisation stands.

Any other key is that of a label that stands.
"""


def compose(view: View) -> Document:
    """The document of a plan: all that blocks, then what is to be chosen among, then the rest."""
    return parts.document(
        view,
        parts.sentence(view, "plan"),
        opening=(
            *parts.verdict(view),
            *parts.notes(parts.sentence(view, _SOURCE[view.kind], dates=view.dates)),
        ),
        sections=_sections(view),
    )


def _sections(view: View) -> Iterator[Section]:
    yield from parts.section(
        parts.sentence(view, "decision"), *parts.paragraphs(view.decision_reason)
    )
    every = [missing for level in view.levels for missing in level.missing]
    blocking = [one for one in every if one.needs_all]
    chosen = [one for one in every if one not in blocking]
    if not every:
        now = parts.sentence(view, _NOW.get(view.standing.key, "now_labelled"))
        yield Section(parts.sentence(view, "label_now"), (Paragraph(now),))
    yield from parts.section(parts.sentence(view, "plan_all"), *_sheets(view, blocking))
    yield from parts.section(parts.sentence(view, "plan_any"), *_sheets(view, chosen))
    if view.actions:
        yield Section(parts.sentence(view, "plan_dates"), (parts.actions_table(view),))
    yield from parts.section(parts.sentence(view, "plan_more"), *_rest(view, every))


def _sheets(view: View, missing: list[MissingView]) -> Iterator[Block]:
    for group in missing:
        yield Paragraph(group.sentence, "strong")
        for one in group.criteria:
            yield parts.sheet(view, one, status=True)


def _rest(view: View, named: list[MissingView]) -> Iterator[Block]:
    """Ways to progress: recommendations, and unmet criteria, that no earlier section names."""
    already = {one.id for group in named for one in group.criteria}
    unmet = [one for level in view.levels for one in level.unmet]
    rest = {one.id: one for one in (*unmet, *view.recommendations) if one.id not in already}
    if rest:
        yield from parts.notes(parts.sentence(view, "plan_more_note"))
    for one in rest.values():
        yield parts.sheet(view, one, status=True)
