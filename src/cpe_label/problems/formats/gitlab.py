"""Problems as a Code Quality report of GitLab."""

import json
from collections import Counter

from ...text.display import encodable
from ...text.typography import Language
from ..problem import is_error
from ..report import CheckReport
from .json import log_json


def write(report: CheckReport, language: Language) -> str:
    """A Code Quality report. Two problems that say the same have different fingerprints."""
    from hashlib import sha256  # slow to import, and for this alone

    seen: Counter[str] = Counter()
    found = []
    for problem in report.shown:
        what = json.dumps([problem.code, problem.file, problem.path, problem.message_in_file("en")])
        seen[what] += 1
        found.append(
            {
                "description": f"{problem.code} {problem.message_in_file(language)}",
                "check_name": problem.code,
                "fingerprint": sha256(f"{what}{seen[what]}".encode()).hexdigest(),
                "severity": "major" if is_error(problem) else "minor",
                "location": {
                    "path": encodable(problem.file or ""),
                    "lines": {"begin": problem.line or 1},
                },
            }
        )
    return log_json(found)
