"""What the label still requires, on a page that has no room for everything."""

from typing import Final

import pytest
from support import making
from support.reports import EVALUATIONS, ON, evaluation_of, plain_text
from support.shipped import ROOT

from cpe_label import Evaluation, evaluate, render
from cpe_label.reports.document import Block, Bullets, Items, Paragraph, Section, Table
from cpe_label.reports.render import document
from cpe_label.reports.view.evaluation import view
from cpe_label.text.typography import LANGUAGES, Language

TITLES: Final = ("Ce qu’il faut encore pour le label", "What the label still requires")
REFUSED: Final = evaluation_of(ROOT / "examples" / "network" / "exemple-109-2025.yaml")


def of_levels(
    sections: int, *levels: tuple[str, int], title: int = 6, scope: str = "whole"
) -> Evaluation:
    """An audit whose levels each have so many criteria that are not met, in each section."""
    rows = [
        {"id": f"n{n}", "title": (f"N{n} " * title)[:60], "required": share, "scope": scope}
        for n, (share, _) in enumerate(levels)
    ]
    table = [
        {f"n{n}": {"met": 1, "not_met": missing} for n, (_, missing) in enumerate(levels)}
        for _ in range(sections)
    ]
    return evaluate(making.audit(table), making.referential(rows, table))


CASES: Final = {
    "a refused audit": REFUSED,
    "half done": EVALUATIONS["half-done"],
    "12 and 18": of_levels(6, ("100%", 2), ("60%", 3)),
    "a choice first": of_levels(2, ("60%", 18), ("100%", 5)),
    "4 and 4": of_levels(1, ("100%", 4), ("60%", 4)),
    "13 sections": of_levels(13, ("100%", 1), ("60%", 3)),
    "many of one": of_levels(10, ("100%", 80)),
    "5 levels": of_levels(12, *[("100%", 2)] * 5, title=20),
    "20 levels": of_levels(12, *[("100%", 2)] * 20, title=20),
    "20 short levels": of_levels(2, *[("100%", 1)] * 20),
    "each section": of_levels(12, ("100%", 2), ("60%", 3), scope="each_section"),
}


def missing(evaluation: Evaluation, language: Language = "fr", *, paged: bool = True) -> Section:
    made = document(evaluation, language, ON, kind="summary", paged=paged)
    (found,) = [one for one in made.sections if one.title in TITLES]
    return found


def names(blocks: tuple[Block, ...]) -> list[str]:
    return [item.id for one in blocks if isinstance(one, Items) for item in one.items]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_what_is_missing_is_never_dropped(name: str, language: Language) -> None:
    """Each level stands with names or with its count, or is counted among the others."""
    evaluation = CASES[name]
    blocks = missing(evaluation, language).blocks
    every = [level.title for level in view(evaluation, language).levels if level.missing]
    texts = [one.text for one in blocks if isinstance(one, Paragraph)]
    texts += [text for one in blocks if isinstance(one, Bullets) for text in one.items]
    told = [title for title in every if any(text.startswith(title) for text in texts)]
    left = len(every) - len(told)
    assert told
    assert not left or any(f" {left} " in text for text in texts)


@pytest.mark.parametrize("name", CASES)
def test_how_many_more_stands_under_some_and_is_never_one(name: str) -> None:
    blocks = missing(CASES[name], "en").blocks
    for before, one in zip((None, *blocks), blocks, strict=False):
        if isinstance(one, Items | Bullets):
            assert one.items
        if isinstance(one, Paragraph) and one.text.startswith("And "):
            assert isinstance(before, Items | Bullets)
            assert not one.text.startswith("And 1 ")


@pytest.mark.parametrize("name", CASES)
def test_a_name_that_is_left_to_choose_never_takes_the_place_of_one_that_is_not(name: str) -> None:
    evaluation = CASES[name]
    groups = [group for level in view(evaluation, "fr").levels for group in level.missing]
    needed = [{one.id for one in g.criteria} for g in groups if g.needed == len(g.criteria)]
    shown = names(missing(evaluation).blocks)
    all_needed = set().union(*needed)
    first = shown[: len(all_needed & set(shown))]
    assert set(first) <= all_needed
    if len(all_needed) <= 12 and shown:
        assert all_needed <= set(shown)


def test_a_page_is_set_closer_for_names_that_are_all_needed() -> None:
    shown = names(missing(CASES["12 and 18"]).blocks)
    assert sum(one.startswith("n0") for one in shown) == 12


def test_no_number_of_names_leaves_one() -> None:
    for count in range(20, 80):
        *_, last = missing(of_levels(2, ("100%", count)), "en").blocks
        assert not isinstance(last, Paragraph) or not last.text.startswith("And 1 ")


def test_a_page_without_room_counts_levels() -> None:
    """A level of which there is no room to tell more stands above, with its count."""
    (listed, more) = missing(CASES["20 levels"]).blocks
    assert isinstance(listed, Bullets)
    assert isinstance(more, Paragraph)
    assert 3 <= len(listed.items) < 10
    assert f"Et {20 - len(listed.items)} autres" in more.text


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("name", CASES)
def test_a_format_without_pages_names_them_all(name: str, form: str) -> None:
    evaluation = CASES[name]
    groups = [group for level in view(evaluation, "fr").levels for group in level.missing]
    wanted = {one.id for group in groups for one in group.criteria}
    assert set(names(missing(evaluation, paged=False).blocks)) == wanted
    written = plain_text(render(evaluation, form, "fr", ON, kind="summary"), form)
    assert "dans le rapport complet" not in written
    assert all(one in written for one in wanted)


def test_sections_are_counted_on_a_page_alone() -> None:
    for count, on_a_page in ((12, 12), (13, 13), (14, 12)):
        evaluation = of_levels(count, ("100%", 1))
        for paged, rows in ((True, on_a_page), (False, count)):
            made = document(evaluation, "fr", ON, kind="summary", paged=paged)
            (found,) = [one for one in made.sections if one.title == "Résultats par domaine"]
            table = found.blocks[0]
            assert isinstance(table, Table)
            assert len(table.rows) == rows


def test_the_full_report_never_puts_one_more_for_a_name() -> None:
    for count, shown in ((3, 3), (4, 4), (5, 3)):
        (first, *_) = document(of_levels(1, ("100%", count)), "fr", ON).sections
        assert len(names(first.blocks)) == shown
