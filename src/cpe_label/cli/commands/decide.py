"""`cpe-label decide`: the committee's decision, written in the files of audits."""

import os
from argparse import Namespace
from typing import Final, get_args

from ...model.audit import Decision, Outcome
from ...writing.decisions import Change, decide
from ..console import Console
from ..deciding import carry_out, changes_of, mistake_of, name_of
from ..exit_codes import Exit
from ..inputs import matches, referentials_in

WORDS: Final = get_args(Outcome)


def run(arguments: Namespace, console: Console) -> Exit:
    """Write the decisions in place. 2 if the rules do not allow one, and then none is written."""
    if mistake := _mistake(arguments):
        console.status(mistake[0], **mistake[1])
        return Exit.UNUSABLE
    if arguments.session is not None:
        from ..session import run_session

        return run_session(arguments, console)
    (word,) = arguments.outcomes
    facts = {"outcome": word, "decided_on": arguments.on, "reason": arguments.reason}
    decision = Decision.build(facts)
    known = referentials_in(arguments.places)
    names = [path for name in arguments.audits for path in matches(name) or (name,)]
    changes = changes_of(names, lambda file, others: decide(file, decision, others, known), known)
    return carry_out(changes, lambda change: _say(change, console), arguments, console)


def _say(change: Change, console: Console) -> None:
    """What was decided, and from when to when a label holds."""
    decision, period = change.evaluation.audit.decision, change.evaluation.period
    if decision is None:
        return
    days = {"first": period.first_day, "last": period.last_day} if period else {}
    key = f"done_{decision.outcome}"
    console.status(key, file=name_of(change), day=decision.decided_on, **days)


def _mistake(arguments: Namespace) -> tuple[str, dict[str, object]] | None:
    """What is wrong with the use of the command, as a key of `CLI` and its blanks."""
    if arguments.session is None:
        return _mistake_without_session(arguments)
    given = {"--on": arguments.on, "--reason": arguments.reason}
    given |= {f"--{word}": word in arguments.outcomes for word in WORDS}
    for option, value in given.items():
        if value:
            return "in_session_file", {"option": option}
    if len(arguments.audits) != 1 or not os.path.isdir(arguments.audits[0]):
        return "session_needs_folder", {"value": arguments.session}
    return None if arguments.output else ("session_needs_output", {})


def _mistake_without_session(arguments: Namespace) -> tuple[str, dict[str, object]] | None:
    for option, value in {"-o": arguments.output, "--force": arguments.force}.items():
        if value:
            return "with_session_alone", {"option": option}
    for name in arguments.audits:
        if os.path.isdir(name):
            return "folder_needs_session", {"value": name}
    return mistake_of("outcomes", WORDS, arguments)
