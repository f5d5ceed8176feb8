"""Small referentials and audits, built in Python from counts, for cases and laws."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from cpe_label import Audit, Referential

STATUSES = ("met", "not_met", "not_applicable", "unassessed")

Counts = Mapping[str, Mapping[str, int]]  # by level, then by status


def referential(
    levels: Sequence[Mapping[str, Any]],
    sections: Sequence[Counts],
    *,
    allow_not_applicable: bool | Collection[str] = True,
    **more: Any,
) -> Referential:
    """A referential with as many criteria in each section and level as `sections` counts.

    All may be not applicable, or none, or those that `allow_not_applicable` names.
    """
    return Referential.model_validate(
        {
            "id": "essai",
            "version": "1",
            "title": "Essai",
            "language": "fr",
            "in_force": {"from": "2019-05-23"},
            "validity": {"years": "3", "renewal_window_months": "6"},
            "levels": [{"title": level["id"], **level} for level in levels],
            "sources": [{"id": "texte", "title": "Texte"}],
            "sections": [
                {
                    "id": f"s{number}",
                    "title": f"Domaine {number}",
                    "criteria": [
                        {
                            "id": name,
                            "level": level,
                            "title": f"Critère {name}",
                            "requirement": "Être vrai.",
                            "sources": [{"source": "texte"}],
                            **_ground(name, allow_not_applicable),
                        }
                        for name, level, _ in _criteria(number, counts)
                    ],
                }
                for number, counts in enumerate(sections)
            ],
            **more,
        }
    )


def audit(sections: Sequence[Counts], **more: Any) -> Audit:
    """The audit whose findings give those counts."""
    return Audit.model_validate(
        {
            "referential": {"id": "essai", "version": "1"},
            "organisation": {"id": "exemple", "name": "Coopérative Exemple"},
            "kind": "audit",
            "audited_on": {"from": "2026-10-12", "to": "2026-10-13"},
            "findings": {
                name: _finding(status)
                for number, counts in enumerate(sections)
                for name, _, status in _criteria(number, counts)
                if status != "unassessed"
            },
            **more,
        }
    )


def _criteria(number: int, counts: Counts) -> Iterator[tuple[str, str, str]]:
    for level, by_status in counts.items():
        rank = 0
        for status in STATUSES:
            for _ in range(int(by_status.get(status, 0))):
                rank += 1
                yield f"{level}-{number}-{rank}", level, status


def _ground(name: str, allowed: bool | Collection[str]) -> dict[str, str]:
    may = allowed if isinstance(allowed, bool) else name in allowed
    return {"not_applicable_when": "Jamais utile."} if may else {}


def _finding(status: str) -> dict[str, Any]:
    if status == "not_applicable":
        return {"status": status, "justification": "Sans objet ici."}
    return {"status": status, "evidence": ["Vu."]} if status == "met" else {"status": status}
