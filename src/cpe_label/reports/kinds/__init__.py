"""The kinds of report: each composes a document from a view, and decides what stands in it.

Each kind is a module with a function `compose(view)`. To add one, write its module and its row in
`ReportKind`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:  # the names of the kinds alone cost no import
    from ..document import Document
    from ..view.types import ReferentialView, View

ReportKind = Literal[
    "audit",
    "summary",
    "certificate",
    "plan",
    "referential",
]

KINDS: Final[tuple[str, ...]] = get_args(ReportKind)
"""The names that `--kind` takes."""


def compose(kind: str, view: "View | ReferentialView") -> "Document":
    """The document of a kind; only `referential` takes the view of a referential."""
    # Only the module of the kind that is asked for is imported.
    made: Document = import_module(f".{kind}", __package__).compose(view)
    return made
