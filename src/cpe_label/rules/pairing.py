"""Which two referentials, and which two audits, can be compared."""

from collections.abc import Iterator

from ..model.audit import Audit
from ..model.referential import Referential
from ..problems.problem import Problem, is_error, problem
from ..text.wording import same_words
from .engine import check


def check_referentials(old: Referential, new: Referential) -> tuple[Problem, ...]:
    """Why two referentials cannot be compared, at a place of the second."""
    found = list(_of_referentials(old, new))
    return tuple(one.located(new.source) for one in found[:1])


def _of_referentials(old: Referential, new: Referential) -> Iterator[Problem]:
    name = old.source.name or old.name
    if old.id != new.id:
        yield problem("R030", ("id",), value=new.id, name=name, expected=old.id)
    if new.in_force.from_ < old.in_force.from_:
        yield problem("R031", ("in_force", "from"), name=name, later=old.in_force.from_)


def check_audits(old: Audit, new: Audit) -> tuple[Problem, ...]:
    """RC-20: progress is that of one organisation under one referential, to a later audit."""
    found = list(_of_audits(old, new))
    return tuple(one.located(new.source) for one in found[:1])


def _of_audits(old: Audit, new: Audit) -> Iterator[Problem]:
    name = old.source.name or old.organisation.name
    if old.referential.id != new.referential.id:
        facts = {"value": new.referential.id, "expected": old.referential.id}
        yield problem("A052", ("referential", "id"), name=name, **facts)
    if not _same_organisation(old, new):
        one, other = old.organisation, new.organisation
        facts = {"value": other.id or other.name, "expected": one.id or one.name}
        path = ("organisation", "id" if other.id else "name")
        yield problem("A051", path, name=name, **facts)
    if new.audited_on.from_ < old.audited_on.from_:
        first_day = old.audited_on.from_
        yield problem("A053", ("audited_on", "from"), name=name, later=first_day)


def _same_organisation(old: Audit, new: Audit) -> bool:
    """By identifier; by name where one of the two files, an early self-assessment, has none."""
    one, other = old.organisation, new.organisation
    if one.id and other.id:
        return one.id == other.id
    return same_words(one.name, other.name)


def check_simulated(audit: Audit, old: Referential) -> tuple[Problem, ...]:
    """Why a change of a referential cannot be applied to an audit.

    Decisions, and the days on which a version is in force, are left aside.
    """
    named = f"{audit.referential.id}@{audit.referential.version}"
    if named != old.name:
        apart = problem("A054", ("referential", "version"), value=named, expected=old.name)
        return (apart.located(audit.source),)
    bare = audit.model_copy(update={"decision": None, "previous": None, "events": ()})
    found = (one for one in check(bare, old, (old,)) if one.code not in _OF_DAYS)
    return tuple(one.located(audit.source) for one in found if is_error(one))


_OF_DAYS = frozenset(("A025", "A026"))
