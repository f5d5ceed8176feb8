"""`cpe-label event`: what happened to a label, written in the file of its audit."""

from argparse import Namespace
from typing import Final, get_args

from ...model.audit import Event, EventKind
from ...writing.decisions import Change, add_event
from ..console import Console
from ..deciding import carry_out, changes_of, mistake_of, name_of
from ..exit_codes import Exit
from ..inputs import referentials_in

WORDS: Final = get_args(EventKind)


def run(arguments: Namespace, console: Console) -> Exit:
    """Write the event in place. 2 if the rules do not allow it, and then nothing is written."""
    if mistake := mistake_of("events", WORDS, arguments):
        console.status(mistake[0], **mistake[1])
        return Exit.UNUSABLE
    (word,) = arguments.events
    event = Event.build({"event": word, "on": arguments.on, "reason": arguments.reason})
    known = referentials_in(arguments.places)
    changes = changes_of(
        [arguments.audit], lambda file, others: add_event(file, event, others, known), known
    )

    def said(change: Change) -> None:
        console.status(f"done_{word}", file=name_of(change), day=event.on)

    return carry_out(changes, said, arguments, console)
