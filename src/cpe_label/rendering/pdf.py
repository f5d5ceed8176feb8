"""PDF: a document, as data, laid out by a template of the package and compiled by Typst.

The compiler sees the folder of the templates and nothing else; it uses its own fonts and no clock,
so that the same document gives the same bytes everywhere. The PDF is tagged and conforms to
PDF/UA-1.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass
from pathlib import Path
from typing import Any, Final

from ..errors import MissingExtraError
from ..wording import unfilled
from ..wording.looks import PAPER, TONES
from ..wording.reports import REPORT
from .document import Document
from .glyphs import breakable, coded

TEMPLATES: Final = Path(__file__).with_name("templates")


def pdf(document: Document, template: str = "document.typ") -> bytes:
    """The PDF of a document.

    Raises MissingExtraError if the `pdf` extra is not installed.
    """
    try:
        import typst
    except ImportError:
        raise MissingExtraError("pdf") from None
    made: bytes = typst.compile(
        TEMPLATES / template,
        root=TEMPLATES,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data(document))},
        pdf_standards=["ua-1"],
    )
    return made


def data(document: Document) -> dict[str, Any]:
    """What the template reads: the document, the words in its language, the colours."""
    told = _plain(document)
    shown = _each_text(coded, told)
    return {
        "document": _each_text(breakable, shown),
        "words": {key: unfilled(phrase, document.language) for key, phrase in REPORT.items()},
        "paper": PAPER,
        "tones": {name: asdict(tone) for name, tone in TONES.items()},
        "coded": shown != told,
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it; a block keeps its kind, by which it is laid out."""
    if is_dataclass(value):
        kind = {"kind": value.kind} if hasattr(value, "kind") else {}
        return kind | {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return list(map(_plain, value)) if isinstance(value, tuple) else value


def _each_text(change: Callable[[str], str], value: Any) -> Any:
    match value:
        case str():
            return change(value)
        case dict():
            return {key: _each_text(change, one) for key, one in value.items()}
        case list():
            return [_each_text(change, one) for one in value]
        case _:
            return value
