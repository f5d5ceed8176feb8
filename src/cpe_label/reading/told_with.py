"""What the problems of a file can say once the referential of its audit is known."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from .._frozen import FrozenMap
from ..model.audit import Audit
from ..model.referential import Referential
from ..problems.exceptions import DataError
from ..problems.problem import Argument, Problem
from .document import Document

_NOT_APPLICABLE: Final = "not_applicable"


def told_with(document: Document, referential_of: Callable[[Audit], Referential]) -> Document:
    """The same document; its problems name criteria, and no answer that one of them forbids."""
    if not any(one.code in _TOLD for one in document.problems):
        return document
    audit = document._partial.value if document._partial else document.value
    if not isinstance(audit, Audit):
        return document
    try:
        referential = referential_of(audit)
    except DataError:  # which is a problem of its own
        return document
    found = (_told(one, audit, referential) for one in document.problems)
    return document.with_problems(tuple(found))


def _told(one: Problem, audit: Audit, referential: Referential) -> Problem:
    facts = _TOLD[one.code](one, audit, referential) if one.code in _TOLD else {}
    return replace(one, arguments=FrozenMap({**one.arguments, **facts})) if facts else one


def _deleted(_: Problem, audit: Audit, referential: Referential) -> Mapping[str, Argument]:
    """The criteria whose rows were deleted."""
    rows = audit.source.cells or {}
    names = tuple(one for one in referential.by_id if ("findings", one) not in rows)
    return {"criteria": names, "count": len(names)} if names else {}


def _allowed(one: Problem, _: Audit, referential: Referential) -> Mapping[str, Argument]:
    """The statuses that a criterion may have, of which one is expected or was meant (RC-4)."""
    match one.path:
        case ("findings", str(name), "status"):
            criterion = referential.by_id.get(name)
        case _:
            return {}
    expected = one.arguments["expected"]
    if criterion is None or criterion.not_applicable_when or not isinstance(expected, tuple):
        return {}
    refused = one._words().term(_NOT_APPLICABLE)
    near = one.arguments.get("near")
    kept = tuple(str(word) for word in expected if word != refused)
    return {"expected": kept, "near": "" if near == refused else str(near or "")}


_TOLD: Final[Mapping[str, Callable[[Problem, Audit, Referential], Mapping[str, Argument]]]] = {
    "X015": _deleted,
    "X011": _allowed,
    "A007": _allowed,
}
"""By code, what is said otherwise."""
