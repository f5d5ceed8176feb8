"""What must be true of a referential before anything is computed.

Each check is a function that yields problems; `REFERENTIAL_CHECKS` lists them. A check knows paths;
`check_referential` turns them into lines where the value was read from a file.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from ..model.referential import Referential
from ..problems.problem import Problem, limited, problem, sorted_problems
from ..text.paths import DataPath
from ..text.similarity import near_miss
from .certainty import certain
from .validity import in_force_until


def check_referential(referential: Referential) -> tuple[Problem, ...]:
    """Every problem in the meaning of a referential, sorted by place.

    The answer is remembered with the value: it cannot change, and each audit asks again.
    """
    return referential.once(_check)


def _check(referential: Referential) -> tuple[Problem, ...]:
    return check_partial(referential, ())


def check_partial(referential: Referential, refused: Iterable[DataPath]) -> tuple[Problem, ...]:
    """Every problem in the meaning of a referential that reads nothing of what was refused."""
    every = (one for check in REFERENTIAL_CHECKS for one in check(referential))
    found = limited(certain(every, refused))
    return sorted_problems(one.located(referential.source) for one in found)


def check_versions(versions: Iterable[Referential]) -> tuple[Problem, ...]:
    """RC-15, across versions: two that start on one day, and days on which none is in force.

    The problems stand in the file of the later version, and of the version before a gap.
    """
    by_id: dict[str, list[Referential]] = {}
    for one in versions:
        by_id.setdefault(one.id, []).append(one)
    found: list[Problem] = []
    for family in by_id.values():
        family.sort(key=lambda one: (one.in_force.from_, one.name))
        found += _same_first_day(family)
        found += _gaps(family)
    return sorted_problems(found)


def _same_first_day(family: Sequence[Referential]) -> Iterator[Problem]:
    for before, after in pairwise(family):
        if before.in_force.from_ == after.in_force.from_:
            since = after.in_force.from_
            found = problem(
                "R022", ("in_force", "from"), name=after.name, other=before.name, since=since
            )
            yield found.located(after.source)


def _gaps(family: Sequence[Referential]) -> Iterator[Problem]:
    """A version that ends before the next one starts, and no other is in force between them."""
    ends: date | None = date.min  # the last day on which any version so far is in force
    last = None
    for one in family:
        first = one.in_force.from_
        if last is not None and ends is not None and first > ends + timedelta(days=1):
            after, before = ends + timedelta(days=1), first - timedelta(days=1)
            path = ("in_force", "until")
            found = problem("R023", path, name=one.id, first=after, last=before)
            yield found.located(last.source)
        until = in_force_until(one, family)
        if ends is not None and (until is None or until > ends):
            ends, last = until, one


def _identifiers_are_unique(referential: Referential) -> Iterator[Problem]:
    sections = list(enumerate(referential.sections))
    families: dict[str, list[tuple[str, DataPath]]] = {
        "level": [(x.id, ("levels", i, "id")) for i, x in enumerate(referential.levels)],
        "source": [(x.id, ("sources", i, "id")) for i, x in enumerate(referential.sources)],
        "section": [(x.id, ("sections", i, "id")) for i, x in sections],
        "criterion": [
            (x.id, ("sections", i, "criteria", j, "id"))
            for i, section in sections
            for j, x in enumerate(section.criteria)
        ],
    }
    for kind, identifiers in families.items():
        yield from _unique(kind, identifiers)


def _unique(kind: str, identifiers: Iterable[tuple[str, DataPath]]) -> Iterator[Problem]:
    first: dict[str, tuple[str, DataPath]] = {}
    for name, path in identifiers:
        earlier, where = first.setdefault(name.casefold(), (name, path))
        if where == path:
            continue
        if earlier == name:
            yield problem("R011", path, kind=kind, value=name, first=where)
        else:
            yield problem("R015", path, value=name, other=earlier)


def _levels_are_known(referential: Referential) -> Iterator[Problem]:
    known = tuple(level.id for level in referential.levels)
    for i, section in enumerate(referential.sections):
        for j, criterion in enumerate(section.criteria):
            if criterion.level not in known:
                path = ("sections", i, "criteria", j, "level")
                yield _unknown("R012", path, criterion.level, known)


def _sources_are_known(referential: Referential) -> Iterator[Problem]:
    known = tuple(source.id for source in referential.sources)
    for i, section in enumerate(referential.sections):
        for j, criterion in enumerate(section.criteria):
            path: DataPath = ("sections", i, "criteria", j)
            if not criterion.sources:
                yield problem("R016", path, criterion=criterion.id)
            for k, citation in enumerate(criterion.sources):
                if citation.source not in known:
                    where = (*path, "sources", k, "source")
                    yield _unknown("R013", where, citation.source, known)


def _levels_have_criteria(referential: Referential) -> Iterator[Problem]:
    """RC-7: a level without any criterion makes the referential invalid."""
    used = {criterion.level for criterion in referential.criteria}
    if used - {level.id for level in referential.levels}:
        return  # a misspelt level has its own problem; it may be the one that seems empty
    for i, level in enumerate(referential.levels):
        if level.id not in used:
            yield problem("R014", ("levels", i, "id"), value=level.id)


def _in_force_is_in_order(referential: Referential) -> Iterator[Problem]:
    since, until = referential.in_force.from_, referential.in_force.until
    if until is not None and until < since:
        yield problem("R017", ("in_force", "until"), since=since, until=until)


def _unknown(code: str, path: DataPath, value: str, known: tuple[str, ...]) -> Problem:
    near = near_miss(value, known)
    return problem(code, path, value=value, expected=known[:_MOST_NAMED], near=near)


_MOST_NAMED: Final = 20


REFERENTIAL_CHECKS: Final[tuple[Callable[[Referential], Iterator[Problem]], ...]] = (
    _identifiers_are_unique,
    _levels_are_known,
    _sources_are_known,
    _levels_have_criteria,
    _in_force_is_in_order,
)
