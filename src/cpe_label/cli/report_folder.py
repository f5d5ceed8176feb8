"""Write the reports of a folder of audits into another folder."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import cast

from ..messages.phrase import failure_name
from ..problems.exceptions import DataError
from ..problems.problem import problem
from ..reading.discovery import Unread, found_under, is_ours, none_under, read
from ..reading.document import BESIDE_AUDITS, Document
from ..reading.referentials import Referentials
from ..reports.formats import FORMATS
from ..reports.ours import is_report
from ..rules.evaluation import Evaluation
from ..text.typography import Language
from ..writing.atomic import write_file
from .console import Console
from .exit_codes import Exit, gravest
from .inputs import evaluated
from .report_request import ReportRequest, files_behind, report_of
from .sharing import shared, weight_of


def write_all(
    folder: str, request: ReportRequest, referentials: Referentials, console: Console, jobs: int
) -> Exit:
    """Write a report for each audit, with the name of its file. A failure stops no other report."""
    into = str(request.output)
    seen = list(shared(_seen, found_under(folder), jobs, weight_of))
    places = [one for one in seen if isinstance(one, tuple)]
    nothing = [] if places or None in seen else [none_under(folder)]
    places += map(_place, nothing)
    names = dict(zip(places, names_of(places, folder), strict=True))
    list(referentials)  # read before there are other processes
    work = _Writing(names, request, referentials, console.language)
    codes = []
    # Read again, so that only a few documents are ever in memory.
    done = shared(work, chain(found_under(folder), nothing), jobs, weight_of)
    for number, (code, said) in enumerate(done, 1):
        console.progress("progress", number=number, count=len(names))
        if said:
            console.say(said)
        codes += [] if code is None else [code]
    written = codes.count(Exit.DONE)
    console.status("written_all", written=written, others=len(codes) - written, folder=into)
    if others := {one for one in seen if isinstance(one, str)}:
        console.passed_over(others)
    return gravest(codes)


def _seen(piece: list[Unread | Document]) -> list["Place | str | None"]:
    """The place of each audit, the name of each file that is not ours, None for a referential."""
    return [_seen_as(document) for document in map(read, piece)]


def _seen_as(document: Document) -> "Place | str | None":
    if not is_ours(document):
        return document.name
    return None if document.kind in BESIDE_AUDITS else _place(document)


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


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes reports; it can be pickled, for another process."""

    names: Mapping[Place, Path]
    request: ReportRequest
    referentials: Referentials
    language: Language
    """The language of messages."""

    def __call__(self, piece: list[Unread | Document]) -> list[tuple[Exit | None, str]]:
        """Write the report of each audit; returns the exit code of each, and what to say of it."""
        audits = [one for one in map(read, piece) if isinstance(_seen_as(one), tuple)]
        return [self._write(one) for one in audits]

    def _write(self, document: Document) -> tuple[Exit | None, str]:
        """An audit without a name came while the others were read: it has no report, no code."""
        console = Console(self.language, StringIO(), StringIO())
        try:
            evaluation = evaluated(document, self.referentials, console)
            name = self.names.get(_place(document))
            code = None if name is None else self._report(evaluation, name, console)
        except DataError as error:
            console.report_problems(error.problems)
            code = Exit.UNUSABLE
        return code, cast("StringIO", console.err).getvalue().rstrip("\n")

    def _report(self, evaluation: Evaluation, name: Path, console: Console) -> Exit:
        content = report_of(evaluation, self.request, console)
        if content is None:
            return Exit.NO
        form = FORMATS[self.request.format]
        target = Path(str(self.request.output), f"{name}{form.suffixes[0]}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            trouble = problem("F007", reason=failure_name(error)).in_file(str(target))
            raise DataError([trouble]) from None
        behind = files_behind(evaluation, self.request, self.referentials)
        write_file(target, content, force=self.request.force, read=behind, replaceable=is_report)
        return Exit.DONE
