"""What may not change once a version of a referential is published.

A label keeps its version for its whole term: a version that changes underneath could turn a
decision around. The same comparison tells a committee what a new version changes.
"""

from collections.abc import Collection, Iterator
from typing import Final

from ..model.referential import Referential
from ..problems.problem import Problem, problem, sorted_problems
from ..text.wording import same_words
from .changes import CriterionChange, FrameChange, Value
from .comparison import compare_referentials

_LEVELS: Final = ("level_raised", "level_lowered", "level_changed")
_WORDS_BEFORE: Final = 3


def check_published(
    before: Collection[Referential], after: Collection[Referential], *, whole: bool = False
) -> tuple[Problem, ...]:
    """What changed in versions that were published, sorted by place.

    Under an unchanged version a change of substance is an error, one of words a warning. With
    `whole`, `after` are all the referentials of a folder, and a version that is no longer there is
    an error. An identifier that another version gives to another criterion is a warning.
    """
    found: list[Problem] = []
    whole = whole and not {one.id for one in before}.isdisjoint(one.id for one in after)
    for old in before:
        for new in after:
            if old.name == new.name:
                found += _changes(old, new)
            elif old.id == new.id:
                found += _reused(old, new)
        if whole and _is_gone(old, after):
            found.append(problem("R026", name=old.name).located(old.source))
    return sorted_problems(found)


def _is_gone(old: Referential, after: Collection[Referential]) -> bool:
    return all(one.name != old.name for one in after)


def _changes(old: Referential, new: Referential) -> Iterator[Problem]:
    for change in compare_referentials(old, new).changes:
        yield _problem(change).located(new.source)


def _problem(change: FrameChange | CriterionChange) -> Problem:
    if isinstance(change, CriterionChange) and change.change in _LEVELS:
        facts = {"old": str(change.old), "new": str(change.new)}
        return problem("R019", change.path, criterion=change.id, **facts)
    what = change.field if isinstance(change, FrameChange) else _key(change)
    if change.substance and change.old is None:
        return problem("R028", change.path, what=what)
    if change.substance and change.new is None:
        return problem("R029", change.path, what=what)
    old, new = _differing(_line(change.old), _line(change.new))
    code = "R024" if change.substance else "R025"
    return problem(code, change.path, what=what, old=old, new=new)


def _key(change: CriterionChange) -> str:
    """The key in the file: `COO-01.requirement`; the identifier alone for the whole criterion."""
    key = change.path[-1] if change.path else ""
    is_whole = change.change in ("added", "retired", "moved")
    return change.id if is_whole else f"{change.id}.{key}"


def _line(value: Value) -> str:
    return " · ".join(value) if isinstance(value, tuple) else value or "–"


def _differing(old: str, new: str) -> tuple[str, str]:
    """Two texts from a few words before they differ: a message shows their start alone."""
    one, other = old.split(), new.split()
    shared = 0
    while one[shared : shared + 1] == other[shared : shared + 1] and shared < len(one):
        shared += 1
    start = shared - _WORDS_BEFORE
    if start <= 0:
        return old, new
    return " ".join(("…", *one[start:])), " ".join(("…", *other[start:]))


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
