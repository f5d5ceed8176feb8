"""`cpe-label report`: a report of an audit, of each audit of a folder, or of a referential."""

import os
from argparse import Namespace
from pathlib import Path

from ..audit import Audit
from ..loading import Shelf, open_document, value_of
from ..referential import Referential
from ..rendering import FORMATS, TEMPLATED
from .bulk import write_all
from .door import Door, today
from .evaluations import evaluated
from .exits import Exit
from .named import shelf_of
from .reporting import Order, Subject, write_report


def run(arguments: Namespace, door: Door) -> Exit:
    """Write the report to its file or to standard output, or those of a folder to another."""
    several = os.path.isdir(arguments.audit)
    form = arguments.format or _format(arguments, several=several)
    if form is None:
        return _refused("unknown_ending", form, arguments, door)
    if mistake := _mistake(form, arguments, door, several=several):
        return _refused(mistake, form, arguments, door)
    order = _order(form, arguments)
    shelf = shelf_of(arguments.places)
    if several:
        return write_all(arguments.audit, order, arguments.output, shelf, door)
    return write_report(_subject(arguments, shelf, door), order, shelf, door)


def _order(form: str, arguments: Namespace) -> Order:
    return Order(
        kind=arguments.kind,
        format=form,
        language=arguments.lang,
        on=arguments.on or today(),
        template=arguments.template,
        output=arguments.output,
        force=arguments.force,
    )


def _format(arguments: Namespace, *, several: bool) -> str | None:
    """By the ending of the file to write, else by that of the template, else HTML."""
    if arguments.output is not None and not several:
        return _format_of(arguments.output)
    return (arguments.template and _format_of(Path(arguments.template).stem)) or "html"


def _format_of(name: str) -> str | None:
    suffix = Path(name).suffix.lower()
    return next((name for name, form in FORMATS.items() if suffix in form.suffixes), None)


def _mistake(form: str, arguments: Namespace, door: Door, *, several: bool) -> str | None:
    """What cannot be asked for, as a key of what the command line says; None if all can."""
    if form not in FORMATS:
        return "unknown_format"
    if arguments.template is not None and form not in TEMPLATED:
        return "not_templated"
    if FORMATS[form].write is None and arguments.kind != "audit":
        return "record_of_audit"
    if form == "pdf" and arguments.output is None and door.out.isatty():
        return "not_to_a_terminal"
    return "folder_needs_folder" if several and not _is_folder(arguments.output) else None


def _is_folder(output: str | None) -> bool:
    """Whether a folder was named: one that is there, or a name that no report would have."""
    return output is not None and (os.path.isdir(output) or _format_of(output) is None)


def _refused(mistake: str, form: str | None, arguments: Namespace, door: Door) -> Exit:
    known = TEMPLATED if arguments.template and form else tuple(FORMATS)
    door.talk(mistake, value=form or arguments.output, known=known, kind=arguments.kind)
    return Exit.UNUSABLE


def _subject(arguments: Namespace, shelf: Shelf, door: Door) -> Subject:
    named = arguments.audit
    if arguments.kind != "referential":
        return evaluated(open_document(named), shelf, door)
    if not os.path.exists(named) and not named.endswith((".yaml", ".yml", ".json")):
        return shelf.named(named)
    document = open_document(named)
    if document.kind == "audit":
        return shelf.of(value_of(document, Audit))
    return value_of(document, Referential)
