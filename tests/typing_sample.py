"""Natural code of a project that imports `cpe_label`, for type checkers to read and tests to run.

    mypy --strict --config-file= tests/typing_sample.py && pyright tests/typing_sample.py

Neither has a plugin, as in the project of a user. `assert_type` states what a checker infers; a
comment that ignores an error states that there is one.
"""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import assert_type

from cpe_label import (
    Action,
    Assessment,
    Audit,
    AuditedOn,
    AuditError,
    Auditor,
    Citation,
    CpeLabelError,
    Criterion,
    DataError,
    DataPath,
    Decision,
    Evaluation,
    Event,
    Finding,
    FrozenMap,
    InForce,
    Level,
    LevelResult,
    Organisation,
    Period,
    PreviousLabel,
    Problem,
    Reason,
    Recorded,
    ReferenceDocument,
    Referential,
    ReferentialName,
    Referentials,
    Section,
    Share,
    Status,
    Validity,
    Verdict,
    __version__,
    assess,
    check,
    evaluate,
    label_period,
    load_audit,
    load_record,
    load_referential,
    load_referentials,
    parse_audit,
    parse_record,
    parse_referential,
    render,
    state_on,
    to_json,
    to_yaml,
    verify,
)

EXAMPLES = Path("examples")


def built_in_python() -> Audit:
    """An audit without a file."""
    return Audit(
        referential=ReferentialName(id="label-cpe", version="2019.1"),
        organisation=Organisation(id="exemple-001", name="Coopérative Exemple"),
        kind="audit",
        audited_on=AuditedOn(from_=date(2026, 10, 12), to=date(2026, 10, 13)),
        auditors=[Auditor(name="Un auditeur"), Auditor(name="Une auditrice", organisation="CAE")],
        findings={
            "PRE-01": Finding(status="met", evidence=["a bulletin"]),
            "PRE-02": Finding(
                status="not_met",
                recommendation="Write it down.",
                action=Action(owner="The board", due=date(2027, 6, 30)),
            ),
        },
        previous=PreviousLabel(last_day=date(2026, 12, 31)),
    )


def my_referential() -> Referential:
    """A referential without a file."""
    return Referential(
        id="mine",
        version="1",
        title="Mine",
        language="en",
        in_force=InForce(from_=date(2026, 1, 1)),
        validity=Validity(years=3, renewal_window_months=6),
        levels=[Level(id="must", title="Must", required=Share("100%"))],
        sources=[ReferenceDocument(id="charter", title="Our charter")],
        sections=[
            Section(
                id="all",
                title="All",
                criteria=[
                    Criterion(
                        id="ONE-01",
                        level="must",
                        title="One",
                        requirement="There is one.",
                        sources=[Citation(source="charter", at="art. 1")],
                    )
                ],
            )
        ],
    )


def read() -> None:
    """Files and texts, and what is wrong with them."""
    audit = load_audit("examples/granted.yaml")
    assert_type(audit, Audit)
    assert load_audit(EXAMPLES / "granted.yaml") == audit
    assert parse_audit(to_yaml(audit)) == audit
    assert parse_audit(audit.to_json().encode(), source="granted.json").digest == audit.digest
    label = load_referential("referentials/label-cpe-2019.yaml")
    assert_type(label, Referential)
    assert parse_referential(to_json(label)) == label
    try:
        parse_audit("kind: audit\n")
    except AuditError as error:
        raise AssertionError from error
    except DataError as error:
        for problem in error.problems:
            assert_type(problem, Problem)
            assert problem.text("fr").startswith("<text>")
            assert problem.line == 1
    assert issubclass(DataError, CpeLabelError)


def take(audit: Audit) -> None:
    """What an audit holds, as a checker sees it."""
    assert_type(audit.audited_on.from_, date)
    assert_type(audit.audited_on.last, date)
    assert_type(audit.findings["PRE-01"].status, Status | None)
    assert_type(audit.decision, Decision | None)
    evidence: Sequence[str] = audit.findings["PRE-01"].evidence
    findings: Mapping[str, Finding] = audit.findings
    names: list[str] = [person.name for person in audit.auditors]
    met = [name for name, finding in findings.items() if finding.status == "met"]
    last_event = audit.events[-1] if audit.events else None
    assert_type(last_event, Event | None)
    assert evidence
    assert names
    assert met
    assert isinstance(audit.findings, FrozenMap)


def change(audit: Audit) -> None:
    """Another audit from one, and what it may not become."""
    decided = audit.model_copy(
        update={"decision": Decision(outcome="adjourned", decided_on=date(2026, 11, 23))}
    )
    assert_type(decided, Audit)
    assert decided.decision is not None
    assert decided.decision.outcome == "adjourned"
    built = Audit.build(
        {
            "referential": {"id": "label-cpe", "version": "2019.1"},
            "organisation": {"name": "Coopérative Exemple"},
            "kind": "self_assessment",
            "audited_on": {"from": "2026-10-12"},
            "findings": {"PRE-01": {"status": "met", "evidence": ["a bulletin"]}},
        }
    )
    assert_type(built, Audit)
    assert path_refused(lambda: audit.model_copy(update={"kind": "census"})) == ("kind",)


def refuse() -> None:
    """What is wrong is reported while one writes, and again when it runs."""
    assert path_refused(lambda: Finding(status="maybe")) == ("status",)  # type: ignore[arg-type]
    assert path_refused(lambda: Finding(state="met")) == ("state",)  # type: ignore[call-arg]
    assert path_refused(lambda: AuditedOn(to=date(2026, 10, 13))) == ("from",)  # type: ignore[call-arg]


def path_refused(make: Callable[[], object]) -> DataPath:
    """The path of the first problem of a value that cannot be made."""
    try:
        make()
    except AuditError as error:
        return error.problems[0].path
    return ("not refused",)


def judge(audit: Audit) -> Evaluation:
    """Every way to give the referentials."""
    referentials = load_referentials("referentials/")
    assert_type(referentials, Referentials)
    label = referentials["label-cpe@2019.1"]
    assert label is referentials.named("label-cpe") is referentials.of(audit)
    evaluation = evaluate(audit)
    assert_type(evaluation, Evaluation)
    assert evaluation == evaluate(audit, referentials) == evaluate(audit, label)
    assert evaluate(audit, Referentials.from_values(label, my_referential())) == evaluation
    assert evaluate(audit, load_referentials()) == evaluation
    for problem in check(audit):
        assert problem.severity == "warning"
    assert check(my_referential()) == ()
    assessment = assess(audit, referentials)
    assert_type(assessment, Assessment)
    assert assessment.evaluation == evaluation
    versions: Iterator[str] = (one.version for one in referentials.values())
    assert list(versions) == ["2019.1"]
    return evaluation


def look(evaluation: Evaluation) -> None:
    """What an evaluation says."""
    first = evaluation.levels[0]
    assert_type(first, LevelResult)
    assert first.verdict is Verdict.PASS
    assert evaluation.verdict == "pass"
    assert evaluation.complete
    assert first.parts[0].certain.required == Share("100%")
    assert first.tally.applicable == first.parts[0].certain.applicable
    for reason in evaluation.reasons:
        assert_type(reason, Reason)
        assert reason.clause.startswith("RC-")
        assert reason.text("en")
    assert_type(evaluation.period, Period | None)
    assert evaluation.period is not None
    validity = evaluation.referential.validity
    day = evaluation.period.first_day
    state = state_on(day, evaluation.period, evaluation.audit.events, validity=validity)
    assert state == "valid"
    period = label_period(date(2026, 11, 23), validity)
    assert period.first_day == date(2026, 11, 23)


def write(evaluation: Evaluation) -> None:
    """Reports and records."""
    assert_type(render(evaluation, "html"), str)
    assert_type(render(evaluation, "markdown", "en", on=date(2026, 12, 1)), str)
    assert_type(render(evaluation, "text", kind="summary"), str)
    assert_type(render(evaluation.referential, "html"), str)
    assert_type(render(evaluation, "pdf"), bytes)
    record = parse_record(evaluation.to_json())
    assert_type(record, Recorded)
    assert verify(record, evaluation).holds
    assert verify(load_record("tests/golden/granted.json"), evaluation).holds
    assert evaluation.period is not None
    assert "first_day" in evaluation.period.to_json()


def main() -> None:
    """Run all of it, from the root of the repository."""
    assert_type(__version__, str)
    audit = load_audit("examples/granted.yaml")
    read()
    take(audit)
    take(built_in_python())
    change(built_in_python())
    refuse()
    evaluation = judge(audit)
    look(evaluation)
    write(evaluation)
    sys.stdout.write("every line of the sample holds\n")


if __name__ == "__main__":
    main()
