"""What each level lacks, on the page of a summary: by name as far as there is room.

Nothing is left out silently. A level stands with names and how many more there are, or by its count
alone; where there is no room even for that, levels are counted.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from ..document import Block, Bullets, Item, Items, Paragraph
from ..view.types import CriterionView, MissingView, View
from . import parts
from .room import Setting, lines, total

_LEAST_NAMED: Final = 3
_MOST_WANTED: Final = 12
"""The names for which a page is set closer; more are named where there is room."""
_HEADING: Final = 2.3
_NAME: Final = 1.1
_SENTENCE: Final = 0.4
_NOTE: Final = 1.1


def groups_of(view: View) -> list[MissingView]:
    """First those of which every criterion is needed, then those among which there is a choice."""
    return parts.needed_first(group for level in view.levels for group in level.missing)


def least(view: View, setting: Setting) -> float:
    """The lines of the least that a page should name, if there is so much."""
    groups = groups_of(view)[:3]
    return _HEADING + sum(_lines(one, setting, _wanted(one)) for one in groups) if groups else 0.0


def everything(view: View) -> tuple[Block, ...]:
    """All names, for a format without pages."""
    return tuple(block for one in groups_of(view) for block in _named(view, one, one.criteria, 0))


def as_far_as_fits(view: View, setting: Setting, room: float) -> tuple[tuple[Block, ...], float]:
    """What a page has room for, and the room that is left."""
    groups = groups_of(view)
    if not groups:
        return (), room
    left = room - _HEADING
    counts = _counts(groups, setting)
    if counts + _NOTE > left:
        return _by_level(view, setting, left)
    return _by_group(view, groups, setting, left)


def _wanted(one: MissingView) -> int:
    """How many names of a group a page should have room for."""
    count = len(one.criteria)
    most = _MOST_WANTED if one.needs_all else _LEAST_NAMED
    return count if count == most + 1 else min(count, most)


def _lines(group: MissingView, setting: Setting, shown: int) -> float:
    """The lines of a group with its first names."""
    names = total(map(_name, group.criteria[:shown]), setting.width) * _NAME
    more = _NOTE if shown < len(group.criteria) else 0
    return _SENTENCE + lines(group.sentence, setting.width) + names + more


def _counts(groups: Sequence[MissingView], setting: Setting) -> float:
    """The lines of groups that are counted alone."""
    return total((one.count for one in groups), setting.width) * _NAME


# ── Group by group ───────────────────────────────────────────────────────────────────────────────


def _by_group(
    view: View, groups: Sequence[MissingView], setting: Setting, room: float
) -> tuple[tuple[Block, ...], float]:
    """Names for the first groups; each later one keeps at least the lines of its count."""
    blocks: list[Block] = []
    counted: list[str] = []
    left = room
    for number, group in enumerate(groups):
        later = groups[number + 1 :]
        free = left - _counts(later, setting) - (_NOTE if later or counted else 0)
        share = free if group.needs_all else free / (len(later) + 1)
        used, shown = _that_fit(group, setting, share)
        if shown:
            more = len(group.criteria) - shown
            blocks += _named(view, group, group.criteria[:shown], more)
        else:
            used = _counts((group,), setting)
            counted.append(group.count)
        left -= used
    if counted:
        left -= _NOTE
        blocks += _counted(view, counted, parts.sentence(view, "named_in_full"))
    return tuple(blocks), left


def _that_fit(group: MissingView, setting: Setting, room: float) -> tuple[float, int]:
    """The lines that a group takes with the names that fit, and how many these are.

    One name more takes no more room than « and 1 more » would.
    """
    count = len(group.criteria)
    most = max(0, int(room))  # a name takes a line or more
    for shown in (*((count,) if count <= most else ()), *range(min(count - 2, most), 0, -1)):
        used = _lines(group, setting, shown)
        if used <= room:
            return used, shown
    return 0.0, 0


def _name(one: CriterionView) -> str:
    return f"{one.status.text} {one.id} {one.title}"


def _named(
    view: View, group: MissingView, shown: Sequence[CriterionView], more: int
) -> Iterator[Block]:
    yield Paragraph(group.sentence, "strong")
    yield Items(tuple(Item(one.id, one.title, status=one.status) for one in shown))
    if more:
        yield from parts.notes(parts.sentence(view, "more_in_full", count=more))


# ── Counts alone ─────────────────────────────────────────────────────────────────────────────────


def _by_level(view: View, setting: Setting, room: float) -> tuple[tuple[Block, ...], float]:
    """Each level by its count; if there is no room for all, how many more there are."""
    every = view.missing
    shown = min(len(every), max(_LEAST_NAMED, _fitting(every, setting, room)))
    if len(every) - shown == 1:  # its line takes no more room than « and 1 more »
        shown = len(every)
    more = len(every) - shown
    key, blanks = ("more_in_full", {"count": more}) if more else ("named_in_full", {})
    left = room - _NOTE - total(every[:shown], setting.width) * _NAME
    return tuple(_counted(view, every[:shown], parts.sentence(view, key, **blanks))), max(0.0, left)


def _fitting(texts: Sequence[str], setting: Setting, room: float) -> int:
    left = room - _NOTE
    for number, text in enumerate(texts):
        left -= _NAME * lines(text, setting.width)
        if left < 0:
            return number
    return len(texts)


def _counted(view: View, texts: Sequence[str], note: str) -> Iterator[Block]:
    yield Bullets(tuple(texts))
    yield from parts.notes(note)
