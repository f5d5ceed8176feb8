"""`cpe-label report`: a report of an audit, of each audit of a folder, or of a referential."""

import os
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from ...model.audit import Audit
from ...model.referential import Referential
from ...problems.exceptions import AuditError
from ...reading.document import value_of
from ...reading.referentials import Referentials
from ...reports.formats import FORMATS, TEMPLATED
from ...rules.evaluation import Evaluation
from ...rules.pairing import check_audits
from ..console import Console, today
from ..exit_codes import Exit
from ..inputs import (
    document_named,
    evaluated,
    names_a_file,
    referentials_in,
    refuse_same_file,
)
from ..report_folder import write_all
from ..report_request import ReportRequest, Subject, write_report


def run(arguments: Namespace, console: Console) -> Exit:
    """Write one report, or the reports of a folder of audits into another folder."""
    several = os.path.isdir(arguments.audit)
    if arguments.output == "-":  # standard output, as without -o
        arguments.output = None
    form = arguments.format or _format(arguments, several=several)
    if form is None:
        return _refused("unknown_ending", form, arguments, console)
    if mistake := _mistake(form, arguments, console, several=several):
        return _refused(mistake, form, arguments, console)
    request = _request(form, arguments)
    referentials = referentials_in(arguments.places)
    if several:
        return write_all(arguments.audit, request, referentials, console, arguments.jobs)
    subject = _subject(arguments, referentials, console)
    if isinstance(subject, Evaluation) and arguments.previous is not None:
        previous = _previous(arguments.previous, subject, referentials)
        request = replace(request, previous=previous)
    return write_report(subject, request, referentials, console)


def _previous(name: str, subject: Evaluation, referentials: Referentials) -> Evaluation:
    """The evaluation of the audit before. Raises AuditError if it is not one (RC-20)."""
    document = document_named(name)
    refuse_same_file(document.name, subject.audit.source.name)
    audit = value_of(document, Audit)
    if refused := check_audits(audit, subject.audit):
        raise AuditError(refused)
    return referentials.assess(audit).evaluation


def _request(form: str, arguments: Namespace) -> ReportRequest:
    return ReportRequest(
        kind=arguments.kind,
        format=form,
        language=arguments.lang,
        on=arguments.on or (today() if FORMATS[form].write else None),
        template=arguments.template,
        output=arguments.output,
        force=arguments.force,
    )


def _format(arguments: Namespace, *, several: bool) -> str | None:
    """The format by the ending of the file to write, or of the template, or else HTML."""
    if arguments.output is not None and not several:
        return _format_of(arguments.output)
    return (arguments.template and _format_of(Path(arguments.template).stem)) or "html"


def _format_of(name: str) -> str | None:
    suffix = Path(name).suffix.lower()
    return next((name for name, form in FORMATS.items() if suffix in form.suffixes), None)


def _mistake(form: str, arguments: Namespace, console: Console, *, several: bool) -> str | None:
    """The key in `CLI` of what is wrong with the request; None if nothing is."""
    if form not in FORMATS:
        return "unknown_format"
    if arguments.template is not None and form not in TEMPLATED:
        return "not_templated"
    if arguments.previous is not None and (
        several or arguments.kind != "audit" or arguments.template or FORMATS[form].write is None
    ):
        return "previous_of_audit"
    if FORMATS[form].write is None and arguments.kind != "audit":
        return "record_of_audit"
    if form == "pdf" and arguments.output is None and console.out.isatty():
        return "not_to_a_terminal"
    return "folder_needs_folder" if several and not _is_folder(arguments.output) else None


def _is_folder(output: str | None) -> bool:
    """Whether the output is a folder: one that exists, or a name without the ending of a report."""
    return output is not None and (os.path.isdir(output) or _format_of(output) is None)


def _refused(mistake: str, form: str | None, arguments: Namespace, console: Console) -> Exit:
    known = TEMPLATED if arguments.template and form else tuple(FORMATS)
    console.status(mistake, value=form or arguments.output, known=known, kind=arguments.kind)
    return Exit.UNUSABLE


def _subject(arguments: Namespace, referentials: Referentials, console: Console) -> Subject:
    named = arguments.audit
    if arguments.kind != "referential":
        return evaluated(document_named(named), referentials, console)
    if not names_a_file(named):
        return referentials.named(named)
    document = document_named(named)
    if document.kind == "audit":
        return referentials.of(value_of(document, Audit))
    return value_of(document, Referential)
