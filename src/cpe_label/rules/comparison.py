"""What changed between two referentials: in the frame, and criterion by criterion.

A change is of substance if it can change a verdict or what must be true; else it is of words.
"""

from collections.abc import Collection
from dataclasses import dataclass

from ..model.referential import Referential
from ..text.serialization import JsonValue
from .changes import CriterionChange, FrameChange
from .criterion_changes import criterion_changes
from .frame_changes import frame_changes


@dataclass(frozen=True, slots=True)
class ReferentialComparison(JsonValue):
    """Every difference between two referentials, in order of reading."""

    old: Referential
    new: Referential
    frame: tuple[FrameChange, ...]
    criteria: tuple[CriterionChange, ...]

    def __repr__(self) -> str:
        """Which versions, and how many changes: the whole would fill a console for pages."""
        counts = f"{len(self.changes)} changes, {len(self.of_substance)} of substance"
        return f"<Comparison of {self.old.name} and {self.new.name}: {counts}>"

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
    frame, criteria = frame_changes(old, new), criterion_changes(old, new, same)
    return ReferentialComparison(old, new, tuple(frame), tuple(criteria))
