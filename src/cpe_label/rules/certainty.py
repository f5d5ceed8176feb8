"""What each problem of meaning reads, so that nothing is concluded from what was refused.

A file with a part of the wrong shape is checked without that part (`model/partial.py`). A problem
that reads such a part may come from the stand-in, and is dropped; every other one is certain.
"""

from collections.abc import Iterable
from typing import Final

from ..problems.catalogue import CATALOGUE
from ..problems.problem import Problem
from ..text.paths import DataPath

_TERM: Final = (
    *("kind", "referential", "decision.outcome", "decision.decided_on"),
    *("previous.last_day", "previous.state"),
)
_VERDICT: Final = ("kind", "referential", "decision.outcome", "findings.*.status")
_EVENT: Final = ("kind", "decision.outcome", "events.*.event")
_DAYS: Final = ("audited_on.from", "audited_on.to")

READS: Final[dict[str, tuple[str, ...]]] = {
    "A011": (),
    "A012": ("referential.id",),
    "A013": ("referential",),
    "A014": ("referential",),
    "A015": ("referential", "findings.=.justification"),
    "A016": ("kind",),
    "A017": _VERDICT,
    "A018": _VERDICT,
    "A019": (*_VERDICT, "decision.reason"),
    "A020": (*_VERDICT, "decision.reason"),
    "A021": ("kind", "organisation.id"),
    "A022": _DAYS,
    "A023": ("kind", *_DAYS),
    "A024": ("audited_on.from",),
    "A025": ("kind", "referential", "audited_on.from"),
    "A026": ("kind", "referential", "audited_on.from"),
    "A027": ("kind", "decision.outcome"),
    "A028": (*_EVENT, "events.=.on"),
    "A029": (*_EVENT, "decision.decided_on", "events.*.on"),
    "A030": _TERM,
    "A031": ("referential.id", "referential.version"),
    "A032": ("findings.=.status",),
    "A033": ("referential", "findings.=.evidence"),
    "A034": ("findings.=.status",),
    "A035": (*_TERM, *_EVENT),
    "A036": (*_TERM, *_DAYS),
    "A037": (*_TERM, *_DAYS, "findings.*.action.due"),
    "A038": ("kind", "organisation.name"),
    "A039": ("referential", "findings.*.status"),
    "R011": (),
    "R012": ("levels.*.id",),
    "R013": ("sources.*.id",),
    "R014": ("sections.*.criteria.*.level",),
    "R015": (),
    "R016": ("sections.=.criteria.=.sources", "sections.=.criteria.=.id"),
    "R017": ("in_force.from",),
}
"""By code, what the problem reads beside its own place.

`=` is the same step as in that place, and `*` any item.
"""


def certain(problems: Iterable[Problem], refused: Iterable[DataPath]) -> Iterable[Problem]:
    """The problems that read nothing of what was refused."""
    paths = {form for path in refused for form in (path, _any_item(path))}
    if not paths:
        return problems
    above = {path[:end] for path in paths for end in range(len(path))}
    return (one for one in problems if _is_certain(one, paths, above))


def _is_certain(one: Problem, paths: set[DataPath], above: set[DataPath]) -> bool:
    own = one.path[:-1] if CATALOGUE[one.code].at_key else one.path
    reads = [_filled(read, one.path) for read in READS[one.code]]
    if any(read in above for read in reads):
        return False
    return not any(read[:end] in paths for read in (own, *reads) for end in range(len(read) + 1))


def _filled(read: str, path: DataPath) -> DataPath:
    steps = enumerate(read.split("."))
    return tuple(path[at] if step == "=" else step for at, step in steps)


def _any_item(path: DataPath) -> DataPath:
    """A path with `*` for each index, and for the criterion of a finding."""
    return tuple(
        "*" if isinstance(step, int) or path[at - 1 : at] == ("findings",) else step
        for at, step in enumerate(path)
    )
