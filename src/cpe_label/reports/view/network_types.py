"""What the reports of a network show, as plain values in one language.

Texts have their typography and no markup. Days and counts stay what they are: a spreadsheet holds
them as such, and a page puts them in words.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ...rules.network import Counts
from ...text.typography import Language
from .types import Gauge, Word

SpanStyle = Literal["held", "suspended", "ended", "unknown"]


@dataclass(frozen=True, slots=True)
class SpanView:
    """Days on which a label was one thing, both included.

    `ended` is what a withdrawal took away; before the last day of a label of unknown beginning
    stands one `unknown` year.
    """

    style: SpanStyle
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TermView:
    """One granted label: in words, and as spans on the line of time."""

    text: str
    spans: tuple[SpanView, ...]


@dataclass(frozen=True, slots=True)
class LatestView:
    """The file that the stage of an organisation speaks of."""

    kind: str
    first: date
    last: date
    verdict: Word | None
    """None before its last day."""
    decided_on: date | None
    version: str
    source: str
    text: str
    """Kind, days, version and file in one line."""


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """One organisation on the day."""

    id: str
    name: str
    called: str
    """Its name, with its identifier where another has the same name."""
    region: str
    label: Word
    since: date | None
    """From when the label is suspended or withdrawn; None for any other."""
    stage: Word
    first_day: date | None
    last_day: date | None
    days_left: int | None
    renewal_opens: date | None
    terms: tuple[TermView, ...]
    latest: LatestView | None
    audited_on: date | None
    """The last day of its latest finished audit; None if it was never audited."""
    sections: tuple[Gauge | None, ...]
    """What that audit found in each section of the network; empty if it was never audited."""


@dataclass(frozen=True, slots=True)
class AgendaView:
    """A day to come; `uid` stays the same from one network to the next."""

    day: date
    kind: str
    """What the day is, in words."""
    what: str
    """The same, with the criterion where there is one."""
    organisation: str
    criterion: str
    text: str
    uid: str


@dataclass(frozen=True, slots=True)
class NetworkCriterionView:
    """One criterion over the latest finished audits; its share is None where nothing applies."""

    id: str
    title: str
    level: str
    section: str
    gauge: Gauge
    share: tuple[int, int] | None
    not_met_by: tuple[str, ...]
    reworded: bool


@dataclass(frozen=True, slots=True)
class PracticeView:
    """A good practice of one organisation."""

    criterion: str
    title: str
    organisation: str
    on: date
    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """A recommendation to one organisation, or what it will do."""

    criterion: str
    title: str
    organisation: str
    on: date
    text: str
    owner: str
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class YearView:
    """The network on one 31 December."""

    on: date
    members: int | None
    audited: int
    labelled: int


@dataclass(frozen=True, slots=True)
class NetworkProgressView:
    """What became of each criterion of one organisation between its last two finished audits."""

    organisation: str
    earlier: date
    later: date
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    """Each list of RC-20 by its key, in the order in which people read them, with identifiers."""


@dataclass(frozen=True, slots=True)
class FileView:
    """A file with problems, by the codes of these."""

    source: str
    codes: str


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A whole network on a day, ready to be laid out."""

    language: Language
    written: str
    """The language of the referential, and of what auditors wrote."""
    on: date
    network: str
    """The name of the network; empty where it has none."""
    referential: str
    """The title of the newest version."""
    label: str
    """Identifier of the referential."""
    counts: Counts
    share_labelled: Gauge | None
    """Those labelled, of the members; None without members."""
    share_audited: Gauge | None
    files: tuple[int, int, int]
    """Files read; of them those dated after the day, and those under another referential."""
    left_out: tuple[FileView, ...]
    problems: tuple[FileView, ...]
    organisations: tuple[OrganisationView, ...]
    """By name, as people look for them."""
    labelled: tuple[OrganisationView, ...]
    """Those labelled on the day, which is all that a public list tells."""
    sections: tuple[str, ...]
    """The titles of the sections of every version audited."""
    agenda: tuple[AgendaView, ...]
    criteria: tuple[NetworkCriterionView, ...]
    good_practices: tuple[PracticeView, ...]
    """By criterion, then as the network has them."""
    recommendations: tuple[RecommendationView, ...]
    """Overdue first, then by the day on which they are due."""
    years: tuple[YearView, ...]
    progress: tuple[NetworkProgressView, ...]
    non_members: tuple[str, ...]
    unattributed: tuple[str, ...]
    digests: tuple[tuple[str, str], ...]
    engine: str

    @property
    def title(self) -> str:
        """The name of the network, or of the referential where it has none."""
        return self.network or self.referential

    @property
    def never_audited_first(self) -> tuple[OrganisationView, ...]:
        """The organisations, first those that no audit was finished of."""
        return tuple(sorted(self.organisations, key=lambda one: one.audited_on is not None))
