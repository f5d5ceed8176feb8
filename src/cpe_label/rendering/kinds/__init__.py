"""The kinds of report: each composes a document from the view, and nothing else decides content.

`KINDS` lists them; to add one, write its module and its row.
"""

from collections.abc import Callable, Mapping
from typing import Final, Literal

from ..document import Document
from ..view import View
from . import audit, certificate, plan, summary
from .referential import compose as compose_referential

ReportKind = Literal["audit", "summary", "certificate", "plan", "referential"]

KINDS: Final[Mapping[str, Callable[[View], Document]]] = {
    "audit": audit.compose,
    "summary": summary.compose,
    "certificate": certificate.compose,
    "plan": plan.compose,
    "referential": lambda view: compose_referential(view.referential),
}
"""By the name that `--kind` takes."""

__all__ = ["KINDS", "ReportKind", "compose_referential"]
