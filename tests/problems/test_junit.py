"""Problems as a JUnit report."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from support.command import Run
from support.files import GRANTED, INVALID
from support.shipped import REFERENTIAL

from cpe_label.problems.formats import junit
from cpe_label.problems.problem import Problem, problem
from cpe_label.problems.report import CheckReport
from cpe_label.text.display import visible


def test_junit(run: Run, broken: Path) -> None:
    done = run("check", "audit.yaml", REFERENTIAL, "--format", "junit")
    suites = ET.fromstring(done.stdout.split("\n", 1)[1])
    assert (suites.get("tests"), suites.get("failures")) == ("2", "1")
    failed, passed = suites.iter("testcase")
    assert failed[0].get("type") == "A007"
    assert passed.get("name") == str(REFERENTIAL)
    hostile = problem("A007", value='"<&\x00\ud800>', expected=("]]>",)).in_file('<"&>', 1, 1)
    warning = problem("A019").in_file('<"&>', 1, 1)
    text = junit.write(CheckReport(['<"&>'], [hostile, warning]), "en")
    cases = list(ET.fromstring(text.split("\n", 1)[1]).iter("testcase"))
    assert [len(case.findall("failure")) for case in cases] == [1, 0]
    assert cases[1].findtext("system-out")


def cases_of(text: str) -> list[ET.Element]:
    """The cases of a JUnit report, which has to count them and their failures right."""
    suites = ET.fromstring(text.split("\n", 1)[1])
    cases = list(suites.iter("testcase"))
    for counting in (suites, suites[0]):
        assert counting.get("tests") == str(len(cases))
        assert counting.get("failures") == str(len(list(suites.iter("failure"))))
    return cases


# The rules of the schema with which Jenkins reads a report, element by element: what it may hold,
# the attributes that it has to have, and those that it may have.
JENKINS: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": ({"testsuite"}, set(), {"name", "tests", "failures", "errors"}),
    "testsuite": ({"testcase"}, {"name", "tests", "failures", "errors"}, {"skipped", "file"}),
    "testcase": ({"failure", "error", "skipped", "system-out"}, {"name"}, {"classname"}),
    "failure": (set(), set(), {"type", "message"}),
    "system-out": (set(), set(), set()),
}


def refused_by_jenkins(element: ET.Element) -> list[str]:
    """What Jenkins refuses in a report."""
    children, required, optional = JENKINS[element.tag]
    found = [f"{element.tag} lacks {name}" for name in required - set(element.keys())]
    found += [f"{element.tag} has {name}" for name in set(element.keys()) - required - optional]
    for child in element:
        found += (
            refused_by_jenkins(child)
            if child.tag in children
            else [f"{element.tag} holds {child.tag}"]
        )
    return found


def test_jenkins_takes_every_report(run: Run, broken: Path) -> None:
    files = ("audit.yaml", "référentiel.yaml", REFERENTIAL)
    for arguments in ((), files[:1], files, (*files, "--max-problems", "1")):
        done = run("check", "nowhere", *arguments, "--format", "junit")
        suites = ET.fromstring(done.stdout.split("\n", 1)[1])
        assert suites.tag == "testsuites"
        assert refused_by_jenkins(suites) == []
        assert suites[0].get("errors") == str(len(list(suites.iter("error"))))


def outcomes(text: str) -> list[tuple[str | None, str | None]]:
    """Of each case, its group and its outcome."""
    return [(case.get("classname"), case[0].tag if len(case) else None) for case in cases_of(text)]


def test_junit_reports_a_file_that_was_not_asked_for(run: Run) -> None:
    broken = INVALID / "R012-unknown-level.yaml"
    done = run("check", GRANTED, "-r", broken, "--format", "junit")
    assert done.returncode == 1
    assert outcomes(done.stdout) == [(str(GRANTED), None), (str(broken), "failure")]


def test_junit_is_red_where_the_check_fails_however_little_is_shown() -> None:
    error, warning = problem("A006").in_file("b", 1, 1), problem("A019").in_file("a", 1, 1)

    def outcomes_of(most: int, *problems: Problem) -> list[tuple[str | None, str | None]]:
        checked = CheckReport(["a", "b", "c"], problems, most=most)
        return outcomes(junit.write(checked, "en"))

    assert outcomes_of(2, warning, error) == [("a", "system-out"), ("b", "failure"), ("c", None)]
    assert outcomes_of(1, warning, error) == [
        ("a", "system-out"),
        ("c", None),
        ("cpe-label", "failure"),
    ]
    assert outcomes_of(0, warning) == [("b", None), ("c", None), ("cpe-label", "system-out")]


def test_junit_reads_each_problem_once() -> None:
    names = [f"{number}.yaml" for number in range(50)]
    problems = Counted(problem("A006").in_file(name, 1, 1) for name in names)
    assert len(cases_of(junit.write(CheckReport(names, problems), "en"))) == 50
    assert problems.passes <= 5


class Counted(list[Problem]):
    """Problems that count how often they are gone through."""

    passes = 0

    def __iter__(self) -> Iterator[Problem]:
        self.passes += 1
        return super().__iter__()


def test_junit_is_well_formed_whatever_a_value_holds() -> None:
    value = "\x00\x1f\ud800\ufffe\uffff\ufdd0\u206a\U0001fffe"
    found = problem("A007", value=value, expected=()).in_file(value, 1, 1)
    (case,) = cases_of(junit.write(CheckReport([value], [found]), "en"))
    assert visible(value) in (case[0].get("message") or "")
