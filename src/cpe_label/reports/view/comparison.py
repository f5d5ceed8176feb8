"""Make the view of two referentials: what changes, and what it would do to whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..._version import __version__
from ...messages.comparison import COMPARISON, OUTCOMES
from ...messages.phrase import say
from ...model.referential import Referential
from ...rules.changes import CriterionChange, FrameChange, Value
from ...rules.comparison import ReferentialComparison
from ...rules.simulation import OUTCOMES as RULED
from ...rules.simulation import OrganisationOutcome, Outcome, Simulation, SingleChange
from ...text.typography import Language, day_in_words, required_shown
from ...text.wording import changed_words
from .localizer import Localizer
from .types import Word

LeftOut = tuple[str, tuple[str, ...]]
"""A file that is not counted, and the codes of its problems."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: what changes, and from what to what."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangedCriterionView:
    """A criterion with its changes of one kind."""

    id: str
    title: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The changes of substance, or those of words."""

    count: int
    frame: tuple[ChangeView, ...]
    criteria: tuple[ChangedCriterionView, ...]


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What would become of one organisation."""

    id: str
    """Empty where no identifier is known."""
    organisation: str
    audited_on: str
    outcome: Word
    criteria: tuple[str, ...]
    """The identifiers of those that decide."""


@dataclass(frozen=True, slots=True)
class SingleView:
    """What one change would do by itself."""

    id: str
    """The criterion that changes; empty where it is something else."""
    change: str
    would_lose: int
    would_gain: int
    open: int


@dataclass(frozen=True, slots=True)
class SimulationView:
    """What the changes would do."""

    totals: tuple[tuple[Word, int], ...]
    organisations: tuple[OutcomeView, ...]
    """Those that would lose the label first."""
    single: tuple[SingleView, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two referentials compared, ready to be laid out."""

    language: Language
    written: str
    title: str
    old: str
    new: str
    versions: tuple[str, str]
    """Each version with its first day."""
    substance: ChangesView
    words: ChangesView
    simulation: SimulationView | None
    digests: tuple[tuple[str, str], ...]
    engine: str


def comparison_view(
    comparison: ReferentialComparison,
    language: Language,
    simulation: Simulation | None = None,
    left_out: Iterable[LeftOut] = (),
) -> ComparisonView:
    """The view of a comparison of two referentials."""
    return _Viewer(comparison, language).view(simulation, left_out)


class _Viewer(Localizer):
    def __init__(self, comparison: ReferentialComparison, language: Language) -> None:
        super().__init__(language)
        self.comparison = comparison
        both = (comparison.old, comparison.new)  # the new names stand over the old ones
        self.titles = {one.id: self.line(one.title) for each in both for one in each.criteria}
        self.levels = {one.id: self.line(one.title) for each in both for one in each.levels}
        self.sections = {one.id: self.line(one.title) for each in both for one in each.sections}
        self.documents = {one.id: self.line(one.title) for each in both for one in each.sources}

    def own(self, key: str, /, **blanks: object) -> str:
        return say(COMPARISON[key], self.language, **blanks)

    def view(self, simulation: Simulation | None, left_out: Iterable[LeftOut]) -> ComparisonView:
        old, new = self.comparison.old, self.comparison.new
        return ComparisonView(
            language=self.language,
            written=new.language,
            title=self.line(new.title),
            old=f"{old.id} {old.version}",
            new=new.version,
            versions=(self.version(old), self.version(new)),
            substance=self.changes(substance=True),
            words=self.changes(substance=False),
            simulation=self.simulation(simulation, left_out) if simulation else None,
            digests=tuple(
                (self.own("fingerprint", name=one.name), one.digest) for one in (old, new)
            ),
            engine=f"cpe_label {__version__}",
        )

    def version(self, one: Referential) -> str:
        days = self.say("in_force_from", first=one.in_force.from_)
        return self.own("version", version=f"{one.id} {one.version}", days=days)

    # ── Changes ──────────────────────────────────────────────────────────────────────────────────

    def changes(self, *, substance: bool) -> ChangesView:
        frame = [one for one in self.comparison.frame if one.substance is substance]
        found: dict[str, list[CriterionChange]] = {}
        for change in self.comparison.criteria:
            if change.substance is substance:
                found.setdefault(change.id, []).append(change)
        return ChangesView(
            count=len(frame) + sum(map(len, found.values())),
            frame=tuple(map(self.frame, frame)),
            criteria=tuple(
                ChangedCriterionView(name, self.titles[name], tuple(map(self.criterion, changes)))
                for name, changes in found.items()
            ),
        )

    def frame(self, change: FrameChange) -> ChangeView:
        old, new = self.value(change.field, change.old), self.value(change.field, change.new)
        return ChangeView(self.field(change), self.frame_text(change, old, new))

    def frame_text(self, change: FrameChange, old: str, new: str) -> str:
        if change.field.endswith(("title", "description", "notice")) and old and new:
            return self.both(old, new)
        nothing = self.own("nothing")
        return self.own("arrow", old=old or nothing, new=new or nothing)

    def field(self, change: FrameChange) -> str:
        """The name of what changes; the path has the number of an item, the words its title."""
        top, *rest = change.field.split(".")
        if top not in ("levels", "sections", "sources") or not rest:
            return self.own(change.field)
        key = change.path[2] if len(change.path) > 2 else ""
        name = change.field.removeprefix(f"{top}.").removesuffix(f".{key}" if key else "")
        titles = {"levels": self.levels, "sections": self.sections, "sources": self.documents}
        pattern = f"{top}.*.{key}" if key else f"{top}.*"
        return self.own(pattern, name=titles[top][name])

    def value(self, field: str, value: Value) -> str:
        if value is None:
            return ""
        if isinstance(value, tuple):
            return " · ".join(value)
        if field.startswith("in_force."):
            return day_in_words(date.fromisoformat(value), self.language)
        if field.endswith(".scope"):
            return self.own(value)
        if field.endswith(".required"):
            return required_shown(value, self.language)
        return self.line(value)

    def criterion(self, change: CriterionChange) -> ChangeView:
        what = self.own(f"change_{change.change}")
        old, new = self.side(change, change.old), self.side(change, change.new)
        if change.change in ("added", "retired"):
            either = {**self.comparison.old.by_id, **self.comparison.new.by_id}
            criterion = either[change.id]
            text = self.line(f"{self.levels[criterion.level]} – {criterion.requirement}")
        elif change.change.startswith("level") or change.change == "moved":
            text = self.own("arrow", old=old, new=new)
        else:
            text = self.both(old, new)
        return ChangeView(what, text)

    def side(self, change: CriterionChange, value: Value) -> str:
        if isinstance(value, tuple):
            return self.say("semicolon").join(map(self.line, value))
        if change.change.startswith("level") and value:
            return self.levels[value]
        return self.sections.get(value or "", "") if change.change == "moved" else self.line(value)

    def both(self, old: str, new: str) -> str:
        """Two wordings as one text, in which the words that only one of them has are marked."""
        return " ".join(
            piece.text if piece.kind == "same" else self.own(piece.kind, text=piece.text)
            for piece in changed_words(old, new)
        )

    # ── What they would do ───────────────────────────────────────────────────────────────────────

    def simulation(self, simulation: Simulation, left_out: Iterable[LeftOut]) -> SimulationView:
        return SimulationView(
            totals=tuple(
                (self.word(OUTCOMES, outcome), simulation.totals[outcome]) for outcome in _RANKED
            ),
            organisations=tuple(
                map(
                    self.outcome,
                    sorted(simulation.organisations, key=lambda one: _RANKED.index(one.outcome)),
                )
            ),
            single=tuple(map(self.single, simulation.single)),
            left_out=tuple(
                self.own("left_out_file", file=self.line(file), codes=", ".join(codes))
                for file, codes in left_out
            ),
        )

    def outcome(self, one: OrganisationOutcome) -> OutcomeView:
        return OutcomeView(
            one.id or "",
            self.line(one.name),
            day_in_words(one.audit_on, self.language),
            self.word(OUTCOMES, one.outcome),
            one.criteria,
        )

    def single(self, one: SingleChange) -> SingleView:
        change = one.change
        if isinstance(change, FrameChange):
            name, what = "", self.frame(change).what
        else:
            name = change.id
            what = f"{self.titles[name]} – {self.own(f'change_{change.change}')}"
        return SingleView(name, what, one.would_lose, one.would_gain, one.open)


_RANKED: Final[tuple[Outcome, ...]] = tuple(sorted(RULED, key=list(OUTCOMES).index))
"""The outcomes in the order of their words: those who would lose the label first."""
