"""HTML: a page that loads nothing, whose every text is escaped.

Jinja's own escaping makes each text a value of another class, which takes a third of the time of a
page of two thousand texts. So documents have `escape`, through which everything passes that their
templates print, as in the other formats. Any other template, also of a reader, has Jinja's.
"""

import re
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


_DAY: Final = re.compile(r"[0-9]{1,2}(?:er)?\u00a0[^\W\d_]+\u00a0[0-9]{4}")


def dated(text: str) -> str:
    """A text of a cell as HTML shows it, whose days stay whole in a narrow column."""
    if "\u00a0" not in text:
        return text
    return jinja.Laid(_DAY.sub(r'<span class="day">\g<0></span>', escape(text)))


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
    made = jinja.environment({"autoescape": False, "finalize": escape})
    made.filters["dated"] = dated
    return made
