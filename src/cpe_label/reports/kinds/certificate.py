"""The certificate: one page, for a label that is granted and stands on the day."""

from dataclasses import replace
from typing import Final

from ..document import Document, Fit, Paragraph, Section, Signature, Signatures
from ..view.types import View
from . import parts
from .room import short

_LONGEST: Final = {"organisation": 300, "kicker": 200}
"""In characters: what no name of a real organisation reaches."""

_FITS: Final[tuple[tuple[int, Fit], ...]] = ((170, 0), (250, 1), (330, 2))
"""How closely the page is set, by the characters of the name and of the line above it."""


def compose(view: View) -> Document:
    """The document of a certificate; `view.no_certificate` says whether one is due."""
    view = replace(view, organisation=short(view.organisation, _LONGEST["organisation"]))
    committee = view.signatures[-1]
    page = parts.document(
        view,
        parts.sentence(view, "certificate"),
        opening=(
            *parts.notes(parts.named(view, "identifier", view.organisation_id)),
            Paragraph(
                parts.sentence(
                    view,
                    "certifies",
                    organisation=view.organisation,
                    version=view.referential.version,
                )
            ),
            Paragraph(view.term, "strong"),
            *parts.notes(view.holds_from, view.decision),
            Signatures(
                (Signature(committee.role, committee.names),), parts.sentence(view, "sign_here")
            ),
        ),
        sections=(),
        closing=Section(
            parts.sentence(view, "digests"),
            (*parts.about(view.referential.notice), parts.fingerprints(view)),
        ),
    )
    kicker = short(page.kicker, _LONGEST["kicker"])
    written = len(view.organisation) + len(kicker)
    fit: Fit = next((fit for most, fit in _FITS if written <= most), 3)
    return replace(page, kicker=kicker, style="certificate", fit=fit)
