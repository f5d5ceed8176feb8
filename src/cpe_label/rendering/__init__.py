"""Writing reports: an evaluation becomes a view, a kind makes it a document, a format writes it.

`KINDS` lists what reports there are, `FORMATS` what they can be written as. To add a kind, write
its module and its row; to add a format, its row and its template.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from os import PathLike
from typing import Final, Literal, NamedTuple, overload

from ..errors import CpeLabelError
from ..evaluation import Evaluation
from ..record import record_text
from ..referential import Referential
from ..text import LANGUAGES, Language
from .document import Document
from .kinds import KINDS, ReportKind, compose_referential
from .view import ReferentialView, View
from .viewing import view
from .viewing_referential import referential_view


class Format(NamedTuple):
    """A format: the endings of its files, and how a document is written in it.

    Without a way to write a document it is the record of the evaluation, which is no document.
    """

    suffixes: tuple[str, ...]
    write: Callable[[Document], str | bytes] | None


class NoCertificateError(CpeLabelError):
    """No certificate is due; the message says why, in the language that was asked for."""


def _report(form: str, document: Document) -> str:
    from .reports import report  # Jinja is imported where a template is used

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


@overload
def render(
    subject: Evaluation | Referential,
    format: Literal["html", "markdown", "text", "json"],
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: ReportKind | None = None,
    template: str | PathLike[str] | None = None,
) -> str: ...
@overload
def render(
    subject: Evaluation | Referential,
    format: Literal["pdf"],
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: ReportKind | None = None,
    template: str | PathLike[str] | None = None,
) -> bytes: ...
@overload
def render(
    subject: Evaluation | Referential,
    format: str,
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: ReportKind | None = None,
    template: str | PathLike[str] | None = None,
) -> str | bytes: ...


def render(  # noqa: PLR0913  the keywords are few and plain
    subject: Evaluation | Referential,
    format: str,  # noqa: A002  the word that users of a renderer look for
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: str | None = None,
    template: str | PathLike[str] | None = None,
) -> str | bytes:
    """A report as `html`, `markdown` or `text`, or as the bytes of a `pdf`.

    `json` is the record of an evaluation.

    `kind` is `audit` (unless told), `summary`, `certificate`, `plan` or `referential`, the only one
    that a referential has. `language` is the referential's own unless told, English where it has no
    words of ours. `on` adds the state of a granted label on that day, and is the day of a
    certificate. `template` is a Jinja template of your own, which sees the view of that kind
    (docs/templates.md).

    Raises ValueError for an unknown format, kind or language, or for a format that a kind does not
    have, NoCertificateError where a certificate is asked for and none is due, DataError where the
    template cannot be rendered, and MissingExtraError for a PDF without the `pdf` extra.
    """
    if language not in (None, *LANGUAGES):
        raise ValueError(f"unknown language {language!r}; expected one of {', '.join(LANGUAGES)}")
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; expected one of {', '.join(FORMATS)}")
    write = FORMATS[format].write
    if template is not None:
        if format not in TEMPLATED:
            raise ValueError(f"a template writes {', '.join(TEMPLATED)}, not {format!r}")
        from .custom import render_template

        return render_template(template, format, view_of(subject, language, on, kind=kind))
    if write is not None:
        return write(document(subject, language, on, kind=kind))
    if isinstance(subject, Referential) or kind not in (None, "audit"):
        raise ValueError(f"{format!r} is the record of an evaluation, of the kind 'audit' alone")
    return record_text(subject, language or language_of(subject))


def document(
    subject: Evaluation | Referential,
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: str | None = None,
) -> Document:
    """What a report of a kind says, in no format yet. Raises as `render` does."""
    seen = view_of(subject, language, on, kind=kind)
    if isinstance(seen, ReferentialView):
        return compose_referential(seen)
    return KINDS[kind or "audit"](seen)


def view_of(
    subject: Evaluation | Referential,
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: str | None = None,
) -> View | ReferentialView:
    """What a report of a kind is made from. Raises as `render` does."""
    if kind not in (None, *KINDS):
        raise ValueError(f"unknown kind {kind!r}; expected one of {', '.join(KINDS)}")
    if isinstance(subject, Referential):
        if kind not in (None, "referential"):
            raise ValueError(f"a referential has the kind 'referential' alone, not {kind!r}")
        return referential_view(subject, language or spoken(subject))
    seen = view(subject, language or language_of(subject), on)
    if kind == "certificate":
        if seen.no_certificate:
            raise NoCertificateError(seen.no_certificate)
        if on is None:
            raise ValueError("a certificate is for a day on which the label holds: give `on`")
    return seen.referential if kind == "referential" else seen


def language_of(evaluation: Evaluation) -> Language:
    """The language that a report speaks unless told otherwise."""
    return spoken(evaluation.referential)


def spoken(referential: Referential) -> Language:
    """A referential's own language, or English where it is one that we have no words in."""
    return next((one for one in LANGUAGES if one == referential.language), "en")


__all__ = [
    "FORMATS",
    "KINDS",
    "TEMPLATED",
    "Document",
    "Format",
    "NoCertificateError",
    "View",
    "document",
    "language_of",
    "referential_view",
    "render",
    "spoken",
    "view",
    "view_of",
]
