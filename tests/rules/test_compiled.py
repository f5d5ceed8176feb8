"""A referential made ready: what is remembered is what the rules say."""

import json
from typing import Any

from support import making

from cpe_label import Audit, Referential
from cpe_label.model.light import LightAudit
from cpe_label.rules.compiled import Compiled, Counted
from cpe_label.rules.engine import check, evaluate
from cpe_label.rules.unfinished_texts import json_may_be_unfinished

LEVELS = [
    {"id": "m", "required": "100%"},
    {"id": "r", "required": "50%", "scope": "each_section"},
]
SECTIONS = [
    {"m": {"met": 2}, "r": {"met": 1, "not_met": 1}},
    {"r": {"met": 1, "unassessed": 1}},
    {"m": {"not_applicable": 1}, "r": {"not_applicable": 1}},
]
REFERENTIAL = making.referential(LEVELS, SECTIONS)
AUDIT = making.audit(SECTIONS)


def light(audit: Audit, **findings: Any) -> LightAudit:
    data = audit.as_written()
    data["findings"] |= findings
    return LightAudit(json.dumps(data).encode())


def count(audit: Audit, referential: Referential = REFERENTIAL, **findings: Any) -> Counted | None:
    return Compiled(referential).count(light(audit, **findings), (referential,))


def test_the_counts_and_the_verdicts_are_those_of_the_rules() -> None:
    counted = count(AUDIT)
    usual = evaluate(AUDIT, REFERENTIAL)
    assert counted is not None
    found = counted.evaluation
    assert (found.verdict, found.complete, found.standing, found.period) == (
        usual.verdict,
        usual.complete,
        usual.standing,
        usual.period,
    )
    for mine, its in zip(found.levels, usual.levels, strict=True):
        assert mine.verdict is its.verdict
        assert [part.certain for part in mine.parts] == [part.certain for part in its.parts]
        assert [part.section for part in mine.parts] == [part.section for part in its.parts]
        assert len(mine.tally.unassessed) == len(its.tally.unassessed)
    assert counted.warnings == len(check(AUDIT, REFERENTIAL))


def test_the_counts_of_each_section_are_those_of_the_rules() -> None:
    compiled, counted = Compiled(REFERENTIAL), count(AUDIT)
    assert counted is not None
    mine = [compiled.section(at, one) for at, one in enumerate(compiled.sections(counted.statuses))]
    for found, usual in zip(mine, evaluate(AUDIT, REFERENTIAL).sections, strict=True):
        assert found.section == usual.section
        for level, tally in usual.tallies.items():
            assert len(found.tallies[level].met) == len(tally.met)
            assert found.tallies[level].applicable == tally.applicable


def test_what_may_be_left_to_complete_is_seen_in_json() -> None:
    left = [
        "TODO",
        "tbd",
        "XXX",
        "@…",
        "@À compléter",
        "[à compléter]",
        "[À VÉRIFIER]",
        "[a completer]",
        "[to do]",
    ]
    assert all(
        json_may_be_unfinished(json.dumps([one], ensure_ascii=False).encode()) for one in left
    )
    assert not json_may_be_unfinished(b'["Lu [1] : rien", ["met"]]')


def test_no_placeholder_looks_like_an_identifier() -> None:
    counted = count(AUDIT)
    assert counted is not None
    names = {name for level in counted.evaluation.levels for name in level.tally.met}
    assert all(name.startswith("\0") for name in names)


def test_warnings_of_a_finding_are_counted_however_often_its_shape_came() -> None:
    compiled = Compiled(REFERENTIAL)
    (first, second, *_) = [one for one in compiled.criteria if one in AUDIT.findings]
    bare, seen = {"status": "met"}, {"status": "met", "evidence": ["x"]}
    late = {"status": "met", "evidence": ["x"], "action": {"due": "2020-01-01"}}
    for findings in ({first: bare}, {first: bare, second: bare}, {first: seen}, {second: late}):
        one = light(AUDIT, **findings)
        usual = check(Audit.build(json.loads(one_of(one))), REFERENTIAL)
        counted = compiled.count(one, (REFERENTIAL,))
        if any(problem.severity == "error" for problem in usual):
            assert counted is None
        else:
            assert counted is not None
            assert counted.warnings == len(usual)


def one_of(one: LightAudit) -> str:
    return json.dumps({**one.head, "findings": one.every}, default=str)


def test_an_unknown_criterion_and_an_error_are_left_to_the_usual_way() -> None:
    assert count(AUDIT, **{"X-99": {"status": "met"}}) is None
    other = AUDIT.model_copy(update={"referential": {"id": "other", "version": "1"}})
    assert count(other) is None


def test_a_digest_is_that_of_the_whole_audit() -> None:
    assert light(AUDIT).digest == AUDIT.digest
    bare = AUDIT.model_copy(update={"findings": {}})
    assert LightAudit(json.dumps(bare.as_written()).encode()).digest == bare.digest
