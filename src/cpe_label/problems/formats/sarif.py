"""Problems as a SARIF 2.1.0 log."""

from typing import Any

from ...messages.phrase import outline
from ...text.typography import Language
from ..catalogue import CATALOGUE
from ..problem import Problem
from ..report import CheckReport
from .json import ENGINE, log_json


def write(report: CheckReport, language: Language) -> str:
    """A SARIF 2.1.0 log, which code scanners and editors read."""
    codes = sorted({problem.code for problem in report.shown})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": outline(CATALOGUE[code], language)},
            "defaultConfiguration": {"level": CATALOGUE[code].severity},
        }
        for code in codes
    ]
    log = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
            {
                "tool": {"driver": {**ENGINE, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": problem.code,
                        "ruleIndex": codes.index(problem.code),
                        "level": problem.severity,
                        "message": {"text": problem.message(language)},
                        "locations": [{"physicalLocation": _location(problem)}],
                        **_fixes(problem),
                    }
                    for problem in report.shown
                ],
            }
        ],
    }
    return log_json(log, indent=2)


def _fixes(problem: Problem) -> dict[str, Any]:
    """The fix of a problem, where there is one."""
    if problem.fix is None:
        return {}
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.line,
                "startColumn": edit.column,
                "endLine": edit.end_line,
                "endColumn": edit.end_column,
            },
            "insertedContent": {"text": edit.new},
        }
        for edit in problem.fix.edits
    ]
    artifact = _location(problem)["artifactLocation"]
    changes = [{"artifactLocation": artifact, "replacements": replacements}]
    return {"fixes": [{"artifactChanges": changes}]}


def _location(problem: Problem) -> dict[str, Any]:
    from urllib.parse import quote  # slow to import, and for this alone

    # The bytes of the name, which need not be UTF-8.
    uri = quote(problem.file or "", errors="surrogateescape")
    location: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if problem.line is not None:
        location["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return location
