"""Markdown: no text becomes a mark, neither in CommonMark nor in GitHub's extensions of it."""

import re
from functools import cache
from typing import Any, Final

from jinja2 import Environment

from ..document import Document
from ..prose import one_line
from . import jinja

# What could start or end something in Markdown, wherever it stands in a line of ours.
_ANYWHERE: Final = re.compile(r"([\\`*_{}\[\]<>#|~&!@$^=])|(?<=[a-zA-Z]):(?=/)|(?<=[wW]{3})\.")
# What means something at the start of a text alone: a list, a heading, a number and its dot.
_AT_START: Final = re.compile(r"^([-+]|[0-9]+(?=[.)]))")


def escape(value: Any) -> str:
    """One line of plain text that Markdown shows as it is."""
    if isinstance(value, jinja.Laid):
        return value
    line = one_line(str(value))
    line = _ANYWHERE.sub(lambda found: "\\" + found[0], line)
    if start := _AT_START.match(line):
        digits = start[0] if start[0].isdigit() else ""
        line = digits + "\\" + line[len(digits) :]
    return line


ESCAPING: Final[dict[str, Any]] = {"autoescape": False, "finalize": escape}


def write(document: Document) -> str:
    """The document in Markdown."""
    return jinja.render(environment(), "document.md.j2", document)


@cache
def environment() -> Environment:
    """The environment of the templates, which are compiled once in the life of the process."""
    return jinja.environment(ESCAPING)
