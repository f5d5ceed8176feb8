"""The page on paper: all that was filled in, whole, whatever the screen shows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.browser import needs_browser, opened

from cpe_label import Referential

pytestmark = [pytest.mark.slow, needs_browser]

LONG = "x" * 9000


@pytest.fixture(scope="module")
def page(browser: Any, path: Path) -> Iterator[Any]:
    """A page as it is printed, under a filter, with long texts and what is folded."""
    with opened(browser, path) as page:
        page.fill("[name='organisation/name']", "N" * 200)
        page.fill("[name='audited_on/from']", "2026-06-01")
        page.focus("[name='audited_on/to']")
        page.keyboard.type("02302026")
        page.fill("[name='findings/PRE-01/comment']", LONG)
        page.fill("[name='findings/PRE-02/evidence']", "un\ndeux")
        page.check("[name='findings/COO-08/status'][value=not_applicable]")
        page.fill("[name='findings/COO-08/justification']", "Aucun contrat.")
        page.check("[name='findings/COO-08/status'][value=met]")
        page.click("[id='c/PRE-03'] summary >> text=Bonne pratique")
        page.fill("[name='findings/PRE-03/recommendation']", "À suivre.")
        page.click("[id='c/PRE-03'] summary >> text=Bonne pratique")
        page.select_option("#only-status", "not_met")
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        yield page


def test_every_criterion_is_printed_under_a_filter(page: Any, label_cpe: Referential) -> None:
    seen = page.evaluate(
        "[...document.querySelectorAll('.criterion')].filter((one) => one.checkVisibility()).length"
    )
    assert seen == len(label_cpe.criteria)


def test_each_text_is_printed_whole_and_within_the_page(page: Any) -> None:
    for place, text in {
        "organisation/name": "N" * 200,
        "audited_on/from": "1er\u00a0juin\u00a02026",
        "audited_on/to": "pas une date du calendrier",
        "findings/PRE-01/comment": LONG,
        "findings/PRE-02/evidence": "un\ndeux",
        "findings/PRE-03/recommendation": "À suivre.",
    }.items():
        shown = page.locator(f".field:has([name='{place}']) > .printed")
        assert shown.inner_text() == text
        assert shown.is_visible()
        assert shown.evaluate("(one) => one.scrollWidth <= one.clientWidth")
        assert page.locator(f"[name='{place}']").is_hidden()
    assert page.locator("[id='c/COO-08'] .justification").is_hidden()  # no file holds it either
    empty = page.locator(".field:has([name='findings/PRE-01/evidence'])")
    assert empty.is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_browser_prints_so_and_the_screen_is_as_it_was(page: Any) -> None:
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".printed").count() == 0
    assert page.is_hidden("[name='findings/PRE-03/recommendation']")
    assert page.is_hidden("[id='c/PRE-01']")
    page.evaluate(
        "addEventListener('beforeprint', () => {"
        " window.onPaper = [...document.querySelectorAll('.printed')].map("
        "(one) => one.textContent); })"
    )
    page.pdf()
    assert LONG in page.evaluate("window.onPaper")
    assert page.locator(".printed").count() == 0
