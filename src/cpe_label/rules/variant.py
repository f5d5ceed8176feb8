"""The old referential with one change of the new one: what that change would do by itself."""

from collections.abc import Mapping
from typing import Final

from ..model.referential import Criterion, Level, Referential, Section
from .changes import CriterionChange, FrameChange


def with_only(
    change: FrameChange | CriterionChange, old: Referential, new: Referential
) -> Referential:
    """The old referential with one change of the new one."""
    if isinstance(change, FrameChange):
        return _with_frame(change, old, new)
    sections = list(old.sections)
    if key := _KEYS.get(change.change):
        sections = _changed(sections, change.id, {key: getattr(new.by_id[change.id], key)})
    else:
        sections = _without(sections, change.id)
        if change.change != "retired":
            criterion = old.by_id.get(change.id) or new.by_id[change.id]
            sections = _with(sections, new, criterion)
    if not sections:
        return old  # a referential asks something
    levels = _levels_of(sections, old, new)
    return old.model_copy(update={"sections": sections, "levels": levels})


_KEYS: Final = {
    "level_raised": "level",
    "level_lowered": "level",
    "level_changed": "level",
    "requirement": "requirement",
    "permission_given": "not_applicable_when",
    "permission_taken": "not_applicable_when",
    "permission_reworded": "not_applicable_when",
}


def _with_frame(change: FrameChange, old: Referential, new: Referential) -> Referential:
    """Only levels change a verdict; days and durations do not."""
    match change.path:
        case ("levels", int(i), str(key)):
            return _with_level(old, new.levels[i], key)
        case ("levels",) if change.new is None:
            return _without_level(old, change.field.removeprefix("levels."))
        case _:  # a new level asks nothing without its criteria
            return old


def _with_level(old: Referential, level: Level, key: str) -> Referential:
    update = {key: getattr(level, key)}
    levels = [one.model_copy(update=update) if one.id == level.id else one for one in old.levels]
    return old.model_copy(update={"levels": levels})


def _without_level(old: Referential, name: str) -> Referential:
    """The referential without a level and its criteria; as it was if nothing would be left."""
    sections = list(old.sections)
    for criterion in old.criteria:
        if criterion.level == name:
            sections = _without(sections, criterion.id)
    levels = [level for level in old.levels if level.id != name]
    return old.model_copy(update={"sections": sections, "levels": levels}) if sections else old


def _without(sections: list[Section], name: str) -> list[Section]:
    """The sections without a criterion; a section that is empty then is left out."""
    left = [(section, [one for one in section.criteria if one.id != name]) for section in sections]
    return [
        section.model_copy(update={"criteria": criteria})
        if len(criteria) < len(section.criteria)
        else section
        for section, criteria in left
        if criteria
    ]


def _with(sections: list[Section], new: Referential, criterion: Criterion) -> list[Section]:
    """The sections with one more criterion, in the section that it has in the new referential."""
    home = next(one for one in new.sections if any(c.id == criterion.id for c in one.criteria))
    if all(section.id != home.id for section in sections):
        return [*sections, home.model_copy(update={"criteria": [criterion]})]
    return [
        section.model_copy(update={"criteria": [*section.criteria, criterion]})
        if section.id == home.id
        else section
        for section in sections
    ]


def _changed(sections: list[Section], name: str, update: Mapping[str, str | None]) -> list[Section]:
    return [
        section.model_copy(
            update={
                "criteria": [
                    one.model_copy(update=update) if one.id == name else one
                    for one in section.criteria
                ]
            }
        )
        if any(one.id == name for one in section.criteria)
        else section
        for section in sections
    ]


def _levels_of(sections: list[Section], old: Referential, new: Referential) -> list[Level]:
    """The old levels, and the new ones that a criterion names."""
    known = {level.id for level in old.levels}
    used = {criterion.level for section in sections for criterion in section.criteria}
    return [*old.levels, *(level for level in new.levels if level.id in used - known)]
