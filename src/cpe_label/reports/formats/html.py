"""HTML: a page that loads nothing, whose every text is escaped.

Jinja's own escaping makes each text a value of another class, which takes a third of the time of a
page of two thousand texts. So documents have `escape`, through which everything passes that their
templates print, as in the other formats. Any other template, also of a reader, has Jinja's.
"""

from functools import cache
from typing import Any, Final

from jinja2 import Environment

from ..document import Document
from . import jinja

ESCAPING: Final[dict[str, Any]] = {"autoescape": True}

_CODES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}  # as Jinja writes them
)


def escape(value: Any) -> str:
    """A text as HTML shows it, in an attribute too."""
    if type(value) is jinja.Laid:
        return value
    text = value if type(value) is str else str(value)
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        return text.translate(_CODES)
    return text


def write(document: Document) -> str:
    """The document as a page."""
    return jinja.render(_pages(), "document.html.j2", document)


@cache
def environment() -> Environment:
    """The environment of the templates, which are compiled once in the life of the process."""
    return jinja.environment(ESCAPING)


@cache
def _pages() -> Environment:
    """The same for documents."""
    return jinja.environment({"autoescape": False, "finalize": escape})
