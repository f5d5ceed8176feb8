"""From an audit to its evaluation: check, score, explain."""

from collections.abc import Iterable
from typing import Final

from .audit import Audit
from .checks import check_audit
from .errors import AuditError, Problem, ReferentialError, is_error
from .evaluation import Evaluation, Period, Standing, Verdict
from .explaining import reasons
from .referential import Referential
from .scoring import Score, score
from .soundness import check_referential
from .validity import label_period

_DECIDED: Final = {
    "granted": Standing.LABELLED,
    "refused": Standing.REFUSED,
    "adjourned": Standing.ADJOURNED,
}
# By kind, verdict and whether every criterion is assessed, before any decision.
_UNDECIDED: Final = {
    ("audit", Verdict.PASS, True): Standing.LABELLABLE,
    ("audit", Verdict.PASS, False): Standing.SECURED,
    ("audit", Verdict.FAIL, True): Standing.NOT_LABELLABLE,
    ("audit", Verdict.FAIL, False): Standing.NOT_LABELLABLE,
    ("audit", Verdict.UNDECIDED, False): Standing.UNFINISHED,
    ("self_assessment", Verdict.PASS, True): Standing.SELF_PASS,
    ("self_assessment", Verdict.PASS, False): Standing.SECURED,
    ("self_assessment", Verdict.FAIL, True): Standing.SELF_FAIL,
    ("self_assessment", Verdict.FAIL, False): Standing.SELF_FAIL,
    ("self_assessment", Verdict.UNDECIDED, False): Standing.UNFINISHED,
}


def evaluate(
    referential: Referential, audit: Audit, *, versions: Iterable[Referential] = ()
) -> Evaluation:
    """Apply the rules of calculation to an audit. An unfavourable verdict is a value like another.

    `versions` are the known versions of the referential: the next one ends this one (RC-15).

    Raises ReferentialError or AuditError, with every problem, where `check` finds an error.
    """
    evaluation, _ = evaluate_and_warn(referential, audit, versions=versions)
    return evaluation


def evaluate_and_warn(
    referential: Referential, audit: Audit, *, versions: Iterable[Referential] = ()
) -> tuple[Evaluation, tuple[Problem, ...]]:
    """An evaluation, and the warnings that `check` has about its audit. Raises as `evaluate`."""
    if problems := check_referential(referential):
        raise ReferentialError(problems)
    problems = check_audit(referential, audit, versions)
    if any(map(is_error, problems)):
        raise AuditError(problems)
    return _evaluation(referential, audit), problems


def _evaluation(referential: Referential, audit: Audit) -> Evaluation:
    result = score(referential, audit)
    period = _period(referential, audit)
    return Evaluation(
        referential=referential,
        audit=audit,
        verdict=result.verdict,
        complete=result.complete,
        standing=_standing(audit, result),
        levels=result.levels,
        sections=result.sections,
        reasons=reasons(result, audit, period),
        period=period,
    )


def _standing(audit: Audit, result: Score) -> Standing:
    """RC-10 and RC-11: until the committee has decided, a pass is only « labellable »."""
    if audit.decision is None:
        return _UNDECIDED[audit.kind, result.verdict, result.complete]
    return _DECIDED[audit.decision.outcome]


def _period(referential: Referential, audit: Audit) -> Period | None:
    """RC-12 and RC-13, once the committee has granted the label."""
    decision = audit.decision
    if decision is None or decision.outcome != "granted":
        return None
    previous = audit.previous.last_day if audit.previous else None
    return label_period(decision.decided_on, referential.validity, previous)
