"""Writing reports: an evaluation becomes a view, a template makes a text of it.

`FORMATS` lists what a report can be written as; to add one, add its row and its template.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from ..evaluation import Evaluation
from ..record import record_text
from ..referential import Referential
from ..text import LANGUAGES, Language
from .view import View
from .viewing import view

Render = Callable[[Evaluation, Language, date | None], str]


class Format(NamedTuple):
    """A format: the endings of its files, and how an evaluation is written in it."""

    suffixes: tuple[str, ...]
    render: Render


def _report(template: str, evaluation: Evaluation, language: Language, on: date | None) -> str:
    from .reports import report  # Jinja is imported where a template is used

    return report(template, view(evaluation, language, on))


def _record(evaluation: Evaluation, language: Language, on: date | None) -> str:
    return record_text(evaluation, language)


FORMATS: Final[dict[str, Format]] = {
    "html": Format((".html", ".htm"), partial(_report, "report.html.j2")),
    "markdown": Format((".md", ".markdown"), partial(_report, "report.md.j2")),
    "text": Format((".txt",), partial(_report, "report.txt.j2")),
    "json": Format((".json",), _record),
}


def render(
    evaluation: Evaluation,
    format: str,  # noqa: A002  the word that users of a renderer look for
    language: Language | None = None,
    on: date | None = None,
) -> str:
    """The report of an evaluation as `html`, `markdown`, `text` or `json`.

    `language` is the referential's own unless told, English where it has no words of ours. `on`
    adds the state of a granted label on that day to the report.

    Raises ValueError for an unknown format or language.
    """
    if language not in (None, *LANGUAGES):
        raise ValueError(f"unknown language {language!r}; expected one of {', '.join(LANGUAGES)}")
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; expected one of {', '.join(FORMATS)}")
    return FORMATS[format].render(evaluation, language or language_of(evaluation), on)


def language_of(evaluation: Evaluation) -> Language:
    """The language that a report speaks unless told otherwise."""
    return spoken(evaluation.referential)


def spoken(referential: Referential) -> Language:
    """A referential's own language, or English where it is one that we have no words in."""
    return next((one for one in LANGUAGES if one == referential.language), "en")


__all__ = ["FORMATS", "Format", "View", "language_of", "render", "spoken", "view"]
