"""`cpe-label verify`: compare a record, or an archive of records, with the audits behind it."""

from argparse import Namespace
from collections.abc import Iterator

from ...messages.kinds import KINDS
from ...messages.phrase import say
from ...problems.exceptions import DataError
from ...problems.problem import Problem
from ...problems.report import CheckReport
from ...problems.source import lines_of
from ...reading.discovery import STANDARD_INPUT
from ...reading.files import MOST_BYTES
from ...reading.loading import load_audit
from ...reading.record import load_record, parse_record
from ...reading.referentials import Referentials
from ...record.evaluation import Recorded
from ...record.verify import DIFFERENCES, Verification, verify
from ...rules.evaluation import Evaluation
from ..console import Console
from ..exit_codes import Exit
from ..inputs import from_standard_input, referentials_in
from ..problem_output import relative, renamed, write_problems
from ..record_archive import Archive, is_archive

_SINCE = ("RC-11", "RC-12", "RC-13", "RC-14")
"""The clauses whose reasons tell what came after a record."""


def run(arguments: Namespace, console: Console) -> Exit:
    """Report what differs; 1 if anything does, 2 if the two cannot be compared."""
    try:
        referentials = referentials_in(arguments.places)
        if is_archive(arguments.record):
            return _verify_archive(arguments, referentials, console)
        recorded = _recorded(arguments.record)
    except DataError as error:
        return _report(error.problems, None, arguments, console)
    try:
        evaluation = referentials.assess(load_audit(arguments.audit)).evaluation
        verification = verify(recorded, evaluation)
    except DataError as error:
        return _report(error.problems, recorded, arguments, console)
    code = _report(verification.differences, recorded, arguments, console)
    if verification.holds:
        _report_since(relative(arguments.audit), verification, evaluation, console)
    return code


def _recorded(name: str) -> Recorded:
    if name != "-":
        return load_record(name)
    content = from_standard_input(lambda stream: stream.read(MOST_BYTES + 1))  # refused, if over
    return parse_record(content, source=STANDARD_INPUT)


def _report(
    found: tuple[Problem, ...], recorded: Recorded | None, arguments: Namespace, console: Console
) -> Exit:
    name = arguments.record if recorded is None else recorded.source.name
    shown = {"record": relative(name), "audit": relative(arguments.audit)}
    lines = {} if recorded is None else {shown["record"]: lines_of(recorded.source.text)}
    problems = [renamed(problem) for problem in found]
    report = CheckReport(list(dict.fromkeys(shown.values())), problems, lines, arguments.most)
    write_problems(report, arguments.format, console)
    code = _code_of(found)
    console.status(_STATUS[code], count=len(found), **shown)
    return code


def _code_of(found: tuple[Problem, ...]) -> Exit:
    if not found:
        return Exit.DONE
    comparable = all(problem.code in DIFFERENCES for problem in found)
    return Exit.NO if comparable else Exit.UNUSABLE


_STATUS = {Exit.DONE: "verified", Exit.NO: "differs", Exit.UNUSABLE: "not_verified"}


def _report_since(
    audit: str, verification: Verification, evaluation: Evaluation, console: Console
) -> None:
    """What came since the record was made, the present state of the label first."""
    if not verification.compared_words:
        console.status("words_not_compared")
    if not verification.has_grown:
        return
    label = verification.label
    state = say(KINDS[label or "no_label"], console.language)
    console.status("grown", audit=audit, state=state)
    for reason in evaluation.reasons:
        if reason.clause in _SINCE and reason not in verification.reasons_then:
            console.say(f"  {reason.text(console.language)}")


def _verify_archive(arguments: Namespace, referentials: Referentials, console: Console) -> Exit:
    """Every record of a folder or of a `.jsonl`, each with its audit in another folder."""
    archive = Archive(arguments.record, arguments.audit)
    problems: list[Problem] = []
    counts = {Exit.DONE: 0, Exit.NO: 0, Exit.UNUSABLE: 0}
    for found in _archived(archive, referentials, console):
        problems += found
        counts[_code_of(found)] += 1
    report = CheckReport(
        archive.files(), [renamed(problem) for problem in problems], most=arguments.most
    )
    write_problems(report, arguments.format, console)
    console.status(
        "archive_verified",
        count=sum(counts.values()),
        held=counts[Exit.DONE],
        differing=counts[Exit.NO],
        unusable=counts[Exit.UNUSABLE],
    )
    return next((code for code in (Exit.UNUSABLE, Exit.NO) if counts[code]), Exit.DONE)


def _archived(
    archive: Archive, referentials: Referentials, console: Console
) -> Iterator[tuple[Problem, ...]]:
    for recorded in archive.records():
        if not isinstance(recorded, Recorded):
            yield recorded
            continue
        try:
            audit = archive.audit_of(recorded)
            evaluation = referentials.assess(audit).evaluation
            verification = verify(recorded, evaluation)
        except DataError as error:
            yield error.problems
            continue
        yield verification.differences
        if verification.holds:
            _report_since(relative(audit.source.name), verification, evaluation, console)
