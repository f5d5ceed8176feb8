"""The decision on a label and the events since, in words of one language."""

from datetime import date
from typing import Final

from ...messages.states import EVENTS, OUTCOMES, STANDINGS, STATES
from ...rules.evaluation import Evaluation
from ...rules.validity import state_on, status_after
from ...text.typography import Language
from .localizer import Localizer
from .types import Word

_HOLDING: Final = ("none", "valid", "expiring")
"""The states in which a report may write « valid from … to … »."""

_CERTIFIED: Final = ("valid", "expiring")


class LabelLocalizer(Localizer):
    """The state of the label of an evaluation in words, on a day if one is given."""

    def __init__(self, evaluation: Evaluation, language: Language, on: date | None) -> None:
        super().__init__(language)
        self.evaluation = evaluation
        self.audit = evaluation.audit
        self.on = on
        self.state = self.state_on(on)
        self.lost = self.lost_by(on)

    def state_on(self, on: date | None) -> Word | None:
        """The state of the label on a day; none without a day or a term."""
        evaluation = self.evaluation
        if on is None or evaluation.period is None:
            return None
        state = state_on(
            on,
            evaluation.period,
            self.audit.events,
            validity=evaluation.referential.validity,
        )
        return self.word(STATES, state)

    def lost_by(self, on: date | None) -> Word | None:
        """Whether events suspended or withdrew a label whose state does not show it.

        Before the first day, RC-14 gives the state `none` in any case; a reader must know more.
        """
        if self.evaluation.period is None or (self.state and self.state.key != "none"):
            return None
        status = status_after(one for one in self.audit.events if on is None or one.on <= on)
        return None if status == "stands" else self.word(STATES, status)

    def standing(self) -> Word:
        """The state on the day, or else what the audit led to."""
        state = self.lost or self.state
        return state or self.word(STANDINGS, self.evaluation.standing.value)

    def state_sentence(self) -> str:
        """The day of the state, as a sentence."""
        return self.say("state_on", day=self.on) if self.state else ""

    def decision(self) -> str:
        """What was decided, and when."""
        decision = self.audit.decision
        if decision is None:
            return self.say("no_decision" if self.audit.kind == "audit" else "self_no_decision")
        return self.dated(self.word(OUTCOMES, decision.outcome), decision.decided_on)

    def events(self) -> tuple[str, ...]:
        """What happened since."""
        return tuple(
            self.dated(self.word(EVENTS, event.event), event.on)
            + (f". {self.line(event.reason)}" if event.reason else "")
            for event in self.audit.events
        )

    def dated(self, what: Word, day: date) -> str:
        """Something that happened, and its day."""
        sentence = self.say("decided_on", outcome=what.text, day=day)
        return sentence[:1].upper() + sentence[1:]

    def term(self) -> str:
        """The first and the last day of the label."""
        period = self.evaluation.period
        if period is None:
            return ""
        days = {"first": period.first_day, "last": period.last_day}
        holds = self.lost is None and (self.state is None or self.state.key in _HOLDING)
        return self.say("term" if holds else "was_term", **days)

    def no_certificate(self) -> str:
        """Only a label that is granted, begun and in force on the day has a certificate."""
        if self.evaluation.period is None:
            standing = self.word(STANDINGS, self.evaluation.standing.value)
            return self.say("no_certificate_label", standing=_small(standing.text))
        if self.state is None or self.state.key in _CERTIFIED:
            return ""
        state = self.lost or self.state
        return self.say("no_certificate_state", day=self.on, state=_small(state.text))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
