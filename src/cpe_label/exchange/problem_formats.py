"""Problems in the formats that programs read, and that continuous integration shows.

`PROBLEM_FORMATS` lists them; to add one, write its function and its row. Nothing here reads a file:
what was checked, and the lines that problems stand on, come in as a `Checked`.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from ..errors import Problem, is_error
from ..formats import PROBLEMS_FORMAT
from ..text import UNSAFE, Language, visible
from ..version import __version__
from ..wording import outline
from ..wording.problems import CATALOGUE
from .checked import Checked
from .problem_text import as_text

_ENGINE: Final = {"name": "cpe_label", "version": __version__}


def as_json(checked: Checked, language: Language) -> str:
    """A versioned record of every problem, with its arguments and its sentence."""
    record = {
        "format": PROBLEMS_FORMAT,
        "engine": _ENGINE,
        "files": len(checked.files),
        "errors": checked.errors,
        "warnings": checked.warnings,
        "problems": [as_data(problem, language) for problem in _limited(checked)],
    }
    return _as_json(record, indent=2)


def as_line(problems: Sequence[Problem], language: Language) -> str:
    """The line that stands for an audit that cannot be evaluated, in a list of records."""
    told = [as_data(problem, language) for problem in problems]
    return _as_json({"format": PROBLEMS_FORMAT, "problems": told})


def _as_json(value: object, indent: int | None = None) -> str:
    """JSON that a log can show: what is harmful there is an escape, which is the same value."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    # A line end can only be one of the layout: inside a text, JSON has escaped it already.
    escaped = UNSAFE.sub(lambda one: "\n" if one[0] == "\n" else json.dumps(one[0])[1:-1], text)
    return f"{escaped}\n"


def as_data(problem: Problem, language: Language) -> dict[str, Any]:
    """A problem as JSON holds it."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": list(problem.path),
        "arguments": {name: _plain(value) for name, value in problem.arguments.items()},
        "message": problem.message(language),
    }


def as_github(checked: Checked, language: Language) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""

    def escaped(text: object, also: str = "") -> str:
        shown = str(text)
        for character in f"%\r\n{also}":
            shown = shown.replace(character, f"%{ord(character):02X}")
        return visible(shown)

    found, limited = [], _limited(checked)
    for problem in limited:
        properties = {
            "file": problem.file,
            "line": problem.line,
            "col": problem.column,
            "title": problem.code,
        }
        told = ",".join(
            f"{name}={escaped(value, ':,')}" for name, value in properties.items() if value
        )
        found.append(f"::{problem.severity} {told}::{escaped(problem.message(language))}\n")
    if len(limited) < len(checked.problems):
        found.append(f"::notice::{escaped(checked.left_out(len(limited), language))}\n")
    return "".join(found)


def as_gitlab(checked: Checked, language: Language) -> str:
    """A Code Quality report. Two problems that say the same have different fingerprints."""
    from hashlib import sha256  # slow to import, and for this alone

    seen: Counter[str] = Counter()
    found = []
    for problem in _limited(checked):
        what = json.dumps([problem.code, problem.file, problem.path, problem.message("en")])
        seen[what] += 1
        found.append(
            {
                "description": f"{problem.code} {problem.message(language)}",
                "check_name": problem.code,
                "fingerprint": sha256(f"{what}{seen[what]}".encode()).hexdigest(),
                "severity": "major" if is_error(problem) else "minor",
                "location": {"path": problem.file or "", "lines": {"begin": problem.line or 1}},
            }
        )
    return _as_json(found, indent=2)


def as_sarif(checked: Checked, language: Language) -> str:
    """A SARIF 2.1.0 log, which code scanners and editors read."""
    codes = sorted({problem.code for problem in _limited(checked)})
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
                "tool": {"driver": {**_ENGINE, "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": problem.code,
                        "ruleIndex": codes.index(problem.code),
                        "level": problem.severity,
                        "message": {"text": problem.message(language)},
                        "locations": [{"physicalLocation": _location(problem)}],
                    }
                    for problem in _limited(checked)
                ],
            }
        ],
    }
    return _as_json(log, indent=2)


def _location(problem: Problem) -> dict[str, Any]:
    from urllib.parse import quote  # slow to import, and for this alone

    # The bytes of the name, which need not be UTF-8.
    uri = quote(os.fsencode(problem.file or ""))
    location: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if problem.line is not None:
        location["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return location


def as_junit(checked: Checked, language: Language) -> str:
    """A JUnit report: a test case for each problem, and one that passes for each sound file.

    What is left out is a test case too, which fails where an error is among it: a report is never
    green while the check fails.
    """
    told = _limited(checked)
    named = (problem.file or "" for problem in checked.problems)
    by_file: dict[str, list[Problem]] = {name: [] for name in (*checked.files, *named)}
    for problem in told:
        by_file[problem.file or ""].append(problem)
    unsound = {problem.file or "" for problem in checked.problems}
    cases = []
    for file, found in by_file.items():
        cases += [_of_problem(problem, language) for problem in found]
        if file not in unsound:
            cases.append(_case(file, file))
    if left_out := checked.problems[len(told) :]:
        more = checked.left_out(len(told), language)
        outcome = _outcome("more", more, fails=any(map(is_error, left_out)))
        cases.append(_case("cpe-label", more, outcome))
    failures = sum("<failure " in case for case in cases)  # no text in it can hold a plain « < »
    counts = f'tests="{len(cases)}" failures="{failures}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="cpe-label" {counts}>\n'
        f'  <testsuite name="cpe-label" {counts}>\n'
        f"{''.join(cases)}  </testsuite>\n</testsuites>\n"
    )


def _of_problem(problem: Problem, language: Language) -> str:
    fails = is_error(problem)
    words = problem.message(language) if fails else problem.text(language)
    outcome = _outcome(problem.code, words, fails=fails)
    return _case(problem.file or "", f"{problem.place} {problem.code}", outcome)


def _outcome(kind: str, words: str, *, fails: bool) -> str:
    """A failure, or words that fail nothing, as a warning does."""
    if fails:
        return f"      <failure type={_attribute(kind)} message={_attribute(words)}/>\n"
    return f"      <system-out>{_attribute(words)[1:-1]}</system-out>\n"


def _case(group: str, name: str, outcome: str = "") -> str:
    start = f"    <testcase classname={_attribute(group)} name={_attribute(name)}"
    return f"{start}>\n{outcome}    </testcase>\n" if outcome else f"{start}/>\n"


def _attribute(text: str) -> str:
    from html import escape  # slow to import, and for this alone

    return f'"{escape(visible(text))}"'


def _limited(checked: Checked) -> Sequence[Problem]:
    return checked.problems if checked.most is None else checked.problems[: checked.most]


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


PROBLEM_FORMATS: Final[dict[str, Callable[[Checked, Language], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
    "gitlab": as_gitlab,
}
