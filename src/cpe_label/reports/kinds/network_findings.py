"""What audits found across a network: criteria, good practices, what is to be done, progress."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...text.typography import day_in_words
from ..document import (
    Block,
    Bullets,
    Cell,
    Fact,
    Heading,
    Item,
    Paragraph,
    Sheet,
    Table,
    Text,
)
from ..prose import points
from ..view.network_types import (
    NetworkCriterionView,
    NetworkProgressView,
    NetworkView,
    RecommendationView,
)
from ..view.types import Word
from . import parts
from .network_words import own

# ── 4. Criteria ──────────────────────────────────────────────────────────────────────────────────


def criteria(view: NetworkView) -> Iterator[Block]:
    """The criteria that somebody fails, the others by name, and each organisation by section."""
    if not view.criteria:
        yield Paragraph(own(view, "no_audit"))
        return
    weak = [one for one in view.criteria if one.not_met_by]
    yield from parts.notes(own(view, "criteria_note"))
    if weak:
        yield Table(
            tuple(own(view, key) for key in ("criterion", "met", "share", "not_met_by")),
            tuple(
                (_criterion(view, one), one.gauge, Text(one.gauge.share), _not_met_by(view, one))
                for one in weak
            ),
            "bars",
        )
    yield from _others(view)
    yield Heading(own(view, "by_section"))
    yield from parts.notes(own(view, "by_section_note"))
    absent = Text(own(view, "no_section"), soft=True)
    yield Table(
        (own(view, "organisation"), *view.sections),
        tuple(
            (Text(one.called), *(gauge or absent for gauge in one.sections))
            for one in view.organisations
            if one.sections
        ),
        "bars",
    )


def _criterion(view: NetworkView, one: NetworkCriterionView) -> Item:
    facts = [Fact(own(view, "level"), (Paragraph(one.level),))]
    if one.reworded:
        facts.append(Fact(own(view, "reworded"), (Paragraph(own(view, "reworded_note")),)))
    return Item(one.id, one.title, tuple(facts))


def _not_met_by(view: NetworkView, one: NetworkCriterionView) -> Text:
    return Text(parts.sentence(view, "semicolon").join(one.not_met_by))


def _others(view: NetworkView) -> Iterator[Paragraph]:
    """The criteria that nobody fails, by identifier."""
    for key, found in (
        ("met_everywhere", [one.id for one in view.criteria if one.share and not one.not_met_by]),
        ("applied_nowhere", [one.id for one in view.criteria if not one.share]),
    ):
        if found:
            yield Paragraph(own(view, key, count=len(found), names=", ".join(found)))


# ── 5. Good practices ────────────────────────────────────────────────────────────────────────────


def good_practices(view: NetworkView) -> Iterator[Block]:
    """The good practices of each criterion, with what was seen."""
    if not view.good_practices:
        yield Paragraph(own(view, "no_good_practice"))
    for (name, title), practices in groupby(
        view.good_practices, key=lambda one: (one.criterion, one.title)
    ):
        facts = (
            Fact(
                own(view, "whose", organisation=one.organisation, on=one.on),
                (*parts.paragraphs(one.text), *_evidence(one.evidence)),
            )
            for one in practices
        )
        yield Sheet(name, title, tuple(facts))


def _evidence(texts: tuple[str, ...]) -> Iterable[Bullets]:
    return (Bullets(points(texts), quoted=True),) if texts else ()


# ── 6. Recommendations and actions ───────────────────────────────────────────────────────────────


def recommendations(view: NetworkView) -> Iterator[Block]:
    """What is recommended and what is to be done, overdue first."""
    if not view.recommendations:
        yield Paragraph(own(view, "no_recommendation"))
        return
    keys = ("criterion", "organisation", "recommendation", "owner", "due")
    yield Table(
        tuple(own(view, key) for key in keys),
        tuple(
            (
                Item(one.criterion, one.title),
                Text(one.organisation),
                _said(view, one.text),
                _said(view, one.owner, own(view, "owner_is")),
                _due(view, one),
            )
            for one in view.recommendations
        ),
    )


def _said(view: NetworkView, text: str, lead: str = "") -> Text:
    return Text(text, lead=lead) if text else Text(own(view, "not_said"), soft=True)


def _due(view: NetworkView, one: RecommendationView) -> Cell:
    if one.overdue:
        return Word("overdue", own(view, "overdue_since", day=one.due), "✗", "bad")
    return _said(view, own(view, "due_on", day=one.due) if one.due else "")


# ── 7. Progress ──────────────────────────────────────────────────────────────────────────────────


def progress(view: NetworkView) -> Iterator[Block]:
    """What became of the criteria of each organisation audited twice."""
    if not view.progress:
        yield Paragraph(own(view, "no_progress"))
        return
    yield from parts.notes(own(view, "progress_note"))
    for one in view.progress:
        yield Heading(one.organisation, quoted=True)
        then, now = (day_in_words(day, view.language) for day in (one.earlier, one.later))
        yield Paragraph(own(view, "then_now", then=then, now=now), "note")
        yield Bullets(tuple(_steps(view, one)))


def _steps(view: NetworkView, one: NetworkProgressView) -> Iterator[str]:
    """Each list that is not empty; the criteria that stay as they should are only counted."""
    for key, names in one.lists:
        if names:
            counted = key in ("still_met", "still_not_applicable")
            yield own(
                view,
                "steps_counted" if counted else "steps",
                what=own(view, f"list_{key}"),
                count=len(names),
                names=", ".join(names),
            )
