"""What changed outside the criteria: levels, validity, days in force, titles, sections, sources."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ..model.referential import Criterion, Level, ReferenceDocument, Referential, Section
from ..text.paths import DataPath
from .changes import FrameChange, Value

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


def frame_changes(old: Referential, new: Referential) -> Iterator[FrameChange]:
    """Every change outside the criteria; what only has another order comes last."""
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
