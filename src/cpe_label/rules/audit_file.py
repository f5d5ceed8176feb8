"""One audit among the files of a network: what the rules across files need of it (RC-16 to RC-20).

A network has thousands of audits. Their texts are left behind, but for what can be passed on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from ..model.audit import (
    Audit,
    AuditKind,
    Decision,
    Event,
    Finding,
    Organisation,
    PreviousLabel,
    Status,
)
from ..model.referential import Referential
from ..problems.problem import Argument, Problem, problem
from ..problems.source import Source
from ..text.paths import DataPath
from .evaluation import Evaluation, Period, Verdict

Place = tuple[int, int]
"""A line and a column."""

_ANSWERS: Final[dict[Status | None, Status | None]] = {
    "met": "met",
    "not_met": "not_met",
    "not_applicable": "not_applicable",
    None: None,
}
"""One text for each answer of thousands of audits."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A good practice, and the evidence of its criterion."""

    criterion: str
    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A recommendation, an action, or both."""

    criterion: str
    text: str | None
    owner: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class AuditFile:
    """A sound audit or self-assessment, without its texts."""

    source: str
    """Its file, relative to the folder, with `/`."""
    referential: Referential
    organisation: Organisation
    kind: AuditKind
    first_day: date
    last_day: date
    decision: Decision | None
    previous: PreviousLabel | None
    events: tuple[Event, ...]
    period: Period | None
    """The days of a granted label; None without one."""
    verdict: Verdict
    complete: bool
    answers: tuple[Status | None, ...]
    """In the order of the criteria of the referential."""
    practices: tuple[Practice, ...]
    advice: tuple[Advice, ...]
    digest: str
    _file: str | None
    _line: int | None
    """Where it starts, if it is a line of a file."""
    _places: Mapping[DataPath, Place]
    _cells: Source | None = None
    """Of a workbook, the cells that a problem across files can have."""

    def as_of(self, day: date) -> "AuditFile":
        """RC-17: the same file without the decision and the events after a day."""
        if self.decision is None:
            return self
        if self.decision.decided_on > day:
            return replace(self, decision=None, previous=None, events=(), period=None)
        if self.events and self.events[-1].on > day:
            return replace(self, events=tuple(one for one in self.events if one.on <= day))
        return self

    @property
    def content(self) -> tuple[object, ...]:
        """Two files with one content are copies."""
        return self.digest, self.decision, self.previous, self.events

    @property
    def decided_on(self) -> date | None:
        """The day on which the label was granted or refused; an adjournment decides nothing."""
        decided = self.decision is not None and self.decision.outcome != "adjourned"
        return self.decision.decided_on if decided and self.decision else None

    def finished(self, day: date) -> bool:
        """RC-17: complete and over, or decided. The file is as of this day."""
        return self.decided_on is not None or (self.complete and self.last_day <= day)

    def problem(self, code: str, path: DataPath = (), /, **facts: Argument) -> Problem:
        """A problem of this file, at its place if that is known."""
        found = problem(code, path, **facts)
        if self._cells is not None:
            return found.located(self._cells)
        if self._file is None:
            return found
        start = (None, None) if self._line is None else (self._line, 1)
        return found.in_file(self._file, *self._places.get(path, start))

    def by_criterion(self) -> Iterator[tuple[str, Status | None]]:
        """Each criterion of the referential and its answer."""
        return zip(self.referential.by_id, self.answers, strict=True)


def audit_file(evaluation: Evaluation, source: str = "", *, placed: bool = False) -> AuditFile:
    """What the rules across files need of an audit; `source` names its file in the network.

    With `placed`, its problems have a line and a column, which cost more than all the rest.
    """
    audit, referential = evaluation.audit, evaluation.referential
    findings = audit.findings
    named = [(name, findings[name]) for name in sorted(findings)]
    return AuditFile(
        source=source,
        referential=referential,
        organisation=audit.organisation,
        kind=audit.kind,
        first_day=audit.audited_on.from_,
        last_day=audit.audited_on.last,
        decision=audit.decision,
        previous=audit.previous if audit.decision else None,
        events=tuple(audit.events),
        period=evaluation.period,
        verdict=evaluation.verdict,
        complete=evaluation.complete,
        answers=tuple(_answer(findings.get(name)) for name in referential.by_id),
        practices=tuple(_practices(named)),
        advice=tuple(_advice(named)),
        digest=audit.digest,
        _file=audit.source.name or None,
        _line=audit.source.first_line if audit.source.first_line > 1 else None,
        _places=_places(audit) if placed else _NOWHERE,
        _cells=_cells(audit) if placed else None,
    )


def _answer(finding: Finding | None) -> Status | None:
    return None if finding is None else _ANSWERS[finding.status]


def _practices(named: list[tuple[str, Finding]]) -> Iterator[Practice]:
    for name, finding in named:
        if finding.good_practice:
            yield Practice(name, finding.good_practice, tuple(finding.evidence))


def _advice(named: list[tuple[str, Finding]]) -> Iterator[Advice]:
    for name, finding in named:
        action = finding.action
        if finding.recommendation or action:
            owner, due = (action.owner, action.due) if action else (None, None)
            yield Advice(name, finding.recommendation, owner, due)


_PATHS: Final[tuple[DataPath, ...]] = (
    (),
    ("audited_on", "from"),
    ("decision", "decided_on"),
    ("organisation",),
    ("organisation", "id"),
    ("previous",),
)
"""What problems across files are about, beside events."""


_NOWHERE: Final[Mapping[DataPath, Place]] = MappingProxyType({})


def _places(audit: Audit) -> Mapping[DataPath, Place]:
    """The places that a problem across files can have; the text of the file is not kept."""
    if not audit.source.name or audit.source.cells is not None:
        return _NOWHERE
    return {path: audit.source.locate(path) for path in _paths(audit)}


def _cells(audit: Audit) -> Source | None:
    """The same of a workbook, whose cells and words are all that is kept of it."""
    source = audit.source
    if source.cells is None:
        return None
    cells = {path: cell for path in _paths(audit) if (cell := source.cell(path))}
    return Source(source.name, cells=cells, workbook=source.workbook)


def _paths(audit: Audit) -> tuple[DataPath, ...]:
    events: list[DataPath] = [("events", i, "on") for i in range(len(audit.events))]
    return (*_PATHS, *events)
