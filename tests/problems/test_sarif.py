"""Problems as a SARIF log."""

import json
from pathlib import Path

from sarif_pydantic import Sarif
from support.command import Run
from support.shipped import REFERENTIAL
from support.written import MINIMAL


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


def test_a_fix_is_valid_sarif(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(f"{MINIMAL}opinion: a : b\n", encoding="utf-8")
    log = json.loads(run("check", str(path), "--format", "sarif").stdout)
    (result,) = Sarif.model_validate(log).runs[0].results or ()
    assert result.fixes
