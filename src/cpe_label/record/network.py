"""A network on a day as JSON: its record, `cpe-label/network/1`, and its public list.

Every key is always there, null where there is nothing; the same network gives the same bytes.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any, Final

from .._version import __version__
from ..model.members import Members
from ..rules.network import (
    AgendaItem,
    CriterionOnDay,
    FileProblems,
    GoodPractice,
    LatestFile,
    Network,
    OrganisationOnDay,
    OrganisationProgress,
    Recommendation,
    Term,
)
from ..rules.progress import KINDS
from ..text.serialization import json_text, to_json
from ..text.typography import share_shown

NETWORK_FORMAT: Final = "cpe-label/network/1"
LABELLED_FORMAT: Final = "cpe-label/labelled/1"


def network_record(network: Network) -> dict[str, Any]:
    """The plain data of a network."""
    return {
        "format": NETWORK_FORMAT,
        "engine": {"name": "cpe_label", "version": __version__},
        "on": _day(network.on),
        "label": network.label,
        "members": _members(network.members),
        "files": {
            "read": network.files.read,
            "after_day": network.files.after_day,
            "other_labels": network.files.other_labels,
            "left_out": _files(network.files.left_out),
            "problems": _files(network.files.problems),
            "digest": network.files.digest,
        },
        "counts": asdict(network.counts),
        "organisations": [_organisation(one) for one in network.organisations],
        "non_members": list(network.non_members),
        "unattributed": list(network.unattributed),
        "agenda": [_agenda(item) for item in network.agenda],
        "criteria": [_criterion(one) for one in network.criteria],
        "good_practices": [_practice(one) for one in network.good_practices],
        "recommendations": [_recommendation(one) for one in network.recommendations],
        "years": [{**asdict(one), "on": _day(one.on)} for one in network.years],
        "progress": [_progress(one) for one in network.progress],
    }


def labelled_record(network: Network) -> dict[str, Any]:
    """The plain data of the public list: who holds the label that day, and nothing else."""
    return {
        "format": LABELLED_FORMAT,
        "on": _day(network.on),
        "label": network.label,
        "organisations": [
            {
                "id": one.id,
                "name": one.name,
                "region": one.region,
                "first_day": _day(one.first_day),
                "last_day": _day(one.last_day),
            }
            for one in network.labelled
        ],
    }


@to_json.register
def _(value: Network) -> str:
    return json_text(network_record(value))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _members(members: Members | None) -> dict[str, Any] | None:
    return None if members is None else {"title": members.title, "digest": members.digest}


def _files(files: Iterable[FileProblems]) -> list[dict[str, Any]]:
    return [{"source": one.source, "codes": list(one.codes)} for one in files]


def _organisation(one: OrganisationOnDay) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "region": one.region,
        "label": one.label,
        "stage": one.stage,
        "first_day": _day(one.first_day),
        "last_day": _day(one.last_day),
        "days_left": one.days_left,
        "renewal_opens": _day(one.renewal_opens),
        "terms": [_term(term) for term in one.terms],
        "latest": None if one.latest is None else _latest(one.latest),
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "first_day": _day(term.first_day),
        "last_day": _day(term.last_day),
        "ended_on": _day(term.ended_on),
        "ended_by": term.ended_by,
        "decided_on": _day(term.decided_on),
        "version": term.version,
    }


def _latest(latest: LatestFile) -> dict[str, Any]:
    return {
        "kind": latest.kind,
        "from": _day(latest.first_day),
        "to": _day(latest.last_day),
        "version": latest.version,
        "verdict": None if latest.verdict is None else latest.verdict.value,
        "complete": latest.complete,
        "decided_on": None if latest.decision is None else _day(latest.decision.decided_on),
        "digest": latest.digest,
        "source": latest.source,
    }


def _agenda(item: AgendaItem) -> dict[str, Any]:
    return {**asdict(item), "day": _day(item.day)}


def _criterion(one: CriterionOnDay) -> dict[str, Any]:
    assessed = one.met + one.not_met
    return {
        "id": one.id,
        "title": one.criterion.title,
        "level": one.criterion.level,
        "section": one.section,
        "met": one.met,
        "not_met": one.not_met,
        "not_applicable": one.not_applicable,
        "share": share_shown(one.met, assessed, "en") if assessed else None,
        "organisations_not_met": list(one.organisations_not_met),
        "reworded": one.reworded,
    }


def _practice(one: GoodPractice) -> dict[str, Any]:
    return {
        "criterion": one.criterion,
        "organisation": one.organisation,
        "on": _day(one.on),
        "text": one.text,
        "evidence": list(one.evidence),
    }


def _recommendation(one: Recommendation) -> dict[str, Any]:
    return {**asdict(one), "on": _day(one.on), "due": _day(one.due)}


def _progress(one: OrganisationProgress) -> dict[str, Any]:
    lists: dict[str, list[str]] = {kind: list(one.criteria[kind]) for kind in KINDS}
    return {"organisation": one.organisation, "from": _day(one.from_), "to": _day(one.to), **lists}
