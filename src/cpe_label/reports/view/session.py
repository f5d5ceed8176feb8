"""Make the view of a committee's session: what was decided about each organisation, in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from ..._version import __version__
from ...messages.phrase import say
from ...messages.session import SESSION
from ...messages.states import OUTCOMES
from ...model.audit import Audit, Decision, Outcome
from ...rules.evaluation import Evaluation, Verdict
from ...text.typography import Language, span_in_words
from .evaluation import view as evaluation_view
from .localizer import Localizer
from .types import MissingView, Word


@dataclass(frozen=True, slots=True)
class DecidedView:
    """What was decided about one organisation, and what it rests on."""

    organisation: str
    id: str
    outcome: Word
    decided: str
    """The outcome and its day."""
    term: str
    """The first and the last day of the label; empty without one."""
    reason: str
    previous: str
    """The label that is renewed; empty for a first one."""
    audited: str
    referential: str
    conditions: str
    levels: tuple[str, ...]
    missing: tuple[MissingView, ...]
    """What a refused one lacks; empty for any other."""
    digest: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """A session of the committee, ready to be laid out."""

    language: Language
    written: str
    """The language of what is quoted."""
    title: str
    """Of the referential."""
    days: str
    has_several_days: bool
    outcomes: str
    """How many decisions there are of each kind."""
    decided: tuple[DecidedView, ...]
    """In the order of the session."""
    referentials: tuple[tuple[str, str], ...]
    """Each version with its fingerprint."""
    engine: str


def session_view(evaluations: Sequence[Evaluation], language: Language) -> SessionView:
    """The view of a session; each evaluation is that of an audit with its decision."""
    return _Viewer(evaluations, language).view()


class _Viewer(Localizer):
    def __init__(self, evaluations: Sequence[Evaluation], language: Language) -> None:
        super().__init__(language)
        self.decided = [
            (one, one.audit.decision) for one in evaluations if one.audit.decision is not None
        ]

    def own(self, key: str, /, **blanks: object) -> str:
        """A sentence of the minutes."""
        return say(SESSION[key], self.language, **blanks)

    def view(self) -> SessionView:
        days = sorted({decision.decided_on for _, decision in self.decided})
        versions = {one.referential.name: one.referential for one, _ in self.decided}
        first = next(iter(versions.values()))
        titles = dict.fromkeys(self.line(one.title) for one in versions.values())
        return SessionView(
            language=self.language,
            written=first.language,
            title=" · ".join(titles),
            days=span_in_words(days[0], days[-1], self.language),
            has_several_days=len(days) > 1,
            outcomes=self.outcomes(),
            decided=tuple(self.one(*pair) for pair in self.decided),
            referentials=tuple((name, one.digest) for name, one in sorted(versions.items())),
            engine=f"cpe_label {__version__}",
        )

    def outcomes(self) -> str:
        counts = Counter(decision.outcome for _, decision in self.decided)
        found = (self.own(one, count=counts[one]) for one in get_args(Outcome) if counts[one])
        return ", ".join(found)

    def one(self, evaluation: Evaluation, decision: Decision) -> DecidedView:
        audit = evaluation.audit
        outcome = self.word(OUTCOMES, decision.outcome)
        met = evaluation.verdict is Verdict.PASS
        return DecidedView(
            organisation=self.line(audit.organisation.name),
            id=self.text(audit.organisation.id),
            outcome=outcome,
            decided=self.dated(outcome, decision.decided_on),
            term=self.term(evaluation),
            reason=self.text(decision.reason),
            previous=self.previous(evaluation),
            audited=self.audited(audit),
            referential=evaluation.referential.name,
            conditions=self.own("conditions_met" if met else "conditions_not_met"),
            levels=self.levels(evaluation),
            missing=self.missing(evaluation) if decision.outcome == "refused" else (),
            digest=audit.digest,
        )

    def dated(self, outcome: Word, day: date) -> str:
        sentence = self.own("decided", outcome=outcome.text, day=day)
        return sentence[:1].upper() + sentence[1:]

    def term(self, evaluation: Evaluation) -> str:
        period = evaluation.period
        return self.say("term", first=period.first_day, last=period.last_day) if period else ""

    def previous(self, evaluation: Evaluation) -> str:
        """The label that is renewed, and RC-13's days without one."""
        renewed, period = evaluation.audit.previous, evaluation.period
        if renewed is None or period is None:
            return ""
        gap = period.gap_days
        key = f"renews_{renewed.state}" if renewed.state else "renews_gap" if gap else "renews"
        return self.own(key, last=renewed.last_day, gap=gap)

    def missing(self, evaluation: Evaluation) -> tuple[MissingView, ...]:
        """What its levels lack, as its report has it."""
        levels = evaluation_view(evaluation, self.language).levels
        return tuple(group for level in levels for group in level.missing)

    def audited(self, audit: Audit) -> str:
        dates = span_in_words(audit.audited_on.from_, audit.audited_on.last, self.language)
        names = tuple(self.line(one.name) for one in audit.auditors)
        return self.own("audited", dates=dates, auditors=names) if names else dates

    def levels(self, evaluation: Evaluation) -> tuple[str, ...]:
        return tuple(
            self.own(
                "level",
                level=self.line(result.level.title),
                met=len(result.tally.met),
                applicable=result.tally.applicable,
                required=result.level.required,
            )
            for result in evaluation.levels
        )
