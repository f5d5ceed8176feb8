"""What changed criterion by criterion, by permanent identifier."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ..model.referential import Citation, Criterion, Level, Referential
from ..text.paths import DataPath
from ..text.wording import same_words
from .changes import ChangeKind, CriterionChange, Value


def criterion_changes(
    old: Referential, new: Referential, same: Collection[str]
) -> Iterator[CriterionChange]:
    """Every change of every criterion: of the new referential in its order, then those retired."""
    yield from _kept_or_added(old, new, same)
    yield from _retired(old, new)


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
