"""What must be true across the files of a network (RC-16), and what somebody may want to look at.

Every check takes files as of one day. A problem stands in the file that should be read again.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from ..model.audit import PreviousLabel
from ..model.members import Members
from ..problems.problem import Argument, Problem
from ..text.similarity import NearIdentifiers
from ..text.wording import bare_words, same_words
from .audit_file import AuditFile
from .chain import (
    Counted,
    Excluded,
    Granted,
    Why,
    counted,
    fits,
    holds,
    renewed_on,
    with_followers,
)


class Found(NamedTuple):
    """A problem and the file that it stands in."""

    file: AuditFile
    problem: Problem


def check_organisation(counted: Counted) -> Iterator[Found]:
    """RC-16, for the files of one organisation under one referential."""
    for excluded in counted.excluded:
        yield _contradiction(excluded)
    yield from _previous(counted.chain)
    yield from _not_held(counted)
    for term, following in with_followers(counted.chain):
        if following is not None:
            yield from _events(term, following)


_CONTRADICTIONS: Final[dict[Why, str]] = {
    "twin": "N023",
    "undecided_twin": "N024",
    "same_day": "N025",
    "no_day_left": "N026",
    "copy": "N031",
}


NOT_COUNTED: Final = frozenset(code for why, code in _CONTRADICTIONS.items() if why != "copy")
"""The errors of files that do not count. A copy does not either, and is only a warning."""


def _contradiction(excluded: Excluded) -> Found:
    file, code = excluded.file, _CONTRADICTIONS[excluded.why]
    path = ("audited_on", "from") if code in ("N023", "N024", "N031") else _DECIDED
    facts: dict[str, Argument] = {"first": file.first_day, "other": excluded.other.source}
    if code == "N025" and file.decision:
        facts["on"] = file.decision.decided_on
    if code == "N026" and excluded.other.period and file.period:
        facts |= {"first": excluded.other.period.first_day, "on": file.period.first_day}
    return Found(file, file.problem(code, path, **facts))


_DECIDED: Final = ("decision", "decided_on")


def _previous(chain: Sequence[Granted]) -> Iterator[Found]:
    """Whether each grant names the label that it renews, with the line to write."""
    earlier: list[Granted] = []
    for one in chain:
        file, decided_on = one.file, one.decided_on
        if not fits(file.previous, decided_on, earlier):
            wanted = renewed_on(decided_on, earlier).previous
            path = ("previous",) if file.previous else _DECIDED
            if wanted is None:
                found = file.problem("N028", path)
            else:
                code = "N022" if file.previous else "N021"
                line = written(wanted)
                found = file.problem(code, path, last=wanted.last_day, instead=line)
            yield Found(file, found)
        earlier.append(one)


def written(previous: PreviousLabel) -> str:
    """The line of an audit that names a label: `previous: {last_day: 2022-05-22}`."""
    state = f", state: {previous.state}" if previous.state else ""
    return f"previous: {{last_day: {previous.last_day.isoformat()}{state}}}"


def _not_held(counted: Counted) -> Iterator[Found]:
    """A label that `previous` names and no file holds, though earlier ones are here."""
    earlier: list[Granted] = []
    for one in counted.chain:
        previous = one.file.previous
        if (
            earlier
            and previous
            and not holds(previous, earlier)
            and fits(previous, one.decided_on, earlier)
        ):
            found = one.file.problem("N035", ("previous",), last=previous.last_day)
            yield Found(one.file, found)
        earlier.append(one)


def _events(term: Granted, following: Granted) -> Iterator[Found]:
    """RC-14: what happened to a label after the one that renews it was granted, or had begun."""
    ended = following.first_day <= term.last_day
    for i, event in enumerate(term.file.events):
        code = ""
        if ended and event.on > following.first_day:
            code = "N027"
        elif event.on > following.decided_on and event.event != "reinstated":
            code = "N036"
        if code:
            facts = {"event": event.event, "on": event.on, "first": following.first_day}
            found = term.file.problem(code, ("events", i, "on"), **facts)
            yield Found(term.file, found)


# ── Identifiers ──────────────────────────────────────────────────────────────────────────────────


def check_identifiers(
    files: Iterable[AuditFile], members: Members | None = None
) -> Iterator[Found]:
    """A file without an identifier, two that look like one, and one that is no member's."""
    named: dict[str, AuditFile] = {}
    several: set[str] = set()  # identifiers with two names
    for file in files:
        name = file.organisation.id
        if name is None:
            yield Found(file, file.problem("N033", ("organisation",)))
            continue
        first = named.setdefault(name, file)
        if name not in several and not same_words(_called(first), _called(file)):
            several.add(name)
            facts = {"value": name, "name": _called(file), "other": _called(first)}
            facts["source"] = first.source
            yield Found(file, file.problem("N037", ("organisation", "name"), **facts))
    if members is not None:
        yield from _of_no_member(named, members)
    yield from _alike(named)


def _called(file: AuditFile) -> str:
    return file.organisation.name


def _of_no_member(named: dict[str, AuditFile], members: Members) -> Iterator[Found]:
    known = {member.id for member in members.members}
    strangers = [name for name in named if name not in known]
    near = NearIdentifiers(known if strangers else (), other_digits=False)
    for name in strangers:
        facts = {"value": name, "near": near.of(name)}
        yield Found(named[name], named[name].problem("N034", ("organisation", "id"), **facts))


def _alike(named: dict[str, AuditFile]) -> Iterator[Found]:
    """Two identifiers one character apart, for one name."""
    by_name: dict[str, list[str]] = {}
    for name, file in named.items():
        by_name.setdefault(bare_words(file.organisation.name), []).append(name)
    for same in by_name.values():
        near = NearIdentifiers()
        for name in sorted(same) if len(same) > 1 else ():
            if other := near.of(name):
                file, facts = named[name], {"value": name, "other": other}
                yield Found(file, file.problem("N032", ("organisation", "id"), **facts))
            near.add(name)


def check_across(files: Sequence[AuditFile], members: Members | None = None) -> Iterator[Found]:
    """Every problem across files, whatever their labels."""
    for same in by_organisation(files).values():
        yield from check_organisation(counted(same))
    yield from check_identifiers(files, members)


def by_organisation(files: Iterable[AuditFile]) -> dict[tuple[str, str], list[AuditFile]]:
    """The files of each organisation under each referential; not those without an identifier."""
    found: dict[tuple[str, str], list[AuditFile]] = {}
    for file in files:
        if file.organisation.id is not None:
            found.setdefault((file.organisation.id, file.referential.id), []).append(file)
    return found


def as_of(files: Iterable[AuditFile], day: date) -> list[AuditFile]:
    """RC-17: the files that have begun by a day, as they were on it."""
    return [one.as_of(day) for one in files if one.first_day <= day]
