"""Problems of shape hide no problem of meaning, and nothing is concluded from what was refused."""

import json
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from regenerate import HERE, VERSIONS
from support.combined import GONE, Broken, apart, broken_files, merged, with_changes
from support.mistakes import AUDIT, REFERENTIAL
from support.whole import PLACES, SHAPE, WHOLE, places
from support.written import MINIMAL

from cpe_label import load_referentials
from cpe_label.model.partial import STAND_IN
from cpe_label.problems.problem import MOST_PROBLEMS
from cpe_label.reading.document import read_document
from cpe_label.reading.referentials import Referentials, problems_of
from cpe_label.rules import audit_checks, referential_checks
from cpe_label.rules.certainty import READS, _filled
from cpe_label.text.paths import DataPath

Found = set[tuple[str, DataPath]]
KNOWN = load_referentials(VERSIONS, HERE.parent / "referentials")
MADE = Referentials.from_values(REFERENTIAL)


def found(data: dict[str, Any], known: Referentials = KNOWN) -> Found:
    """Everything wrong in a file with some data."""
    problems = problems_of(read_document(json.dumps(data), "a.json"), known)
    assert not [one for one in problems if STAND_IN in one.message()]
    return {(problem.code, problem.path) for problem in problems}


# ── Two slips make two problems ──────────────────────────────────────────────────────────────────

READS_A_DAY_OR_A_NAME = {
    ("A023", "A005"),  # decided before the last day of the audit, which is no day
    ("A036", "A005"),  # decided long after it
    ("A037", "A005"),  # far ahead of every other day, and one of them is no day
    ("A037", "A003"),  # the same, and a finding, which may hold a day, cannot be read
    ("A038", "A002"),  # an auditor of the organisation, which has no name
    ("R011", "R004"),  # an identifier that stands twice, once with a mistake
    ("R015", "R004"),
    ("R017", "R005"),  # in force until a day before the first one, which is no day
    ("R012", "R010"),  # an unknown level, where there is no list of levels
    ("R014", "R010"),  # a level without a criterion
}
"""Problems of meaning that a mistake of shape hides, because they read what is wrong there."""


def pairs(family: str) -> Iterator[tuple[Broken, Broken]]:
    files = list(broken_files(family))
    for one, other in product(files, files):
        if one.name[:4] in SHAPE and apart(one.changes, other.changes):
            yield one, other


@pytest.mark.parametrize("family", ["A", "R"])
def test_two_broken_files_in_one_have_the_problems_of_both(family: str) -> None:
    count = 0
    hidden = set()
    for one, other in pairs(family):
        base = merged(one.sound, other.sound)
        try:
            first, second = (found(with_changes(base, each.changes)) for each in (one, other))
        except IndexError:
            continue  # the other file has no such place
        both = found(with_changes(base, one.changes, other.changes))
        assert both <= first | second, (one.name, other.name)
        hidden |= {(code, one.name[:4]) for code, _ in (second - both) - found(base)}
        assert first - found(base) <= both, (one.name, other.name)
        count += 1
    assert count > {"A": 150, "R": 100}[family]
    assert hidden <= READS_A_DAY_OR_A_NAME


def test_one_run_reports_shape_and_meaning() -> None:
    text = MINIMAL.replace("2026-10-12", "12 h") + (
        "findings:\n  PRE-99: {status: met}\n  PRE-01: {status: nope}\n"
        "  PRE-02: {status: not_applicable}\n"
    )
    problems = problems_of(read_document(text, "a.yaml"), KNOWN)
    assert [(one.line, one.code) for one in problems] == [
        (5, "A005"),
        (7, "A013"),
        (8, "A007"),
        (9, "A014"),
    ]


@pytest.mark.parametrize(
    ("finding", "codes"),
    [
        ("status: met, status: not_met", {"Y009"}),
        ("status: met, evidence: [Vu], evidence: []", {"Y009", "A018"}),
    ],
)
def test_nothing_is_concluded_from_a_key_that_is_written_twice(
    finding: str, codes: set[str]
) -> None:
    organisation = "organisation: {id: exemple-001, name"
    text = MINIMAL.replace("organisation: {name", organisation) + (
        "decision: {outcome: granted, decided_on: 2026-11-20}\n"
        f"findings:\n  PRE-01: {{{finding}}}\n"
    )
    problems = problems_of(read_document(text, "a.yaml"), KNOWN)
    assert {one.code for one in problems} == codes


def test_with_too_many_problems_of_shape_nothing_else_is_checked() -> None:
    findings = {f"C-{n}": "x" for n in range(MOST_PROBLEMS + 1)}
    codes = {code for code, _ in found({**AUDIT.as_written(), "findings": findings})}
    assert codes == {"A003", "Y015"}


# ── Nothing is concluded from what was refused ───────────────────────────────────────────────────

LACKING = {"A013", "A018", "A021", "A033", "R014"}
"""Problems of the rest, where a whole group is replaced: what it lacks, or a name it gives."""

WRONG: list[Any] = [
    *("", " ", "x y", "oui", "12/10/2026", "mars 2027", "50 %", "3 ans", "-a", "en cours"),
    *([], {}, [[]], [{}], {"a": {}}, {"nom": "x"}, {"status": "x"}, [" "], ["x", {}], None),
]


@pytest.mark.parametrize("data", WHOLE.values(), ids=WHOLE)
def test_the_files_that_mistakes_are_made_in_are_sound(data: dict[str, Any]) -> None:
    assert found(data, MADE) == set()


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
def test_one_mistake_of_shape_is_never_one_of_meaning(wrong: Any) -> None:
    for name, path in PLACES:
        reported = found(with_changes(WHOLE[name], {path: wrong}), MADE)
        if any(code in SHAPE for code, _ in reported):
            assert all(code in SHAPE | LACKING for code, _ in reported), path
            assert all(where[: len(path)] == path for _, where in reported), path


BROKEN = [one for family in "AR" for one in broken_files(family)]


@pytest.mark.slow  # hostile: each value of each broken file
@pytest.mark.parametrize("broken", BROKEN, ids=lambda one: one.name)
def test_a_mistake_of_shape_in_a_broken_file_adds_no_problem_of_meaning(broken: Broken) -> None:
    for data in (broken.sound, with_changes(broken.sound, broken.changes)):
        before = {code for code, _ in found(data)}
        for path, wrong in product(list(places(data))[1:], (" ", [[]])):
            after = {code for code, _ in found(with_changes(data, {path: wrong}))}
            if not SHAPE.isdisjoint(after - before):
                assert after - before <= SHAPE | LACKING, (path, wrong)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda one: one.name)
def test_a_problem_is_dropped_where_something_that_it_reads_is_refused(broken: Broken) -> None:
    data, code = with_changes(broken.sound, broken.changes), broken.name[:4]
    where = next(path for each, path in found(data) if each == code)
    for read in READS.get(code, ()):
        pattern = _filled(read, where)
        for path in places(data):
            if len(path) == len(pattern) and all(
                step in ("*", own) for step, own in zip(pattern, path, strict=True)
            ):
                assert code not in {each for each, _ in found(with_changes(data, {path: [[]]}))}


def test_a_misspelt_key_is_one_problem() -> None:
    for name, path in PLACES:
        if isinstance(path[-1], int) or path[:-1] == ("findings",):
            continue
        misspelt = f"{path[-1]}{path[-1][-1:]}"
        inside: Any = WHOLE[name]
        for step in path:
            inside = inside[step]
        changes = {path: GONE, (*path[:-1], misspelt): inside}
        (problem,) = found(with_changes(WHOLE[name], changes), MADE)
        assert problem[0][1:] == "001"
        assert problem[1] == (*path[:-1], misspelt)


def test_each_problem_of_meaning_says_what_it_reads() -> None:
    import inspect
    import re

    text = inspect.getsource(audit_checks) + inspect.getsource(referential_checks._check)
    text += "".join(map(inspect.getsource, referential_checks.REFERENTIAL_CHECKS))
    text += inspect.getsource(referential_checks._unique)
    assert set(re.findall(r'"([AR][0-9]{3})"', text)) <= READS.keys()
