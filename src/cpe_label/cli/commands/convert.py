"""`cpe-label convert`: the same value in another format."""

from argparse import Namespace
from collections.abc import Container, Iterable
from pathlib import Path

from ...model.audit import Audit
from ...model.referential import Referential
from ...problems.exceptions import AuditError, DataError
from ...problems.problem import Problem, is_error
from ...reading.document import Document, read_document
from ...reading.files import read_bytes
from ...reading.members import open_members
from ...reading.spreadsheet.workbook import draft_in
from ...reading.told_with import told_with
from ...text.typography import Language
from ...writing.atomic import write_file
from ...writing.convert import WRITERS, FileValue, converted
from ...writing.spreadsheet.referential import referential_draft
from ..console import Console
from ..exit_codes import Exit
from ..inputs import document_named, referentials_in


def run(arguments: Namespace, console: Console) -> Exit:
    """Write the file. 3 if it is the draft of a referential, of which something is missing."""
    output = Path(arguments.output)
    if output.suffix.lower() not in WRITERS:
        console.status("not_converted_to", value=arguments.output, known=tuple(WRITERS))
        return Exit.UNUSABLE
    document = _document(arguments.input)
    if not document.is_sound or document.value is None:
        return _draft(document, output, arguments, console)
    value: FileValue = document.value
    referential = _referential_of(value, arguments)
    if referential is not None:
        document = told_with(document, lambda _: referential)
    console.report_problems(document.problems)
    language = arguments.lang or _language(referential)
    _write(converted(value, output, language, referential), document, arguments)
    console.status("written", file=arguments.output)
    return Exit.DONE


def _document(name: str) -> Document:
    """What a file holds, or standard input; a CSV lists members."""
    return open_members(name) if name.lower().endswith(".csv") else document_named(name)


def _write(content: str | bytes, document: Document, arguments: Namespace) -> None:
    read = [Path(document.name)]
    write_file(Path(arguments.output), content, force=arguments.force, read=read)


def _referential_of(value: FileValue, arguments: Namespace) -> Referential | None:
    """The referential whose criteria a workbook shows; None where it is not known."""
    if isinstance(value, Referential):
        return value
    try:
        known = referentials_in(arguments.places)
        return known.of(value) if isinstance(value, Audit) else None
    except AuditError:
        return None


def _language(referential: Referential | None) -> Language:
    return referential.report_language if referential else "fr"


def _draft(document: Document, output: Path, arguments: Namespace, console: Console) -> Exit:
    """Write what a plain grid says of a referential, with a cell for each thing that it does not.

    Raises DataError with every problem of any other file that is not sound.
    """
    is_plain = output.suffix.lower() == ".xlsx" and Path(document.name).is_file()
    data = draft_in(read_bytes(Path(document.name)), document.name) if is_plain else None
    if data is None:
        raise DataError(_in_the_way(document) if is_plain else document.problems)
    content = referential_draft(data, arguments.lang or "fr")
    _write(content, document, arguments)
    left = read_document(content, arguments.output).problems
    still = {one.code for one in left}
    console.report_problems([*_left_behind(document, still), *left])
    console.status("drafted", file=arguments.output)
    return Exit.OPEN


def _left_behind(document: Document, still: Container[str]) -> Iterable[Problem]:
    """What the grid holds that is not read; `still` are the codes that its workbook has too."""
    warnings = (one for one in document.problems if not is_error(one))
    return (one for one in warnings if one.code[0] == "X" and one.code not in still)


def _in_the_way(document: Document) -> Iterable[Problem]:
    """The problems of a plain grid but for what its workbook will have a cell for."""
    is_grid = any(one.code == _LACKING for one in document.problems)
    asked_for = (_LACKING, "X006") if is_grid else ()
    return [one for one in document.problems if one.code not in asked_for]


_LACKING = "X022"
