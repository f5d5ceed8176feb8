"""The formats of reports, a row each.

Each format of a document is a module with a function `write(document)`. To add one, write its
module and its row in `FORMATS`.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:  # the names of the formats alone cost no import
    from ..document import Document


class Format(NamedTuple):
    """A format of reports.

    Without a way to write a document it is the record of the evaluation, which is no document.
    """

    suffixes: tuple[str, ...]
    """The endings of its files."""
    write: "Callable[[Document], str | bytes] | None"
    own_template: bool = False
    """Whether a reader's own template may write it; its module then says how it is escaped."""
    paged: bool = True
    """Whether it is laid out in pages, as on paper."""


def _write(module: str, document: "Document") -> str | bytes:
    # Only the module of the format that is asked for is imported, with Jinja or Typst.
    written: str | bytes = import_module(f".{module}", __package__).write(document)
    return written


FORMATS: Final[dict[str, Format]] = {
    "html": Format((".html", ".htm"), partial(_write, "html"), own_template=True),
    "markdown": Format(
        (".md", ".markdown"), partial(_write, "markdown"), own_template=True, paged=False
    ),
    "text": Format((".txt",), partial(_write, "text"), own_template=True, paged=False),
    "json": Format((".json",), None),
    "pdf": Format((".pdf",), partial(_write, "pdf")),
}


TEMPLATED: Final = tuple(name for name, row in FORMATS.items() if row.own_template)
"""The formats that a reader's own template may write."""
