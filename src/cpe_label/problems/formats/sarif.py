"""Problems as a SARIF 2.1.0 log."""

import re
from collections.abc import Sequence
from typing import Any

from ...messages.phrase import outline, say
from ...text.display import encodable
from ...text.typography import Language
from ..catalogue import CATALOGUE
from ..manual import explained
from ..problem import Problem
from ..report import CheckReport
from .json import ENGINE, log_json


def write(report: CheckReport, language: Language) -> str:
    """A SARIF 2.1.0 log, which code scanners and editors read."""
    codes = sorted({problem.code for problem in report.shown})
    log = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
            {
                "tool": {"driver": _driver(codes, language)},
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": problem.code,
                        "ruleIndex": codes.index(problem.code),
                        "level": problem.severity,
                        "message": {"text": problem.message_in_file(language)},
                        "locations": _locations(problem),
                        **_fixes(problem),
                    }
                    for problem in report.shown
                ],
            }
        ],
    }
    return log_json(log)


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
    artifact = {"uri": _uri(problem.file or "")}
    changes = [{"artifactLocation": artifact, "replacements": replacements}]
    return {"fixes": [{"artifactChanges": changes}]}


def _driver(codes: Sequence[str], language: Language) -> dict[str, Any]:
    """The program and its rules. It has no address, so there is no `informationUri`."""
    rules = [_rule(code, language) for code in codes]
    return {**ENGINE, "language": language, "rules": rules}


def _rule(code: str, language: Language) -> dict[str, Any]:
    text, markdown = explained(code, language)
    entry = CATALOGUE[code]
    return {
        "id": code,
        "shortDescription": {"text": outline(entry, language)},
        "fullDescription": {"text": say(entry.why, language)},
        "help": {"text": text, "markdown": markdown},
        "defaultConfiguration": {"level": entry.severity},
    }


def _locations(problem: Problem) -> list[dict[str, Any]]:
    if problem.file is None:
        return []
    region = {"startLine": 1}  # code scanners ask for a line, also where the whole file is meant
    if problem.line is not None and problem.column is not None:
        region = {"startLine": problem.line, "startColumn": problem.column}
    place = {"artifactLocation": {"uri": _uri(problem.file)}, "region": region}
    cell = encodable(str(problem.cell or ""))
    logical = {"logicalLocations": [{"fullyQualifiedName": cell}]} if cell else {}
    return [{"physicalLocation": place, **logical}]


def _uri(file: str) -> str:
    """The address of a file: relative to the current folder, or with `file:` where it is absolute.

    It has the bytes of the name, which need not be UTF-8.
    """
    from urllib.parse import quote  # slow to import, and for this alone

    try:
        path = quote(file, errors="surrogateescape")
    except UnicodeEncodeError:  # no byte: half a character, which Windows allows in a name
        path = quote(encodable(file))
    if drive := re.match("(?i)([a-z])%3A/", path):  # of Windows
        path = f"/{drive[1]}:/{path[drive.end() :]}"
    if path.startswith("//"):  # of a server
        return f"file:{path}"
    return f"file://{path}" if path.startswith("/") else path
