"""Problems as text for people and as the formats that continuous integration shows.

`PROBLEM_FORMATS` lists them; to add one, write its function and its row. Nothing here reads a file:
what was checked, and the lines that problems stand on, come in as a `Checked`.
"""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from ..errors import Problem, is_error
from ..formats import PROBLEMS_FORMAT
from ..text import Language, visible
from ..version import __version__
from ..wording import outline, say
from ..wording.problems import CATALOGUE
from ..wording.talk import TALK

MOST_SHOWN: Final = 20
_WIDEST_LINE: Final = 100
_ENGINE: Final = {"name": "cpe_label", "version": __version__}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked and what was found."""

    files: Sequence[str]
    problems: Sequence[Problem]
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The lines of the files that have problems, by name, to show the place."""
    most: int | None = None
    """How many problems to show; None for what suits the format."""

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(map(is_error, self.problems))

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors


# ── For people ───────────────────────────────────────────────────────────────────────────────────


def as_text(checked: Checked, language: Language, *, coloured: bool = False) -> str:
    """Each problem on a line, the line it stands on, and a mark under the place."""
    most = MOST_SHOWN if checked.most is None else checked.most
    shown = checked.problems[:most]
    parts = [_told(problem, checked.lines, language, coloured=coloured) for problem in shown]
    if hidden := len(checked.problems) - len(shown):
        parts.append(
            say(TALK["and_more"], language, count=hidden, all=len(checked.problems)) + "\n"
        )
    return "".join(parts)


def _told(
    problem: Problem, lines: Mapping[str, Sequence[str]], language: Language, *, coloured: bool
) -> str:
    ink = "31" if is_error(problem) else "33"
    head = problem.text(language)
    if coloured:
        place, code, rest = head.partition(f" {problem.code} ")
        head = f"\x1b[1m{place}\x1b[0m \x1b[{ink}m{code.strip()}\x1b[0m {rest}"
    line = _line(problem, lines)
    if line is None or problem.line is None or problem.column is None:
        return f"{head}\n"
    before, after = line[: problem.column - 1], line[problem.column - 1 :]
    if len(before) > _WIDEST_LINE // 2:
        before = "…" + before[-_WIDEST_LINE // 2 :]
    margin = f"{problem.line:>6} | "
    start = visible(before.replace("\t", " "))
    text = (start + visible(after.replace("\t", " ")))[:_WIDEST_LINE]
    mark = f"\x1b[{ink}m^\x1b[0m" if coloured else "^"
    return f"{head}\n{margin}{text.rstrip()}\n{' ' * 7}| {' ' * len(start)}{mark}\n"


def _line(problem: Problem, lines: Mapping[str, Sequence[str]]) -> str | None:
    known = lines.get(problem.file or "", ())
    number = (problem.line or 0) - 1
    return known[number] if 0 <= number < len(known) else None


# ── For programs ─────────────────────────────────────────────────────────────────────────────────


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
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def as_line(problems: Sequence[Problem], language: Language) -> str:
    """The line that stands for an audit that cannot be evaluated, in a list of records."""
    told = [as_data(problem, language) for problem in problems]
    return json.dumps({"format": PROBLEMS_FORMAT, "problems": told}, ensure_ascii=False) + "\n"


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
        return shown

    found = []
    for problem in _limited(checked):
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
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


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
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _location(problem: Problem) -> dict[str, Any]:
    from urllib.parse import quote  # slow to import, and for this alone

    location: dict[str, Any] = {"artifactLocation": {"uri": quote(problem.file or "")}}
    if problem.line is not None:
        location["region"] = {"startLine": problem.line, "startColumn": problem.column}
    return location


def as_junit(checked: Checked, language: Language) -> str:
    """A JUnit report: a test case for each problem, and one that passes for each sound file."""
    cases = []
    limited = _limited(checked)
    for file in checked.files:
        found = [problem for problem in limited if problem.file == file]
        cases += [_failed(problem, language) for problem in found] or [
            f"    <testcase classname={_attribute(file)} name={_attribute(file)}/>\n"
        ]
    failures = sum(map(is_error, limited))
    counts = f'tests="{len(cases)}" failures="{failures}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites name="cpe-label" {counts}>\n'
        f'  <testsuite name="cpe-label" {counts}>\n'
        f"{''.join(cases)}  </testsuite>\n</testsuites>\n"
    )


def _failed(problem: Problem, language: Language) -> str:
    name = f"{problem.place} {problem.code}"
    message = _attribute(problem.message(language))
    kind = f"      <failure type={_attribute(problem.code)} message={message}/>\n"
    if not is_error(problem):  # a warning is told, and fails nothing
        kind = f"      <system-out>{_attribute(problem.text(language))[1:-1]}</system-out>\n"
    start = f"    <testcase classname={_attribute(problem.file or '')} name={_attribute(name)}>\n"
    return f"{start}{kind}    </testcase>\n"


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
