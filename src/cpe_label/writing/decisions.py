"""Put a decision or an event into the text of an audit, where the rules allow it (RC-10 to RC-16).

No file is written here: `together` writes what a `Change` holds.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from ..model.audit import Audit, Decision, Event, PreviousLabel
from ..problems.exceptions import AuditError
from ..problems.problem import Problem, is_error
from ..reading.referentials import Referentials
from ..rules.audit_file import AuditFile as FileOfNetwork
from ..rules.audit_file import audit_file
from ..rules.chain import counted, expected_previous
from ..rules.decisions import check_decision, ground_of
from ..rules.evaluation import Evaluation
from ..rules.network_checks import check_organisation
from .edit import AuditFile


@dataclass(frozen=True, slots=True)
class Change:
    """An audit with a decision or an event, and what the rules make of it."""

    before: AuditFile
    after: AuditFile
    evaluation: Evaluation
    warnings: tuple[Problem, ...]
    """Those that come with the change."""


def decide(
    file: AuditFile, decision: Decision, others: Sequence[FileOfNetwork], known: Referentials
) -> Change:
    """The audit with the committee's decision.

    `others` are the other files of the organisation for this label. A grant names the label before
    it in `previous`, where the file names none (RC-13, RC-16).

    Raises AuditError or ReferentialError with every problem.
    """
    evaluation = known.assess(file.audit).evaluation
    if refused := list(check_decision(file.audit, decision)):
        raise AuditError(one.located(file.audit.source) for one in refused)
    after = copy(file).decision(**_keys(decision))
    if decision.outcome == "granted" and file.audit.previous is None:
        renewed = expected_previous(others, decision.decided_on).previous
        if renewed is not None:
            after.previous(**_keys(renewed))
    return _change(file, after, evaluation, others, known)


def add_event(
    file: AuditFile, event: Event, others: Sequence[FileOfNetwork], known: Referentials
) -> Change:
    """The audit with what happened to its label. Raises as `decide`."""
    evaluation = known.assess(file.audit).evaluation
    after = copy(file).event(**_keys(event))
    return _change(file, after, evaluation, others, known)


def _keys(value: Decision | Event | PreviousLabel) -> dict[str, Any]:
    return {name: getattr(value, name) for name in type(value).model_fields}


def _change(
    before: AuditFile,
    after: AuditFile,
    was: Evaluation,
    others: Sequence[FileOfNetwork],
    known: Referentials,
) -> Change:
    """Hold the changed audit to the rules: alone, and then beside the others."""
    assessment = known.assess(after.audit)
    known_before = {_key(one) for one in known.assess(before.audit).problems}
    come = [one for one in assessment.problems if _key(one) not in known_before]
    if not any(map(is_error, come)):
        come += _across(was, assessment.evaluation, others)
    found = tuple(_in_the_file_as_it_was(one, before.audit) for one in come)
    if any(map(is_error, found)):
        raise AuditError(found)
    return Change(before, after, assessment.evaluation, found)


def _across(was: Evaluation, now: Evaluation, others: Sequence[FileOfNetwork]) -> Iterator[Problem]:
    """RC-16: the problems between the files of the organisation that come with the change."""
    before, after = (
        [found.problem for found in check_organisation(counted((_file(one), *others)))]
        for one in (was, now)
    )
    known_before = {_key(one) for one in before}
    yield from (one for one in after if _key(one) not in known_before)


def _file(evaluation: Evaluation) -> FileOfNetwork:
    return audit_file(evaluation, evaluation.audit.source.name, placed=True)


def _key(one: Problem) -> tuple[object, ...]:
    return one.file, one.code, one.path


def _in_the_file_as_it_was(one: Problem, before: Audit) -> Problem:
    """A problem of the changed text, at the place in the file of what it rests on."""
    if one.file != before.source.name:
        return one
    return replace(one, path=ground_of(one, before)).located(before.source)
