"""The pages of two referentials and of two audits: every text of a file stays a text."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from support.change import EDITS, changed, criterion
from support.payloads import SAMPLE
from support.reports import outline

from cpe_label import Audit, evaluate
from cpe_label.problems.exceptions import DataError
from cpe_label.reports.document import Document, Item, Table, Text
from cpe_label.reports.formats import FORMATS
from cpe_label.reports.kinds import comparison, progress
from cpe_label.reports.view.comparison import comparison_view
from cpe_label.reports.view.progress import progress_view
from cpe_label.rules.comparison import compare_referentials
from cpe_label.rules.simulation import simulate
from cpe_label.text.typography import LANGUAGES, Language


def pages(text: str) -> tuple[Document, Document]:
    """Both pages, with a text in every field that they show."""

    def filled(data: dict[str, Any]) -> None:
        data["title"] = data["description"] = text
        for one in (*data["levels"], *data["sources"], *data["sections"]):
            one["title"] = text
        for section in data["sections"]:
            section["description"] = text
            for each in section["criteria"]:
                each.update(title=text, requirement=text, guidance=text, evidence=[text])

    def reworded(data: dict[str, Any]) -> None:
        data["version"] = "2"
        for number in range(3):
            criterion(data, 0, number).update(requirement=f"{text} autre", title=f"autre {text}")
        data["sections"][1]["criteria"].pop()
        data["levels"][0]["required"] = "90%"

    old, new = changed(filled), changed(filled, reworded)
    finding = {
        **dict.fromkeys(("comment", "recommendation"), text),
        "status": "not_met",
        "action": {"owner": text},
    }
    audits = [
        Audit.build(
            {
                "referential": {"id": "essai", "version": version},
                "organisation": {"id": "a", "name": text},
                "kind": "audit",
                "audited_on": {"from": "2026-10-12"},
                "findings": {"s-m-1": finding, "s-m-2": finding, "s-e-1": finding},
            }
        )
        for version in "12"
    ]
    found = compare_referentials(old, new)
    simulation = simulate(found, audits[:1])
    view = comparison_view(found, "fr", simulation, [(text, ("A054",))])
    then, now = (
        evaluate(audit, version) for audit, version in zip(audits, (old, new), strict=True)
    )
    return comparison.compose(view), progress.compose(progress_view(then, now, "fr"))


def written(document: Document, form: str) -> str:
    write = FORMATS[form].write
    assert write
    return str(write(document))


@pytest.mark.parametrize("payload", [one for one in SAMPLE if len(one.splitlines()) == 1])
def test_no_text_makes_a_tag_or_a_heading(payload: str) -> None:
    try:
        hostile = pages(payload)
    except DataError:  # a text that no file may hold
        return
    for one, other in zip(pages("texte"), hostile, strict=True):
        assert outline(written(other, "html")).tags == outline(written(one, "html")).tags
        count: Callable[[str], int] = lambda page: len(re.findall(r"^#+ ", page, re.MULTILINE))  # noqa: E731
        assert count(written(other, "markdown")) == count(written(one, "markdown"))
        # The first line is the title, whatever it is; no other text stands alone on its line.
        below, expected = (written(page, "text").split("\n", 1)[1] for page in (other, one))
        lines = re.compile(r"^(?:=+|-+)$", re.MULTILINE)
        assert len(lines.findall(below)) == len(lines.findall(expected))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", EDITS)
def test_each_change_has_its_words(name: str, language: Language) -> None:
    """Each change of a referential is one line of the page, under its own heading."""
    edit, changes = EDITS[name]
    view = comparison_view(compare_referentials(changed(), changed(edit)), language)
    for part, substance in ((view.substance, True), (view.words, False)):
        assert part.count == [one for _, one in changes].count(substance)
        shown = [*part.frame, *(one for each in part.criteria for one in each.changes)]
        assert len(shown) == part.count
        assert all(one.what and one.text for one in shown)
    page = comparison.compose(view)
    anchors = [section.anchor for section in page.sections]
    assert anchors == [
        *(["substance"] if view.substance.count else []),
        *(["words"] if view.words.count else []),
    ]
    assert written(page, "text")


def test_identifiers_stand_apart_from_texts() -> None:
    """So that a page can keep each of them on one line."""
    page, _ = pages("texte")
    (simulation,) = [one for one in page.sections if one.anchor == "simulation"]
    _, who, single = [one for one in simulation.blocks if isinstance(one, Table)]
    ((organisation, _, _, deciding),) = who.rows
    assert isinstance(organisation, Item)
    assert (organisation.id, organisation.title) == ("a", "texte")
    assert isinstance(deciding, Text)
    assert ", ".join(deciding.names) == deciding.text != ""
    kinds = {type(row[0]) for row in single.rows}
    assert kinds == {Item, Text}


def test_nothing_changes() -> None:
    page = comparison.compose(comparison_view(compare_referentials(changed(), changed()), "en"))
    assert "= Nothing changes" in written(page, "text")


def test_a_level_that_one_version_does_not_have_says_so() -> None:
    def without(data: dict[str, Any]) -> None:
        data["version"] = "2"
        data["levels"].pop()
        for section in data["sections"]:
            section["criteria"] = section["criteria"][:4]

    old, new = changed(), changed(without)
    audits = [
        Audit.build(
            {
                "referential": {"id": "essai", "version": version},
                "organisation": {"id": "a", "name": "A"},
                "kind": "audit",
                "audited_on": {"from": "2026-10-12"},
            }
        )
        for version in "12"
    ]
    then, now = (evaluate(one, version) for one, version in zip(audits, (old, new), strict=True))
    for pair in ((then, now), (now, then)):
        page = written(progress.compose(progress_view(*pair, "en")), "markdown")
        (row,) = [line for line in page.splitlines() if line.startswith("| Partout")]
        assert row.count("no such level") == 1
