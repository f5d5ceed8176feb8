"""What changed between two referentials: in the frame, and criterion by criterion.

A change is of substance if it can change a verdict or what must be true; else it is of words.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from ..model.referential import (
    Citation,
    Criterion,
    Level,
    ReferenceDocument,
    Referential,
    Section,
)
from ..text.paths import DataPath
from ..text.serialization import JsonValue
from ..text.wording import same_words

Value = str | tuple[str, ...] | None
"""What stood or stands at a place: a text, several, or nothing."""

ChangeKind = Literal[
    "added",
    "retired",
    "level_raised",
    "level_lowered",
    "level_changed",
    "requirement",
    "permission_given",
    "permission_taken",
    "permission_reworded",
    "moved",
    "title",
    "guidance",
    "evidence",
    "sources",
]
"""`level_changed`: to another level with the same share."""


@dataclass(frozen=True, slots=True)
class FrameChange(JsonValue):
    """A change outside the criteria: of levels, validity, days in force, titles, sources."""

    field: str
    """Where: `levels.recommended.required`, `validity.years`, `in_force.from` …"""
    substance: bool
    old: Value
    new: Value
    path: DataPath = ()
    """The path of the new value, or of what is nearest to it, in the new referential."""


@dataclass(frozen=True, slots=True)
class CriterionChange(JsonValue):
    """One change of one criterion."""

    id: str
    change: ChangeKind
    substance: bool
    old: Value
    new: Value
    path: DataPath = ()
    """The path of the new value, or of what is nearest to it, in the new referential."""


@dataclass(frozen=True, slots=True)
class ReferentialComparison(JsonValue):
    """Every difference between two referentials, in order of reading."""

    old: Referential
    new: Referential
    frame: tuple[FrameChange, ...]
    criteria: tuple[CriterionChange, ...]

    @property
    def has_substance(self) -> bool:
        """Whether a change can change a verdict or what must be true."""
        return bool(self.of_substance)

    @property
    def of_substance(self) -> tuple[FrameChange | CriterionChange, ...]:
        """The changes of substance, those of the frame first."""
        return tuple(change for change in self.changes if change.substance)

    @property
    def changes(self) -> tuple[FrameChange | CriterionChange, ...]:
        """Every change, those of the frame first."""
        return (*self.frame, *self.criteria)


def compare_referentials(
    old: Referential, new: Referential, same: Collection[str] = ()
) -> ReferentialComparison:
    """Every difference between two referentials.

    `same` names criteria of which a committee says that another wording asks the same.
    """
    criteria = (*_kept_or_added(old, new, same), *_retired(old, new))
    return ReferentialComparison(old, new, tuple(_frame(old, new)), criteria)


# ── The frame ────────────────────────────────────────────────────────────────────────────────────

_FRAME: Final[tuple[tuple[str, bool, Callable[[Referential], object]], ...]] = (
    ("title", False, lambda one: one.title),
    ("description", False, lambda one: one.description),
    ("notice", False, lambda one: one.notice),
    ("language", False, lambda one: one.language),
    ("in_force.from", True, lambda one: one.in_force.from_),
    ("in_force.until", False, lambda one: one.in_force.until),
    ("validity.years", True, lambda one: one.validity.years),
    ("validity.renewal_window_months", True, lambda one: one.validity.renewal_window_months),
)
"""Each field, whether a change of it is of substance, and its value."""


def _frame(old: Referential, new: Referential) -> Iterator[FrameChange]:
    for name, substance, value in _FRAME:
        before, after = _shown(value(old)), _shown(value(new))
        if before != after:
            yield FrameChange(name, substance, before, after, tuple(name.split(".")))
    yield from _levels(old, new)
    yield from _sections(old, new)
    yield from _sources(old, new)
    yield from _order(old, new)


def _sections(old: Referential, new: Referential) -> Iterator[FrameChange]:
    before = {one.id: one for one in old.sections}
    for i, section in enumerate(new.sections):
        path: DataPath = ("sections", i)
        earlier = before.pop(section.id, None)
        if earlier is None:
            yield FrameChange(f"sections.{section.id}", False, None, section.title, path)
        else:
            yield from _section(earlier, section, path)
    for name, section in before.items():
        yield FrameChange(f"sections.{name}", False, section.title, None, ("sections",))


def _section(old: Section, new: Section, path: DataPath) -> Iterator[FrameChange]:
    for key, one, other in (
        ("title", old.title, new.title),
        ("description", old.description, new.description),
    ):
        if one != other:
            yield FrameChange(f"sections.{new.id}.{key}", False, one, other, (*path, key))


def _sources(old: Referential, new: Referential) -> Iterator[FrameChange]:
    before = {one.id: _document(one) for one in old.sources}
    for i, source in enumerate(new.sources):
        earlier, now = before.pop(source.id, None), _document(source)
        if earlier != now:
            yield FrameChange(f"sources.{source.id}", False, earlier, now, ("sources", i))
    for name, earlier in before.items():
        yield FrameChange(f"sources.{name}", False, earlier, None, ("sources",))


def _order(old: Referential, new: Referential) -> Iterator[FrameChange]:
    """What stands in both, in another order: a report reads otherwise, and nothing else."""
    for name, path, one, other in _ordered(old, new):
        before = tuple(each for each in one if each in other)
        after = tuple(each for each in other if each in one)
        if before != after:
            yield FrameChange(name, False, before, after, path)


def _ordered(
    old: Referential, new: Referential
) -> Iterator[tuple[str, DataPath, tuple[str, ...], tuple[str, ...]]]:
    """Each list that has an order, as identifiers, with its name and its path."""
    yield "levels", ("levels",), _ids(old.levels), _ids(new.levels)
    yield "sources", ("sources",), _ids(old.sources), _ids(new.sources)
    yield "sections", ("sections",), _ids(old.sections), _ids(new.sections)
    before = {section.id: _ids(section.criteria) for section in old.sections}
    for i, section in enumerate(new.sections):
        path = ("sections", i, "criteria")
        name = f"sections.{section.id}.criteria"
        yield name, path, before.get(section.id, ()), _ids(section.criteria)


def _ids(items: Iterable[Level | ReferenceDocument | Section | Criterion]) -> tuple[str, ...]:
    return tuple(one.id for one in items)


def _levels(old: Referential, new: Referential) -> Iterator[FrameChange]:
    before = {level.id: level for level in old.levels}
    for i, level in enumerate(new.levels):
        path: DataPath = ("levels", i)
        earlier = before.pop(level.id, None)
        if earlier is None:
            yield FrameChange(f"levels.{level.id}", True, None, str(level.required), path)
        else:
            yield from _level(earlier, level, path)
    for name, level in before.items():
        yield FrameChange(f"levels.{name}", True, str(level.required), None, ("levels",))


def _level(old: Level, new: Level, path: DataPath) -> Iterator[FrameChange]:
    name = f"levels.{new.id}"
    if old.title != new.title:
        yield FrameChange(f"{name}.title", False, old.title, new.title, (*path, "title"))
    if str(old.required) != str(new.required):  # 50% and 1/2 are equal, and written otherwise
        shares = str(old.required), str(new.required)
        substance = old.required != new.required
        yield FrameChange(f"{name}.required", substance, *shares, (*path, "required"))
    if old.scope != new.scope:
        yield FrameChange(f"{name}.scope", True, old.scope, new.scope, (*path, "scope"))


def _document(one: ReferenceDocument) -> str:
    return f"{one.title} ({one.date.isoformat()})" if one.date else one.title


def _shown(value: object) -> Value:
    return None if value is None else str(value)


# ── Criteria ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Placed:
    """A criterion, its level and its section, in one of the two referentials."""

    criterion: Criterion
    level: Level | None
    """None in a broken referential, whose criterion names no level of its own."""
    section: str
    path: DataPath


def _placed(referential: Referential) -> Mapping[str, _Placed]:
    levels = {level.id: level for level in referential.levels}
    return {
        criterion.id: _Placed(
            criterion, levels.get(criterion.level), section.id, ("sections", i, "criteria", j)
        )
        for i, section in enumerate(referential.sections)
        for j, criterion in enumerate(section.criteria)
    }


def _kept_or_added(
    old: Referential, new: Referential, same: Collection[str]
) -> Iterator[CriterionChange]:
    before = _placed(old)
    for name, after in _placed(new).items():
        earlier = before.get(name)
        if earlier is None:
            title = after.criterion.title
            yield CriterionChange(name, "added", True, None, title, after.path)
        else:
            yield from _changes(earlier, after, is_same=name in same)


def _retired(old: Referential, new: Referential) -> Iterator[CriterionChange]:
    places: dict[str, DataPath] = {one.id: ("sections", i) for i, one in enumerate(new.sections)}
    for section in old.sections:
        for criterion in section.criteria:
            if criterion.id not in new.by_id:
                path = places.get(section.id, ("sections",))
                yield CriterionChange(criterion.id, "retired", True, criterion.title, None, path)


def _changes(old: _Placed, new: _Placed, *, is_same: bool) -> Iterator[CriterionChange]:
    before, after, name = old.criterion, new.criterion, new.criterion.id

    def change(
        kind: ChangeKind, key: str, substance: bool, one: Value, other: Value
    ) -> CriterionChange:
        return CriterionChange(name, kind, substance, one, other, (*new.path, key))

    if before.level != after.level:
        kind = _level_change(old.level, new.level)
        yield change(kind, "level", True, before.level, after.level)
    if before.requirement != after.requirement:
        is_same = is_same or same_words(before.requirement, after.requirement)
        yield change(
            "requirement", "requirement", not is_same, before.requirement, after.requirement
        )
    if before.not_applicable_when != after.not_applicable_when:
        grounds = before.not_applicable_when, after.not_applicable_when
        yield change(
            _permission_change(*grounds),
            "not_applicable_when",
            not same_words(*grounds),
            *grounds,
        )
    if old.section != new.section:
        by_section = any(one and one.scope == "each_section" for one in (old.level, new.level))
        yield change("moved", "id", by_section, old.section, new.section)
    for kind, value in _WORDS:
        if value(before) != value(after):
            yield change(kind, kind, False, value(before), value(after))


def _level_change(old: Level | None, new: Level | None) -> ChangeKind:
    if old is None or new is None:
        return "level_changed"
    one, other = old.required, new.required
    before, after = one.numerator * other.denominator, other.numerator * one.denominator
    if before == after:
        return "level_changed"
    return "level_raised" if after > before else "level_lowered"


def _permission_change(old: str | None, new: str | None) -> ChangeKind:
    if old is None:
        return "permission_given"
    return "permission_taken" if new is None else "permission_reworded"


def _citation(one: Citation) -> str:
    return f"{one.source}, {one.at}" if one.at else one.source


_WORDS: Final[tuple[tuple[ChangeKind, Callable[[Criterion], Value]], ...]] = (
    ("title", lambda one: one.title),
    ("guidance", lambda one: one.guidance),
    ("evidence", lambda one: tuple(one.evidence)),
    ("sources", lambda one: tuple(map(_citation, one.sources))),
)
"""The parts of a criterion that change no verdict."""
