"""The full report: from the cover to the annex, in the order in which a committee reads it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..document import (
    Block,
    Bullets,
    Document,
    Heading,
    Item,
    Items,
    Paragraph,
    Section,
    Sheet,
    Signature,
    Signatures,
    Table,
    Text,
)
from ..prose import one_line
from ..view.types import CriterionView, LevelView, View
from . import parts
from .room import short

_MOST_NAMED: Final = 3
_LONGEST_REASON: Final = 400


def compose(view: View) -> Document:
    """The document of a whole audit, or of a self-assessment."""
    whole = parts.document(
        view,
        view.title,
        opening=(parts.who_and_when(view), *parts.verdict(view), *_reason(view)),
        sections=_sections(view),
        closing=Section(
            parts.sentence(view, "digests"),
            (
                *parts.about(view.referential.description),
                parts.fingerprints(view),
                *parts.notes(parts.sentence(view, "computed_by", engine=view.engine)),
            ),
            "digests",
        ),
    )
    return replace(whole, contents=parts.sentence(view, "contents"))


def _reason(view: View) -> tuple[Block, ...]:
    """Why the committee decided so, at once; a long reason is whole under its decision."""
    reason = short(one_line(view.decision_reason), _LONGEST_REASON)
    if not reason:
        return ()
    return (
        Paragraph(parts.sentence(view, "reason_given"), "strong"),
        Paragraph(reason, quoted=True),
    )


def _sections(view: View) -> Iterator[Section]:
    def section(key: str, *blocks: Block) -> Iterator[Section]:
        yield from parts.section(parts.sentence(view, key), *blocks, anchor=key)

    yield from section("by_level", *_glance(view))
    yield from section("scope", Bullets(view.scope))
    yield from section("limits", Bullets(view.limits))
    yield from section("follow_up", *([Paragraph(view.follow_up)] if view.follow_up else []))
    yield from section("rule", *_rule(view))
    yield from section("by_section", parts.sections_table(view))
    yield from section("good_practices", *_practices(view))
    for level in view.levels:
        if level.unmet:
            yield _unmet(view, level)
    if view.to_assess:
        yield from section("to_assess", Items(tuple(_to_assess(view))))
    yield from section("recommendations", *_recommendations(view))
    yield from section("not_applicable", *(_set_aside(view, one) for one in view.not_applicable))
    yield from section("actions", *_actions(view))
    if view.kind == "audit":
        yield from section("response", *_said(view, view.response, "no_response"))
        yield from section("opinion", *_said(view, view.opinion, "no_opinion"))
    else:
        yield from section("response", *parts.paragraphs(view.response))
        yield from section("opinion", *parts.paragraphs(view.opinion))
    yield from section("decision", *_decision(view))
    yield from section("signatures", _signatures(view))
    yield from section("grid", *_grid(view))
    rules = ((one.clause, one.text) for one in view.referential.clauses)
    yield from section("rules_applied", parts.clauses(rules))


def _glance(view: View) -> Iterator[Block]:
    """What is enough for somebody who reads one page: each level, and what is missing by name."""
    yield from parts.levels(view)
    for level in view.levels:
        for group in level.missing:
            yield Paragraph(group.sentence, "strong")
            most = _MOST_NAMED + (len(group.criteria) == _MOST_NAMED + 1)  # never « 1 more »
            shown, more = group.criteria[:most], group.criteria[most:]
            yield Items(tuple(map(_named, shown)))
            if more:
                yield from parts.notes(parts.sentence(view, "more_missing", count=len(more)))
    if view.fragile:
        yield Paragraph(view.fragile)


def _named(one: CriterionView) -> Item:
    unmet = one.status.key == "not_met"
    return Item(one.id, one.title, status=one.status, target=parts.anchor(one) if unmet else "")


def _rule(view: View) -> Iterator[Block]:
    yield Bullets(view.referential.rule)
    yield Heading(parts.sentence(view, "reasons"))
    yield Table(
        (parts.sentence(view, "clause"), parts.sentence(view, "result")),
        tuple((Text(one.clause), Text(one.text)) for one in view.reasons),
    )


def _to_assess(view: View) -> Iterator[Item]:
    """What is not assessed, each with its level: those that every label needs stand out."""
    for one in view.to_assess:
        item = parts.item(view, one, one.status)
        yield replace(item, notes=(*parts.plain_fact(view, "level", one.level), *item.notes))


def _unmet(view: View, level: LevelView) -> Section:
    sheets = (parts.sheet(view, one) for one in level.unmet)
    blocks: tuple[Block, ...] = (*parts.notes(level.unmet_note), *sheets)
    title = parts.sentence(view, "unmet", level=level.title)
    return Section(title, blocks, f"unmet-{level.id}")


def _practices(view: View) -> Iterator[Block]:
    for one in view.good_practices:
        facts = (
            *parts.fact(view, "good_practice", one.good_practice),
            *parts.evidence(view, "evidence", one.evidence),
        )
        yield Sheet(one.id, one.title, facts)
    if not view.good_practices:
        yield from parts.notes(parts.sentence(view, "none_noted"))


def _recommendations(view: View) -> Iterator[Block]:
    """Every recommendation, also those that stand under an unmet criterion: it is issued here."""
    for one in view.recommendations:
        facts = (
            *parts.plain_fact(view, "level", one.level),
            *parts.plain_fact(view, "finding", one.status.text),
            *parts.fact(view, "recommendation", one.recommendation),
            *parts.action(view, one),
        )
        unmet = one.status.key == "not_met"
        yield Sheet(one.id, one.title, facts, target=parts.anchor(one) if unmet else "")
    if not view.recommendations:
        yield from parts.notes(parts.sentence(view, "none_noted"))


def _set_aside(view: View, one: CriterionView) -> Sheet:
    facts = (
        *parts.fact(view, "ground", one.not_applicable_when),
        *parts.fact(view, "justification", one.justification),
    )
    return Sheet(one.id, one.title, facts)


def _actions(view: View) -> tuple[Block, ...]:
    if view.actions:
        return (parts.actions_table(view),)
    return parts.notes(parts.sentence(view, "no_action"))


def _said(view: View, text: str, otherwise: str) -> tuple[Block, ...]:
    return parts.paragraphs(text) or parts.notes(parts.sentence(view, otherwise))


def _decision(view: View) -> tuple[Block, ...]:
    return (
        Paragraph(view.decision, "strong"),
        *parts.paragraphs(view.decision_reason),
        *([Paragraph(view.term)] if view.term else []),
        *([Bullets(view.events)] if view.events else []),
    )


def _signatures(view: View) -> Signatures:
    places = tuple(Signature(one.role, one.names) for one in view.signatures)
    return Signatures(places, parts.sentence(view, "sign_here"))


def _grid(view: View) -> Iterator[Block]:
    head = tuple(parts.sentence(view, key) for key in ("criterion", "level", "finding"))
    for one in view.sections:
        yield Heading(one.title, quoted=True)
        rows = tuple((parts.item(view, c), Text(c.level), c.status) for c in one.criteria)
        yield Table(head, rows, "grid")
