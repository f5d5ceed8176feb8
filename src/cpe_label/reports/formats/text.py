"""Text: lines of 80 columns, whose headings no text of a file can imitate."""

from functools import cache
from typing import Any, Final

from jinja2 import Environment

from ..document import Document
from ..prose import one_line
from . import jinja


def escape(value: Any) -> str:
    """Plain text on one line, so that no text of a file can pass for a heading of ours."""
    return value if isinstance(value, jinja.Laid) else one_line(str(value))


ESCAPING: Final[dict[str, Any]] = {"autoescape": False, "finalize": escape}


def write(document: Document) -> str:
    """The document as text."""
    return jinja.render(environment(), "document.txt.j2", document)


@cache
def environment() -> Environment:
    """The environment of the templates, which are compiled once in the life of the process."""
    return jinja.environment(ESCAPING)
