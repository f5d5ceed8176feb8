"""The comparisons of the examples in `examples/change/`, as every format writes them."""

from typing import Final

from cpe_label import evaluate, load_audit, load_referential, load_referentials, render
from cpe_label.record.comparison import audit_comparison, comparison_text, referential_comparison
from cpe_label.reports.document import Document
from cpe_label.reports.formats import FORMATS
from cpe_label.reports.kinds import comparison as comparison_kind
from cpe_label.reports.kinds import progress as progress_kind
from cpe_label.reports.view.comparison import comparison_view
from cpe_label.reports.view.progress import progress_view
from cpe_label.rules.comparison import compare_referentials
from cpe_label.rules.progress import progress_of
from cpe_label.rules.simulation import simulate
from support.shipped import REFERENTIAL, ROOT

CHANGE: Final = ROOT / "examples" / "change"
NEXT: Final = CHANGE / "label-cpe-2027.yaml"
FIRST_AUDIT: Final = ROOT / "examples" / "granted.yaml"
SECOND_AUDIT: Final = CHANGE / "second-audit.yaml"
LEFT_OUT: Final = (("autre.yaml", ("A054",)),)


def change(form: str) -> str:
    """The two referentials, and what their changes would do to one audit."""
    found = compare_referentials(load_referential(REFERENTIAL), load_referential(NEXT))
    simulation = simulate(found, [load_audit(FIRST_AUDIT)])
    if form == "json":
        return comparison_text(referential_comparison(found, simulation, LEFT_OUT))
    view = comparison_view(found, "fr", simulation, LEFT_OUT)
    return _written(comparison_kind.compose(view), form)


def progress(form: str) -> str:
    """The two audits."""
    known = load_referentials(REFERENTIAL, NEXT)
    then, now = (evaluate(load_audit(path), known) for path in (FIRST_AUDIT, SECOND_AUDIT))
    if form == "json":
        return comparison_text(audit_comparison(progress_of(then, now)))
    return _written(progress_kind.compose(progress_view(then, now, "fr")), form)


def second_report() -> str:
    """The report of the second audit, with what became of the first."""
    known = load_referentials(REFERENTIAL, NEXT)
    then, now = (evaluate(load_audit(path), known) for path in (FIRST_AUDIT, SECOND_AUDIT))
    return str(render(now, "markdown", previous=then))


def _written(page: Document, form: str) -> str:
    write = FORMATS[form].write
    assert write
    return str(write(page))
