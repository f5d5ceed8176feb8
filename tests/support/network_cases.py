"""The cases of a network (RC-16 to RC-19): their audits, versions and members, built from data."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from cpe_label import Audit, Members, Network, Referential, Referentials, network

from . import making
from .cases import NOTHING, patched

OUTCOMES: Final = ("granted", "refused", "adjourned")
ONE_CRITERION: Final = {"a": "Vrai."}


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file, each laid over its defaults."""
    content = making.read(name)
    defaults = content.get("defaults", {})
    return [patched(defaults, case) | {"expect": case["expect"]} for case in content["cases"]]


def network_of(case: Mapping[str, Any]) -> Network:
    """The network of a case, on its day."""
    audits = [_audit(name, file) for name, file in case["files"].items()]
    versions = patched({"1": {}}, case.get("versions", {}))
    known = (_referential(version, changed) for version, changed in versions.items())
    return network(
        audits,
        _members(case["members"]) if "members" in case else None,
        on=date.fromisoformat(case["on"]),
        referentials=Referentials.from_values(*known),
    )


def _referential(version: str, changed: Mapping[str, Any]) -> Referential:
    criteria = changed.get("criteria", ONE_CRITERION)
    frame = {key: value for key, value in changed.items() if key != "criteria"}
    section = {
        "id": "s",
        "title": "s",
        "criteria": [
            {
                **making.BASE["criterion"],
                "id": name,
                "level": "m",
                "title": name,
                "requirement": text,
                "not_applicable_when": making.BASE["not_applicable_when"],
            }
            for name, text in criteria.items()
        ],
    }
    levels = [{"id": "m", "title": "m", "required": "0%" if len(criteria) > 1 else "100%"}]
    whole = {"version": version, "levels": levels, "sections": [section], **frame}
    return Referential.build({**making.BASE["referential"], **whole})


def _audit(name: str, file: Mapping[str, Any]) -> Audit:
    days = {key: file[key] for key in ("from", "to") if key in file}
    decided = [
        {"outcome": one, "decided_on": file[one], "reason": "x"} for one in OUTCOMES if one in file
    ]
    answers = file.get("answers", {"a": "met"})
    found = {
        criterion: making.BASE["findings"][answer]
        for criterion, answer in answers.items()
        if answer != NOTHING
    }
    audit = Audit.build(
        {
            **making.BASE["audit"],
            "referential": {"id": "essai", "version": file.get("version", "1")},
            "organisation": _organisation(file),
            "kind": file.get("kind", "audit"),
            "audited_on": days,
            "findings": file.get("findings", found),
            "previous": file.get("previous"),
            "decision": decided[0] if decided else None,
            "events": [{"event": what, "on": on} for on, what in file.get("events", {}).items()],
        }
    )
    object.__setattr__(audit._source, "name", name)
    return audit


def _organisation(file: Mapping[str, Any]) -> dict[str, str]:
    name = file.get("organisation", "org")
    return {"name": name} if "unnamed" in file else {"id": name, "name": name}


def _members(lines: Mapping[str, Any]) -> Members:
    members = [{"id": name, "name": name, **line} for name, line in lines.items()]
    return Members.build({"members": members})
