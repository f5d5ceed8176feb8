"""The reasons of a verdict: for each step the clause applied, the facts and the criteria."""

from collections.abc import Iterator
from typing import Final

from .._frozen import FrozenMap
from ..model.audit import Audit
from ..model.referential import Level, Section
from .evaluation import Fact, LevelResult, Part, Period, Reason, Verdict
from .scoring import Score

_SECTIONS: Final = {
    Verdict.PASS: "sections_reached",
    Verdict.FAIL: "sections_not_reached",
    Verdict.UNDECIDED: "sections_open",
}


def reasons(score: Score, audit: Audit, period: Period | None) -> tuple[Reason, ...]:
    """Every reason, in the order in which a person would retrace the verdict."""
    return (*reasons_of_score(score), *reasons_of_label(score, audit, period))


def reasons_of_score(score: Score) -> tuple[Reason, ...]:
    """The reasons that follow from what was counted."""
    levels = (reason for level in score.levels for reason in reasons_of_level(level))
    return (*levels, *reasons_of_all_levels(score))


def reasons_of_all_levels(score: Score) -> tuple[Reason, ...]:
    """The reasons that follow from all levels together."""
    return (*_of_set_aside(score), _of_verdict(score))


def reasons_of_label(score: Score, audit: Audit, period: Period | None) -> tuple[Reason, ...]:
    """The reasons that follow from what was decided, and from what happened since."""
    return (*_of_decision(score, audit), *_of_period(period), *_of_events(audit))


def reasons_of_level(result: LevelResult) -> Iterator[Reason]:
    """The reasons of one level."""
    level = result.level
    if result.tally.applicable == 0:
        yield _reason("RC-7", "nothing_applicable", level=level)
    elif level.scope == "each_section":  # RC-6
        yield _reason(
            "RC-6",
            _SECTIONS[result.verdict],
            level=level,
            criteria=result.deciding,
            required=str(level.required),
            sections=len(result.parts),
            failing=sum(part.verdict is Verdict.FAIL for part in result.parts),
            open=sum(part.verdict is Verdict.UNDECIDED for part in result.parts),
        )
    for part in result.parts:
        if part.section is None and part.tally.applicable == 0:
            continue  # RC-7 has reported it
        clause, about = _clause_of(part)
        yield _reason(
            clause,
            about,
            level=level,
            section=part.section,
            criteria=part.deciding,
            met=part.certain.met,
            applicable=part.certain.applicable,
            required=str(level.required),
            inequality=str(part.certain),
            possible=str(part.possible),
            still_needed=part.still_needed,
            unassessed=len(part.tally.unassessed),
        )


def _clause_of(part: Part) -> tuple[str, str]:
    if part.tally.applicable == 0:
        return "RC-6", "section_nothing"
    if part.tally.unassessed:  # RC-8: what is still to come may or may not change it
        about = {
            Verdict.PASS: "reached_already",
            Verdict.FAIL: "out_of_reach",
            Verdict.UNDECIDED: "open",
        }
        return "RC-8", about[part.verdict]
    return "RC-5", "reached" if part.verdict is Verdict.PASS else "not_reached"


def _of_set_aside(score: Score) -> Iterator[Reason]:
    aside = tuple(name for level in score.levels for name in level.tally.not_applicable)
    if aside:
        yield _reason("RC-4", "set_aside", criteria=aside, count=len(aside))


def _of_verdict(score: Score) -> Reason:
    deciding = [result for result in score.levels if result.verdict is score.verdict]
    return _reason(
        "RC-9",
        score.verdict.value,
        criteria=tuple(criterion for result in deciding for criterion in result.deciding),
        count=len(deciding),
        levels=tuple(result.level.title for result in deciding),
    )


def _of_decision(score: Score, audit: Audit) -> Iterator[Reason]:
    decision = audit.decision
    if audit.kind == "self_assessment":
        yield _reason("RC-10", "self_assessment")
    elif decision is None:
        yield _reason("RC-11", "awaiting")
    else:
        against = decision.outcome == "refused" and score.verdict is Verdict.PASS
        about = "refused_on_pass" if against and score.complete else decision.outcome
        yield _reason("RC-11", about, day=decision.decided_on)


def _of_period(period: Period | None) -> Iterator[Reason]:
    if period is None:
        return
    yield _reason("RC-12", "term", first=period.first_day, last=period.last_day)
    if (previous := period.previous_last_day) is None:
        return
    if period.previous_state is not None:
        about = f"renewal_of_{period.previous_state}"
    elif period.continues:
        about = "renewal_follows"
    else:
        about = "renewal_gap" if period.gap_days else "renewal_early"
    yield _reason("RC-13", about, previous=previous, gap=period.gap_days)


def _of_events(audit: Audit) -> Iterator[Reason]:
    for event in audit.events:
        yield _reason("RC-14", event.event, day=event.on)


def _reason(
    clause: str,
    about: str,
    *,
    level: Level | None = None,
    section: Section | None = None,
    criteria: tuple[str, ...] = (),
    **facts: Fact,
) -> Reason:
    return Reason(clause, about, level, section, criteria, FrozenMap(facts))
