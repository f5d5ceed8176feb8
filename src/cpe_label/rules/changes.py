"""One change between two referentials, as a value: of the frame, or of a criterion."""

from dataclasses import dataclass
from typing import Literal

from ..text.paths import DataPath
from ..text.serialization import JsonValue

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
    old: str | tuple[str, ...] | None
    new: str | tuple[str, ...] | None
    path: DataPath = ()
    """The path of the new value, or of what is nearest to it, in the new referential."""


@dataclass(frozen=True, slots=True)
class CriterionChange(JsonValue):
    """One change of one criterion."""

    id: str
    change: ChangeKind
    substance: bool
    old: str | tuple[str, ...] | None
    new: str | tuple[str, ...] | None
    path: DataPath = ()
    """The path of the new value, or of what is nearest to it, in the new referential."""
