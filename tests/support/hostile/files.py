"""The files that the cases are made from, and how one case is made from another."""

import copy
import json
from collections.abc import Iterator
from typing import Any, Final

from support.hostile.case import Path
from support.written import MINIMAL

AUDIT: Final[dict[str, Any]] = {
    "format": "cpe-label/audit/1",
    "referential": {"id": "label-cpe", "version": "2019.1"},
    "organisation": {"id": "exemple-001", "name": "Coopérative Exemple", "region": "Ici"},
    "kind": "audit",
    "audited_on": {"from": "2026-10-12", "to": "2026-10-13"},
    "auditors": [{"name": "Auditrice Exemple", "organisation": "CAE Voisine"}],
    "findings": {
        "PRE-01": {
            "status": "met",
            "evidence": ["Bulletin du 12/03"],
            "comment": "Lu sur place.",
            "good_practice": "À reprendre.",
            "recommendation": "Continuer.",
            "action": {"owner": "La direction", "due": "2027-03-31"},
            "justification": "Aucune.",
        }
    },
    "response": "Nous en prenons acte.",
    "opinion": "Favorable.",
    "previous": {"last_day": "2026-12-14"},
    "decision": {"outcome": "granted", "decided_on": "2026-11-20", "reason": "Unanime."},
    "events": [{"event": "suspended", "on": "2027-02-01", "reason": "Sur demande."}],
}

REFERENTIAL: Final[dict[str, Any]] = {
    "format": "cpe-label/referential/1",
    "id": "label",
    "version": "2019.1",
    "title": "Un référentiel",
    "description": "Pour essayer.",
    "language": "fr",
    "in_force": {"from": "2019-05-23", "until": "2030-01-01"},
    "validity": {"years": "3", "renewal_window_months": "6"},
    "levels": [{"id": "m", "title": "Obligatoire", "required": "100%", "scope": "whole"}],
    "sources": [{"id": "s", "title": "Une charte", "date": "2019-05-23"}],
    "sections": [
        {
            "id": "a",
            "title": "Une partie",
            "description": "La seule.",
            "criteria": [
                {
                    "id": "A-1",
                    "level": "m",
                    "title": "Un critère",
                    "requirement": "Cela est vrai.",
                    "guidance": "Se constate.",
                    "evidence": ["Un écrit"],
                    "not_applicable_when": "Jamais ouvert.",
                    "sources": [{"source": "s", "at": "art. 1"}],
                }
            ],
        }
    ],
}

ADDED: Final = 6

BARE: Final = json.dumps(
    {key: AUDIT[key] for key in ("format", "referential", "organisation", "kind", "audited_on")}
)[:-1]
"""The same as JSON, its last brace left off."""


def prose(scalar: str) -> bytes:
    """An audit in YAML whose opinion is written so."""
    return f"{MINIMAL}opinion: {scalar}\n".encode()


def json_prose(value: str) -> bytes:
    """An audit in JSON whose opinion is written so."""
    return f'{BARE}, "opinion": {value}}}'.encode()


def changed(data: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """The data with something else at a path; `...` takes the key away."""
    new = copy.deepcopy(data)
    inner: Any = new
    for step in path[:-1]:
        inner = inner[step]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return new


def dumped(data: Any) -> bytes:
    """JSON, which is YAML too."""
    return json.dumps(data, ensure_ascii=False).encode()


def quoted(text: str) -> str:
    """A text between double quotes, all in ASCII: the same in JSON and, without pairs, in YAML."""
    return json.dumps(text)


def yaml_quoted(text: str) -> str:
    """A text between double quotes, escaped as YAML does."""
    return '"' + "".join(f"\\U{ord(c):08x}" for c in text) + '"'


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def paths(data: Any, above: Path = ()) -> Iterator[Path]:
    """The path of everything in some plain data."""
    children = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in children if isinstance(data, dict | list) else ():
        yield (*above, step)
        yield from paths(value, (*above, step))


def shown(path: Path) -> str:
    return ".".join(map(str, path))
