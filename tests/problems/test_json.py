"""Problems as JSON."""

import json
from pathlib import Path

from support.command import Run
from support.shipped import REFERENTIAL


def test_json(run: Run, broken: Path) -> None:
    done = run("check", "audit.yaml", "référentiel.yaml", REFERENTIAL, "--format", "json")
    record = json.loads(done.stdout)
    assert done.returncode == 1
    assert record["format"] == "cpe-label/problems/1"
    assert (record["files"], record["errors"], record["warnings"]) == (3, 2, 0)
    first, second = record["problems"]
    assert (first["code"], first["file"], first["path"][0]) == ("A007", "audit.yaml", "findings")
    assert first["arguments"]["expected"] == ["met", "not_met", "not_applicable"]
    assert (second["code"], second["severity"]) == ("R012", "error")
    assert second["message"].startswith("unknown level « recomended »")
