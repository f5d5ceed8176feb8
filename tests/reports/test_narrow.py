"""Narrow columns: an identifier stays whole, and a long word stays in its column."""

from pathlib import Path
from typing import Any, Final

import pytest
from support import making
from support.browser import needs_browser, opened
from support.pdf import opened as opened_pdf

from cpe_label import Evaluation, evaluate, render
from cpe_label.reports.document import Document, Item, Section, Table, Text
from cpe_label.reports.formats import html, pdf

pytestmark = pytest.mark.slow

NAMES: Final = tuple(
    f"{'abcdefgh'[:length]}-{end}" for length in range(1, 9) for end in ("b", "exemple", "2026")
)


def page_of(names: tuple[str, ...]) -> Document:
    """A page with identifiers in columns of every width that a table of four has."""
    listed = Text(", ".join(names), names=names)
    rows = tuple((Item(one, "Titre"), listed, Text("mots " * 40), listed) for one in names)
    table = Table(("Critère", "Qui", "Quoi", "Critères qui décident"), rows)
    section = Section("Un tableau", (table,))
    return Document(
        language="fr", written="fr", name="Essai", label="Essai", mark="", kicker="", title="Essai",
        opening=(), contents="", sections=(section,), closing=None, engine="cpe_label",
    )  # fmt: skip


LINES: Final = """() => [...document.querySelectorAll(".id")].map(one => {
  const range = document.createRange();
  range.selectNodeContents(one);
  return [one.textContent, new Set([...range.getClientRects()].map(box => box.top)).size];
})"""


@needs_browser
@pytest.mark.parametrize("width", [380, 640, 900, 1200])
def test_an_identifier_is_on_one_line_of_a_page(browser: Any, tmp_path: Path, width: int) -> None:
    path = tmp_path / "page.html"
    path.write_text(html.write(page_of(NAMES)), "utf-8")
    with opened(browser, path, viewport={"width": width, "height": 800}) as page:
        found = page.evaluate(LINES)
    assert len(found) == len(NAMES) * (1 + 2 * len(NAMES))
    assert [name for name, lines in found if lines != 1] == []


@needs_browser
def test_an_identifier_that_no_line_can_hold_goes_on_below(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(html.write(page_of(("x" * 100, "a-" * 50))), "utf-8")
    with opened(browser, path, viewport={"width": 380, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 380


def test_an_identifier_is_on_one_line_of_a_pdf() -> None:
    reader = opened_pdf(pdf.write(page_of(NAMES)))
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    assert [line for line in lines if line.rstrip().endswith("-")] == []


@pytest.mark.parametrize(("letter", "most"), [("T", 16), ("R", 28), ("W", 16)])
def test_a_long_word_stays_in_its_column_of_the_plan(letter: str, most: int) -> None:
    """The letters that a line of the column has room for, and all of them on as many lines."""
    reader = opened_pdf(render(with_long_words(), "pdf", kind="plan"))
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    table = lines[lines.index("Actions convenues, par date") :]
    runs = [run.replace("\u200b", "") for line in table for run in line.split()]
    lengths = [len(run) for run in runs if set(run) == {letter}]
    assert sum(lengths) == 100
    assert max(lengths) <= most


def with_long_words() -> Evaluation:
    referential = making.referential([{"id": "m", "required": "100%"}], [{"m": {"not_met": 1}}])
    (section,) = referential.sections
    (criterion,) = section.criteria
    longer = criterion.model_copy(update={"title": "T" * 100})
    sections = (section.model_copy(update={"criteria": (longer,)}),)
    finding = {
        "status": "not_met",
        "comment": "C" * 100,
        "recommendation": "R" * 100,
        "action": {"owner": "W" * 100, "due": "2027-01-01"},
    }
    audit = making.audit([], findings={criterion.id: finding})
    return evaluate(audit, referential.model_copy(update={"sections": sections}))
