"""HTML pages of every kind: their structure, and what somebody needs who cannot see them as drawn.

What a browser or a validator must judge is in `benchmarks/pages/`; here stands what a page promises
to them, so that it cannot be lost unseen.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
import regenerate
from support import making
from support.shipped import ROOT

from cpe_label import Evaluation, evaluate, load_audit, render
from cpe_label.messages.states import PAPER, TONES
from cpe_label.reports.document import Bullets, Levels, Table
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.render import NoCertificateError, document
from cpe_label.text.typography import LANGUAGES

pytestmark = pytest.mark.slow

EMPTY = {"meta", "rect", "line"}
CSS = (ROOT / "src/cpe_label/rendering/templates/report.css").read_text("utf-8")


# ── Reading a page ───────────────────────────────────────────────────────────────────────────────


@dataclass
class Node:
    """An element, its attributes, and what is in it; its parent, but for the page itself."""

    tag: str
    attributes: dict[str, str]
    parent: "Node | None" = None
    inside: "list[Node | str]" = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    @property
    def children(self) -> "list[Node]":
        return [one for one in self.inside if isinstance(one, Node)]

    @property
    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    @property
    def up(self) -> "Iterator[Node]":
        """This element and those around it, from the inside out."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def every(self, *tags: str) -> "list[Node]":
        """Every element of these tags, or of any, in the order of the page."""
        found: list[Node] = []
        for one in self.children:
            found += [one, *one.every(*tags)]
        return [one for one in found if not tags or one.tag in tags]

    def classed(self, name: str) -> "list[Node]":
        return [one for one in self.every() if name in one["class"].split()]


class Reader(HTMLParser):
    """A page as a tree; a tag that is closed out of its order is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.page = self.open = Node("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute twice in {tag}"
        node = Node(tag, {name: value or "" for name, value in attrs}, self.open)
        self.open.inside.append(node)
        if tag not in EMPTY:
            self.open = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in EMPTY, tag
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.tag
        assert self.open.parent is not None
        self.open = self.open.parent

    def handle_data(self, data: str) -> None:
        self.open.inside.append(data)


def read(text: str) -> Node:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open is reader.page
    return reader.page


def evaluation_of(name: str) -> Evaluation:
    audit = load_audit(regenerate.EXAMPLES / f"{name}.yaml")
    return evaluate(audit)


EVALUATIONS = {
    name: evaluation_of(name)
    for name in ("granted", "refused-mandatory", "half-done", "self-assessment")
}


def pages() -> Iterator[tuple[str, Node]]:
    """Every kind of every example in every language, by name; a certificate where one is due."""
    for (name, evaluation), kind, language in itertools.product(
        EVALUATIONS.items(), KINDS, LANGUAGES
    ):
        try:
            text = render(evaluation, "html", language, regenerate.ON, kind=kind)
        except NoCertificateError:
            continue
        yield f"{kind} {name} {language}", read(text)


PAGES = dict(pages())
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def test_the_pages_are_all_the_pages() -> None:
    assert len(PAGES) == 4 * 5 * 2 - 3 * 2


# ── Structure ────────────────────────────────────────────────────────────────────────────────────


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


@every_page
def test_no_paragraph_holds_a_block(page: Node) -> None:
    blocks = {"p", "ul", "ol", "dl", "div", "table", "article", "section", "h2", "h3"}
    for one in page.every("p", "span", "a", "strong", "h1", "h2", "h3"):
        assert not blocks & {inner.tag for inner in one.every()}


# ── For those who do not see it, or have no mouse ────────────────────────────────────────────────


@every_page
def test_every_picture_is_told_in_words_or_is_none(page: Node) -> None:
    for one in page.every("svg"):
        told = one["role"] == "img" and one["aria-label"].strip()
        assert told or one["aria-hidden"] == "true"


@every_page
def test_every_state_is_a_shape_and_a_word(page: Node) -> None:
    """So that no colour says anything alone; the shape is not read out, the word is."""
    for one in [*page.classed("state"), *page.classed("word")]:
        (shape,) = one.children
        assert shape["aria-hidden"] == "true"
        assert shape.text.strip() in {"✓", "✗", "–", "?"}
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


# ── Contrast ─────────────────────────────────────────────────────────────────────────────────────

WHITE = "#ffffff"
TEXTS = [
    *((PAPER[name], WHITE) for name in ("ink", "soft", "accent")),
    *((tone.ink, ground) for tone in TONES.values() for ground in (WHITE, tone.ground)),
    *((PAPER["ink"], tone.ground) for tone in TONES.values()),
]
"""Each colour of a text, with each ground that it stands on."""
GRAPHICS = [
    *((tone.ink, PAPER["track"]) for tone in TONES.values()),
    *((tone.ink, WHITE) for tone in TONES.values()),
    (PAPER["ink"], WHITE),
]
"""The filled part of a gauge on its track and on the page; the mark of a threshold in its halo."""


@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_texts_have_contrast(ink: str, ground: str) -> None:
    """WCAG 2, 1.4.3: at least 4.5 to 1."""
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("ink", "ground"), GRAPHICS)
def test_graphics_have_contrast(ink: str, ground: str) -> None:
    """WCAG 2, 1.4.11: at least 3 to 1."""
    assert contrast(ink, ground) >= 3


def test_no_colour_but_those_of_the_palette() -> None:
    assert "--paper: #fff;" in CSS
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\s*[{,:.>])", CSS))
    assert colours == {"#fff"}


def test_contrast_is_measured_as_it_is_defined() -> None:
    assert contrast("#000000", WHITE) == 21
    assert contrast(WHITE, WHITE) == 1
    assert round(contrast("#777777", WHITE), 2) == 4.48


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


# ── What each kind promises ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["audit", "summary", "plan"])
def test_a_draft_is_marked_on_every_page_that_is_printed(kind: str) -> None:
    draft = render(EVALUATIONS["half-done"], "html", kind=kind)
    assert [one.text for one in read(draft).classed("mark")] == ["Provisoire"]
    assert re.search(r'@page \{ @top-right \{ content: "Provisoire";', draft)
    assert "Provisoire" not in render(EVALUATIONS["granted"], "html", kind=kind)


def test_the_first_page_names_what_is_missing() -> None:
    """Before the contents: who reads one page knows which criteria, and gets to them."""
    page = PAGES["audit refused-mandatory fr"]
    first = page.every("section")[0]
    assert "MET-12" in first.text
    (link,) = first.every("a")
    (sheet,) = [one for one in page.every("article") if one["id"] == link["href"][1:]]
    assert sheet.every("h3")[0].text.startswith("MET-12")


def test_a_summary_of_much_says_how_much_it_leaves_out() -> None:
    """One page, whatever the referential: long titles are cut, long lists are counted."""
    long = "Un très long titre " * 12
    levels = [{"id": f"n{n}", "title": long, "required": "50%"} for n in range(6)]
    counts = [{f"n{n}": {"met": 2} for n in range(6)} for _ in range(14)]
    referential = making.referential(levels, counts)
    sections = tuple(one.model_copy(update={"title": long}) for one in referential.sections)
    referential = referential.model_copy(update={"sections": sections})
    audit = making.audit(counts)
    findings = {
        name: one.model_copy(update={"good_practice": "Bien."})
        for name, one in audit.findings.items()
    }
    audit = audit.model_copy(
        update={
            "findings": findings,
            "organisation": audit.organisation.model_copy(update={"name": long}),
        }
    )
    made = document(evaluate(audit, referential), kind="summary")
    by_level, by_section, practices = (one.blocks for one in made.sections)
    assert len(made.title) <= 90
    assert isinstance(by_level[0], Levels)
    assert max(len(one.title) for one in by_level[0].rows) <= 32
    assert isinstance(by_section[0], Table)
    assert len(by_section[0].rows) == 12
    assert "2 autres, dans le rapport complet" in str(by_section[1])
    assert isinstance(practices[0], Bullets)
    assert len(practices[0].items) == 3
    assert "165 autres" in str(practices[1])
