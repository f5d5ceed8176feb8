"""The Jinja environments, one for each kind of target, each with its own escaping."""

import re
from functools import cache
from textwrap import fill
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..prose import one_line

# What could start or end something in Markdown, wherever it stands in a line of ours.
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>#|~&!@$^=])|(?<=[a-zA-Z]):(?=/)|(?<=[wW]{3})\.")
# What means something at the start of a text alone: a list, a heading, a number and its dot.
_MARKDOWN_START: Final = re.compile(r"^([-+]|[0-9]+(?=[.)]))")
_WIDTH: Final = 80


class Laid(str):
    """Text that is laid out already, so that it is neither escaped nor folded again."""

    __slots__ = ()


def escape_markdown(value: Any) -> str:
    """One line of plain text that Markdown shows as it is."""
    if isinstance(value, Laid):
        return value
    line = one_line(str(value))
    line = _MARKDOWN.sub(lambda found: "\\" + found[0], line)
    if start := _MARKDOWN_START.match(line):
        digits = start[0] if start[0].isdigit() else ""
        line = digits + "\\" + line[len(digits) :]
    return line


def escape_text(value: Any) -> str:
    """Plain text on one line, so that no text of a file can pass for a heading of ours."""
    return value if isinstance(value, Laid) else one_line(str(value))


def heading(title: str, line: str = "-") -> Laid:
    """A title and the line under it."""
    text = one_line(title)
    return Laid(f"{text}\n{line * len(text)}")


def wrapped(text: str, first: str = "", indent: str = "") -> Laid:
    """A paragraph folded at 80 columns, `first` before it and `indent` before the lines after."""
    return Laid(
        fill(
            one_line(text),
            _WIDTH,
            initial_indent=first,
            subsequent_indent=indent or " " * max(len(first), 2),
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


ESCAPING: Final[dict[str, dict[str, Any]]] = {
    "html": {"autoescape": True},
    "markdown": {"autoescape": False, "finalize": escape_markdown},
    "text": {"autoescape": False, "finalize": escape_text},
}
"""How each format of text is escaped; there is no other format of text."""

LAYOUT: Final[dict[str, Any]] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
}
"""How the tags of a template leave no trace in what it writes."""


@cache
def environment(form: str) -> Environment:
    """The environment of a format. Templates are compiled once in the life of the process."""
    jinja = Environment(  # noqa: S701  each format has its own escaping, HTML Jinja's
        loader=PackageLoader("cpe_label.reports"),
        undefined=StrictUndefined,
        **LAYOUT,
        **ESCAPING[form],
    )
    add_filters(jinja)
    return jinja


def add_filters(jinja: Environment) -> None:
    """The filters that every template may use."""
    jinja.filters.update(heading=heading, raw=Laid, wrapped=wrapped)
