"""The summary on a terminal."""

import re

from support.reports import EVALUATIONS, ON

from cpe_label.reports.formats.terminal import coloured, summary
from cpe_label.reports.view.evaluation import view


def test_the_terminal_summary_is_the_same_with_and_without_colour() -> None:
    for evaluation in EVALUATIONS.values():
        seen = view(evaluation, "fr", ON)
        in_colour = summary(seen, coloured)
        assert "\x1b[" in in_colour
        assert re.sub(r"\x1b\[[0-9]*m", "", in_colour) == summary(seen)
