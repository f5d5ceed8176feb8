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


_OF_A_PAGE: Final = ("summary",)
"""The kinds that say more in a format without pages."""


def compose(kind: str, view: "View | ReferentialView", *, paged: bool = True) -> "Document":
    """The document of a kind; only `referential` takes the view of a referential.

    `paged` says whether the format has pages, which a document may have to fit.
    """
    # Only the module of the kind that is asked for is imported.
    module = import_module(f".{kind}", __package__)
    made: Document = (
        module.compose(view, paged=paged) if kind in _OF_A_PAGE else module.compose(view)
    )
    return made
