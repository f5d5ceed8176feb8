"""Make the view of a network on a day: facts in words of one language, names for identifiers."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from ..._version import __version__
from ...messages.network import LABELS, STAGES
from ...messages.states import CONDITIONS
from ...model.digest import fingerprint
from ...rules.network import (
    AgendaItem,
    CriterionOnDay,
    FileProblems,
    GoodPractice,
    LatestFile,
    Network,
    OrganisationOnDay,
    OrganisationProgress,
    Recommendation,
    SectionAnswers,
)
from ...text.similarity import unaccented
from ...text.typography import Language, span_in_words
from .network_gauges import NetworkLocalizer
from .network_types import (
    AgendaView,
    FileView,
    LatestView,
    NetworkCriterionView,
    NetworkProgressView,
    NetworkView,
    OrganisationView,
    PracticeView,
    RecommendationView,
    YearView,
)
from .progress import READING_ORDER
from .terms import term_view
from .types import Gauge


def network_view(network: Network, language: Language) -> NetworkView:
    """The view of a network."""
    return _Viewer(network, language).view()


class _Viewer(NetworkLocalizer):
    def __init__(self, network: Network, language: Language) -> None:
        super().__init__(language)
        self.network = network
        # The newer titles stand over the older ones.
        criteria = [one for each in network.versions for one in each.criteria]
        self.titles = {one.id: self.line(one.title) for one in criteria}
        levels = [one for each in network.versions for one in each.levels]
        self.levels = {one.id: self.line(one.title) for one in levels}
        self.sections = self._sections()
        self.terms = {one.id: one.terms for one in network.organisations}
        many = Counter(one.name for one in network.organisations)
        self.names = {
            one.id: self.line(one.name if many[one.name] == 1 else f"{one.name} ({one.id})")
            for one in network.organisations
        }

    def _sections(self) -> dict[str, str]:
        """Every section audited: those of the newest version, then those that it has no more."""
        newest_first = reversed(self.network.versions)
        found: dict[str, str] = {}
        for each in newest_first:
            for one in each.sections:
                found.setdefault(one.id, self.line(one.title))
        return found

    # ── The whole ────────────────────────────────────────────────────────────────────────────────

    def view(self) -> NetworkView:
        network = self.network
        newest = network.versions[-1] if network.versions else None
        title = self.line(newest.title if newest else network.label)
        members = network.members
        organisations = {
            one.id: self.organisation(one) for one in sorted(network.organisations, key=_by_name)
        }
        labelled = {one.id for one in network.labelled}
        return NetworkView(
            language=self.language,
            written=newest.language if newest else self.language,
            on=network.on,
            network=self.line(members.title if members else None),
            referential=title,
            label=network.label,
            counts=network.counts,
            share_labelled=self.of_members(network.counts.labelled, network.counts.members),
            share_audited=self.of_members(network.counts.audited, network.counts.members),
            files=(network.files.read, network.files.after_day, network.files.other_labels),
            left_out=tuple(map(self.file, network.files.left_out)),
            problems=tuple(map(self.file, network.files.problems)),
            organisations=tuple(organisations.values()),
            labelled=tuple(one for name, one in organisations.items() if name in labelled),
            sections=tuple(self.sections.values()),
            agenda=tuple(map(self.agenda, network.agenda)),
            criteria=tuple(map(self.criterion, network.criteria)),
            good_practices=tuple(map(self.practice, self.by_criterion(network.good_practices))),
            recommendations=tuple(
                map(self.recommendation, sorted(network.recommendations, key=_by_due))
            ),
            years=tuple(
                YearView(one.on, one.members, one.audited, one.labelled) for one in network.years
            ),
            progress=tuple(map(self.progress, network.progress)),
            non_members=tuple(map(self.line, network.non_members)),
            unattributed=tuple(map(self.line, network.unattributed)),
            digests=tuple(self.digests()),
            engine=f"cpe_label {__version__}",
        )

    def file(self, one: FileProblems) -> FileView:
        return FileView(self.line(one.source), ", ".join(one.codes))

    def digests(self) -> Iterable[tuple[str, str]]:
        network = self.network
        yield self.own("digest_files"), network.files.digest
        if network.members:
            yield self.own("digest_members"), network.members.digest
        for one in network.versions:
            yield self.own("digest_referential", name=one.name), one.digest

    # ── Organisations ────────────────────────────────────────────────────────────────────────────

    def organisation(self, one: OrganisationOnDay) -> OrganisationView:
        return OrganisationView(
            id=self.line(one.id),
            name=self.line(one.name),
            called=self.names[one.id],
            region=self.line(one.region),
            label=self.word(LABELS, one.label),
            since=_since(one),
            stage=self.word(STAGES, one.stage),
            first_day=one.first_day,
            last_day=one.last_day,
            days_left=one.days_left,
            renewal_opens=one.renewal_opens,
            terms=tuple(term_view(term, self.language) for term in one.terms),
            latest=self.latest(one.latest) if one.latest else None,
            audited_on=one.audited_on,
            sections=self.audited_sections(one.sections) if one.sections else (),
        )

    def latest(self, one: LatestFile) -> LatestView:
        decided = one.decision.decided_on if one.decision else None
        kind = self.own(f"kind_{one.kind}")
        version, source = self.line(one.version), self.line(one.source)
        dates = span_in_words(one.first_day, one.last_day, self.language)
        return LatestView(
            kind=kind,
            first=one.first_day,
            last=one.last_day,
            verdict=self.word(CONDITIONS, one.verdict.value) if one.verdict else None,
            decided_on=decided,
            version=version,
            source=source,
            text=self.own(
                "latest_decided" if decided else "latest_file",
                kind=kind,
                dates=dates,
                version=version,
                source=source,
                day=decided,
            ),
        )

    def audited_sections(self, answers: Iterable[SectionAnswers]) -> tuple[Gauge | None, ...]:
        """What an audit found in each section of the network, all levels together."""
        found = {one.id: one for one in answers}
        return tuple(
            self.gauge(title, found[name]) if name in found else None
            for name, title in self.sections.items()
        )

    # ── What comes next ──────────────────────────────────────────────────────────────────────────

    def agenda(self, one: AgendaItem) -> AgendaView:
        kind = self.own(f"agenda_{one.kind}")
        return AgendaView(
            day=one.day,
            kind=kind,
            what=self.own("what_action", what=kind, criterion=one.criterion)
            if one.criterion
            else kind,
            organisation=self.names[one.organisation],
            criterion=self.line(one.criterion),
            text=self.line(one.text),
            uid=self.uid(one),
        )

    def uid(self, one: AgendaItem) -> str:
        """A name that stays the same whatever else changes: of a term, or of a criterion."""
        about = {
            "organisation": one.organisation,
            "referential": self.network.label,
            "kind": one.kind,
            "of": one.criterion or self.running_term(one.organisation),
        }
        return fingerprint(about).removeprefix("sha256:")[:32] + "@cpe-label"

    def running_term(self, organisation: str) -> str:
        """The first day of the term that an item of the agenda speaks of; its last, if unknown."""
        term = next(one for one in reversed(self.terms[organisation]) if one.ended_by is None)
        return (term.first_day or term.last_day).isoformat()

    # ── Criteria ─────────────────────────────────────────────────────────────────────────────────

    def criterion(self, one: CriterionOnDay) -> NetworkCriterionView:
        answered = one.met + one.not_met
        level = self.levels[one.criterion.level]
        return NetworkCriterionView(
            id=one.id,
            title=self.line(one.criterion.title),
            level=level,
            section=self.line(one.section_title),
            gauge=self.gauge(self.own("met"), one),
            share=(one.met, answered) if answered else None,
            not_met_by=tuple(self.names[name] for name in one.organisations_not_met),
            reworded=one.reworded,
        )

    def by_criterion(self, practices: Iterable[GoodPractice]) -> list[GoodPractice]:
        order = {name: number for number, name in enumerate(self.titles)}
        return sorted(practices, key=lambda one: order[one.criterion])

    def practice(self, one: GoodPractice) -> PracticeView:
        return PracticeView(
            criterion=one.criterion,
            title=self.titles[one.criterion],
            organisation=self.names[one.organisation],
            on=one.on,
            text=self.text(one.text),
            evidence=self.texts(one.evidence),
        )

    def recommendation(self, one: Recommendation) -> RecommendationView:
        return RecommendationView(
            criterion=one.criterion,
            title=self.titles[one.criterion],
            organisation=self.names[one.organisation],
            on=one.on,
            text=self.text(one.text),
            owner=self.line(one.owner),
            due=one.due,
            overdue=one.overdue,
        )

    def progress(self, one: OrganisationProgress) -> NetworkProgressView:
        return NetworkProgressView(
            organisation=self.names[one.organisation],
            earlier=one.from_,
            later=one.to,
            lists=tuple((kind, one.criteria[kind]) for kind in READING_ORDER),
        )


def _since(one: OrganisationOnDay) -> date | None:
    """The day of the last event that made the label what it is."""
    events = (event for term in reversed(one.terms) for event in reversed(term.events))
    return next((event.on for event in events if event.event == one.label), None)


def _by_name(one: OrganisationOnDay) -> tuple[str, str]:
    """As people look for it: without accents and capitals."""
    return unaccented(one.name), one.id


def _by_due(one: Recommendation) -> date:
    """The soonest first, and so what is overdue before all."""
    return one.due or date.max
