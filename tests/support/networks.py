"""Small networks: files as values, their audits, and random ones for laws."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from cpe_label import Audit, Network, Referential, Validity, network

from . import making
from .network_judge import File

START = date(2019, 1, 1)
LEVELS = [{"id": "m", "required": "100%"}]
SECTIONS = [{"m": {"met": 1}}]


def referential(**more: Any) -> Referential:
    """One criterion; a term of one year, and a window of three months."""
    validity = {"years": "1", "renewal_window_months": "3"}
    frame = {"validity": validity, "in_force": {"from": "2000-01-01"}}
    return making.referential(LEVELS, SECTIONS, **{**frame, **more})


REFERENTIAL = referential()
VALIDITY: Validity = REFERENTIAL.validity


def audit(file: File, name: str = "org-a", **more: Any) -> Audit:
    """The audit of a file."""
    written: dict[str, Any] = {
        "kind": file.kind,
        "organisation": {"id": name, "name": "Coopérative Exemple"},
        "audited_on": {"from": file.first.isoformat(), "to": file.last.isoformat()},
    }
    if file.outcome and file.decided_on:
        decided_on = file.decided_on.isoformat()
        written["decision"] = {"outcome": file.outcome, "decided_on": decided_on}
    if file.previous:
        last, state = file.previous
        written["previous"] = {"last_day": last.isoformat(), **({"state": state} if state else {})}
    if file.events:
        written["events"] = [{"event": what, "on": on.isoformat()} for what, on in file.events]
    made = making.audit([{"m": {file.answer or "unassessed": 1}}], **{**written, **more})
    object.__setattr__(made._source, "name", file.name)
    return made


def on_day(files: Mapping[str, list[File]], on: date, members: Any = None) -> Network:
    """The network of some organisations on a day."""
    audits = [audit(one, name) for name, each in files.items() for one in each]
    label = REFERENTIAL.id
    return network(audits, members, on=on, label=label, referentials=REFERENTIAL)


# ── Random ones ──────────────────────────────────────────────────────────────────────────────────

_GAPS = st.one_of(st.integers(0, 3), st.integers(4, 60), st.integers(0, 800))
_BEFORE_THE_END = st.integers(-30, 110)


@st.composite
def histories(draw: st.DrawFn, prefix: str = "f") -> list[File]:
    """The files of one organisation: terms, early and late renewals, gaps, events, mistakes."""
    files: list[File] = []
    ends: list[date] = [START + timedelta(days=300)]
    day = START
    for number in range(draw(st.sampled_from((1, 2, 3, 4, 5, 6)))):
        renewal = ends[-1] - timedelta(days=draw(_BEFORE_THE_END))
        day = max(day + timedelta(days=draw(_GAPS)), renewal if draw(_MOSTLY) else START)
        kind = draw(st.sampled_from(("audit", "audit", "audit", "audit", "self_assessment")))
        length = draw(st.integers(0, 3))
        answer = draw(st.sampled_from(("met", "met", "met", "met", "not_met", None)))
        file = File(f"{prefix}{number}", kind, day, day + timedelta(days=length), answer)
        if kind == "audit":
            file = draw(_decided(file, files, ends))
        if term := file.term(VALIDITY):
            ends.append(term[1])
            file = replace(file, events=draw(_events(file, term[1])))
        files.append(file)
        if draw(_SELDOM):
            files.append(draw(_twins(file)))
        if file.decided_on and draw(_MOSTLY):
            day = file.decided_on + timedelta(days=draw(st.integers(0, 40)))
    return files


_MOSTLY = st.integers(0, 4).map(bool)
_SELDOM = st.integers(0, 7).map(lambda one: one == 0)


@st.composite
def _decided(draw: st.DrawFn, file: File, before: list[File], ends: list[date]) -> File:
    outcomes = ("granted", "granted", "granted", "refused", "adjourned", None)
    outcome = draw(st.sampled_from(outcomes))
    fitting = {"granted": ("met",), "refused": ("not_met", None)}
    if outcome is None or file.answer not in fitting.get(outcome, (file.answer,)):
        return file
    decided_on = file.last + timedelta(days=draw(st.sampled_from((0, 0, 1, 20, 90))))
    if draw(_SELDOM):
        decided_on = max([file.last, *(one.decided_on for one in before if one.decided_on)])
    previous = None
    if draw(_MOSTLY) and (len(ends) > 1 or draw(_SELDOM)):
        last = draw(st.sampled_from(ends[-1:] * 6 + ends))
        last += timedelta(days=draw(st.sampled_from((0, 0, 0, 0, 0, 1, -1, 200))))
        state = draw(st.sampled_from((None, None, None, "suspended", "withdrawn")))
        previous = (last, state)
    return replace(file, outcome=outcome, decided_on=decided_on, previous=previous)


@st.composite
def _events(draw: st.DrawFn, file: File, last: date) -> tuple[tuple[str, date], ...]:
    assert file.decided_on is not None
    found: list[tuple[str, date]] = []
    day, status = file.decided_on, "stands"
    following = {"stands": ("suspended", "withdrawn"), "suspended": ("reinstated", "withdrawn")}
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 1, 2, 3)))):
        day += timedelta(days=draw(st.one_of(st.integers(0, 20), st.integers(0, 400))))
        if status not in following or day > last:
            break
        event = draw(st.sampled_from(following[status]))
        found.append((event, day))
        status = {"reinstated": "stands"}.get(event, event)
    return tuple(found)


@st.composite
def _twins(draw: st.DrawFn, file: File) -> File:
    """A second file of one audit: a copy, one from before the decision, or another one."""
    name = f"{file.name}-bis"
    which = draw(st.sampled_from(("copy", "before", "other")))
    if which == "before":
        return replace(file, name=name, outcome=None, decided_on=None, previous=None, events=())
    if which == "other":
        return replace(file, name=name, last=file.last, events=(), previous=None)
    return replace(file, name=name)


def interesting_days(files: list[File]) -> list[date]:
    """The days on which something may change, and those beside them."""
    found: set[date] = set()
    for one in files:
        found |= {one.first, one.last}
        found |= {on for _, on in one.events}
        found |= {one.decided_on} - {None}
        found |= {one.previous[0]} if one.previous else set()
        found |= set(one.term(VALIDITY) or ())
    beside = (-1, 0, 1)
    return sorted({day + timedelta(days=step) for day in found for step in beside})
