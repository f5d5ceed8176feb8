"""The PDF: the same report as the others, tagged for everybody."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from support.pdf import bare, count, opened, report, tags, text_of
from support.reports import EVALUATIONS, GRANTED, ON, evaluation_of, outline

from cpe_label import __version__, render
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.view.evaluation import view

pytestmark = pytest.mark.slow


# ── For everybody ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EVALUATIONS)
def test_it_says_that_it_is_accessible(name: str) -> None:
    reader = report(name)
    root = reader.root_object
    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert root["/Lang"] == "fr"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) == "True"
    xmp = root["/Metadata"].get_object().get_data().decode("utf-8")
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Coopérative Exemple – ")
    assert set(reader.metadata) == {"/Title", "/Creator", "/Keywords"}  # nobody's name, no clock
    assert reader.metadata["/Keywords"] == f"cpe_label {__version__}"


def test_it_speaks_the_language_asked_for() -> None:
    reader = opened(render(EVALUATIONS["granted"], "pdf", "en"))
    assert reader.root_object["/Lang"] == "en"
    assert "Resultsbylevel" in text_of(reader)


@pytest.mark.parametrize(
    ("name", "kind"), [*((name, "audit") for name in EVALUATIONS), *(("granted", k) for k in KINDS)]
)
def test_its_bookmarks_are_the_headings_of_the_report(name: str, kind: str) -> None:
    expected = headings(render(EVALUATIONS[name], "html", on=ON, kind=kind))
    reader = opened(render(EVALUATIONS[name], "pdf", on=ON, kind=kind))
    assert len(expected) > 1
    assert list(bookmarks(reader.outline)) == expected
    levels = [path[-1] for path, _ in tags(reader) if re.search(r"/H[1-6]$", path)]
    assert levels == [str(level) for level, _ in expected]


def bookmarks(entries: Any, depth: int = 1) -> Iterator[tuple[int, str]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from bookmarks(entry, depth + 1)
        else:
            yield depth, bare(entry.title)


def headings(page: str) -> list[tuple[int, str]]:
    """The headings of an HTML report."""
    found = re.findall(r"<h([1-6])>(.*?)</h\1>", page, re.DOTALL)
    return [(int(level), bare(unescape(re.sub("<.*?>", "", text)))) for level, text in found]


@pytest.mark.parametrize("kind", ["summary", "certificate"])
def test_what_is_one_page_is_one_page(kind: str) -> None:
    reader = opened(render(EVALUATIONS["granted"], "pdf", on=ON, kind=kind))
    assert len(reader.pages) == 1


@pytest.mark.parametrize("name", EVALUATIONS)
def test_each_gauge_has_its_words(name: str) -> None:
    page = render(EVALUATIONS[name], "html", on=ON)
    expected = [unescape(label) for label in re.findall(r'role="img" aria-label="(.*?)"', page)]
    figures = [str(node["/Alt"]) for path, node in tags(report(name)) if path.endswith("/Figure")]
    assert figures == expected


@pytest.mark.parametrize("name", EVALUATIONS)
def test_each_table_has_a_head(name: str) -> None:
    page = render(EVALUATIONS[name], "html", on=ON)
    tree = list(tags(report(name)))
    tables = page.count("<table")
    assert tables > 5
    assert sum(path.endswith("/Table") for path, _ in tree) == tables
    assert sum(path.endswith("/Table/THead/TR") for path, _ in tree) == tables
    heads = [node for path, node in tree if path.endswith("/THead/TR/TH")]
    assert len(heads) == page.count('scope="col"')
    for head in heads:
        assert "/Column" in [one.get("/Scope") for one in head["/A"]]


# ── The same report ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EVALUATIONS)
def test_it_shows_all_that_the_page_shows(name: str) -> None:
    """Each line of the text of the HTML report, its title and style apart."""
    page = render(EVALUATIONS[name], "html", on=ON)
    shown = text_of(report(name))
    expected = [bare(text) for text in outline(page.partition("<header>")[2]).texts]
    assert [text for text in expected if text not in shown] == []


@pytest.mark.parametrize("name", EVALUATIONS)
def test_each_page_has_its_number_and_its_owner(name: str) -> None:
    pages = [bare(page.extract_text()) for page in report(name).pages]
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page
        assert bare(str(view(EVALUATIONS[name], "fr", ON).standing.text)) in page
        assert "CoopérativeExemple" in page


def test_paragraphs_are_kept() -> None:
    def paragraphs(opinion: str) -> int:
        evaluation = evaluation_of(GRANTED, opinion=opinion)
        return count(opened(render(evaluation, "pdf")))["/Document/P"]

    assert paragraphs("un\n\ndeux\n \n\ntrois") == paragraphs("un deux\ntrois") + 2
