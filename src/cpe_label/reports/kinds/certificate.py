"""The certificate: one page, for a label that is granted and stands on the day."""

from dataclasses import replace

from ..document import Document, Paragraph, Section, Signature, Signatures
from ..view.types import View
from . import parts


def compose(view: View) -> Document:
    """The document of a certificate; `view.no_certificate` says whether one is due."""
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
    return replace(page, style="certificate")
