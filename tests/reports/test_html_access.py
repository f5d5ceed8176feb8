"""HTML pages for those who do not see them as they are drawn, or have no mouse."""

import re

import pytest
from support.html_pages import PAGES, every_page
from support.page_tree import CSS, Node
from support.reports import EVALUATIONS

pytestmark = pytest.mark.slow


@every_page
def test_every_picture_has_words_or_is_hidden(page: Node) -> None:
    for one in page.every("svg"):
        named = one["role"] == "img" and one["aria-label"].strip()
        assert named or one["aria-hidden"] == "true"


@every_page
def test_every_state_is_a_shape_and_a_word(page: Node) -> None:
    """So that no colour says anything alone; the shape is not read out, the word is."""
    for one in [*page.classed("state"), *page.classed("word")]:
        (shape,) = one.children
        assert shape["aria-hidden"] == "true"
        assert shape.text.strip() in {"✓", "✗", "–", "?", "→"}
        assert one.text.replace(shape.text, "").strip()


@every_page
def test_what_scrolls_has_a_name_and_can_be_reached_by_keyboard(page: Node) -> None:
    regions = page.classed("scroll")
    assert regions == [one for one in page.every() if "tabindex" in one.attributes]
    for one in regions:
        assert (one["tabindex"], one["role"]) == ("0", "region")
        assert one["aria-label"].strip()
    names = [one["aria-label"] for one in regions]
    assert len(names) == len(set(names))


def test_what_is_read_first_stands_first() -> None:
    """Nothing is drawn in another order than the page has it, and the focus is always seen."""
    declared = re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL)
    assert not re.search(r"(?<![\w-])(order|float|direction)\s*:", declared)
    assert "reverse" not in declared
    assert not re.search(r"outline\s*:\s*(none|0)", declared)
    assert ":focus-visible" in declared


@pytest.mark.parametrize("kind", ["audit", "plan", "referential"])
def test_a_page_says_which_words_are_in_another_language(kind: str) -> None:
    """An English report of French texts: the titles of criteria are French, our words English."""
    page = PAGES[f"{kind} half-done en"]
    titles = {one.title for one in EVALUATIONS["half-done"].referential.criteria}
    named = [one.parent for one in page.classed("id") if one.parent]
    assert len(named) > 10
    for one in named:
        assert any(title in one.text for title in titles)
        holders = [
            holder for holder in (one, *one.every()) if any(t in holder.text for t in titles)
        ]
        assert language_of(holders[-1]) == "fr"
    assert {language_of(one) for one in page.every("dt", "legend")} == {"en"}
    assert {language_of(one) for one in page.classed("state")} <= {"en"}
    same = PAGES[f"{kind} half-done fr"]
    assert [one.tag for one in same.every() if one["lang"]] == ["html"]


def language_of(node: Node) -> str:
    return next(one["lang"] for one in node.up if one["lang"])
