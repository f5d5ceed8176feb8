"""What a report shows, as plain values in one language: the only thing a template sees.

Every rendering reads this one view, so that no two can disagree. Texts have their typography and
none has any markup; what is not known is an empty text or an empty list.
"""

from dataclasses import dataclass
from typing import ClassVar

from ...messages.states import Tone
from ...model.share import Share
from ...text.typography import Language


@dataclass(frozen=True, slots=True)
class Word:
    """A state: a key that never changes, its word, its shape and its tone."""

    kind: ClassVar = "word"
    key: str
    text: str
    icon: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Gauge:
    """The counts of one level."""

    kind: ClassVar = "gauge"
    level: str
    met: int
    not_met: int
    not_applicable: int
    unassessed: int
    applicable: int
    share: str
    required: Share | None
    """The share that is required of this very count, if one is."""
    label: str
    """The counts as a sentence, for those who do not see the bar."""
    open: str = ""
    """How many are still to assess, in words; empty if none is."""


@dataclass(frozen=True, slots=True)
class RequirementView:
    """A criterion as its referential has it."""

    id: str
    title: str
    level: str
    requirement: str
    guidance: str
    evidence: tuple[str, ...]
    not_applicable_when: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RequirementSectionView:
    """A section as its referential has it."""

    id: str
    title: str
    description: str
    criteria: tuple[RequirementView, ...]


@dataclass(frozen=True, slots=True)
class ReferentialView:
    """One version of a referential: what it asks, since when, and for how long a label holds."""

    language: Language
    written: str
    """The language of its texts, as a code, which `language` need not be."""
    name: str
    """`id@version`, as an audit names it."""
    version: str
    title: str
    description: str
    notice: str
    """The one line that every certificate carries."""
    in_force: str
    rule: tuple[str, ...]
    """What each level requires, then the sentence on decision and term."""
    counts: tuple[tuple[str, int], ...]
    """Each level and how many criteria it has."""
    documents: tuple[str, ...]
    sections: tuple[RequirementSectionView, ...]
    clauses: tuple["ClauseView", ...]
    digest: str
    engine: str


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
    """Who will act and by when, in one text; `owner` and `due` are the same apart."""
    owner: str
    due: str
    justification: str
    not_applicable_when: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingView:
    """Criteria that could bring what a level still needs, and how many of them."""

    sentence: str
    """What is needed of them, where they are named under it."""
    count: str
    """How many are needed, where they are not."""
    needed: int
    criteria: tuple[CriterionView, ...]

    @property
    def needs_all(self) -> bool:
        """Whether there is no choice among the criteria."""
        return self.needed == len(self.criteria)


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level, its counts and its verdict; `margin` says how far it is from the required share."""

    id: str
    title: str
    required: str
    gauge: Gauge
    verdict: Word
    still_needed: int
    margin: str
    reason: str
    unmet: tuple[CriterionView, ...]
    unmet_note: str
    missing: tuple[MissingView, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section: one gauge for each level, None where it has no criterion of that level."""

    id: str
    title: str
    gauges: tuple[Gauge | None, ...]
    criteria: tuple[CriterionView, ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause of the rules, or a reason given under it."""

    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class SignatureView:
    """Who signs: in whose name, and the names that are known."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One evaluation, ready to be laid out."""

    language: Language
    kind: str
    """`audit` or `self_assessment`."""
    title: str
    status: str
    """Whether this is a final document: the committee granted or refused the label, or not yet."""
    mark: str
    """What must stand on every page of a document that is not finished; empty for any other."""
    standing: Word
    """Where the organisation stands: the state of a granted label on the day, if one is given."""
    unfinished: str
    organisation: str
    organisation_id: str
    region: str
    dates: str
    auditors: tuple[str, ...]
    referential: ReferentialView
    scope: tuple[str, ...]
    follow_up: str
    levels: tuple[LevelView, ...]
    missing: tuple[str, ...]
    fragile: str
    sections: tuple[SectionView, ...]
    reasons: tuple[ClauseView, ...]
    to_assess: tuple[CriterionView, ...]
    good_practices: tuple[CriterionView, ...]
    recommendations: tuple[CriterionView, ...]
    not_applicable: tuple[CriterionView, ...]
    actions: tuple[CriterionView, ...]
    """Those with an action, the soonest due first."""
    response: str
    opinion: str
    decision: str
    decision_reason: str
    events: tuple[str, ...]
    term: str
    holds_from: str
    """From when a label holds that has not begun on the day; empty for any other."""
    previous_label: str
    """Until when the label before runs, while it does on the day; empty for any other."""
    renewal: str
    """When a renewal that follows on is to be decided: of a label that holds on the day, or by this
    audit."""
    state_sentence: str
    no_certificate: str
    """Why no certificate is due on the day; empty where one is."""
    signatures: tuple[SignatureView, ...]
    limits: tuple[str, ...]
    audit_digest: str
    engine: str
