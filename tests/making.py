"""Small referentials and audits, built in Python from counts, for cases and laws."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cpe_label import Audit, Referential

STATUSES = ("met", "not_met", "not_applicable", "unassessed")

Counts = Mapping[str, Mapping[str, int]]  # by level, then by status


def referential(
    levels: Sequence[Mapping[str, Any]],
    sections: Sequence[Counts],
    *,
    allow_not_applicable: bool = True,
    **more: Any,
) -> Referential:
    """A referential with as many criteria in each section and level as `sections` counts."""
    ground = {"not_applicable_when": "Jamais utile."} if allow_not_applicable else {}
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
                            **ground,
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


def _finding(status: str) -> dict[str, Any]:
    if status == "not_applicable":
        return {"status": status, "justification": "Sans objet ici."}
    return {"status": status, "evidence": ["Vu."]} if status == "met" else {"status": status}
