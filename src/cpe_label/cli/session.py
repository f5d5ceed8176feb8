"""`cpe-label decide DIR --session FILE`: a whole session of the committee, or nothing of it."""

import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from ..problems.exceptions import DataError
from ..problems.problem import problem
from ..reading.discovery import STANDARD_INPUT, documents_under
from ..reading.document import Document
from ..reading.files import MOST_BYTES, read_bytes
from ..reading.organisation_files import folder_files
from ..reading.session_csv import Session, read_session
from ..reports.formats import FORMATS
from ..reports.kinds.minutes import compose
from ..reports.render import render
from ..reports.view.session import session_view
from ..rules.evaluation import Evaluation
from ..text.typography import Language
from ..writing.session import decide_session
from ..writing.together import Write
from .console import Console
from .deciding import write_and_show
from .exit_codes import Exit
from .inputs import from_standard_input, referentials_in

MINUTES: Final = "minutes.html"


def run_session(arguments: Namespace, console: Console) -> Exit:
    """Write the decisions, the records, the certificates and the minutes, or show them alone."""
    (folder,) = arguments.audits
    known = referentials_in(arguments.places)
    session = _session(arguments.session)
    files = folder_files(_documents(folder, console), {row.organisation for row in session.rows})
    if files.unusable:
        console.status("others_unusable", count=files.unusable, folder=folder)
    changes = decide_session(session, files, known)
    outputs = list(_outputs([one.evaluation for one in changes], arguments, files.paths))
    console.report_problems(session.problems)
    write_and_show(changes, outputs, arguments, console)
    if not arguments.dry_run:
        console.status("session_written", count=len(changes), folder=arguments.output)
    return Exit.DONE


def _session(name: str) -> Session:
    if name == "-":
        content = from_standard_input(lambda stream: stream.read(MOST_BYTES + 1))
        return read_session(content, STANDARD_INPUT)
    return read_session(read_bytes(Path(name)), name)


def _documents(folder: str, console: Console) -> Iterator[Document]:
    """Every audit of a folder. Raises DataError if there is none."""
    for one in console.counted(documents_under(folder, [])):
        if any(found.code == "F012" for found in one.problems):
            raise DataError(one.problems)
        yield one


def _outputs(
    evaluations: Sequence[Evaluation], arguments: Namespace, read: Sequence[str]
) -> Iterator[Write]:
    """What is written in the folder: records, certificates, and the minutes.

    Raises DataError for a file that was read.
    """
    for name, content in _contents(evaluations, arguments.lang):
        path = Path(arguments.output, name)
        if os.path.exists(path) and any(_is_same(path, one) for one in read):
            raise DataError([problem("F009").in_file(str(path))])
        text = content.encode() if isinstance(content, str) else content
        yield Write(path, text, replaceable=_unless_another(text, force=arguments.force))


def _unless_another(text: bytes, *, force: bool) -> Callable[[bytes], bool]:
    """What may be replaced: the same, from an earlier run of this session, and with `--force` all.

    Minutes of another session, and minutes that somebody has completed, are kept.
    """
    return lambda old: force or old == text


def _is_same(path: Path, name: str) -> bool:
    return os.path.exists(name) and path.samefile(name)


def _contents(
    evaluations: Sequence[Evaluation], asked: Language | None
) -> Iterator[tuple[str, str | bytes]]:
    """Each file of the folder, by its path there."""
    for one in evaluations:
        audit, language = one.audit, asked or one.referential.report_language
        yield f"records/{audit.organisation.id}.json", render(one, "json", language)
        if audit.decision is not None and one.period is not None:
            day = audit.decision.decided_on
            page = render(one, "html", language, day, kind="certificate")
            yield f"certificates/{audit.organisation.id}.html", page
    language = asked or evaluations[0].referential.report_language
    minutes = compose(session_view(evaluations, language))
    if (html := FORMATS["html"].write) is not None:
        yield MINUTES, html(minutes)
