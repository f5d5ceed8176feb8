"""What may not change once a version of a referential is published.

A label keeps its version for its whole term: a version that changes underneath could turn a
decision around. The same comparison tells a committee what a new version changes.
"""

from collections.abc import Collection, Iterable, Iterator

from ..model.referential import Referential
from ..problems.problem import Problem, problem, sorted_problems
from ..text.similarity import same_words
from .comparison import CriterionChange, FrameChange, Value, compare_referentials

_LEVELS = ("level_raised", "level_lowered", "level_changed")


def check_published(
    before: Iterable[Referential], after: Collection[Referential], *, whole: bool = False
) -> tuple[Problem, ...]:
    """What changed in versions that were published, sorted by place.

    Under an unchanged version a change of substance is an error, one of words a warning. With
    `whole`, `after` are all the referentials of a folder, and a version that is no longer there is
    an error. An identifier that another version gives to another criterion is a warning.
    """
    found: list[Problem] = []
    for old in before:
        for new in after:
            if old.name == new.name:
                found += _changes(old, new)
            elif old.id == new.id:
                found += _reused(old, new)
        if whole and _is_gone(old, after):
            gone = problem("R026", name=old.name)
            found.append(gone.in_file(old.source.name) if old.source.name else gone)
    return sorted_problems(found)


def _is_gone(old: Referential, after: Collection[Referential]) -> bool:
    same_label = [one for one in after if one.id == old.id]
    return bool(same_label) and all(one.version != old.version for one in same_label)


def _changes(old: Referential, new: Referential) -> Iterator[Problem]:
    comparison = compare_referentials(old, new)
    changes: tuple[FrameChange | CriterionChange, ...]
    changes = (*comparison.frame, *comparison.criteria)
    for change in changes:
        yield _problem(change).located(new.source)


def _problem(change: FrameChange | CriterionChange) -> Problem:
    old, new = _shown(change.old), _shown(change.new)
    if isinstance(change, FrameChange):
        what = change.field
    elif change.change in _LEVELS:
        return problem("R019", change.path, criterion=change.id, old=old, new=new)
    else:
        what = f"{change.id} ({change.change})"
    code = "R024" if change.substance else "R025"
    return problem(code, change.path, what=what, old=old, new=new)


def _shown(value: Value) -> str:
    return " · ".join(value) if isinstance(value, tuple) else value or "–"


def _reused(old: Referential, new: Referential) -> Iterator[Problem]:
    """Identifiers whose title and requirement are both other words than they were."""
    for i, section in enumerate(new.sections):
        for j, criterion in enumerate(section.criteria):
            earlier = old.by_id.get(criterion.id)
            if earlier is None:
                continue
            same_title = same_words(earlier.title, criterion.title)
            same_requirement = same_words(earlier.requirement, criterion.requirement)
            if not same_title and not same_requirement:
                path = ("sections", i, "criteria", j, "id")
                facts = {"value": criterion.id, "old": earlier.title, "new": criterion.title}
                yield problem("R027", path, **facts, name=old.name).located(new.source)
