"""From an audit to its problems and its evaluation: in which order, and where it stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import making
from support.cases import build, cases
from support.laws import Sections, files
from support.shipped import EXAMPLES
from support.small import (
    ALL,
    DECIDED,
    HALF,
    MET,
    audit,
    decided,
    evaluated,
    facts,
    found,
    referential,
    with_parts,
)

import cpe_label
from cpe_label import Audit, AuditError, Referential, ReferentialError, load_audit
from cpe_label.problems.problem import is_error
from cpe_label.rules.engine import assess, check, evaluate
from cpe_label.rules.referential_checks import check_referential

# ── In which order ───────────────────────────────────────────────────────────────────────────────


def test_the_problems_of_an_unsound_referential_come_alone() -> None:
    broken = with_parts(sources=())
    wrong = audit(audited_on={"from": "2026-10-13", "to": "2026-10-12"})
    assert found(check(wrong, broken)) == [
        ("R013", ("sections", 0, "criteria", 0, "sources", 0, "source"))
    ]
    with pytest.raises(ReferentialError, match="R013"):
        evaluate(wrong, broken)


@pytest.mark.parametrize("name", [{"id": "autre", "version": "1"}, {"id": "essai", "version": "2"}])
def test_for_an_audit_of_another_referential_that_problem_comes_alone(name: dict[str, str]) -> None:
    wrong = audit(referential=name, audited_on={"from": "2026-10-13", "to": "2026-10-12"})
    (problem,) = check(wrong, referential())
    assert (problem.code, problem.path) == ("A031", ("referential",))
    assert facts(problem) == {"value": f"{name['id']}@{name['version']}", "expected": "essai@1"}
    with pytest.raises(AuditError, match="A031"):
        evaluate(wrong, referential())


def test_problems_of_values_are_sorted_by_code_and_path() -> None:
    wrong = audit(
        audited_on={"from": "2019-01-02", "to": "2019-01-01"},
        findings={"z": {"status": "met"}, "b": {"status": "met"}},
    )
    assert found(check(wrong, referential())) == [
        ("A013", ("findings", "b")),
        ("A013", ("findings", "z")),
        ("A022", ("audited_on", "to")),
        ("A025", ("referential", "version")),
    ]
    level = referential().levels[0]
    broken = with_parts(levels=(level, level), sources=())
    assert [code for code, _ in found(check_referential(broken))] == ["R011", "R013"]
    upside_down = {"from": "2020-01-02", "until": "2020-01-01"}
    broken = with_parts(levels=(level, level), in_force=upside_down)
    assert [code for code, _ in found(check_referential(broken))] == ["R011", "R017"]


@pytest.mark.parametrize(
    ("finding", "allowed", "miscounted"),
    [
        ({"b": {"status": "met"}}, True, "A013"),
        ({"a-0-1": {"status": "not_applicable", "justification": "Non."}}, False, "A014"),
        ({"a-0-1": {"status": "not_applicable"}}, True, "A015"),
        ({"a-0-1": {"status": "met", "evidence": ["Vu."]}}, True, ""),
    ],
)
def test_a_decision_is_compared_with_findings_only_where_they_can_be_counted(
    finding: Any, allowed: bool, miscounted: str
) -> None:
    ground = making.referential(ALL, [{"a": {"met": 2}}], allow_not_applicable=allowed)
    findings = {"a-0-2": {"status": "not_met"}, **finding}
    problems = check(audit(findings=findings, decision=DECIDED), ground)
    assert [problem.code for problem in problems] == [miscounted or "A017"]


def test_a_long_list_hides_no_decision_that_cannot_stand() -> None:
    """What could not be counted comes first in the list, so that it is never cut."""
    counts = [{"a": {"not_met": 1001}}]
    ground = making.referential(ALL, counts)
    findings = {one.id: {"status": "not_met", "justification": "Non."} for one in ground.criteria}
    codes = {one.code for one in check(audit(findings=findings, decision=DECIDED), ground)}
    assert codes == {"A034", "Y015", "A017"}
    unknown = {f"b{n}": {"status": "met"} for n in range(1001)}
    codes = {one.code for one in check(audit(findings=unknown, decision=DECIDED), ground)}
    assert codes == {"A013", "Y015"}


def test_the_next_version_counts_for_evaluate_as_for_check() -> None:
    following = with_parts(version="2", in_force={"from": "2026-10-12"})
    assert evaluate(audit(), referential()).verdict == "pass"
    assert found(check(audit(), referential(), [following])) == [
        ("A026", ("referential", "version"))
    ]
    with pytest.raises(AuditError, match="A026"):
        evaluate(audit(), referential(), [following])


def test_however_many_warnings_stop_no_evaluation() -> None:
    sections = [{"a": {"met": 1100}}]
    ground = making.referential([{"id": "a", "required": "100%"}], sections)
    findings = {criterion.id: {"status": "met"} for criterion in ground.criteria}
    reported = check(making.audit(sections, findings=findings), ground)
    assert [(one.code, one.severity) for one in reported] == [
        *[("A033", "warning")] * 1000,
        ("Y015", "warning"),
    ]
    assert evaluate(making.audit(sections, findings=findings), ground).verdict == "pass"


def test_an_error_carries_the_warnings_too() -> None:
    audit = making.audit(MET, findings={"a-0-1": {"status": "met"}, "b": {}})
    with pytest.raises(AuditError) as caught:
        evaluate(audit, making.referential(ALL, MET))
    assert [problem.code for problem in caught.value.problems] == ["A013", "A033"]


# ── Three views of one pass ──────────────────────────────────────────────────────────────────────


def agreed(audit: Audit, referential: Referential, versions: Sequence[Referential] = ()) -> bool:
    """Hold `assess`, `check` and `evaluate` to each other; whether there is an evaluation."""
    assessed = assess(audit, referential, versions)
    assert check(audit, referential, versions) == assessed.problems
    errors = [one for one in assessed.problems if is_error(one)]
    if not errors:
        found = assessed.evaluation
        assert assessed.evaluation is found
        assert evaluate(audit, referential, versions) == found
        assert (found.audit, found.referential) == (audit, referential)
        return True
    assert assessed.error is (ReferentialError if errors[0].code[0] == "R" else AuditError)
    for refused in (
        lambda: assessed.evaluation,
        lambda: evaluate(audit, referential, versions),
    ):
        with pytest.raises(assessed.error) as caught:
            refused()
        assert type(caught.value) is assessed.error
        assert caught.value.problems == assessed.problems
    return False


@pytest.mark.parametrize("case", cases())
def test_the_views_agree_on_every_case(case: dict[str, Any]) -> None:
    audit, known = build(case)
    if isinstance(known, Referential):
        assert agreed(audit, known) == ("problems" not in case["expect"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_views_agree_on_every_example(path: Path, label_cpe: Referential) -> None:
    audit = load_audit(path)
    assert agreed(audit, label_cpe)
    assert cpe_label.assess(audit, label_cpe) == assess(audit, label_cpe)
    assert cpe_label.assess(audit) == assess(audit, label_cpe)
    assert cpe_label.check(audit) == check(audit, label_cpe)
    assert cpe_label.evaluate(audit) == evaluate(audit, label_cpe)


@given(files(), st.sampled_from([None, "granted", "refused", "adjourned"]), st.booleans())
def test_the_views_agree_on_any_audit(
    file: tuple[Any, Sections], outcome: str | None, is_own: bool
) -> None:
    decision = outcome and {"outcome": outcome, "decided_on": "2026-11-20"}
    kind = "self_assessment" if is_own else "audit"
    agreed(making.audit(file[1], decision=decision, kind=kind), making.referential(*file))


def test_the_views_agree_on_what_cannot_be_evaluated() -> None:
    following = with_parts(version="2", in_force={"from": "2026-10-12"})
    unsound = with_parts(sources=())
    for subject, ground, versions in (
        (audit(), referential(), [following]),
        (audit(), unsound, []),
        (audit(referential={"id": "autre", "version": "1"}), referential(), []),
        (audit(findings={"b": {"status": "met"}}), referential(), []),
        (audit(decision={**DECIDED, "decided_on": "9999-01-01"}), referential(), []),
    ):
        assert not agreed(subject, ground, versions)


def test_the_known_versions_may_be_read_once() -> None:
    following = with_parts(version="2", in_force={"from": "2026-10-12"})
    assert [one.code for one in check(audit(), referential(), iter([following]))] == ["A026"]
    assert check(audit(), referential(), iter([referential()])) == ()


def test_an_assessment_of_an_unsound_referential_looks_no_further() -> None:
    """A level that is not there would stop the count."""
    section = referential().sections[0].model_dump()
    section["criteria"][0]["level"] = "zz"
    assessed = assess(audit(), with_parts(sections=[section]))
    assert [one.code for one in assessed.problems] == ["R012"]
    assert (assessed._make, assessed.error) == (None, ReferentialError)


# ── Where it stands ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("counts", "verdict", "audit", "own"),
    [
        ({"met": 2}, "pass", "labellable", "self_pass"),
        ({"met": 1, "unassessed": 1}, "pass", "secured", "secured"),
        ({"not_met": 2}, "fail", "not_labellable", "self_fail"),
        ({"not_met": 2, "unassessed": 1}, "fail", "not_labellable", "self_fail"),
        ({"not_met": 1, "unassessed": 1}, "undecided", "unfinished", "unfinished"),
    ],
)
def test_before_any_decision(counts: Any, verdict: str, audit: str, own: str) -> None:
    for kind, standing in (("audit", audit), ("self_assessment", own)):
        evaluation = evaluated(HALF, [{"a": counts}], kind=kind)
        assert (evaluation.verdict, evaluation.standing) == (verdict, standing)
        assert evaluation.complete == ("unassessed" not in counts)


@pytest.mark.parametrize(
    ("outcome", "standing"),
    [("granted", "labelled"), ("refused", "refused"), ("adjourned", "adjourned")],
)
def test_once_the_committee_has_decided(outcome: str, standing: str) -> None:
    evaluation = evaluated(ALL, MET, **decided(outcome, reason="Motif."))
    assert evaluation.standing == standing
    assert (evaluation.period is not None) == (outcome == "granted")
