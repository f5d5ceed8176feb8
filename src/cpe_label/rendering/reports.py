"""The full report, from a view and a template."""

from functools import partial
from typing import Any, Final, get_args

from ..wording import say
from ..wording.looks import TONES
from ..wording.reports import REPORT
from .environment import Target, environment
from .view import View

TEMPLATES: Final[dict[Target, str]] = {
    "html": "report.html.j2",
    "markdown": "report.md.j2",
    "text": "report.txt.j2",
}


def report(target: str, view: View) -> str:
    """The report in one of the targets of `TEMPLATES`."""
    known: dict[str, Target] = {name: name for name in get_args(Target)}
    jinja = environment(known[target])
    template = jinja.get_template(TEMPLATES[known[target]])
    return template.render(view=view, say=partial(_say, view), tones=TONES)


def _say(view: View, key: str, /, **blanks: Any) -> str:
    return say(REPORT[key], view.language, **blanks)
