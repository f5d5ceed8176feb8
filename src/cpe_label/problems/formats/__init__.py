"""Problems in the formats that people and programs read.

Each format is a module with a function `write(report, language)`. To add one, write its module and
its row in `FORMATS`.
"""

from importlib import import_module
from typing import Final

from ...text.typography import Language
from ..report import CheckReport

FORMATS: Final = ("text", "json", "github", "gitlab", "sarif", "junit")
"""The names that `--format` takes."""


def write(form: str, report: CheckReport, language: Language) -> str:
    """The report of a check in one of `FORMATS`."""
    # Only the module of the format that is asked for is imported.
    written: str = import_module(f".{form}", __package__).write(report, language)
    return written
