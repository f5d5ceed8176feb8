"""What a check keeps of many problems, and what it counts."""

from cpe_label.problems.problem import MOST_PROBLEMS, Problem, problem
from cpe_label.problems.report import CheckReport, Collector


def at(line: int, code: str = "Y021", file: str = "a.jsonl") -> Problem:
    return problem(code, example="x").in_file(file, line, 1)


def test_problems_beyond_the_limit_are_counted_and_the_last_one_says_so() -> None:
    found = Collector()
    for line in range(3 * MOST_PROBLEMS):
        found.add([at(line)])
    assert len(found.problems) == MOST_PROBLEMS + 1
    assert found.problems[-1].code == "Y015"
    report = CheckReport(("a.jsonl",), found.problems, counted=found.counted)
    assert (report.errors, report.warnings) == (3 * MOST_PROBLEMS, 0)


def test_the_first_of_each_code_and_the_problems_of_each_file_are_kept() -> None:
    found = Collector()
    found.add(at(line) for line in range(MOST_PROBLEMS + 5))
    late = [at(9_000, "F005"), at(9_001, "A033"), at(1, file="b.jsonl")]
    found.add([*late, at(9_002, "F005")])
    assert set(late) <= set(found.problems)
    assert at(9_002, "F005") not in found.problems
    assert found.counted == {"error": 5}


def test_a_problem_that_is_found_again_is_one() -> None:
    found = Collector()
    for _ in range(2 * MOST_PROBLEMS):
        found.add([at(1)])
    assert found.problems == (at(1),)
    assert not found.counted
