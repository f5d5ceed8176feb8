"""A referential and an audit whose every text is given, and the structure of what is written."""

import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

from cpe_label import Audit, Evaluation, Referential, evaluate, render
from cpe_label.reports.document import Paragraph, Prose
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.prose import prose
from cpe_label.reports.view.localizer import Localizer
from cpe_label.text.typography import Language

ON: Final = date(2027, 3, 1)
BREAKS: Final = "\r\n\x0b\x0c\x85\u2028\u2029"
FORMS: Final = ("html", "markdown", "text")
REPORTS: Final = (
    *(("refused", kind) for kind in ("audit", "plan")),
    *(("granted", kind) for kind in ("audit", "summary", "certificate")),
    ("granted", "referential"),
)
"""Each kind of report, of an audit that is refused and unfinished or granted and complete."""

assert {kind for _, kind in REPORTS} == {*KINDS, "referential"}

Write = Callable[[str], str]
"""The text for a field, named by its model and its name: `Criterion.title`."""


def filled(write: Write) -> dict[str, Evaluation]:
    """Audits in whose every text, and in their referential's, `write` wrote, by their outcome."""
    referential = _referential(write)
    return {outcome: evaluate(_audit(write, outcome), referential) for outcome in _STATUSES}


def _referential(write: Write) -> Referential:
    return Referential.model_validate(
        {
            "id": "essai",
            "version": "1",
            "title": write("Referential.title"),
            "description": write("Referential.description"),
            "notice": _notice(write),
            "language": "fr",
            "in_force": {"from": "2019-05-23"},
            "validity": {"years": "3", "renewal_window_months": "6"},
            "levels": [
                {"id": name, "title": write("Level.title"), "required": required}
                for name, required in (("a", "100%"), ("b", "50%"))
            ],
            "sources": [{"id": "texte", "title": write("ReferenceDocument.title")}],
            "sections": [
                {
                    "id": "s",
                    "title": write("Section.title"),
                    "description": write("Section.description"),
                    "criteria": [
                        _criterion(write, name, level)
                        for level, names in _CRITERIA.items()
                        for name in names
                    ],
                }
            ],
        }
    )


NOTICE: Final = "Referential.notice"
"""The one field that holds no more than a short line."""


def fits(field: str, text: str) -> bool:
    """Whether a field may hold a text, which the others may whatever it is."""
    return field != NOTICE or (len(text) <= 200 and not set(text) & set(BREAKS))


def _notice(write: Write) -> str:
    text = write(NOTICE)
    return text if fits(NOTICE, text) else "texte"


_CRITERIA: Final = {"a": ("A1",), "b": ("B1", "B2", "B3")}


def _criterion(write: Write, name: str, level: str) -> dict[str, Any]:
    return {
        "id": name,
        "level": level,
        **{key: write(f"Criterion.{key}") for key in ("title", "requirement", "guidance")},
        "evidence": [write("Criterion.evidence"), write("Criterion.evidence")],
        "not_applicable_when": write("Criterion.not_applicable_when"),
        "sources": [{"source": "texte", "at": write("Citation.at")}],
    }


_STATUSES: Final = {
    "granted": {"A1": "met", "B1": "met", "B2": "not_met", "B3": "not_applicable"},
    "refused": {"A1": "not_met", "B1": "met", "B2": "not_met", "B3": None},
}


def _audit(write: Write, outcome: str) -> Audit:
    suspended = {"event": "suspended", "on": "2027-02-01"}
    reinstated = {"event": "reinstated", "on": "2027-02-02"}
    return Audit.model_validate(
        {
            "referential": {"id": "essai", "version": "1"},
            "organisation": {
                "id": "exemple",
                "name": write("Organisation.name"),
                "region": write("Organisation.region"),
            },
            "kind": "audit",
            "audited_on": {"from": "2026-10-12", "to": "2026-10-13"},
            "auditors": [
                {"name": write("Auditor.name"), "organisation": write("Auditor.organisation")}
                for _ in range(2)
            ],
            "findings": {
                name: _finding(write, status) for name, status in _STATUSES[outcome].items()
            },
            "response": write("Audit.response"),
            "opinion": write("Audit.opinion"),
            "decision": {
                "outcome": outcome,
                "decided_on": "2026-11-20",
                "reason": write("Decision.reason"),
            },
            "events": [
                {**event, "reason": write("Event.reason")}
                for event in (suspended, reinstated)
                if outcome == "granted"
            ],
        }
    )


def _finding(write: Write, status: str | None) -> dict[str, Any]:
    keys = ("comment", "good_practice", "recommendation")
    if status == "not_applicable":
        keys = (*keys, "justification")
    return {
        "status": status,
        **{key: write(f"Finding.{key}") for key in keys},
        "evidence": [write("Finding.evidence"), write("Finding.evidence")],
        "action": {"owner": write("Action.owner"), "due": "2027-01-01"},
    }


def report_of(text: str, form: str) -> str | bytes:
    """The report of a refused audit with the same text in every field."""
    return render(filled(lambda _: text)["refused"], form)


def reports(write: Write, language: Language) -> Iterator[tuple[str, str, str]]:
    """Every report of what `write` filled: its name, its format and its text."""
    evaluations = filled(write)
    for outcome, kind in REPORTS:
        one = evaluations[outcome]
        subject = one.referential if kind == "referential" else one
        for form in FORMS:
            yield f"{outcome} {kind}", form, render(subject, form, language, ON, kind=kind)


# ── Texts to compare with ────────────────────────────────────────────────────────────────────────


def harmless(text: str, *, as_long: bool = False) -> str:
    """A text of the same paragraphs and lists, and nothing else; `as_long`: of the same length."""

    def word(replaced: str) -> str:
        return "x" * len(replaced) if as_long else "texte"

    def of(part: Prose) -> str:
        if isinstance(part, Paragraph):
            return word(part.text)
        mark = "1." if part.numbered else "-"
        return "\n".join(f"{mark} {word(item)}" for item in part.items)

    return "\n\n".join(map(of, prose(Localizer("en").text(text))))


def recorded(write: Write) -> tuple[Write, list[tuple[str, str]]]:
    """A way to write that keeps what it wrote, and where."""
    written: list[tuple[str, str]] = []

    def record(field: str) -> str:
        written.append((field, write(field)))
        return written[-1][1]

    return record, written


def in_turn(texts: tuple[str, ...], start: int = 0) -> Write:
    """A way to write that takes the next text for each field, from `start` on and round again.

    The notice takes the next one that it may hold, and the field after it starts where it did.
    """
    waiting = deque(texts)
    waiting.rotate(-start)

    def write(field: str) -> str:
        if field == NOTICE:
            return next((text for text in waiting if fits(field, text)), "texte")
        waiting.rotate(-1)
        return waiting[-1]

    return write


_TURNING: Final = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_MARKS: Final = "\u200e\u200f\u061c"


def allowed(character: str) -> bool:
    """Whether a report may hold a character as it is: it is shown, and acts on nothing."""
    if character in "\n\t":
        return True
    nothing = ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    turns = character in _MARKS or unicodedata.bidirectional(character) in _TURNING
    return not nothing and not turns and unicodedata.category(character) != "Cc"
