"""Problems as a JUnit report."""

from ...text.display import visible
from ...text.typography import Language
from ..problem import Problem, is_error
from ..report import CheckReport


def write(report: CheckReport, language: Language) -> str:
    """A JUnit report: a test case for each problem, and one that passes for each sound file.

    What is left out is a test case too, which fails where an error is among it: a report is never
    green while the check fails.
    """
    shown = report.shown
    named = (problem.file or "" for problem in report.problems)
    by_file: dict[str, list[Problem]] = {name: [] for name in (*report.files, *named)}
    for problem in shown:
        by_file[problem.file or ""].append(problem)
    unsound = {problem.file or "" for problem in report.problems}
    cases = []
    for file, found in by_file.items():
        cases += [_of_problem(problem, language) for problem in found]
        if file not in unsound:
            cases.append(_case(file, file))
    if left_out := report.problems[len(shown) :]:
        more = report.left_out(len(shown), language)
        outcome = _outcome("more", more, fails=any(map(is_error, left_out)))
        cases.append(_case("cpe-label", more, outcome))
    failures = sum("<failure " in case for case in cases)  # no text in it can hold a plain « < »
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="cpe-label" {counts}>\n'
        f'  <testsuite name="cpe-label" {counts}>\n'
        f"{''.join(cases)}  </testsuite>\n</testsuites>\n"
    )


def _of_problem(problem: Problem, language: Language) -> str:
    fails = is_error(problem)
    words = problem.message(language) if fails else problem.text(language)
    outcome = _outcome(problem.code, words, fails=fails)
    return _case(problem.file or "", f"{problem.place} {problem.code}", outcome)


def _outcome(kind: str, words: str, *, fails: bool) -> str:
    """A failure, or words that fail nothing, as a warning does."""
    if fails:
        return f"      <failure type={_attribute(kind)} message={_attribute(words)}/>\n"
    return f"      <system-out>{_attribute(words)[1:-1]}</system-out>\n"


def _case(group: str, name: str, outcome: str = "") -> str:
    start = f"    <testcase classname={_attribute(group)} name={_attribute(name)}"
    return f"{start}>\n{outcome}    </testcase>\n" if outcome else f"{start}/>\n"


def _attribute(text: str) -> str:
    from html import escape  # slow to import, and for this alone

    return f'"{escape(visible(text))}"'
