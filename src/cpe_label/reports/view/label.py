"""The decision on a label and the events since, in words of one language."""

from datetime import date
from typing import Final

from ...messages.states import EVENTS, OUTCOMES, STANDINGS, STATES
from ...model.audit import Event
from ...rules.evaluation import Evaluation
from ...rules.validity import renewal_opens, state_on, status_after
from ...text.typography import Language, between_in_words
from .localizer import Localizer
from .types import Word

_HOLDING: Final = ("none", "valid", "expiring")
"""The states in which a report may write « valid from … to … », and a certificate be made."""
_RENEWABLE: Final = ("valid", "expiring")


class LabelLocalizer(Localizer):
    """The state of the label of an evaluation in words, on a day if one is given."""

    def __init__(self, evaluation: Evaluation, language: Language, on: date | None) -> None:
        super().__init__(language)
        self.evaluation = evaluation
        self.audit = evaluation.audit
        self.on = on
        self.state = self.state_on(on)

    def state_on(self, on: date | None) -> Word | None:
        """The state of the label on a day, or after all its events; none where it just stands.

        RC-14 says of a label that is suspended before its first day that it has not begun; a
        reader must know that it is suspended.
        """
        evaluation = self.evaluation
        if evaluation.period is None:
            return None
        status = status_after(one for one in self.audit.events if on is None or one.on <= on)
        if on is None:
            return None if status == "stands" else self.word(STATES, status)
        validity = evaluation.referential.validity
        state = state_on(on, evaluation.period, self.audit.events, validity=validity)
        early = state == "none" and status == "suspended"
        return self.word(STATES, status if early else state)

    def standing(self) -> Word:
        """The state on the day, or else what the audit led to."""
        return self.state or self.word(STANDINGS, self.evaluation.standing.value)

    def state_sentence(self) -> str:
        """The day of the state, as a sentence."""
        return self.say("state_on", day=self.on) if self.on and self.state else ""

    def decision(self) -> str:
        """What was decided, and when."""
        decision = self.audit.decision
        if decision is None:
            return self.say("no_decision" if self.audit.kind == "audit" else "self_no_decision")
        return self.dated(self.word(OUTCOMES, decision.outcome), decision.decided_on)

    def events(self) -> tuple[str, ...]:
        """What happened since."""
        return tuple(map(self.event, self.audit.events))

    def event(self, event: Event) -> str:
        """What happened and when, and why if its reason is given."""
        what = self.dated(self.word(EVENTS, event.event), event.on)
        reason = self.line(event.reason)
        return self.say("event_reason", event=what, reason=reason) if reason else what

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
        return self.say("term" if self.holds else "was_term", **days)

    @property
    def holds(self) -> bool:
        """Whether nothing suspended, withdrew or ended the label; it may not have begun yet."""
        return self.state is None or self.state.key in _HOLDING

    def no_certificate(self) -> str:
        """Why none is due: from its decision to its last day, a label that stands has one."""
        decision = self.audit.decision
        if self.evaluation.period is None or decision is None:
            standing = self.word(STANDINGS, self.evaluation.standing.value)
            return self.say("no_certificate_label", standing=_small(standing.text))
        if self.on and self.on < decision.decided_on:
            return self.say("no_certificate_yet", day=self.on, decided=decision.decided_on)
        if self.state is None or self.on is None or self.holds:
            return ""
        return self.say("no_certificate_state", day=self.on, state=_small(self.state.text))

    def holds_from(self) -> str:
        """The first day of a label that has not begun on the day, as a sentence."""
        period = self.evaluation.period
        if period is None or not self.on or self.on >= period.first_day or not self.holds:
            return ""
        return self.say("holds_from", first=period.first_day)

    def previous_label(self) -> str:
        """Until when the label before runs, on a day on which the new one does not hold yet."""
        previous, period = self.audit.previous, self.evaluation.period
        if previous is None or previous.state is not None or self.on is None:
            return ""
        if self.on > previous.last_day or (period is not None and period.first_day <= self.on):
            return ""
        return self.say("previous_label", last=previous.last_day)

    def renewal(self) -> str:
        """RC-13: between which days a renewal that follows on is decided, while it still can be."""
        period = self.evaluation.period
        if period is not None:
            holds = self.state is not None and self.state.key in _RENEWABLE
            return self.window("renewal_on", period.last_day) if holds else ""
        last_day = self.to_renew()
        return self.window("renewal_due", last_day) if last_day else ""

    def to_renew(self) -> date | None:
        """The last day of the label that this audit can still continue, if there is one."""
        decision, previous = self.audit.decision, self.audit.previous
        decided = decision is not None and decision.outcome != "adjourned"
        if self.audit.kind != "audit" or previous is None or previous.state or decided:
            return None
        return None if self.on and self.on > previous.last_day else previous.last_day

    def window(self, key: str, last_day: date) -> str:
        """That window as a sentence; empty where the version has none."""
        validity = self.evaluation.referential.validity
        if validity.renewal_window_months == 0:
            return ""
        opens = renewal_opens(last_day, validity)
        return self.say(key, between=between_in_words(opens, last_day, self.language))


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
