"""Problems as a SARIF log."""

import json
from pathlib import Path

from sarif_pydantic import Sarif
from support.command import Run
from support.shipped import REFERENTIAL


def test_sarif_is_valid(run: Run, broken: Path) -> None:
    log = json.loads(run("check", "audit.yaml", "référentiel.yaml", "--format", "sarif").stdout)
    Sarif.model_validate(log)
    (only,) = log["runs"]
    rules = only["tool"]["driver"]["rules"]
    for result in only["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["region"]["startLine"] > 1
    assert place["artifactLocation"]["uri"] == "r%C3%A9f%C3%A9rentiel.yaml"
    assert (
        json.loads(run("check", REFERENTIAL, "--format", "sarif").stdout)["runs"][0]["results"]
        == []
    )
