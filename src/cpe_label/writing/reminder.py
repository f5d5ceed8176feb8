"""What an audit to fill in recalls of the audit before: comments, and never an answer."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..messages.blank_audit import BLANK_AUDIT
from ..messages.phrase import say
from ..messages.states import STATUSES
from ..model.audit import Audit, Finding
from ..model.referential import Criterion, Referential
from ..rules.validity import status_after, term_of
from ..text.typography import Language
from ..text.wording import same_words


@dataclass(frozen=True, slots=True)
class Former:
    """The audit before, and the version of the referential that it answers."""

    audit: Audit
    referential: Referential

    def renewed(self) -> dict[str, str]:
        """The label to renew, with the keys of a file; empty where none was granted (RC-13)."""
        term = term_of(self.audit, self.referential.validity)
        if term is None:
            return {}
        status = status_after(self.audit.events)
        state = {} if status == "stands" else {"state": str(status)}
        return {"last_day": term.last_day.isoformat(), **state}

    def label(self) -> str:
        """The label to renew, as YAML."""
        keys = ", ".join(f"{key}: {value}" for key, value in self.renewed().items())
        return f"{{{keys}}}" if keys else ""

    def retired(self, referential: Referential) -> tuple[Criterion, ...]:
        """The criteria that the other version no longer has."""
        known = referential.by_id
        return tuple(one for one in self.referential.criteria if one.id not in known)

    def reminders(self, criterion: Criterion, language: Language) -> Iterator[str]:
        """What to recall over a criterion: how it changed, and what was found."""
        earlier = self.referential.by_id.get(criterion.id)
        if earlier is None:
            yield say(BLANK_AUDIT["is_new"], language)
            return
        if not same_words(earlier.requirement, criterion.requirement):
            yield say(BLANK_AUDIT["is_reworded"], language, what=earlier.requirement)
        if earlier.level != criterion.level:
            level = next(one for one in self.referential.levels if one.id == earlier.level)
            yield say(BLANK_AUDIT["is_of_other_level"], language, what=level.title)
        yield from self.recalled(criterion, language)

    def recalled(self, criterion: Criterion, language: Language) -> Iterator[str]:
        """What was found for a criterion; nothing where there is no finding."""
        finding = self.audit.findings.get(criterion.id)
        if finding is None:
            return
        status = say(STATUSES[finding.status or "unassessed"], language)
        yield say(BLANK_AUDIT["found"], language, day=self.audit.audited_on.last, status=status)
        for key, text in (
            ("then_evidence", " ; ".join(finding.evidence)),
            ("then_comment", finding.comment),
            ("then_justification", finding.justification),
            ("then_good_practice", finding.good_practice),
            ("then_recommendation", finding.recommendation),
            ("then_action", _action(finding, language)),
        ):
            if text:
                yield say(BLANK_AUDIT[key], language, what=text)


def _action(finding: Finding, language: Language) -> str:
    action = finding.action
    if action is None:
        return ""
    due = say(BLANK_AUDIT["due"], language, day=action.due) if action.due else ""
    return ", ".join(filter(None, (action.owner, due)))
