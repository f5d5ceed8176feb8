"""From an audit to its problems and its evaluation, in one pass: check, score, explain.

`assess` asks each question once. `check` and `evaluate` are its two views.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Final

from ..model.audit import Audit
from ..model.partial import completed
from ..model.referential import Referential
from ..problems.exceptions import AuditError, DataError, ReferentialError
from ..problems.problem import Problem, is_error
from ..text.paths import DataPath
from ..text.serialization import JsonValue, json_text, to_json
from .audit_checks import Context, check_audit
from .evaluation import Evaluation, Reason, Standing, Verdict
from .reasons import reasons
from .referential_checks import check_referential
from .scoring import Score

_DECIDED: Final = {
    "granted": Standing.LABELLED,
    "refused": Standing.REFUSED,
    "adjourned": Standing.ADJOURNED,
}
BEFORE_DECISION: Final = {
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
"""By kind, verdict and whether every criterion is assessed, before any decision."""


@dataclass(frozen=True)
class Assessment(JsonValue):
    """Every problem of an audit, sorted by place, and its evaluation if no problem is an error."""

    problems: tuple[Problem, ...]
    _make: Callable[[], Evaluation] | None = field(default=None, compare=False, repr=False)
    """Gives the evaluation; None where there is none."""
    error: type[DataError] = AuditError
    """The exception that carries the problems where there is no evaluation."""

    @cached_property
    def evaluation(self) -> Evaluation:
        """The evaluation, made when it is first asked for.

        Raises AuditError or ReferentialError with every problem, if one of them is an error.
        """
        if self._make is None:
            raise self.error(self.problems)
        return self._make()


@to_json.register
def _(value: Assessment) -> str:
    made = None if value._make is None else json.loads(to_json(value.evaluation))
    return json_text({"problems": [one.data() for one in value.problems], "evaluation": made})


def assess(
    audit: Audit, referential: Referential, versions: Iterable[Referential] = ()
) -> Assessment:
    """Check an audit against its referential and, if nothing is wrong, apply the rules to it.

    `versions` are the known versions of the referential: the next one ends this one (RC-15).
    Errors of the referential itself come alone: no audit can be checked against it. An error
    stops the evaluation; a warning does not.
    """
    broken = check_referential(referential)
    if any(map(is_error, broken)):
        return Assessment(broken, error=ReferentialError)
    context = Context(audit, referential, tuple(versions))
    problems = check_audit(context)
    if any(map(is_error, problems)):
        return Assessment(problems)
    return Assessment(problems, partial(_evaluation, context))


def check(
    audit: Audit, referential: Referential, versions: Iterable[Referential] = ()
) -> tuple[Problem, ...]:
    """Every problem of an audit against its referential, sorted by place; see `assess`."""
    return assess(audit, referential, versions).problems


def check_partial(
    audit: Audit,
    refused: Iterable[DataPath],
    referential: Referential | None = None,
    versions: Iterable[Referential] = (),
) -> tuple[Problem, ...]:
    """Every problem of an audit that reads nothing of what was refused.

    Without a referential, those that need none.
    """
    if referential is None:
        unknown = completed(Referential, {})
        return check_audit(Context(audit, unknown, (), (*refused, ("referential",))))
    return check_audit(Context(audit, referential, tuple(versions), tuple(refused)))


def evaluate(
    audit: Audit, referential: Referential, versions: Iterable[Referential] = ()
) -> Evaluation:
    """Apply the rules of calculation to an audit; see `assess`.

    An unfavourable verdict is a value like another. Raises ReferentialError or AuditError, with
    every problem, where `check` finds an error.
    """
    return assess(audit, referential, versions).evaluation


def _evaluation(context: Context) -> Evaluation:
    return evaluation_of(context, reasons(context.score, context.audit, context.period))


def evaluation_of(context: Context, found: tuple[Reason, ...]) -> Evaluation:
    """The evaluation of a checked audit, with its reasons."""
    audit, counted = context.audit, context.score
    return Evaluation(
        referential=context.referential,
        audit=audit,
        verdict=counted.verdict,
        complete=counted.complete,
        standing=_standing(audit, counted),
        levels=counted.levels,
        sections=counted.sections,
        reasons=found,
        period=context.period,
    )


def _standing(audit: Audit, counted: Score) -> Standing:
    """RC-10 and RC-11: until the committee has decided, a pass is only « labellable »."""
    if audit.decision is None:
        return BEFORE_DECISION[audit.kind, counted.verdict, counted.complete]
    return _DECIDED[audit.decision.outcome]
