"""The formats of reports, a row each: the endings of their files, and how a document is written."""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from ..document import Document


class Format(NamedTuple):
    """A format: the endings of its files, and how a document is written in it.

    Without a way to write a document it is the record of the evaluation, which is no document.
    """

    suffixes: tuple[str, ...]
    write: Callable[[Document], str | bytes] | None


def _report(form: str, document: Document) -> str:
    from .markup import report  # Jinja is imported where a template is used

    return report(form, document)


def _pdf(document: Document) -> bytes:
    from .pdf import pdf  # as is Typst

    return pdf(document)


FORMATS: Final[dict[str, Format]] = {
    "html": Format((".html", ".htm"), partial(_report, "html")),
    "markdown": Format((".md", ".markdown"), partial(_report, "markdown")),
    "text": Format((".txt",), partial(_report, "text")),
    "json": Format((".json",), None),
    "pdf": Format((".pdf",), _pdf),
}


TEMPLATED: Final = ("html", "markdown", "text")
"""The formats that a template of a reader's own can write."""
