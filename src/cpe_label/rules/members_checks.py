"""What must be true of a list of members before anybody is counted (RC-18)."""

from collections.abc import Iterator
from datetime import date

from ..model.members import Member, Members
from ..problems.problem import Problem, limited, problem, sorted_problems


def check_members(members: Members) -> tuple[Problem, ...]:
    """Every problem in the meaning of a list of members, sorted by place."""
    found = limited((*_days_are_in_order(members), *_no_day_twice(members)))
    return sorted_problems(one.located(members.source) for one in found)


def _days_are_in_order(members: Members) -> Iterator[Problem]:
    for i, one in enumerate(members.members):
        if one.since is not None and one.until is not None and one.until < one.since:
            path = ("members", i, "until")
            yield problem("N012", path, since=one.since, until=one.until)


def _no_day_twice(members: Members) -> Iterator[Problem]:
    """RC-18: one identifier may stand on several lines, but each day on one of them alone."""
    lines: dict[str, list[tuple[date, date, int]]] = {}
    for i, one in enumerate(members.members):
        lines.setdefault(one.id, []).append((*_days(one), i))
    for name, memberships in lines.items():
        last, where = None, 0  # of those so far, the one that ends last
        for first, until, i in sorted(memberships):
            if last is not None and first <= last:
                path, earlier = ("members", i), ("members", where)
                yield problem("N011", path, value=name, first=earlier)
            if last is None or until > last:
                last, where = until, i


def _days(member: Member) -> tuple[date, date]:
    return member.since or date.min, member.until or date.max
