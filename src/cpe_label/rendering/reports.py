"""The full report, from a view and a template."""

from functools import partial
from typing import Any

from ..wording import say
from ..wording.looks import TONES
from ..wording.reports import REPORT
from .environment import environment
from .view import View


def report(name: str, view: View) -> str:
    """The report by one of the package's templates; it is escaped as the template's name says."""
    template = environment(name).get_template(name)
    return template.render(view=view, say=partial(_say, view), tones=TONES)


def _say(view: View, key: str, /, **blanks: Any) -> str:
    return say(REPORT[key], view.language, **blanks)
