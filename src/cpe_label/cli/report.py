"""`cpe-label report`: a report of an audit, of each audit of a folder, or of a referential."""

import os
from argparse import Namespace
from pathlib import Path

from ..audit import Audit
from ..loading import Shelf, load_audit, open_document, value_of
from ..referential import Referential
from ..rendering import FORMATS, TEMPLATED
from .bulk import write_all
from .door import Door, today
from .exits import Exit
from .reporting import Subject, evaluation_of, write_report


def run(arguments: Namespace, door: Door) -> Exit:
    """Write the report to its file or to standard output, or those of a folder to another."""
    several = os.path.isdir(arguments.audit)
    arguments.format = arguments.format or _format(arguments, several=several)
    arguments.on = arguments.on or today()
    if mistake := _mistake(arguments, door, several=several):
        door.talk(*mistake, **_told(arguments))
        return Exit.UNUSABLE
    shelf = Shelf(arguments.places)
    if several:
        return write_all(arguments, shelf, door)
    return write_report(_subject(arguments, shelf), arguments, shelf, door)


def _format(arguments: Namespace, *, several: bool) -> str | None:
    """By the ending of the file to write, else by that of the template, else HTML."""
    if arguments.output is not None and not several:
        return _format_of(arguments.output)
    return (arguments.template and _format_of(Path(arguments.template).stem)) or "html"


def _format_of(name: str) -> str | None:
    suffix = Path(name).suffix.lower()
    return next((name for name, form in FORMATS.items() if suffix in form.suffixes), None)


def _mistake(arguments: Namespace, door: Door, *, several: bool) -> tuple[str, ...]:
    if arguments.format is None:
        return ("unknown_ending",)
    if arguments.format not in FORMATS:
        return ("unknown_format",)
    if arguments.template is not None and arguments.format not in TEMPLATED:
        return ("not_templated",)
    if FORMATS[arguments.format].write is None and arguments.kind != "audit":
        return ("record_of_audit",)
    if arguments.format == "pdf" and arguments.output is None and door.out.isatty():
        return ("not_to_a_terminal",)
    return ("folder_needs_folder",) if several and not _is_folder(arguments.output) else ()


def _is_folder(output: str | None) -> bool:
    """Whether a folder was named: one that is there, or a name that no report would have."""
    return output is not None and (os.path.isdir(output) or _format_of(output) is None)


def _told(arguments: Namespace) -> dict[str, object]:
    return {
        "value": arguments.format or arguments.output,
        "known": TEMPLATED if arguments.template and arguments.format else tuple(FORMATS),
        "kind": arguments.kind,
    }


def _subject(arguments: Namespace, shelf: Shelf) -> Subject:
    named = arguments.audit
    if arguments.kind != "referential":
        return evaluation_of(load_audit(named), shelf)
    if not os.path.exists(named) and not named.endswith((".yaml", ".yml", ".json")):
        return shelf.named(named)
    document = open_document(named)
    if document.kind == "audit":
        return shelf.of(value_of(document, Audit))
    return value_of(document, Referential)
