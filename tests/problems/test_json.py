"""Problems as JSON."""

import json
from pathlib import Path

from support.command import Run
from support.shipped import REFERENTIAL

from cpe_label.problems.formats.json import problem_line
from cpe_label.problems.problem import problem


def test_json(run: Run, broken: Path) -> None:
    done = run("check", "audit.yaml", "référentiel.yaml", REFERENTIAL, "--format", "json")
    record = json.loads(done.stdout)
    assert done.returncode == 1
    assert record["format"] == "cpe-label/problems/1"
    assert (record["files"], record["errors"], record["warnings"]) == (3, 2, 0)
    first, second = record["problems"]
    assert (first["code"], first["file"], first["path"][0]) == ("A007", "audit.yaml", "findings")
    assert first["arguments"]["expected"] == ["met", "not_met"]
    assert (second["code"], second["severity"]) == ("R012", "error")
    assert second["message"].startswith("unknown level « recomended »")


def test_the_line_for_an_audit_that_cannot_be_evaluated() -> None:
    line = problem_line([problem("A015", ("findings", "X", "status"), criterion="X\u202e")], "en")
    (found,) = json.loads(line)["problems"]
    assert found["code"] == "A015"
    assert line.count("\n") == 1
    assert "\u202e" not in line
    plain = problem_line([problem("A015", ("findings", "X", "status"), criterion="X")], "en")
    assert plain.endswith("}\n")
