"""The reports of a folder of audits, into another folder."""

from argparse import Namespace
from collections import Counter
from pathlib import Path

from ..audit import Audit
from ..errors import DataError, failure_name, problem
from ..loading import Document, Shelf, documents_under, value_of
from ..rendering import FORMATS
from .door import Door
from .exits import Exit, gravest
from .files import write_file
from .reporting import evaluation_of, files_behind, report_of


def write_all(how: Namespace, shelf: Shelf, door: Door) -> Exit:
    """A report for each audit, under the name of its file; one that fails stops no other."""
    passed_over: list[str] = []
    found = [one for one in documents_under(how.audit, passed_over) if one.kind != "referential"]
    same = Counter(Path(one.name).with_suffix("") for one in found)
    codes = []
    for number, document in enumerate(found, 1):
        door.progress("progress", number=number, count=len(found))
        alone = same[Path(document.name).with_suffix("")] == 1
        try:
            codes.append(_write(document, how, shelf, door, alone=alone))
        except DataError as error:
            door.progress_done()
            door.complain(error.problems)
            codes.append(Exit.UNUSABLE)
    door.progress_done()
    written = codes.count(Exit.DONE)
    door.talk("written_all", written=written, others=len(codes) - written, folder=how.output)
    if passed_over:
        door.talk("passed_over", count=len(passed_over))
    return gravest(codes)


def _write(document: Document, how: Namespace, shelf: Shelf, door: Door, *, alone: bool) -> Exit:
    evaluation = evaluation_of(value_of(document, Audit), shelf)
    target = _target(Path(document.name), evaluation.audit, how, alone=alone)
    content = report_of(evaluation, how, door)
    if content is None:
        return Exit.NO
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        trouble = problem("F007", reason=failure_name(error)).in_file(str(target))
        raise DataError([trouble]) from None
    write_file(target, content, force=how.force, read=files_behind(evaluation, how, shelf))
    return Exit.DONE


def _target(path: Path, audit: Audit, how: Namespace, *, alone: bool) -> Path:
    """`a/b.yaml` becomes `a/b.html`, or `a/b.yaml.html` beside another `a/b`; a line its number."""
    name = path.relative_to(how.audit)
    if path.suffix == ".jsonl":
        stem = f"{name.stem}-{audit.source.first_line}"
    else:
        stem = name.stem if alone else name.name
    return Path(how.output) / name.parent / f"{stem}{FORMATS[how.format].suffixes[0]}"
