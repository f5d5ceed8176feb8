"""Problems as workflow commands of GitHub."""

import json
import re
from pathlib import Path

from support.command import Run

from cpe_label.problems.formats import github
from cpe_label.problems.problem import problem
from cpe_label.problems.report import CheckReport


def test_github(run: Run, broken: Path) -> None:
    done = run("check", "audit.yaml", "référentiel.yaml", "--format", "github")
    first, second = done.stdout.splitlines()
    assert re.fullmatch(
        r"::error file=audit\.yaml,line=[0-9]+,col=[0-9]+,title=A007::unknown word « yes »; .*",
        first,
    )
    assert second.startswith("::error file=référentiel.yaml,line=")


def test_github_encodes_what_would_end_a_command() -> None:
    found = problem("A007", value="50%\n::error::x", expected=("a,b",)).in_file("a,b:c%.yaml", 1, 2)
    written = github.write(CheckReport(["x"], [found]), "en")
    assert written == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=A007::"
        "unknown word « 50%25\\u000a::error::x »; expected a,b\n"
    )
    warning = problem("A019").in_file("a", 1, 1)
    assert github.write(CheckReport(["a"], [warning]), "en").startswith("::warning ")
    assert github.write(CheckReport(["a"], [problem("F001").in_file("a")]), "en") == (
        "::error file=a,title=F001::no such file\n"
    )


def test_github_says_that_problems_are_left_out() -> None:
    checked = CheckReport(["a"], [problem("A006").in_file("a", 1, 1)] * 2, most=0)
    assert github.write(checked, "en") == (
        "::notice::… and 2 more; --max-problems 2 shows them all.\n"
    )


def test_absolute_paths_under_the_current_folder_are_shown_from_it(run: Run, broken: Path) -> None:
    done = run("check", broken / "audit.yaml", "--format", "github")
    assert done.stdout.startswith("::error file=audit.yaml,")
    done = run("check", "./audit.yaml", "--format", "json")
    assert json.loads(done.stdout)["problems"][0]["file"] == "audit.yaml"
