"""Problems as a Code Quality report of GitLab."""

import json
from pathlib import Path

from support.command import Run

from cpe_label.problems.formats import gitlab
from cpe_label.problems.problem import problem
from cpe_label.problems.report import CheckReport


def test_gitlab_equal_messages_do_not_collide(run: Run, tmp_path: Path) -> None:
    one = problem("A006").in_file("a.yaml", 1, 1)
    report = json.loads(gitlab.write(CheckReport(["a.yaml"], [one, one, one]), "en"))
    assert len({entry["fingerprint"] for entry in report}) == 3
    again = json.loads(gitlab.write(CheckReport(["a.yaml"], [one, one, one]), "fr"))
    assert [entry["fingerprint"] for entry in again] == [entry["fingerprint"] for entry in report]
    assert report[0]["location"] == {"path": "a.yaml", "lines": {"begin": 1}}
    assert {entry["severity"] for entry in report} == {"major"}
