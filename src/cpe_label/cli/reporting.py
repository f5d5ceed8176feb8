"""Writing one report, of an evaluation or of a referential, where it was asked for."""

from argparse import Namespace
from pathlib import Path

from ..audit import Audit
from ..evaluating import evaluate
from ..evaluation import Evaluation
from ..loading import Shelf
from ..referential import Referential
from ..rendering import NoCertificateError, language_of, render, spoken, view
from ..text import Language, visible
from ..wording import say
from ..wording.looks import STANDINGS
from .door import Door
from .exits import Exit
from .files import write_file

Subject = Evaluation | Referential


def evaluation_of(audit: Audit, shelf: Shelf) -> Evaluation:
    """The evaluation of an audit by the referential that it names.

    Raises AuditError or ReferentialError with every problem.
    """
    return evaluate(shelf.of(audit), audit, versions=shelf.referentials())


def write_report(subject: Subject, how: Namespace, shelf: Shelf, door: Door) -> Exit:
    """Write a report to the file that was named, or to standard output; say what was done.

    Raises DataError if the file cannot be written.
    """
    content = report_of(subject, how, door)
    if content is None:
        return Exit.NO
    if how.output is None:
        door.result(content)
        return Exit.DONE
    write_file(Path(how.output), content, force=how.force, read=files_behind(subject, how, shelf))
    if isinstance(subject, Evaluation):
        standing = say(STANDINGS[subject.standing.value], door.language)
        door.talk("written_report", file=how.output, standing=standing)
    else:
        door.talk("written", file=how.output)
    return Exit.DONE


def report_of(subject: Subject, how: Namespace, door: Door) -> str | bytes | None:
    """The report, or None where a certificate is asked for and none is due, which is said."""
    language = how.lang or _language(subject)
    form: str = how.format
    try:
        return render(subject, form, language, how.on, kind=how.kind, template=how.template)
    except NoCertificateError:
        if isinstance(subject, Evaluation):  # in the language of messages, maybe another
            why = view(subject, door.language, how.on).no_certificate
            door.say(f"{visible(subject.audit.source.name)}: {why}")
        return None


def files_behind(subject: Subject, how: Namespace, shelf: Shelf) -> list[Path]:
    """The files that were read, none of which may be written over."""
    audits = [subject.audit.source.name] if isinstance(subject, Evaluation) else []
    templates = [how.template] if how.template else []
    return [*map(Path, (*audits, *templates)), *shelf.files()]


def _language(subject: Subject) -> Language:
    return language_of(subject) if isinstance(subject, Evaluation) else spoken(subject)
