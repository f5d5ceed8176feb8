"""Mistakes in a value, each with the problem that it is, wherever the value comes from."""

import copy
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple, TypeVar

from cpe_label import Audit, DataError, Problem, Referential, parse_audit, parse_referential
from cpe_label.text.paths import DataPath

from . import making

T = TypeVar("T")

GONE: Final = object()
"""Stands for a key that is taken away."""

SECTIONS: Final = [{"a": {"met": 1, "not_met": 1}}]
AUDIT: Final = making.audit(SECTIONS)
REFERENTIAL: Final = making.referential([{"id": "a", "required": "1/2"}], SECTIONS)

A_FINDING: Final = ("findings", "a-0-1")
A_CRITERION: Final = ("sections", 0, "criteria", 0)
A_SOURCE: Final = (*A_CRITERION, "sources", 0)
A_LEVEL: Final = {"title": "A", "required": "1/2"}
AN_EVENT: Final = {"event": "suspended", "on": "2027-01-01"}


class Mistake(NamedTuple):
    """A value that is put at a place, and the problem that this is."""

    at: DataPath
    value: Any
    code: str
    path: DataPath | None = None  # where the problem is, if it is not that place


OF_AN_AUDIT: Final = (
    Mistake(("kind",), "self-assessment", "A007"),
    Mistake(("kind",), 3, "A007"),
    Mistake(("kind",), ["audit"], "A003"),
    Mistake(("kind",), {"audit": "yes"}, "A003"),
    Mistake(("kind",), GONE, "A002"),
    Mistake(("colour",), "red", "A001"),
    Mistake(("findings",), ["a-0-1"], "A003"),
    Mistake(("findings",), "met", "A003"),
    Mistake(A_FINDING, "met", "A003"),
    Mistake(A_FINDING, ["met"], "A003"),
    Mistake((*A_FINDING, "status"), "Met", "A007"),
    Mistake((*A_FINDING, "note"), "x", "A001"),
    Mistake((*A_FINDING, "comment"), ["x"], "A003"),
    Mistake((*A_FINDING, "comment"), "  ", "A006"),
    Mistake((*A_FINDING, "evidence"), {"one": "two"}, "A003"),
    Mistake((*A_FINDING, "evidence"), ["seen", " "], "A006", (*A_FINDING, "evidence", 1)),
    Mistake((*A_FINDING, "action"), "soon", "A003"),
    Mistake((*A_FINDING, "action"), {"due": "2026-02-30"}, "A005", (*A_FINDING, "action", "due")),
    Mistake(("referential",), "essai@1", "A003"),
    Mistake(("referential", "id"), "é", "A004"),
    Mistake(("referential", "id"), "a" * 129, "A004"),
    Mistake(("referential", "version"), GONE, "A002"),
    Mistake(("organisation",), "Exemple", "A003"),
    Mistake(("organisation", "name"), "\t", "A006"),
    Mistake(("organisation", "id"), "a b", "A004"),
    Mistake(("audited_on", "from"), 20261012, "A005"),
    Mistake(("audited_on", "from"), ["2026-10-12"], "A003"),
    Mistake(("audited_on", "from"), GONE, "A002"),
    Mistake(("audited_on", "to"), "2026-13-01", "A005"),
    Mistake(("auditors",), {"name": "A"}, "A003"),
    Mistake(("auditors",), "A", "A003"),
    Mistake(("auditors",), [{"name": "A"}, {"organisation": "B"}], "A002", ("auditors", 1, "name")),
    Mistake(("decision",), {"outcome": "granted"}, "A002", ("decision", "decided_on")),
    Mistake(
        ("decision",),
        {"outcome": "yes", "decided_on": "2026-11-20"},
        "A007",
        ("decision", "outcome"),
    ),
    Mistake(("previous",), {"last_day": "soon"}, "A005", ("previous", "last_day")),
    Mistake(("events",), AN_EVENT, "A003"),
    Mistake(("events",), [AN_EVENT, {**AN_EVENT, "on": "x"}], "A005", ("events", 1, "on")),
)

OF_A_REFERENTIAL: Final = (
    Mistake(("title",), "\n", "R006"),
    Mistake(("title",), GONE, "R002"),
    Mistake(("colour",), "red", "R001"),
    Mistake(("language",), "FR", "R018"),
    Mistake(("language",), 33, "R018"),
    Mistake(("in_force", "from"), GONE, "R002"),
    Mistake(("in_force",), "2026-01-01", "R003"),
    Mistake(("in_force", "until"), "2026-02-30", "R005"),
    *(Mistake(("validity", "years"), years, "R009") for years in (0, 1000, -1, 3.0, "3.0", "٣")),
    Mistake(("validity", "years"), [3], "R003"),
    Mistake(("validity", "renewal_window_months"), -1, "R009"),
    Mistake(("levels",), "a", "R003"),
    Mistake(("levels",), [{**A_LEVEL, "id": f"a{n}"} for n in range(21)], "R020"),
    *(Mistake(("levels", 0, "required"), share, "R008") for share in ("150%", "3/2", 0.5, 1)),
    Mistake(("levels", 0, "required"), {"share": "1/2"}, "R003"),
    Mistake(("levels", 0, "scope"), "all", "R007"),
    Mistake((*A_CRITERION, "id"), "a b", "R004"),
    Mistake((*A_CRITERION, "level"), GONE, "R002"),
    Mistake((*A_CRITERION, "colour"), "red", "R001"),
    Mistake((*A_CRITERION, "sources"), "charte", "R003"),
    Mistake((*A_CRITERION, "sources"), [{"at": "1"}], "R002", (*A_SOURCE, "source")),
    Mistake(("sections", 0), "a", "R003"),
)

DEEP: Final[list[Any]] = []
DEEP.append(DEEP)
"""A list that holds itself."""

NO_FILE_HAS: Final = (
    Mistake(("kind",), True, "A007"),
    Mistake(("opinion",), 5, "A003"),
    Mistake(("opinion",), True, "A003"),
    Mistake(("opinion",), 1.5, "A003"),
    Mistake(("opinion",), datetime(2026, 1, 1), "A003"),
    Mistake(("opinion",), "half \ud800", "A003"),
    Mistake(("opinion",), b"\xff", "A003"),
    Mistake(("kind",), object(), "A003"),
    Mistake(("kind",), {"audit"}, "A003"),
    Mistake(("auditors",), 5, "A003"),
    Mistake(("auditors",), [None], "A003", ("auditors", 0)),
    Mistake(("auditors",), [AUDIT.organisation], "A003", ("auditors", 0)),
    Mistake(("organisation",), AUDIT.audited_on, "A003"),
    Mistake(("organisation",), 5, "A003"),
    Mistake(("findings",), {5: {}}, "A003", ("findings", 5)),
    Mistake(("opinion",), b"vu", "A003"),
    Mistake(("opinion",), "bip \a", "Y002"),
    Mistake(("organisation",), {"name": "\x1b[31m"}, "Y002", ("organisation", "name")),
    Mistake(("findings",), {"C\x00": {}}, "Y002", ("findings", "C\x00")),
    Mistake(("auditors",), DEEP, "Y010", ("auditors", *[0] * 31)),
    Mistake(("audited_on",), {"from": datetime(2026, 1, 1)}, "A005", ("audited_on", "from")),
)
"""Values that only a program can give."""


def written(value: Audit | Referential, mistake: Mistake) -> dict[str, Any]:
    """The plain data of a value, with a mistake in it."""
    data = copy.deepcopy(value.as_written())
    inside: Any = data
    for step in mistake.at[:-1]:
        inside = inside[step]
    if mistake.value is GONE:
        del inside[mistake.at[-1]]
    else:
        inside[mistake.at[-1]] = mistake.value
    return data


def attempted(make: Callable[[], T]) -> tuple[T | None, DataError | None]:
    """The value, or the error that refuses it. Any other exception goes through."""
    try:
        return make(), None
    except DataError as error:
        return None, error


def refused(make: Callable[[], object]) -> tuple[type[DataError], list[Any]]:
    """Which exception refuses, and its problems without their place in a file."""
    value, error = attempted(make)
    assert error is not None, value
    assert str(error)
    return type(error), [plain(problem) for problem in error.problems]


def plain(problem: Problem) -> tuple[str, DataPath, Mapping[str, Any], str]:
    """What a problem is, but for its place in a file."""
    return problem.code, problem.path, dict(problem.arguments), problem.message("fr")


def from_file(value: Audit | Referential, data: dict[str, Any]) -> object:
    """The value of a file with some data."""
    parse = parse_audit if isinstance(value, Audit) else parse_referential
    return parse(json.dumps(data))
