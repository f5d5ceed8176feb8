"""PDF: a document, as data, laid out by a template of the package and compiled by Typst.

The compiler sees the folder of the templates, or a copy of it where the package is in an archive,
and nothing else. It uses its own fonts and no clock, so that the same document gives the same bytes
everywhere. The PDF is tagged and conforms to PDF/UA-1.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from ...messages.phrase import failure_name, unfilled
from ...messages.reports import REPORT
from ...messages.states import PAPER, TONES
from ...problems.exceptions import DataError, MissingExtraError
from ...problems.problem import problem
from ..document import Document
from ..view.types import Gauge
from .bars import bar_of
from .glyphs import breakable, coded, unshown

TEMPLATES: Final[Traversable] = files("cpe_label.reports") / "templates"


def write(document: Document, template: str = "document.typ") -> bytes:
    """The PDF of a document.

    Raises MissingExtraError if the `pdf` extra is not installed, and DataError if the package is in
    an archive and its templates cannot be copied out of it.
    """
    try:
        import typst
    except ImportError:
        raise MissingExtraError("pdf") from None
    with _folder_of(TEMPLATES) as folder:
        made: bytes = typst.compile(
            folder / template,
            root=folder,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data(document))},
            pdf_standards=["ua-1"],
        )
    return made


@contextmanager
def _folder_of(templates: Traversable) -> Iterator[Path]:
    """The folder of the templates; of those in an archive, a copy that does not last."""
    if isinstance(templates, Path):
        yield templates
        return
    with ExitStack() as copies:
        try:
            folder = Path(copies.enter_context(TemporaryDirectory(prefix="cpe-label-")))
            for template in templates.iterdir():
                (folder / template.name).write_bytes(template.read_bytes())
        except OSError as error:
            trouble = problem("F007", reason=failure_name(error))
            raise DataError([trouble.in_file(str(error.filename or "TMPDIR"))]) from None
        yield folder


def data(document: Document) -> dict[str, Any]:
    """What the template reads: the document, the words in its language, the colours."""
    written = _plain(document)
    shown = _each_text(coded, written)
    return {
        "document": _each_text(breakable, shown),
        "words": {key: unfilled(phrase, document.language) for key, phrase in REPORT.items()},
        "paper": PAPER,
        "tones": {name: asdict(tone) for name, tone in TONES.items()},
        "coded": shown != written,
    }


def coded_characters(document: Document) -> tuple[str, ...]:
    """The characters that the PDF of a document shows by their codes, each once."""
    found: list[str] = []
    _each_text(lambda text: found.append(unshown(text)), _plain(document))
    return tuple(dict.fromkeys("".join(found)))


def _plain(value: Any) -> Any:
    """A value as JSON has it; a block keeps its kind, by which it is laid out."""
    if isinstance(value, tuple):
        return list(map(_plain, value))
    if isinstance(value, date):
        return value.isoformat()
    if not is_dataclass(value):
        return value
    plain = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Gauge):  # its bar says what is required
        plain["bar"] = bar_of(value)._asdict()
        del plain["required"]
    return plain | ({"kind": value.kind} if hasattr(value, "kind") else {})


def _each_text(change: Callable[[str], Any], value: Any) -> Any:
    match value:
        case str():
            return change(value)
        case dict():
            return {key: _each_text(change, one) for key, one in value.items()}
        case list():
            return [_each_text(change, one) for one in value]
        case _:
            return value
