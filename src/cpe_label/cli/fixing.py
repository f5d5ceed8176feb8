"""`check --fix`: the certain fixes are written before the file is checked."""

from collections.abc import Sequence
from pathlib import Path

from ..problems.exceptions import DataError
from ..reading.document import Document, read_document
from ..reading.files import OLD_SPREADSHEETS, SPREADSHEETS, read_bytes
from ..writing.fixes import difference, fixed_text, write_fixed
from .console import Console
from .problem_output import relative

_NOT_FIXABLE = (".json", ".jsonl", *SPREADSHEETS, *OLD_SPREADSHEETS)
_MOST_READINGS = 64


def not_fixable(names: Sequence[str]) -> str | None:
    """The first name of which --fix can do nothing: standard input, JSON, a spreadsheet."""
    return next(
        (name for name in names if name == "-" or name.lower().endswith(_NOT_FIXABLE)), None
    )


def fixed(document: Document, console: Console, *, on_result: bool) -> Document:
    """Write the certain fixes of a file, show what changed, and read the file again.

    What the system refuses to write is one more problem of the file, which stays as it was.
    """
    fixes = [one for one in document.problems if one.fix is not None]
    if not fixes:
        return document
    try:
        before = read_bytes(Path(document.name))
        if read_document(before, document.name).text != document.text:
            return document  # it changed since it was read
        again = fixed_whole(document)
        write_fixed(Path(document.name), before, again.text)
    except DataError as error:
        problems = (*document.problems, *error.problems)
        return Document(document.name, problems, document.kind, text=document.text)
    shown = difference(document.text, again.text, relative(document.name))
    console.diff(shown, on_result=on_result)
    console.status("fixed", count=len(fixes), file=relative(document.name))
    return again


def fixed_whole(document: Document) -> Document:
    """The document with every certain fix; one reading reports no more than some."""
    for _ in range(_MOST_READINGS):
        text = fixed_text(document.text, document.problems)
        if text == document.text:
            break
        document = read_document(text, document.name)
    return document
