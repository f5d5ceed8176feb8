"""Where a page may break: never inside a day, nor between a line and what it leads to."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pypdf
import pytest
from support.browser import needs_browser, opened
from support.pdf import opened as opened_pdf

from cpe_label.reports.document import Bullets, Document, Fact, Facts, Paragraph, Section, Sheet
from cpe_label.reports.formats import html, pdf
from cpe_label.reports.formats.html import dated

pytestmark = pytest.mark.slow

DAYS: Final = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const broken = [];
  let seen = 0;
  for (let node; (node = walker.nextNode());) {
    for (const found of node.data.matchAll(/[0-9]+(er)?\\u00a0[^\\s0-9]+\\u00a0[0-9]{4}/g)) {
      const range = document.createRange();
      range.setStart(node, found.index);
      range.setEnd(node, found.index + found[0].length);
      const tops = new Set([...range.getClientRects()].map(box => box.top));
      seen += 1;
      if (tops.size > 1) broken.push(found[0]);
    }
  }
  return [seen, broken];
}"""


@needs_browser
@pytest.mark.parametrize("name", ["network", "change"])
@pytest.mark.parametrize("width", [380, 620, 700, 900, 1200])
@pytest.mark.parametrize("media", ["screen", "print"])
def test_a_day_is_on_one_line(browser: Any, name: str, width: int, media: str) -> None:
    path = Path(__file__).parents[1] / "golden" / f"{name}.html"
    with opened(browser, path, viewport={"width": width, "height": 800}) as page:
        page.emulate_media(media=media)
        seen, broken = page.evaluate(DAYS)
    assert seen
    assert broken == []


def test_only_days_are_kept_whole_and_all_is_escaped() -> None:
    day = "1er\u00a0mai\u00a02026"
    assert dated(f"<b> {day} & 12\u00a0345") == (
        f'&lt;b&gt; <span class="day">{day}</span> &amp; 12\u00a0345'
    )
    assert html.escape(dated("<b>")) == "&lt;b&gt;"


def page_of(lines: int, *blocks: Any, closing: Section | None = None) -> Document:
    """Blocks after so many lines, so that each can come to the end of a page."""
    before = tuple(Paragraph(f"Ligne {n}") for n in range(lines))
    section = Section("Ce qui suit", blocks)
    return Document(
        language="fr", written="fr", name="Essai", label="Essai", mark="", kicker="", title="Essai",
        opening=before, contents="", sections=(section,) if blocks else (), closing=closing,
        engine="cpe_label",
    )  # fmt: skip


SHEET: Final = Sheet("A-1", "Critère", tuple(Fact(f"F{n}", (Paragraph("x"),)) for n in range(4)))
LED: Final = {
    "a strong sentence before a sheet": (Paragraph("MÈNE", "strong"), SHEET),
    "a text before a sheet": (Paragraph("MÈNE"), SHEET),
    "a text before a list": (Paragraph("MÈNE"), Bullets(("un", "deux"))),
    "a note before a sheet": (Paragraph("MÈNE", "note"), SHEET),
}
ENGINE: Final = Section(
    "Traçabilité", (Facts((Fact("De", (Paragraph("sha"),)),), "digests"), Paragraph("MÈNE", "note"))
)


def last_lines(content: bytes) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = [one.extract_text().split("\n") for one in reader.pages]
    return [[line for line in page if line.strip() and "/" not in line][-1] for page in pages]


@pytest.mark.parametrize("name", LED)
def test_a_line_of_a_pdf_is_on_the_page_of_what_it_leads_to(name: str) -> None:
    for lines in range(22, 48):
        ends = last_lines(pdf.write(page_of(lines, *LED[name])))
        assert not any("MÈNE" in one or "Ce qui suit" in one for one in ends), lines


def test_who_computed_a_pdf_is_not_alone_on_a_page() -> None:
    for lines in range(22, 48):
        reader = opened_pdf(pdf.write(page_of(lines, closing=ENGINE)))
        last = reader.pages[-1].extract_text()
        assert "MÈNE" in last
        assert "sha" in last, lines


@needs_browser
@pytest.mark.parametrize("name", [*LED, "the engine"])
def test_so_it_is_on_a_printed_page(browser: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    page = browser.new_page()
    for lines in range(24, 46):
        made = page_of(lines, *LED.get(name, ()), closing=None if name in LED else ENGINE)
        path.write_text(html.write(replace(made, label="E")), "utf-8")
        page.goto(path.as_uri())
        reader = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        for text in (one.extract_text() for one in reader.pages):
            if name in LED:
                assert ("MÈNE" in text) == ("A-1" in text or "un\n" in f"{text}\n"), lines
            else:
                assert ("MÈNE" in text) == ("sha" in text), lines
    page.close()
