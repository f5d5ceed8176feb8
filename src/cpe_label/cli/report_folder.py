"""Write the reports of a folder of audits into another folder."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import problem
from ..reading.discovery import documents_under
from ..reading.document import Document
from ..reading.referentials import Referentials
from ..reports.formats import FORMATS
from ..reports.ours import is_report
from ..rules.evaluation import Evaluation
from ..writing.atomic import write_file
from .console import Console
from .exit_codes import Exit, gravest
from .inputs import evaluated
from .report_request import ReportRequest, files_behind, report_of


def write_all(
    folder: str, request: ReportRequest, into: str, referentials: Referentials, console: Console
) -> Exit:
    """Write a report for each audit, with the name of its file. A failure stops no other report."""
    passed_over: list[str] = []
    found = [one for one in documents_under(folder, passed_over) if one.kind != "referential"]
    names = names_of(found, folder)
    codes = []
    for number, document in enumerate(found):
        console.progress("progress", number=number + 1, count=len(found))
        try:
            evaluation = evaluated(document, referentials, console)
            target = Path(into, f"{names[number]}{FORMATS[request.format].suffixes[0]}")
            codes.append(_write(evaluation, target, request, referentials, console))
        except DataError as error:
            console.report_problems(error.problems)
            codes.append(Exit.UNUSABLE)
    written = codes.count(Exit.DONE)
    console.status("written_all", written=written, others=len(codes) - written, folder=into)
    if passed_over:
        console.status("passed_over", count=len(passed_over))
    return gravest(codes)


def names_of(documents: Sequence[Document], folder: str) -> list[Path]:
    """The path of each report in the other folder, without its ending. No two are the same.

    For `a/b.yaml` it is `a/b`, or `a/b.yaml` if there is another `a/b`. For a line of a `.jsonl`,
    the number of the line is added. Names that differ only in capitals count as the same, because
    some systems take them for one file.
    """
    names = [_names(document, Path(folder)) for document in documents]
    chosen = [short for short, _ in names]
    while True:
        same = Counter(map(_folded, chosen))
        apart = [
            whole if same[_folded(name)] > 1 else name
            for name, (_, whole) in zip(chosen, names, strict=True)
        ]
        if apart == chosen:
            return chosen
        chosen = apart  # a full name may be the short name of another report


def _names(document: Document, folder: Path) -> tuple[Path, Path]:
    file = Path(document.name).relative_to(folder)
    line = _line(document) if file.suffix.lower() == ".jsonl" else None
    number = "" if line is None else f"-{line}"
    return file.parent / f"{file.stem}{number}", file.parent / f"{file.name}{number}"


def _line(document: Document) -> int | None:
    if document.value is None:
        return document.problems[0].line
    return document.value.source.first_line


def _folded(name: Path) -> str:
    return str(name).casefold()


def _write(
    evaluation: Evaluation,
    target: Path,
    request: ReportRequest,
    referentials: Referentials,
    console: Console,
) -> Exit:
    content = report_of(evaluation, request, console)
    if content is None:
        return Exit.NO
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        trouble = problem("F007", reason=failure_name(error)).in_file(str(target))
        raise DataError([trouble]) from None
    read = files_behind(evaluation, request, referentials)
    write_file(target, content, force=request.force, read=read, replaceable=is_report)
    return Exit.DONE
