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

    def previous(self) -> dict[str, str]:
        """The label to renew, as a file holds it; empty where none was granted (RC-13)."""
        term = term_of(self.audit, self.referential.validity)
        if term is None:
            return {}
        status = status_after(self.audit.events)
        state = {} if status == "stands" else {"state": status}
        return {"last_day": term.last_day.isoformat(), **state}

    def label(self) -> str:
        """The label to renew, as YAML; empty where none was granted."""
        keys = ", ".join(f"{key}: {value}" for key, value in self.previous().items())
        return keys and f"{{{keys}}}"

    def retired(self, referential: Referential) -> tuple[Criterion, ...]:
        """The criteria that the other version no longer has."""
        known = referential.by_id
        return tuple(one for one in self.referential.criteria if one.id not in known)

    def reminders(self, criterion: Criterion, language: Language) -> Iterator[str]:
        """What to recall over a criterion: how it changed, and what was found."""
        yield from self.changes(criterion, language)
        if criterion.id in self.referential.by_id:
            yield from self.recalled(criterion, language)

    def changes(self, criterion: Criterion, language: Language) -> Iterator[str]:
        """How a criterion changed since the version of the audit before."""
        earlier = self.referential.by_id.get(criterion.id)
        if earlier is None:
            yield say(BLANK_AUDIT["is_new"], language)
            return
        if not same_words(earlier.requirement, criterion.requirement):
            yield say(BLANK_AUDIT["is_reworded"], language, what=earlier.requirement)
        if earlier.level != criterion.level:
            level = next(one for one in self.referential.levels if one.id == earlier.level)
            yield say(BLANK_AUDIT["is_of_other_level"], language, what=level.title)

    def recalled(self, criterion: Criterion, language: Language) -> Iterator[str]:
        """What was found for a criterion; nothing where there is no finding."""
        finding = self.audit.findings.get(criterion.id)
        if finding is None:
            return
        status = say(STATUSES[finding.status or "unassessed"], language)
        yield say(BLANK_AUDIT["found"], language, day=self.audit.audited_on.last, status=status)
        for key, text in _parts(finding, language):
            if text:
                yield say(BLANK_AUDIT[key], language, what=text)

    def columns(self, criterion: Criterion, language: Language) -> dict[str, str]:
        """The same for a table: what was found, recommended and planned, each in a cell."""
        finding = self.audit.findings.get(criterion.id)
        parts = dict(_parts(finding, language)) if finding else {}
        apart = {key: parts.get(key) or "" for key in ("then_recommendation", "then_action")}
        said = {say(BLANK_AUDIT[key], language, what=text) for key, text in apart.items() if text}
        found = [one for one in self.reminders(criterion, language) if one not in said]
        return {"then_found": "\n".join(found), **apart}


def _parts(finding: Finding, language: Language) -> Iterator[tuple[str, str | None]]:
    """What a finding says, by the key of the sentence that recalls it."""
    yield "then_evidence", " ; ".join(finding.evidence)
    yield "then_comment", finding.comment
    yield "then_justification", finding.justification
    yield "then_good_practice", finding.good_practice
    yield "then_recommendation", finding.recommendation
    yield "then_action", _action(finding, language)


def _action(finding: Finding, language: Language) -> str:
    action = finding.action
    if action is None:
        return ""
    due = say(BLANK_AUDIT["due"], language, day=action.due) if action.due else ""
    return ", ".join(filter(None, (action.owner, due)))
