"""One page for those who read one page: where we stand, what is missing, what we do well."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf
from typing import Final

from ..document import Block, Bullets, Document, Paragraph, Section, Table
from ..prose import one_line
from ..view.types import CriterionView, LevelView, View
from . import parts
from .room import SETTINGS, Setting, lines, short, total
from .summary_missing import as_far_as_fits, everything, least

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
_FEWEST_SECTIONS: Final = 8
"""The sections of a page that is full before it says what is missing."""
_LEAST_PRACTICES: Final = 4
_SOURCE: Final = {"audit": "summary_source", "self_assessment": "summary_source_self"}


def compose(view: View, *, paged: bool = True) -> Document:
    """The document of a summary; one that is not `paged` has no page to fill, and cuts no list."""
    view = _brief(view)
    setting = next((one for one in SETTINGS if _room(view, one) >= _least(view, one)), SETTINGS[-1])
    missing, left = _missing(view, setting) if paged else (everything(view), inf)
    most = _most_sections(view, setting) if paged else len(view.sections)
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
            Section(parts.sentence(view, "by_section"), tuple(_sections(view, most))),
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
    table = _table(view, _MOST_SECTIONS)
    columns = len(table.head) - 1
    first = setting.width * (0.46 if setting.bars else 0.55)
    head = max(lines(title, setting.width * 0.5 / columns) for title in table.head[1:])
    around = 1.1 if setting.bars else 0.25
    titles = (one.title for one in view.sections[: _MOST_SECTIONS + 1])
    return head + 0.5 + sum(around + lines(title, first) for title in titles)


def _most_sections(view: View, setting: Setting) -> int:
    """One row more takes no more room than « and 1 more » would."""
    most = _MOST_SECTIONS if _room(view, setting) >= 0 else _FEWEST_SECTIONS
    return most + (len(view.sections) == most + 1)


def _least(view: View, setting: Setting) -> float:
    """The lines of the least that a page names, if there is so much."""
    first = view.good_practices[:_LEAST_PRACTICES]
    practices = sum(_practice_lines(one, setting.width) for one in first)
    return least(view, setting) + (practices + 2.3 if practices else 0)


def _missing(view: View, setting: Setting) -> tuple[tuple[Block, ...], float]:
    """What each level lacks, as far as there is room; and the room that is left for practices."""
    room = _room(view, setting)
    kept = _kept_for_practices(view, room)
    blocks, left = as_far_as_fits(view, setting, room - kept)
    return blocks, left + kept


def _kept_for_practices(view: View, room: float) -> float:
    count = min(len(view.good_practices), _LEAST_PRACTICES)
    return min(2.3 + 2 * count, max(0.0, room) / 3) if count else 0.0


# ── Sections, practices, the rule ────────────────────────────────────────────────────────────────


def _table(view: View, most: int) -> Table:
    table = parts.sections_table(view, most=most)
    return replace(table, head=tuple(short(title, 32) for title in table.head))


def _sections(view: View, most: int) -> Iterator[Block]:
    yield _table(view, most)
    yield from _more(view, len(view.sections) - most)


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
