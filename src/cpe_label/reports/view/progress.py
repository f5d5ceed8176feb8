"""Make the view of two audits of one organisation: what became of each criterion (RC-20)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..._version import __version__
from ...messages.comparison import COMPARISON
from ...messages.phrase import say
from ...messages.states import STANDINGS, STATUSES
from ...model.audit import Finding
from ...rules.evaluation import Evaluation
from ...rules.progress import ProgressKind, Step, progress_of
from ...text.typography import Language, day_in_words, span_in_words
from .evaluation import view
from .localizer import Localizer
from .types import Gauge, LevelView, Word


@dataclass(frozen=True, slots=True)
class FoundView:
    """What was found once: `status` in words, and what was written with it."""

    status: Word
    comment: str
    recommendation: str
    action: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One criterion, then and now."""

    id: str
    title: str
    kind: str
    old: FoundView
    new: FoundView

    @property
    def is_followed(self) -> bool:
        """Whether the audit before left something to follow, or what was met then no longer is."""
        then = self.old
        is_behind = then.status.key == "not_met" or self.kind == "lost"
        return is_behind or bool(then.recommendation or then.action)


@dataclass(frozen=True, slots=True)
class LevelsView:
    """A level, its gauge then and its gauge now; None where a version does not have it."""

    title: str
    old: Gauge | None
    new: Gauge | None


@dataclass(frozen=True, slots=True)
class ProgressView:
    """Two audits compared, ready to be laid out."""

    language: Language
    written: str
    organisation: str
    title: str
    """Of the referential."""
    kind_then: str
    """`audit` or `self_assessment`."""
    dates_then: str
    audits: tuple[str, str]
    """Each audit with its kind, its days and its version."""
    levels: tuple[LevelsView, ...]
    steps: tuple[tuple[str, tuple[StepView, ...]], ...]
    """RC-20's lists that are not empty, in the order in which people read them."""
    gained: int
    lost: int
    standings: tuple[str, str]
    """Where the organisation stood after each audit, as sentences."""
    digests: tuple[tuple[str, str], ...]
    engine: str

    @property
    def followed(self) -> tuple[StepView, ...]:
        """Each former « not met », recommendation and action, and what was lost since."""
        return tuple(step for _, steps in self.steps for step in steps if step.is_followed)


READING_ORDER: tuple[ProgressKind, ...] = (
    *("lost", "now_applicable", "still_not_met", "gained", "reworded", "new", "retired"),
    *("unknown", "no_longer_applicable", "still_met", "still_not_applicable"),
)


def progress_view(then: Evaluation, now: Evaluation, language: Language) -> ProgressView:
    """The view of the progress from one audit to a later one."""
    return _Viewer(then, now, language).view()


class _Viewer(Localizer):
    def __init__(self, then: Evaluation, now: Evaluation, language: Language) -> None:
        super().__init__(language)
        self.old, self.new = then, now
        both = (then.referential, now.referential)  # the new titles stand over the old ones
        self.titles = {one.id: self.line(one.title) for each in both for one in each.criteria}

    def own(self, key: str, /, **blanks: object) -> str:
        return say(COMPARISON[key], self.language, **blanks)

    def view(self) -> ProgressView:
        found = progress_of(self.old, self.new)
        lists = ((kind, tuple(map(self.step, found.of(kind)))) for kind in READING_ORDER)
        return ProgressView(
            language=self.language,
            written=self.new.referential.language,
            organisation=self.line(self.new.audit.organisation.name),
            title=self.line(self.new.referential.title),
            kind_then=self.old.audit.kind,
            dates_then=self.dates(self.old),
            audits=(self.audit(self.old), self.audit(self.new)),
            levels=tuple(self.levels()),
            steps=tuple((kind, steps) for kind, steps in lists if steps),
            gained=len(found.of("gained")),
            lost=len(found.of("lost")),
            standings=(self.standing("then", self.old), self.standing("now", self.new)),
            digests=(
                (self.audit(self.old), self.old.audit.digest),
                (self.audit(self.new), self.new.audit.digest),
            ),
            engine=f"cpe_label {__version__}",
        )

    def dates(self, one: Evaluation) -> str:
        days = one.audit.audited_on
        return span_in_words(days.from_, days.last, self.language)

    def standing(self, when: str, one: Evaluation) -> str:
        word = self.word(STANDINGS, one.standing.value)
        return f"{self.say('colon', what=self.own(when))} {word.icon} {word.text}"

    def audit(self, one: Evaluation) -> str:
        version = f"{one.referential.id} {one.referential.version}"
        return self.own(f"kind_{one.audit.kind}", dates=self.dates(one), version=version)

    def levels(self) -> Iterator[LevelsView]:
        before = {one.id: one for one in view(self.old, self.language).levels}
        for level in view(self.new, self.language).levels:
            earlier = before.pop(level.id, None)
            then = self.gauge("then", earlier) if earlier else None
            title = self.titled(level, earlier or level)
            yield LevelsView(title, then, self.gauge("now", level))
        for level in before.values():
            yield LevelsView(self.titled(level, level), self.gauge("then", level), None)

    def titled(self, level: LevelView, earlier: LevelView) -> str:
        """The title of a level with the share that it requires, or that it required then."""
        key = "level" if level.required == earlier.required else "level_changed"
        return self.own(key, title=level.title, then=earlier.required, now=level.required)

    def gauge(self, when: str, level: LevelView) -> Gauge:
        """The gauge of a level; a reader of plain text sees when, the title stands before."""
        return replace(level.gauge, level=self.own(when))

    def step(self, step: Step) -> StepView:
        return StepView(
            step.id, self.titles[step.id], step.kind, self.found(step.old), self.found(step.new)
        )

    def found(self, finding: Finding | None) -> FoundView:
        finding = finding or Finding()
        action = finding.action
        owner = self.line(action.owner) if action else ""
        day = day_in_words(action.due, self.language) if action and action.due else ""
        due = self.say("due", day=day) if day else ""
        return FoundView(
            status=self.word(STATUSES, finding.status or "unassessed"),
            comment=self.text(finding.comment or finding.justification),
            recommendation=self.text(finding.recommendation),
            action=", ".join(filter(None, (owner, due))),
        )
