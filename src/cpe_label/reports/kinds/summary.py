"""One page for those who read one page: where we stand, what is missing, what we do well."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..document import Block, Bullets, Document, Item, Items, Paragraph, Section, Table
from ..prose import one_line
from ..view.types import CriterionView, LevelView, MissingView, View
from . import parts
from .room import SETTINGS, Setting, lines, short, total

_LONGEST: Final = {
    "organisation": 200,
    "kicker": 160,
    "level": 60,
    "section": 60,
    "practice": 260,
    "reason": 400,
}
"""In characters: a page holds no more, and the full report has the texts whole."""

_MOST_SECTIONS: Final = 12
_LEAST_NAMED: Final = 3
_LEAST_PRACTICES: Final = 4
_SOURCE: Final = {"audit": "summary_source", "self_assessment": "summary_source_self"}


def compose(view: View) -> Document:
    """The document of a summary."""
    view = _brief(view)
    setting = next((one for one in SETTINGS if _room(view, one) >= _least(view, one)), SETTINGS[-1])
    room = _room(view, setting)
    missing, left = _missing(view, setting, room)
    page = parts.document(
        view,
        parts.sentence(view, "summary"),
        opening=parts.verdict(view, missing=False),
        sections=(
            *parts.section(
                parts.sentence(view, "decision"),
                *(Paragraph(text, quoted=True) for text in _reason(view)),
            ),
            Section(parts.sentence(view, "by_level"), parts.levels(view, bars=setting.bars)),
            *parts.section(parts.sentence(view, "missing"), *missing),
            Section(parts.sentence(view, "by_section"), tuple(_sections(view))),
            *parts.section(
                parts.sentence(view, "good_practices"), *_practices(view, setting, left)
            ),
        ),
        closing=Section(parts.sentence(view, "rule"), tuple(_rule(view))),
    )
    kicker = short(page.kicker, _LONGEST["kicker"])
    return replace(page, kicker=kicker, style="page", fit=setting.fit)


def _reason(view: View) -> tuple[str, ...]:
    """What the committee wrote with its decision, as far as a page has room for it."""
    reason = short(one_line(view.decision_reason), _LONGEST["reason"])
    return (reason,) if reason else ()


def _reason_lines(view: View, width: int) -> float:
    """The lines of that section, by the length at which the text is cut."""
    reason = one_line(view.decision_reason)[: _LONGEST["reason"]]
    return 2.3 + lines(reason, width) if reason else 0


def _brief(view: View) -> View:
    """The same view with titles that a page has room for."""
    return replace(
        view,
        organisation=short(view.organisation, _LONGEST["organisation"]),
        events=view.events[-2:],
        levels=tuple(
            replace(one, title=short(one.title, _LONGEST["level"])) for one in view.levels
        ),
        sections=tuple(
            replace(one, title=short(one.title, _LONGEST["section"])) for one in view.sections
        ),
    )


# ── What there is room for ───────────────────────────────────────────────────────────────────────


def _room(view: View, setting: Setting) -> float:
    """The lines that are left for what is missing and for good practices."""
    width = setting.width
    banner = 3.5 + total((*parts.standing(view), *filter(None, (view.unfinished,))), width)
    head = total((view.organisation,), width / 2.2) * 2.2 + 1.5
    levels = sum(_level(one, setting) for one in view.levels)
    headings = 2.3 * 3 + _reason_lines(view, width)
    return setting.lines - banner - head - levels - _rows(view, setting) - headings - 4


def _level(one: LevelView, setting: Setting) -> float:
    """The lines of a level: its bar, or only its counts and what is to note."""
    title = lines(one.title, setting.width / 2)
    if not setting.bars:
        return title + 0.35 + (lines(one.margin, setting.width) if one.margin else 0)
    return title + 0.7 + max(1, lines(one.margin, setting.width / 3))


def _rows(view: View, setting: Setting) -> float:
    """The lines of the table of sections."""
    table = _table(view)
    columns = len(table.head) - 1
    first = setting.width * (0.46 if setting.bars else 0.55)
    head = max(lines(title, setting.width * 0.5 / columns) for title in table.head[1:])
    around = 1.1 if setting.bars else 0.25
    titles = (one.title for one in view.sections[:_MOST_SECTIONS])
    return head + 0.5 + sum(around + lines(title, first) for title in titles)


def _least(view: View, setting: Setting) -> float:
    """The lines of the least that a page names, if there is so much."""
    groups = [group for level in view.levels for group in level.missing][:3]
    names = sum(1.5 + min(len(group.criteria), _LEAST_NAMED) for group in groups)
    first = view.good_practices[:_LEAST_PRACTICES]
    practices = sum(_practice_lines(one, setting.width) for one in first)
    return (names + 2.3 if groups else 0) + (practices + 2.3 if practices else 0)


# ── What is missing ──────────────────────────────────────────────────────────────────────────────


def _missing(view: View, setting: Setting, room: float) -> tuple[tuple[Block, ...], float]:
    """What each level lacks, by name as far as there is room; and the room that is left."""
    groups = [group for level in view.levels for group in level.missing]
    kept = _kept_for_practices(view, room)
    left = room - kept - 2.3
    blocks: list[Block] = []
    for number, group in enumerate(groups):
        left -= 0.4 + lines(group.sentence, setting.width)
        share = left / (len(groups) - number)
        shown = _that_fit(group, setting, share)
        left -= total(map(_name, group.criteria[:shown]), setting.width) * 1.1
        if left < 0:
            blocks += parts.notes(parts.sentence(view, "rest_in_full")) if number else ()
            break
        blocks += _named(view, group, shown)
        left -= len(group.criteria) > shown
    return tuple(blocks), max(0.0, left if groups else room - kept) + kept


def _kept_for_practices(view: View, room: float) -> float:
    return min(2.3 + 2 * min(len(view.good_practices), _LEAST_NAMED), room / 3)


def _that_fit(group: MissingView, setting: Setting, room: float) -> int:
    used, count = 0.0, 0
    for one in group.criteria:
        used += 1.1 * lines(_name(one), setting.width)
        if used > room - 1:
            return count
        count += 1
    return count


def _name(one: CriterionView) -> str:
    return f"{one.status.text} {one.id} {one.title}"


def _named(view: View, group: MissingView, shown: int) -> Iterator[Block]:
    yield Paragraph(group.sentence, "strong")
    if shown:
        yield Items(
            tuple(Item(one.id, one.title, status=one.status) for one in group.criteria[:shown])
        )
    yield from _more(view, len(group.criteria) - shown)


# ── Sections, practices, the rule ────────────────────────────────────────────────────────────────


def _table(view: View) -> Table:
    table = parts.sections_table(view, most=_MOST_SECTIONS)
    return replace(table, head=tuple(short(title, 32) for title in table.head))


def _sections(view: View) -> Iterator[Block]:
    yield _table(view)
    yield from _more(view, len(view.sections) - _MOST_SECTIONS)


def _practices(view: View, setting: Setting, room: float) -> tuple[Block, ...]:
    """The practices themselves, whole or begun, as many as there is room for."""
    texts: list[str] = []
    left = room - 2.3
    for one in view.good_practices:
        left -= _practice_lines(one, setting.width)
        if left < 0:
            break
        texts.append(short(one_line(one.good_practice), _LONGEST["practice"]))
    more = _more(view, len(view.good_practices) - len(texts))
    return (Bullets(tuple(texts), quoted=True), *more) if texts else ()


def _practice_lines(one: CriterionView, width: int) -> float:
    """The lines of a practice, by the length at which it is cut, wherever its words end."""
    return 1.1 * lines(one_line(one.good_practice)[: _LONGEST["practice"]], width)


def _rule(view: View) -> Iterator[Block]:
    yield Paragraph(view.referential.rule[-1])
    yield from parts.notes(parts.sentence(view, _SOURCE[view.kind], dates=view.dates))


def _more(view: View, count: int) -> tuple[Block, ...]:
    return parts.notes(parts.sentence(view, "more_in_full", count=count)) if count > 0 else ()
