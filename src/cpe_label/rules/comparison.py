"""What changed between two versions of a referential."""

from ..model.referential import Referential
from ..problems.problem import Problem, problem, sorted_problems


def changed_levels(old: Referential, new: Referential) -> tuple[Problem, ...]:
    """The criteria whose level changed while id and version of the referential did not."""
    if old.name != new.name:
        return ()
    before = {criterion.id: criterion.level for criterion in old.criteria}
    found = (
        problem(
            "R019",
            ("sections", i, "criteria", j, "level"),
            criterion=criterion.id,
            old=before[criterion.id],
            new=criterion.level,
        )
        for i, section in enumerate(new.sections)
        for j, criterion in enumerate(section.criteria)
        if before.get(criterion.id, criterion.level) != criterion.level
    )
    return sorted_problems(one.located(new.source) for one in found)
