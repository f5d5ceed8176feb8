"""An audit evaluated by what is on the shelf."""

from ..audit import Audit
from ..errors import sorted_problems
from ..evaluating import evaluate, evaluate_and_warn
from ..evaluation import Evaluation
from ..loading import Document, Shelf, value_of
from .door import Door


def evaluation_of(audit: Audit, shelf: Shelf) -> Evaluation:
    """The evaluation of an audit by the referential that it names.

    Raises AuditError or ReferentialError with every problem.
    """
    return evaluate(shelf.of(audit), audit, versions=shelf.referentials())


def evaluated(document: Document, shelf: Shelf, door: Door) -> Evaluation:
    """The evaluation of the audit in a document, whose warnings are told.

    Raises DataError with every problem.
    """
    audit = value_of(document, Audit)
    evaluation, found = evaluate_and_warn(shelf.of(audit), audit, versions=shelf.referentials())
    door.complain(sorted_problems((*document.problems, *found)))
    return evaluation
