"""Write the reports of a folder of audits into another folder."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import problem
from ..reading.discovery import documents_under
from ..reading.document import BESIDE_AUDITS, Document
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
    places = [_place(one) for one in _audits(folder, passed_over)]
    names = dict(zip(places, names_of(places, folder), strict=True))
    codes = []
    # Read again one by one, so that only one is ever in memory.
    for number, document in enumerate(_audits(folder, []), 1):
        console.progress("progress", number=number, count=len(names))
        try:
            evaluation = evaluated(document, referentials, console)
            if (name := names.get(_place(document))) is None:
                continue  # it came while the others were read
            target = Path(into, f"{name}{FORMATS[request.format].suffixes[0]}")
            codes.append(_write(evaluation, target, request, referentials, console))
        except DataError as error:
            console.report_problems(error.problems)
            codes.append(Exit.UNUSABLE)
    written = codes.count(Exit.DONE)
    console.status("written_all", written=written, others=len(codes) - written, folder=into)
    if passed_over:
        console.status("passed_over", count=len(passed_over))
    return gravest(codes)


def _audits(folder: str, passed_over: list[str]) -> Iterator[Document]:
    return (one for one in documents_under(folder, passed_over) if one.kind not in BESIDE_AUDITS)


Place = tuple[str, int | None]
"""A file, and the number of the line if it is one of a `.jsonl`."""


def _place(document: Document) -> Place:
    return document.name, _line(document)


def names_of(places: Sequence[Place], folder: str) -> list[Path]:
    """The path of each report in the other folder, without its ending. No two are the same.

    For `a/b.yaml` it is `a/b`, or `a/b.yaml` if there is another `a/b`. For a line of a `.jsonl`,
    the number of the line is added. Names that differ only in capitals count as the same, because
    some systems take them for one file.
    """
    names = [_names(place, Path(folder)) for place in places]
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


def _names(place: Place, folder: Path) -> tuple[Path, Path]:
    file = Path(place[0]).relative_to(folder)
    line = place[1] if file.suffix.lower() == ".jsonl" else None
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
