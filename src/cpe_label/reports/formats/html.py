"""HTML: a page that loads nothing, whose every text Jinja escapes."""

from functools import cache
from typing import Any, Final

from jinja2 import Environment

from ..document import Document
from . import jinja

ESCAPING: Final[dict[str, Any]] = {"autoescape": True}


def write(document: Document) -> str:
    """The document as a page."""
    return jinja.render(environment(), "document.html.j2", document)


@cache
def environment() -> Environment:
    """The environment of the templates, which are compiled once in the life of the process."""
    return jinja.environment(ESCAPING)
