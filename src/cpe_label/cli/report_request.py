"""Write one report, of an evaluation or of a referential, to a file or to standard output."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..model.referential import Referential
from ..reading.referentials import Referentials
from ..reports.kinds import ReportKind
from ..reports.ours import is_report
from ..reports.render import NoCertificateError, document, render
from ..reports.view.evaluation import view
from ..rules.evaluation import Evaluation
from ..text.display import visible
from ..text.typography import Language
from ..writing.atomic import write_file
from .console import Console
from .exit_codes import Exit

Subject = Evaluation | Referential


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Which report to write, and where."""

    kind: ReportKind
    format: str
    language: Language | None
    """None for the language of the referential."""
    on: date | None
    """The day of the report; None for a record that names none."""
    template: str | None
    output: str | None
    """A file, or a folder for the reports of a folder; None for standard output."""
    force: bool
    previous: Evaluation | None = None
    """The audit before, of which the report says what became."""


def write_report(
    subject: Subject, request: ReportRequest, referentials: Referentials, console: Console
) -> Exit:
    """Write a report to a file, and say so, or to standard output.

    Raises DataError if the file cannot be written.
    """
    content = report_of(subject, request, console)
    if content is None:
        return Exit.NO
    if request.output is None:
        console.result(content)
        return Exit.DONE
    read = files_behind(subject, request, referentials)
    write_file(Path(request.output), content, force=request.force, read=read, replaceable=is_report)
    if isinstance(subject, Evaluation):
        standing = view(subject, console.language, request.on).standing.text
        console.status("written_report", file=request.output, standing=standing)
    else:
        console.status("written", file=request.output)
    return Exit.DONE


def report_of(subject: Subject, request: ReportRequest, console: Console) -> str | bytes | None:
    """The content of the report. If no certificate is due, say why and return None."""
    kind, template = request.kind, request.template
    try:
        content = render(
            subject,
            request.format,
            request.language,
            request.on,
            kind=kind,
            template=template,
            previous=request.previous,
        )
    except NoCertificateError:
        if isinstance(subject, Evaluation):  # in the language of messages, which may differ
            why = view(subject, console.language, request.on).no_certificate
            console.say(f"{visible(subject.audit.source.name)}: {why}")
        return None
    if request.format == "pdf":
        _say_what_is_coded(subject, request, console)
    return content


def _say_what_is_coded(subject: Subject, request: ReportRequest, console: Console) -> None:
    """Name the characters that a PDF shows by their codes, if it has any."""
    from ..reports.formats.pdf import coded_characters  # it reads the folder of the templates

    told = document(
        subject, request.language, request.on, kind=request.kind, previous=request.previous
    )
    source = subject.audit.source if isinstance(subject, Evaluation) else subject.source
    if characters := coded_characters(told):
        console.status("coded", file=source.name, characters=characters)


def files_behind(
    subject: Subject, request: ReportRequest, referentials: Referentials
) -> list[Path]:
    """The files that were read, which must not be overwritten."""
    audits = [subject.audit.source.name] if isinstance(subject, Evaluation) else []
    templates = [request.template] if request.template else []
    previous = [request.previous.audit.source.name] if request.previous else []
    return [*map(Path, (*audits, *templates, *previous)), *referentials.files()]
