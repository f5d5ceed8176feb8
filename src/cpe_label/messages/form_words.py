"""How the page of an audit shows the keys, the words and the days of files."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Final

from ..text.typography import Language, day_in_words
from .form import FORM
from .phrase import Phrase, Words, say
from .reports import REPORT
from .spreadsheet import COLUMNS, LINES
from .states import OUTCOMES, STATUSES

_EVENTS: Final = Phrase("Events of the label", "Événements du label")

LABELS: Final[Mapping[str, Phrase]] = {
    "format": LINES["format"],
    "referential": LINES["referential.id"],
    "referential.id": LINES["referential.id"],
    "referential.version": LINES["referential.version"],
    "organisation": Phrase("Organisation", "Structure"),
    "organisation.id": Phrase("Permanent identifier", "Identifiant permanent"),
    "organisation.name": FORM["name"],
    "organisation.region": REPORT["region"],
    "kind": FORM["kind"],
    "audited_on": Phrase("Days of the audit", "Jours de l'audit"),
    "audited_on.from": FORM["from"],
    "audited_on.to": FORM["to"],
    "auditors": REPORT["auditors"],
    "auditors.name": FORM["auditor_name"],
    "auditors.organisation": FORM["auditor_organisation"],
    "findings": Phrase("Findings", "Constats"),
    "findings.status": FORM["finding"],
    "findings.evidence": COLUMNS["evidence"],
    "findings.comment": REPORT["comment"],
    "findings.good_practice": REPORT["good_practice"],
    "findings.recommendation": REPORT["recommendation"],
    "findings.action": Phrase("Action", "Action"),
    "findings.action.owner": FORM["owner"],
    "findings.action.due": FORM["due"],
    "findings.justification": COLUMNS["justification"],
    "response": REPORT["response"],
    "opinion": REPORT["opinion"],
    "previous": FORM["renewal"],
    "previous.last_day": LINES["previous.last_day"],
    "previous.state": LINES["previous.state"],
    "decision": Phrase("Decision of the committee", "Décision du comité"),
    "decision.outcome": LINES["decision.outcome"],
    "decision.decided_on": LINES["decision.decided_on"],
    "decision.reason": Phrase("Reason for the decision", "Motif de la décision"),
    "events": _EVENTS,
    "events.event": _EVENTS,
    "events.on": _EVENTS,
    "events.reason": _EVENTS,
}
"""By place in a file, without names of criteria and numbers of items, what the page calls it."""

TERMS: Final[Mapping[str, Phrase]] = {
    **{name: STATUSES[name] for name in ("met", "not_met", "not_applicable")},
    **OUTCOMES,
    **{name: LABELS[f"findings.{name}"] for name in ("evidence", "good_practice", "justification")},
    **{name: LABELS[name] for name in ("organisation.id", "decision", "events", "previous")},
    "reason": LABELS["decision.reason"],
}
"""By key or word of files, what stands for it."""


class PageWords(Words):
    """The words of the page in its language."""

    def __init__(self, language: Language) -> None:
        self.language: Final[Language] = language

    def term(self, name: str) -> str:
        """The label of a field, or the word of an answer."""
        phrase = TERMS.get(name)
        return say(phrase, self.language) if phrase else name

    def day(self, day: date) -> str:
        """A day as people read it, which the fields of each browser show in their own way."""
        return day_in_words(day, self.language)


@cache
def words_of_page(language: Language) -> Words:
    """The words of the page in one language."""
    return PageWords(language)
