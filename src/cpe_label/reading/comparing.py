"""Compare two referentials, or two audits with the shipped referentials by default."""

from typing import overload

from ..model.audit import Audit
from ..model.referential import Referential
from ..problems.exceptions import AuditError, ReferentialError
from ..problems.problem import is_error
from ..record import comparison as _record  # noqa: F401  it gives a comparison its JSON
from ..rules.comparison import ReferentialComparison, compare_referentials
from ..rules.pairing import check_audits, check_referentials
from ..rules.progress import Progress, progress_of
from ..rules.referential_checks import check_referential
from ..text.arguments import expects
from .referentials import Referentials, evaluate


@overload
def compare(
    old: Referential, new: Referential, *, referentials: Referentials | None = None
) -> ReferentialComparison: ...
@overload
def compare(old: Audit, new: Audit, *, referentials: Referentials | None = None) -> Progress: ...


@expects(old=Referential | Audit, new=Referential | Audit, referentials=Referentials | None)
def compare(
    old: Referential | Audit, new: Referential | Audit, *, referentials: Referentials | None = None
) -> ReferentialComparison | Progress:
    """Every difference between two referentials, or the progress between two audits (RC-20).

    `referentials` has the versions that the audits name; the default is the shipped ones.

    Raises TypeError for one of each, ReferentialError for two labels, and AuditError for two
    organisations, for two labels, or with every problem of an audit; both where the older one is
    given second.
    """
    if isinstance(old, Referential) and isinstance(new, Referential):
        broken = [*check_referential(old), *check_referential(new), *check_referentials(old, new)]
        if any(map(is_error, broken)):
            raise ReferentialError(broken)
        return compare_referentials(old, new)
    if isinstance(old, Audit) and isinstance(new, Audit):
        if refused := check_audits(old, new):
            raise AuditError(refused)
        return progress_of(evaluate(old, referentials), evaluate(new, referentials))
    raise TypeError("compare two referentials, or two audits")
