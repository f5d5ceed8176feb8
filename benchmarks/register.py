"""A register of audits for the benchmarks: 130 criteria, and as many audits as wanted."""

import json
import random
from collections.abc import Iterator
from typing import Any

from cpe_label import Referential

SECTIONS, EACH, PREREQUISITES = 10, 13, 6


def referential(scope: str = "whole") -> Referential:
    """130 criteria of three levels in ten sections; half of the recommended ones are required."""
    levels = [
        {"id": "prerequisite", "title": "Préalable", "required": "100%"},
        {"id": "mandatory", "title": "Obligatoire", "required": "100%"},
        {"id": "recommended", "title": "Recommandé", "required": "50%", "scope": scope},
    ]
    sections = [
        {
            "id": f"s{at}",
            "title": f"Domaine {at}",
            "criteria": [_criterion(at * EACH + number) for number in range(EACH)],
        }
        for at in range(SECTIONS)
    ]
    frame = {
        "id": "registre",
        "version": "1",
        "title": "Référentiel d’exemple",
        "language": "fr",
        "in_force": {"from": "2020-01-01"},
        "validity": {"years": "3", "renewal_window_months": "6"},
        "sources": [{"id": "charte", "title": "Charte d’exemple"}],
    }
    return Referential.build({**frame, "levels": levels, "sections": sections})


def _criterion(number: int) -> dict[str, Any]:
    level = "mandatory" if number % 2 else "recommended"
    return {
        "id": f"C-{number:03}",
        "level": "prerequisite" if number < PREREQUISITES else level,
        "title": f"Critère {number}",
        "requirement": f"Ce qui doit être vrai, au point {number}.",
        "not_applicable_when": "Sans établissement secondaire.",
        "sources": [{"source": "charte"}],
    }


def lines(known: Referential, count: int, *, decided: bool, seed: int = 1) -> Iterator[bytes]:
    """Sound audits, each a line of JSON and none like another; `decided` ones are granted."""
    chance = random.Random(seed)
    sure = {"prerequisite", "mandatory"} if decided else {"prerequisite"}
    for number in range(count):
        audit = {
            "format": "cpe-label/audit/1",
            "referential": {"id": known.id, "version": known.version},
            "organisation": {"id": f"exemple-{number:07}", "name": f"Coopérative {number}"},
            "kind": "audit",
            "audited_on": {"from": "2026-10-12", "to": "2026-10-13"},
            "auditors": [{"name": "Auditrice Exemple", "organisation": "CAE Voisine (exemple)"}],
            "findings": {
                one.id: _finding(chance, sure=one.level in sure) for one in known.criteria
            },
            **(_DECIDED if decided else {}),
        }
        yield json.dumps(audit, ensure_ascii=False).encode()


_DECIDED = {
    "previous": {"last_day": "2027-01-10"},
    "decision": {"outcome": "granted", "decided_on": "2026-11-20"},
    "events": [{"event": "suspended", "on": "2027-11-20"}],
}


def _finding(chance: random.Random, *, sure: bool) -> dict[str, Any]:
    drawn = chance.random()
    status = "met" if sure or drawn < 0.9 else "not_met" if drawn < 0.97 else "not_applicable"
    pages = f"Registre {chance.randrange(100)}, page {chance.randrange(400)}"
    finding: dict[str, Any] = {"status": status, "evidence": [pages, "Entretien avec la gérance"]}
    if chance.random() < 0.5:
        finding["comment"] = "Lu sur place avec la gérante : les pièces concordent, rien à redire."
    if status == "not_applicable":
        finding["justification"] = "Pas d’établissement secondaire."
    if status == "not_met":
        finding["recommendation"] = "Écrire la règle, et la présenter à l’assemblée."
        if chance.random() < 0.5:
            finding["action"] = {"owner": "Gérance", "due": f"2027-0{chance.randrange(1, 9)}-15"}
    return finding
