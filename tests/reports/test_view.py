"""The view that templates read: `docs/templates.md` lists its fields, and the letter uses them."""

import dataclasses
import re
import sys
from pathlib import Path

import pytest
from support.command import Run
from support.reports import GRANTED
from support.shipped import EXAMPLES, ROOT

from cpe_label.reports.view.types import View

LETTER = ROOT / "examples" / "templates" / "letter.html.j2"

PAGE = (ROOT / "docs" / "templates.md").read_text("utf-8")


def test_the_page_lists_every_field_and_no_other() -> None:
    parts = re.split(r"^## (\w+)$", PAGE, flags=re.MULTILINE)[1:]
    listed = {
        name: re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }
    values = vars(sys.modules[View.__module__]).items()
    assert listed == {
        name: [field.name for field in dataclasses.fields(value)]
        for name, value in values
        if dataclasses.is_dataclass(value)
    }


def test_the_page_lists_every_filter() -> None:
    from jinja2.defaults import DEFAULT_FILTERS

    from cpe_label.reports.formats import text

    ours = {*text.environment().filters, "prose"} - DEFAULT_FILTERS.keys()
    assert ours <= {*re.findall(r"^\| `(\w+)` \|", PAGE.split("## View")[0], re.MULTILINE)}


def test_the_command_of_the_page(run: Run, tmp_path: Path) -> None:
    done = run("report", GRANTED, "--template", LETTER, "-o", "letter.html", "--on", "2026-11-23")
    assert (done.returncode, done.stderr) == (0, "letter.html written. Label granted.\n")
    page = (tmp_path / "letter.html").read_text("utf-8")
    assert "<li>Recommandé : 20 sur 28, atteint (6 critères de plus que le minimum).</li>" in page
    assert "Une gestion expliquée à tous" in page


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_letter_fits_every_example(run: Run, path: Path) -> None:
    assert run("report", path, "--template", LETTER).returncode == 0
