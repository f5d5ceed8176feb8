"""Writing one report, of an evaluation or of a referential, where it was asked for."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..evaluation import Evaluation
from ..loading import Shelf
from ..referential import Referential
from ..rendering import NoCertificateError, language_of, render, spoken, view
from ..rendering.kinds import ReportKind
from ..text import Language, visible
from ..wording import say
from ..wording.looks import STANDINGS
from .door import Door
from .exits import Exit
from .files import write_file

Subject = Evaluation | Referential


@dataclass(frozen=True, slots=True)
class Order:
    """Which report is asked for, and where it goes."""

    kind: ReportKind
    format: str
    language: Language | None
    """None for that of the referential."""
    on: date
    template: str | None
    output: str | None
    """A file, or a folder for the reports of a folder; None for standard output."""
    force: bool


def write_report(subject: Subject, order: Order, shelf: Shelf, door: Door) -> Exit:
    """Write a report to the file that was named, or to standard output; say what was done.

    Raises DataError if the file cannot be written.
    """
    content = report_of(subject, order, door)
    if content is None:
        return Exit.NO
    if order.output is None:
        door.result(content)
        return Exit.DONE
    read = files_behind(subject, order, shelf)
    write_file(Path(order.output), content, force=order.force, read=read)
    if isinstance(subject, Evaluation):
        standing = say(STANDINGS[subject.standing.value], door.language)
        door.talk("written_report", file=order.output, standing=standing)
    else:
        door.talk("written", file=order.output)
    return Exit.DONE


def report_of(subject: Subject, order: Order, door: Door) -> str | bytes | None:
    """The report, or None where a certificate is asked for and none is due, which is said."""
    language = order.language or _language(subject)
    kind, template = order.kind, order.template
    try:
        return render(subject, order.format, language, order.on, kind=kind, template=template)
    except NoCertificateError:
        if isinstance(subject, Evaluation):  # in the language of messages, maybe another
            why = view(subject, door.language, order.on).no_certificate
            door.say(f"{visible(subject.audit.source.name)}: {why}")
        return None


def files_behind(subject: Subject, order: Order, shelf: Shelf) -> list[Path]:
    """The files that were read, none of which may be written over."""
    audits = [subject.audit.source.name] if isinstance(subject, Evaluation) else []
    templates = [order.template] if order.template else []
    return [*map(Path, (*audits, *templates)), *shelf.files()]


def _language(subject: Subject) -> Language:
    return language_of(subject) if isinstance(subject, Evaluation) else spoken(subject)
