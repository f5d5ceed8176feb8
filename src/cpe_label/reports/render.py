"""Write a report: an evaluation becomes a view, a kind makes it a document, a format writes it."""

from datetime import date
from os import PathLike
from typing import Literal, overload

from ..model.referential import Referential
from ..problems.exceptions import CpeLabelError
from ..record.evaluation import record_text
from ..rules.evaluation import Evaluation
from ..rules.pairing import check_audits
from ..text.arguments import expect_language, expects
from ..text.typography import Language
from .document import Document
from .formats import FORMATS, TEMPLATED
from .kinds import KINDS, ReportKind, compose
from .kinds.progress import with_progress
from .view.evaluation import view
from .view.progress import progress_view
from .view.referential import referential_view
from .view.types import ReferentialView, View


class NoCertificateError(CpeLabelError):
    """No certificate is due; the message says why, in the language that was asked for."""


@overload
def render(
    subject: Evaluation | Referential,
    format: Literal["html", "markdown", "text", "json"],
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: ReportKind | None = None,
    template: str | PathLike[str] | None = None,
    previous: Evaluation | None = None,
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
    previous: Evaluation | None = None,
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
    previous: Evaluation | None = None,
) -> str | bytes: ...


@expects(subject=Evaluation | Referential, format=str, on=date | None)
def render(  # noqa: PLR0913  the keywords are few and plain
    subject: Evaluation | Referential,
    format: str,  # noqa: A002  the word that users of a renderer look for
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: str | None = None,
    template: str | PathLike[str] | None = None,
    previous: Evaluation | None = None,
) -> str | bytes:
    """A report as `html`, `markdown` or `text`, or as the bytes of a `pdf`.

    `json` is the record of an evaluation.

    `kind` is `audit` (the default), `summary`, `certificate`, `plan` or `referential`, the only one
    that a referential has. `language` is the referential's own by default, English where it has no
    words of ours. `on` adds the state of a granted label on that day, and is the day of a
    certificate. `template` is a Jinja template of your own, which sees the view of that kind
    (docs/templates.md). `previous` is the evaluation of an earlier audit of the same organisation:
    the full report then says what became of it.

    Raises ValueError for an unknown format, kind or language, for a format that a kind does not
    have or a `previous` that does not fit, NoCertificateError where a certificate is asked for and
    none is due, DataError where the template cannot be rendered, and MissingExtraError for a PDF
    without the `pdf` extra.
    """
    expect_language(language)
    if format not in FORMATS:
        raise ValueError(f"unknown format {format!r}; expected one of {', '.join(FORMATS)}")
    write = FORMATS[format].write
    if previous is not None and (
        isinstance(subject, Referential) or kind not in (None, "audit") or template or not write
    ):
        raise ValueError("`previous` is for the full report of an audit, without a template")
    if template is not None:
        if format not in TEMPLATED:
            raise ValueError(f"a template writes {', '.join(TEMPLATED)}, not {format!r}")
        from .formats.own_template import render_template

        return render_template(template, format, view_of(subject, language, on, kind=kind))
    if write is not None:
        paged = FORMATS[format].paged
        return write(document(subject, language, on, kind=kind, previous=previous, paged=paged))
    if isinstance(subject, Referential) or kind not in (None, "audit"):
        raise ValueError(f"{format!r} is the record of an evaluation, of the kind 'audit' alone")
    return record_text(subject, language or subject.referential.report_language, on=on)


def document(  # noqa: PLR0913  the keywords are few and plain
    subject: Evaluation | Referential,
    language: Language | None = None,
    on: date | None = None,
    *,
    kind: str | None = None,
    previous: Evaluation | None = None,
    paged: bool = True,
) -> Document:
    """What a report of a kind says, in no format yet. Raises as `render` does.

    `paged` says whether the format has pages, into which one page must fit.
    """
    seen = view_of(subject, language, on, kind=kind)
    name = "referential" if isinstance(seen, ReferentialView) else kind or "audit"
    made = compose(name, seen, paged=paged)
    if previous is None or isinstance(subject, Referential):
        return made
    if wrong := check_audits(previous.audit, subject.audit):
        raise ValueError(wrong[0].message())
    return with_progress(made, progress_view(previous, subject, seen.language))


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
        return referential_view(subject, language or subject.report_language)
    seen = view(subject, language or subject.referential.report_language, on)
    if kind == "certificate":
        if seen.no_certificate:
            raise NoCertificateError(seen.no_certificate)
        if on is None:
            raise ValueError("a certificate is for a day on which the label holds: give `on`")
    return seen.referential if kind == "referential" else seen
