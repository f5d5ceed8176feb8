"""A referential made ready to count audits by the thousand.

No rule stands here. `scoring` judges each level once for each set of counts that occurs, with
placeholders for the criteria; the checks look at a finding once for each criterion and shape. What
both said is remembered, and an audit is counted by looking it up.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from .._frozen import FrozenMap
from ..model.audit import Finding
from ..model.light import LightAudit, LightFinding
from ..model.referential import Level, Referential, Section
from ..problems.problem import is_error
from .audit_checks import AUDIT_CHECKS, Context, check_audit
from .engine import evaluation_of
from .evaluation import Evaluation, LevelResult, SectionResult, Tally
from .reasons import reasons_of_label
from .scoring import Score, level_result, score_of_levels

Statuses = Sequence[str | None]
"""The status of each criterion in the order of `Compiled.criteria`; None if it has none."""
Counts = tuple[int, int, int, int]
"""How many criteria have each of `KINDS`."""
Key = tuple[tuple[Counts, ...], ...]
"""For each level, the counts of each of its parts: all that its result depends on."""

Shape = tuple[str | None, tuple[str, ...]]
"""The status of a finding, and its keys."""

KINDS: Final = ("met", "not_met", "not_applicable", None)
_REMEMBERED: Final = 512
"""How many results are kept; the oldest make room for others."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An audit that was counted: its evaluation has placeholders for identifiers of criteria.

    Only the reasons that follow from its decision are there, and no sections.
    """

    evaluation: Evaluation
    statuses: Statuses
    key: Key
    warnings: int


class Compiled:
    """One referential, sound, with what is remembered of the audits counted so far."""

    def __init__(self, referential: Referential) -> None:
        self.referential = referential
        self.criteria: list[str] = []
        self.parts: list[list[slice]] = []
        """Where the criteria of each part of each level stand in `criteria`."""
        self.cells: list[list[slice]] = [[] for _ in referential.sections]
        """Where those of each section stand, by level."""
        self._sections = [self._placed(level) for level in referential.levels]
        self._known = frozenset(self.criteria)
        self._told: dict[Shape, frozenset[str]] = {}
        """By status and keys of a finding, the criteria of which a check may say something."""
        self.score = lru_cache(_REMEMBERED)(self._score)
        self.section = lru_cache(_REMEMBERED)(self._section)
        self.level = lru_cache(_REMEMBERED)(self._level_result)

    def _placed(self, level: Level) -> list[Section]:
        """Place the criteria of a level, section by section; returns the sections with some."""
        first, having = len(self.criteria), []
        for section, cells in zip(self.referential.sections, self.cells, strict=True):
            start = len(self.criteria)
            self.criteria += (one.id for one in section.criteria if one.level == level.id)
            cells.append(slice(start, len(self.criteria)))
            if start < len(self.criteria):
                having.append((section, cells[-1]))
        whole = slice(first, len(self.criteria))
        is_whole = level.scope == "whole"
        self.parts.append([whole] if is_whole else [cell for _, cell in having])
        return [section for section, _ in having]

    def count(self, light: LightAudit, versions: tuple[Referential, ...] = ()) -> Counted | None:
        """Check and count an audit; None where it is to be read as usual, to say what is wrong."""
        found = {name: finding.get("status") for name, finding in light.every.items()}
        if not found.keys() <= self._known:
            return None
        statuses = list(map(found.get, self.criteria))
        key = tuple([tuple([_counts(statuses[part]) for part in parts]) for parts in self.parts])
        score = self.score(key)
        context = Context(light.audit, self.referential, versions, counted=score, is_finished=True)
        light.look_at(self._to_look_at(light, found, context))
        problems = check_audit(context)
        if any(map(is_error, problems)):
            return None
        reasons = reasons_of_label(score, light.audit, context.period)
        return Counted(evaluation_of(context, reasons), statuses, key, len(problems))

    def _to_look_at(self, light: LightAudit, found: dict[str, Any], context: Context) -> list[str]:
        """The findings of which a check may have something to say."""
        shapes = list(zip(found.values(), map(tuple, light.every.values()), strict=True))
        told = list(map(self._told.get, shapes))
        if None in told:
            told = [
                self._criteria_told(*one, context)
                for one in zip(shapes, light.every.values(), strict=True)
            ]
        return [name for name, names in zip(found, told, strict=True) if names and name in names]

    def _criteria_told(
        self, shape: Shape, finding: LightFinding, context: Context
    ) -> frozenset[str]:
        """The criteria of which a check says something, if their finding has this shape.

        What a check says of an action depends on its day: an action is always looked at.
        """
        if shape not in self._told:
            quiet = "action" not in finding
            self._told[shape] = self._said(finding, context) if quiet else self._known
        return self._told[shape]

    def _said(self, finding: LightFinding, context: Context) -> frozenset[str]:
        """The criteria of which a check says something, if each has this finding."""
        audit = context.audit.model_copy()
        audit.__dict__["findings"] = dict.fromkeys(self.criteria, Finding.model_validate(finding))
        every = (one for check in AUDIT_CHECKS for one in check(replace(context, audit=audit)))
        return frozenset(str(one.path[1]) for one in every if one.path[0] == "findings")

    def _score(self, key: Key) -> Score:
        return score_of_levels(tuple(self.level(at, counts) for at, counts in enumerate(key)))

    def _level_result(self, at: int, counts: tuple[Counts, ...]) -> LevelResult:
        tallies = [_tally(at, part, each) for part, each in enumerate(counts)]
        in_each = zip(self._sections[at], tallies, strict=False)  # one alone for the whole
        return level_result(self.referential.levels[at], _joined(tallies), in_each)

    def _section(self, at: int, counts: tuple[Counts, ...]) -> SectionResult:
        levels = zip(self.referential.levels, counts, strict=True)
        tallies = FrozenMap((level.id, _tally(0, 0, each)) for level, each in levels)
        return SectionResult(self.referential.sections[at], tallies)

    def sections(self, statuses: Statuses) -> Iterable[tuple[Counts, ...]]:
        """The counts of each section, by level: all that its result depends on."""
        return (tuple(_counts(statuses[cell]) for cell in cells) for cells in self.cells)


def _counts(statuses: Statuses) -> Counts:
    count = statuses.count
    return count("met"), count("not_met"), count("not_applicable"), count(None)


def placeholder(level: int, part: int, kind: str | None) -> str:
    """What stands for each criterion of a part that has a status, in a result that is remembered.

    No identifier and no text starts as it does.
    """
    return f"\0{level}.{part}.{kind or 'unassessed'}"


def _tally(level: int, part: int, counts: Counts) -> Tally:
    kinds = zip(KINDS, counts, strict=True)
    return Tally(*((placeholder(level, part, kind),) * count for kind, count in kinds))


def _joined(tallies: list[Tally]) -> Tally:
    return Tally(
        met=tuple(one for tally in tallies for one in tally.met),
        not_met=tuple(one for tally in tallies for one in tally.not_met),
        not_applicable=tuple(one for tally in tallies for one in tally.not_applicable),
        unassessed=tuple(one for tally in tallies for one in tally.unassessed),
    )
