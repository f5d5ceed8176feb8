"""What the formats that Jinja writes share: the environment, the filters, and the rendering."""

from collections.abc import Iterable
from itertools import chain, repeat
from textwrap import fill
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from ...messages.phrase import say
from ...messages.reports import REPORT
from ...messages.states import PAPER, TONES
from ..document import Document
from ..prose import one_line
from .axis import axis_of
from .bars import bar_of

_WIDTH: Final = 80


class Laid(str):
    """Text that is laid out already, so that it is neither escaped nor folded again."""

    __slots__ = ()


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


def lined(lines: Iterable[str], first: str = "", indent: str = "") -> Laid:
    """Each line folded by itself, the ones after the first set in."""
    starts = chain([first], repeat(indent))
    return Laid("\n".join(wrapped(one, next(starts), indent) for one in lines))


FILTERS: Final = {"heading": heading, "lined": lined, "raw": Laid, "wrapped": wrapped}
"""The filters that every template may use."""

LAYOUT: Final[dict[str, Any]] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
}
"""How the tags of a template leave no trace in what it writes."""


def environment(escaping: dict[str, Any]) -> Environment:
    """The environment of the package's templates for a format that is escaped so."""
    jinja = Environment(  # noqa: S701  each format has its own escaping, HTML Jinja's
        loader=PackageLoader("cpe_label.reports"),
        undefined=StrictUndefined,
        **LAYOUT,
        **escaping,
    )
    jinja.filters.update(FILTERS)
    return jinja


def render(jinja: Environment, template: str, document: Document) -> str:
    """The document as a template of the package writes it."""

    def sentence(key: str, /, **blanks: Any) -> str:
        return say(REPORT[key], document.language, **blanks)

    return jinja.get_template(template).render(
        document=document,
        say=sentence,
        zip=zip,
        bar_of=bar_of,
        axis_of=axis_of,
        tones=TONES,
        paper=PAPER,
    )
