"""Problems as workflow commands of GitHub."""

from ...text.display import visible
from ...text.typography import Language
from ..report import CheckReport


def write(report: CheckReport, language: Language) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""

    def escaped(text: object, also: str = "") -> str:
        shown = str(text)
        for character in f"%\r\n{also}":
            shown = shown.replace(character, f"%{ord(character):02X}")
        return visible(shown)

    found = []
    for problem in report.shown:
        properties = {
            "file": problem.file,
            "line": problem.line,
            "col": problem.column,
            "title": problem.code,
        }
        shown = ",".join(
            f"{name}={escaped(value, ':,')}" for name, value in properties.items() if value
        )
        found.append(
            f"::{problem.severity} {shown}::{escaped(problem.message_in_file(language))}\n"
        )
    if len(report.shown) < len(report.problems):
        found.append(f"::notice::{escaped(report.left_out(len(report.shown), language))}\n")
    return "".join(found)
