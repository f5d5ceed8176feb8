"""HTML pages of every kind: their structure.

What a browser or a validator must judge is in `benchmarks/pages/`; here stands what a page promises
to them, so that it cannot be lost unseen.
"""

import itertools

import pytest
from support.html_pages import PAGES, every_page
from support.page_tree import Node

pytestmark = pytest.mark.slow


def test_the_pages_are_all_the_pages() -> None:
    assert len(PAGES) == (4 * 5 - 3 + 3) * 2


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_its_language_and_its_title(name: str) -> None:
    page = PAGES[name]
    (html,) = page.children
    assert html["lang"] == name.rsplit(maxsplit=1)[-1]
    (title,) = page.every("title")
    (h1,) = page.every("h1")
    assert h1.text in title.text
    (viewport,) = [one["content"] for one in page.every("meta") if one["name"] == "viewport"]
    assert viewport == "width=device-width, initial-scale=1"


@every_page
def test_headings_go_down_one_step_at_a_time(page: Node) -> None:
    levels = [int(one.tag[1]) for one in page.every("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all(one.text.strip() for one in page.every("h1", "h2", "h3"))


@every_page
def test_everything_stands_in_a_landmark(page: Node) -> None:
    (body,) = page.every("body")
    shown = [one.tag for one in body.children if one["aria-hidden"] != "true"]
    assert shown in (["main"], ["main", "footer"])
    assert not [one for one in body.inside if isinstance(one, str) and one.strip()]
    assert all(one["aria-labelledby"] for one in page.every("nav"))


@every_page
def test_each_id_is_one_place_and_each_link_leads_to_one(page: Node) -> None:
    ids = [one["id"] for one in page.every() if one["id"]]
    assert len(ids) == len({one.lower() for one in ids})
    targets = [one["aria-labelledby"] for one in page.every() if one["aria-labelledby"]]
    for link in page.every("a"):
        assert link["href"].startswith("#")
        assert link.text.strip()
        targets.append(link["href"][1:])
    assert set(targets) <= set(ids)


@pytest.mark.parametrize("kind", ["audit", "referential"])
def test_the_contents_name_every_section_after_the_first(kind: str) -> None:
    page = PAGES[f"{kind} granted fr"]
    (nav,) = page.every("nav")
    assert [one.text for one in nav.every("a")] == [one.text for one in page.every("h2")][1:]


@every_page
def test_tables_have_a_head_and_every_row_a_name(page: Node) -> None:
    for table in page.every("table"):
        head, body = table.children
        (columns,) = head.children
        assert (head.tag, body.tag) == ("thead", "tbody")
        assert [(one.tag, one["scope"]) for one in columns.children] == [
            ("th", "col") for _ in columns.children
        ]
        for row in body.children:
            first, *others = row.children
            assert (first.tag, first["scope"]) == ("th", "row")
            assert {one.tag for one in others} == {"td"}
            assert len(row.children) == len(columns.children)


@every_page
def test_lists_hold_items_and_terms_their_values(page: Node) -> None:
    for one in page.every("ul", "ol"):
        assert {child.tag for child in one.children} == {"li"}
    for one in page.every("dl"):
        tags = [child.tag for child in one.children]
        assert tags == ["dt", "dd"] * (len(tags) // 2)
        assert tags
        terms = [child.text for child in one.children if child.tag == "dt"]
        assert len(terms) == len(set(terms))


@every_page
def test_no_paragraph_holds_a_block(page: Node) -> None:
    blocks = {"p", "ul", "ol", "dl", "div", "table", "article", "section", "h2", "h3"}
    for one in page.every("p", "span", "a", "strong", "h1", "h2", "h3"):
        assert not blocks & {inner.tag for inner in one.every()}
