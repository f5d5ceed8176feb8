"""The cases of a network: RC-16 to RC-19."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from support.cases import NOTHING
from support.network_cases import cases, network_of

from cpe_label import Network, OrganisationOnDay
from cpe_label.record.network import network_record

CASES = [
    pytest.param(case, id=f"RC-{number}: {case['title']}")
    for number in (16, 17, 18, 19)
    for case in cases(f"rc-{number}.yaml")
]
ACROSS = {f"N0{number}" for number in (*range(21, 29), 31, 35, 36)}


def problems(network: Network) -> dict[str, list[str]]:
    """The codes of the problems across files, by the name of the file."""
    files = (*network.files.left_out, *network.files.problems)
    found = [problem for one in files for problem in one.problems] + [*network.files.warnings]
    every: dict[str, list[str]] = {}
    for one in found:
        if one.code in ACROSS:
            every.setdefault(str(one.file), []).append(one.code)
    return {name: sorted(codes) for name, codes in every.items()}


def lines_to_write(network: Network) -> dict[str, str]:
    """What the problems propose to write, by the name of the file."""
    found = [problem for one in network.files.problems for problem in one.problems]
    lines = ((str(one.file), one.arguments.get("instead")) for one in found)
    return {name: str(line) for name, line in lines if line}


def alone(network: Network) -> OrganisationOnDay | None:
    """The one organisation of a network, or nothing."""
    assert len(network.organisations) < 2
    return network.organisations[0] if network.organisations else None


def of_organisation(key: str) -> Callable[[Network], object]:
    return lambda network: getattr(alone(network), key, "none")


def terms(network: Network) -> list[list[Any]]:
    found = alone(network)
    keys = ("first_day", "last_day", "ended_on", "ended_by")
    return [[getattr(term, key) for key in keys] for term in found.terms] if found else []


FACTS: dict[str, Callable[[Network], Any]] = {
    **{key: of_organisation(key) for key in ("label", "stage", "first_day", "last_day")},
    **{key: of_organisation(key) for key in ("days_left", "renewal_opens")},
    "terms": terms,
    "verdict": lambda network: network_record(network)["organisations"][0]["latest"]["verdict"],
    "agenda": lambda network: [[item.day, item.kind] for item in network.agenda],
    "problems": problems,
    "write": lines_to_write,
    "audited": lambda network: network.counts.audited,
    "counts": lambda network: network_record(network)["counts"],
    "non_members": lambda network: network.non_members,
    "unattributed": lambda network: network.unattributed,
    "years": lambda network: [list(one.values()) for one in network_record(network)["years"]],
    "criteria": lambda network: [
        [one[key] for key in CRITERION] for one in network_record(network)["criteria"]
    ],
}
CRITERION = ("id", "met", "not_met", "not_applicable", "share", "organisations_not_met", "reworded")


def as_text(value: Any) -> Any:
    """As a case writes it: every scalar a text."""
    match value:
        case dict():
            return {key: as_text(one) for key, one in value.items()}
        case list() | tuple():
            return [as_text(one) for one in value]
        case None:
            return NOTHING
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
    return str(value)


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    network = network_of(case)
    for key, expected in case["expect"].items():
        found = as_text(FACTS[key](network))
        if key == "counts":
            found = {name: count for name, count in found.items() if name in expected}
        assert found == expected, key
