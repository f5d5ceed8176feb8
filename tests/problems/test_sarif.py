"""Problems as a SARIF log."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sarif_pydantic import Sarif
from support.command import Run
from support.files import INVALID
from support.shipped import REFERENTIAL
from support.written import MINIMAL

from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.formats import sarif
from cpe_label.problems.problem import Problem, problem
from cpe_label.problems.report import CheckReport


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


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_rule_explains_itself(run: Run, language: str) -> None:
    """A code scanner shows the help beside the line, and asks for each of these.

    `helpUri` and `informationUri` have to be absolute addresses, and the project has none.
    """
    done = run("check", INVALID, "--format", "sarif", "--lang", language)
    Sarif.model_validate(json.loads(done.stdout))
    driver = json.loads(done.stdout)["runs"][0]["tool"]["driver"]
    assert driver["language"] == language
    assert len(driver["rules"]) > 60
    for rule in driver["rules"]:
        shown, entry = rule["help"], CATALOGUE[rule["id"]]
        assert rule["fullDescription"]["text"] in shown["text"]
        assert rule["fullDescription"]["text"] in shown["markdown"]
        assert entry.wrong in shown["markdown"]
        assert entry.right in shown["markdown"]
        assert shown["markdown"].count("```") == 4
        assert "```" not in shown["text"]
    assert not re.search(r'"(helpUri|informationUri|downloadUri)"', done.stdout)


def locations_of(found: Problem) -> Any:
    log = json.loads(sarif.write(CheckReport([], [found]), "en"))
    Sarif.model_validate(log)
    return log["runs"][0]["results"][0]["locations"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("audits/a b.yaml", "audits/a%20b.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("/srv/audits/é.yaml", "file:///srv/audits/%C3%A9.yaml"),
        ("C:/audits/a.yaml", "file:///C:/audits/a.yaml"),
        ("//server/audits/a.yaml", "file://server/audits/a.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
        ("a\udcff.yaml", "a%FF.yaml"),  # a byte that is not UTF-8
        ("a\ud800.yaml", "a%5Cud800.yaml"),  # half a character, which Windows allows
    ],
)
def test_the_address_of_a_file(file: str, uri: str) -> None:
    (location,) = locations_of(problem("A006").in_file(file, 1, 1))
    assert location["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_a_problem_of_a_whole_file_stands_on_its_first_line() -> None:
    (location,) = locations_of(problem("F001").in_file("a.yaml"))
    assert location["physicalLocation"]["region"] == {"startLine": 1}
    (location,) = locations_of(problem("A006").in_file("a.yaml", 3, 7))
    assert location["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}


def test_a_problem_without_a_file_has_no_location() -> None:
    assert locations_of(problem("A006", ("opinion",))) == []


def test_a_fix_is_valid_sarif(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(f"{MINIMAL}opinion: a : b\n", encoding="utf-8")
    log = json.loads(run("check", str(path), "--format", "sarif").stdout)
    (result,) = Sarif.model_validate(log).runs[0].results or ()
    assert result.fixes
