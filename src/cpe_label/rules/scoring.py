"""The scoring core: what the findings of an audit make of each level (RC-3 to RC-9).

Integers only; nothing is rounded. It counts what it is given; `audit_checks` refuses what may
not be counted.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .._frozen import FrozenMap
from ..model.audit import Audit, Finding
from ..model.referential import Criterion, Level, Referential, Section
from ..model.share import Share
from .evaluation import Inequality, LevelResult, Part, SectionResult, Tally, Verdict


@dataclass(frozen=True, slots=True)
class Score:
    """What the rules make of the findings, before any decision of the committee."""

    verdict: Verdict
    complete: bool
    levels: tuple[LevelResult, ...]
    sections: tuple[SectionResult, ...]


def score(audit: Audit, referential: Referential) -> Score:
    """RC-1: every criterion of the referential is counted, with or without a finding."""
    return score_findings(audit.findings, referential)


def score_findings(findings: Mapping[str, Finding], referential: Referential) -> Score:
    """What the rules make of findings, whatever audit they stand in."""
    sections = tuple(
        SectionResult(section, FrozenMap(_tallies(referential, section.criteria, findings)))
        for section in referential.sections
    )
    overall = _tallies(referential, referential.criteria, findings)
    levels = tuple(
        level_result(level, overall[level.id], _in_each(level, sections))
        for level in referential.levels
    )
    return score_of_levels(levels, sections)


def score_of_levels(
    levels: tuple[LevelResult, ...], sections: tuple[SectionResult, ...] = ()
) -> Score:
    """What the results of all levels make together."""
    return Score(
        verdict=worst(level.verdict for level in levels),  # RC-9
        complete=not any(level.tally.unassessed for level in levels),
        levels=levels,
        sections=sections,
    )


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """RC-9: fail if one fails, else undecided if one is undecided, else pass."""
    found = set(verdicts)
    for verdict in (Verdict.FAIL, Verdict.UNDECIDED):
        if verdict in found:
            return verdict
    return Verdict.PASS


def judge(tally: Tally, required: Share, section: Section | None = None) -> Part:
    """Apply a required share to a tally: RC-5, and RC-8 where something is unassessed."""
    met, applicable = len(tally.met), tally.applicable
    certain = Inequality(met, applicable, required)
    possible = Inequality(met + len(tally.unassessed), applicable, required)
    if certain.holds:  # RC-7 too: 0 ≥ 0 where nothing is applicable
        verdict = Verdict.PASS
    elif possible.holds:
        verdict = Verdict.UNDECIDED
    else:
        verdict = Verdict.FAIL
    return Part(tally, certain, possible, verdict, section)


def level_result(
    level: Level, tally: Tally, in_each: Iterable[tuple[Section, Tally]]
) -> LevelResult:
    """The result of a level, from its criteria together and in each section that has some."""
    if level.scope == "whole":
        parts: tuple[Part, ...] = (judge(tally, level.required),)
    else:  # RC-6: once in each section that has criteria of this level
        parts = tuple(judge(found, level.required, section) for section, found in in_each)
    return LevelResult(level, tally, parts, worst(part.verdict for part in parts))


def _in_each(level: Level, sections: tuple[SectionResult, ...]) -> Iterator[tuple[Section, Tally]]:
    for result in sections:
        if any(criterion.level == level.id for criterion in result.section.criteria):
            yield result.section, result.tallies[level.id]


def _tallies(
    referential: Referential, criteria: Iterable[Criterion], findings: Mapping[str, Finding]
) -> dict[str, Tally]:
    """RC-3: by level, each criterion under its status; without one it is unassessed."""
    found: dict[str, dict[str, list[str]]] = {level.id: {} for level in referential.levels}
    for criterion in criteria:
        finding = findings.get(criterion.id)
        status = (finding and finding.status) or "unassessed"
        found[criterion.level].setdefault(status, []).append(criterion.id)
    return {
        level: Tally(**{status: tuple(ids) for status, ids in by_status.items()})
        for level, by_status in found.items()
    }
