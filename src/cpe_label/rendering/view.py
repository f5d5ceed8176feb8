"""What a report shows, as plain values in one language: the only thing a template sees.

Every rendering reads this one view, so that no two can disagree. Texts have their typography and
none has any markup.
"""

from dataclasses import dataclass

from ..text import Language
from ..wording.looks import Tone


@dataclass(frozen=True, slots=True)
class Word:
    """A state as it is told: a stable key, a word, a shape and a tone."""

    key: str
    text: str
    icon: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Gauge:
    """The counts of one level, and the same as percent of a bar's width."""

    level: str
    met: int
    not_met: int
    not_applicable: int
    unassessed: int
    applicable: int
    share: str
    label: str
    met_width: str
    unassessed_width: str
    threshold: str


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion and what was found for it."""

    id: str
    title: str
    requirement: str
    level: str
    section: str
    status: Word
    evidence: tuple[str, ...]
    comment: str
    good_practice: str
    recommendation: str
    action: str
    justification: str
    not_applicable_when: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level, its counts and its verdict; `margin` says how far it is from the required share."""

    id: str
    title: str
    required: str
    rule: str
    gauge: Gauge
    verdict: Word
    still_needed: int
    margin: str
    reason: str
    unmet: tuple[CriterionView, ...]
    unmet_title: str
    unmet_note: str
    missing: tuple["MissingView", ...]


@dataclass(frozen=True, slots=True)
class MissingView:
    """Criteria that could bring what a level still needs, and how many of them."""

    sentence: str
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section: one gauge for each level, None where it has no criterion of that level."""

    id: str
    title: str
    description: str
    gauges: tuple[Gauge | None, ...]
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause of the rules, or a reason given under it."""

    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """One evaluation, ready to be laid out."""

    language: Language
    kind: str
    title: str
    standing: Word
    unfinished: str
    organisation: str
    organisation_id: str
    region: str
    dates: str
    auditors: tuple[str, ...]
    referential: str
    referential_name: str
    referential_title: str
    about_referential: str
    rule: tuple[str, ...]
    levels: tuple[LevelView, ...]
    missing: tuple[str, ...]
    fragile: str
    sections: tuple[SectionView, ...]
    reasons: tuple[ClauseView, ...]
    to_assess: tuple[CriterionView, ...]
    good_practices: tuple[CriterionView, ...]
    recommendations: tuple[CriterionView, ...]
    not_applicable: tuple[CriterionView, ...]
    response: str
    opinion: str
    decision: str
    decision_reason: str
    events: tuple[str, ...]
    term: str
    state_sentence: str
    clauses: tuple[ClauseView, ...]
    referential_digest: str
    audit_digest: str
    engine: str
