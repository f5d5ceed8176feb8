"""The page in a browser: what a person types or chooses by mistake is told, and nothing is lost."""

import json
from pathlib import Path
from typing import Any

import pytest
from support.browser import needs_browser

pytestmark = [pytest.mark.slow, needs_browser]

FROM = "[name='audited_on/from']"
NAME = "[name='organisation/name']"


def saved(page: Any) -> Any:
    """What stands in the file that the page saves."""
    with page.expect_download() as waiting:
        page.click("#save")
    return json.loads(Path(waiting.value.path()).read_text("utf-8"))


def typed(page: Any, field: str, *keys: str) -> None:
    """Type in a field of a day: its month, its day and its year, as this browser orders them."""
    page.focus("#save")
    page.focus(field)
    for key in keys:
        page.keyboard.press(key)


# ── Days that are none ───────────────────────────────────────────────────────────────────────────

NO_DAY = "« Premier jour (obligatoire) » n’est pas une date du calendrier"


@pytest.mark.parametrize("keys", ["02302026", "04312026", ["Delete"]])
def test_a_day_that_is_none_is_named_and_no_file_loses_the_one_before(page: Any, keys: Any) -> None:
    page.fill(NAME, "Coopérative Exemple")
    page.fill(FROM, "2026-02-12")
    saved(page)
    downloads: list[str] = []
    page.on("download", lambda one: downloads.append(one.suggested_filename))
    typed(page, FROM, *keys)
    assert page.inner_text("#file-state") == "Modifications non enregistrées."
    assert page.inner_text("#gaps").replace("\u202f", " ").startswith(NO_DAY)
    page.click("#save")
    said = page.inner_text("#trouble").replace("\u202f", " ")
    assert said == (
        "Rien n’a été enregistré, car ce n’est pas une date du calendrier : « Premier jour "
        "(obligatoire) ». Corrigez ou effacez, puis enregistrez de nouveau."
    )
    assert page.evaluate("document.activeElement.name") == "audited_on/from"
    page.wait_for_timeout(600)
    assert downloads == []
    kept = page.evaluate("Object.values(localStorage).map((one) => JSON.parse(one))")
    assert [(one["saved"], one["audit"]["audited_on"]) for one in kept] == [
        (False, {"from": "2026-02-12"})
    ]


def test_a_day_that_never_was_one_is_told_as_one_leaves_its_field(page: Any) -> None:
    page.fill(NAME, "Coopérative Exemple")
    page.fill(FROM, "2026-02-12")
    typed(page, "[name='audited_on/to']", *"02302026")
    page.focus(NAME)
    said = "« Dernier jour, s’il est différent » n’est pas une date"
    assert page.inner_text("#gaps").replace("\u202f", " ").startswith(said)
    page.fill("[name='audited_on/to']", "")  # cleared, and so absent
    assert page.inner_text("#gaps") == "Rien à compléter ni à corriger."
    assert saved(page)["audited_on"] == {"from": "2026-02-12"}


def test_a_day_is_found_where_it_is_folded_and_filtered(page: Any) -> None:
    page.click("[id='c/COO-01'] summary >> text=Bonne pratique")
    typed(page, "[name='findings/COO-01/action/due']", *"02302026")
    page.click("[id='c/COO-01'] summary >> text=Bonne pratique")
    page.select_option("#only-status", "not_met")
    page.click("#save")
    assert "« COO-01 – Échéance de l’action »" in page.inner_text("#trouble").replace("\u202f", " ")
    assert page.evaluate("document.activeElement.name") == "findings/COO-01/action/due"
    assert page.locator(":focus").is_visible()
    label = page.locator("label[for='f/findings/COO-01/action/due']").bounding_box()
    tools = page.locator(".tools").bounding_box()
    assert tools["y"] + tools["height"] <= label["y"]


def test_a_day_that_is_corrected_is_saved(page: Any) -> None:
    page.fill(FROM, "2026-02-12")
    typed(page, FROM, *"02302026")
    page.click("#save")
    typed(page, FROM, *"02282026")
    assert saved(page)["audited_on"] == {"from": "2026-02-28"}
    assert page.inner_text("#trouble") == ""


# ── Why a criterion does not apply ───────────────────────────────────────────────────────────────

STATUS = "[name='findings/COO-08/status']"
WHY = "[name='findings/COO-08/justification']"


def test_a_justification_is_written_with_its_status_alone_and_kept_meanwhile(page: Any) -> None:
    page.check(f"{STATUS}[value=not_applicable]")
    page.fill(WHY, "Aucun contrat.")
    unwritten = page.locator("[id='c/COO-08'] .unwritten")
    assert unwritten.is_hidden()
    page.check(f"{STATUS}[value=met]")
    assert page.locator(WHY).is_visible()
    assert unwritten.is_visible()
    assert "Justification" not in page.text_content("#advice")
    page.locator("#draft-state", has_text="garde un brouillon").wait_for()
    assert saved(page)["findings"]["COO-08"] == {"status": "met"}
    assert page.inner_text("#file-state") == "Aucune modification à enregistrer."
    again = page.context.new_page()
    again.goto(page.url)
    again.click("#draft-list >> text=Reprendre")
    assert again.inner_text("#file-state") == "Aucune modification à enregistrer."
    again.check(f"{STATUS}[value=not_applicable]")
    assert again.input_value(WHY) == "Aucun contrat."
    assert saved(again)["findings"]["COO-08"] == {
        "status": "not_applicable",
        "justification": "Aucun contrat.",
    }


def test_a_file_with_a_justification_of_no_use_loses_none_without_a_word(page: Any) -> None:
    """Where the page has a field for it, it says that it is not written; elsewhere it keeps it."""
    content = saved(page)
    one = {"status": "met", "evidence": ["Vu."], "justification": "Pourquoi ?"}
    content["findings"] = {"COO-08": one, "PRE-01": one}
    page.set_input_files(
        "#open", {"name": "a.json", "mimeType": "", "buffer": json.dumps(content).encode()}
    )
    page.locator("#said", has_text="est ouvert").wait_for()
    assert page.inner_text("#file-state") == "Modifications non enregistrées."
    assert page.locator("[id='c/COO-08'] .unwritten").is_visible()
    assert page.text_content("#advice").startswith(
        "PRE-01 a une «\u202fJustification\u202f» et n’est pas «\u202fsans objet\u202f»"
    )
    assert "justification" not in saved(page)["findings"]["COO-08"]
    assert saved(page)["findings"]["PRE-01"] == one


# ── An answer that changes by itself ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize("place", ["input", "label"])
def test_an_arrow_after_a_click_scrolls_and_leaves_the_answer(page: Any, place: str) -> None:
    choice = page.locator(f"label:has({STATUS}[value=met])")
    (choice.locator("input") if place == "input" else choice.locator(".state")).click()
    page.evaluate(
        "addEventListener('scroll', () => document.body.classList.add('scrolled'), { once: true })"
    )
    page.keyboard.press("ArrowDown")
    page.locator("body.scrolled").wait_for()
    page.keyboard.press("ArrowRight")
    assert page.is_checked(f"{STATUS}[value=met]")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "findings/COO-08/evidence"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.name") == "findings/COO-08/status"
    page.keyboard.press("ArrowRight")  # by keyboard alone it chooses, as everywhere
    assert page.is_checked(f"{STATUS}[value=not_met]")
    page.keyboard.press("ArrowRight")
    assert page.is_checked(f"{STATUS}[value=not_applicable]")


# ── Auditors ─────────────────────────────────────────────────────────────────────────────────────


def test_who_was_filled_in_is_removed_once_that_is_confirmed(page: Any) -> None:
    page.fill("[name='auditors/0/name']", "Auditrice Exemple")
    page.click("#add-auditor")
    page.fill("[name='auditors/1/organisation']", "Autre Exemple")
    page.click("#add-auditor")
    asked: list[str] = []

    def answer(yes: bool) -> None:
        page.once(
            "dialog",
            lambda one: (asked.append(one.message), one.accept() if yes else one.dismiss()),
        )

    page.click("text=Retirer la personne 3")  # nothing stands there: nothing is asked
    assert asked == []
    assert page.locator(".auditor").count() == 2
    for number in (2, 1):
        answer(yes=False)
        page.click(f"text=Retirer la personne {number}")
    assert page.input_value("[name='auditors/0/name']") == "Auditrice Exemple"
    assert page.input_value("[name='auditors/1/organisation']") == "Autre Exemple"
    answer(yes=True)
    page.click("text=Retirer la personne 1")
    assert [one.replace("\u202f", " ") for one in asked] == [
        "Retirer de l’équipe d’audit : Autre Exemple ?",
        "Retirer de l’équipe d’audit : Auditrice Exemple ?",
        "Retirer de l’équipe d’audit : Auditrice Exemple ?",
    ]
    assert saved(page)["auditors"] == [{"organisation": "Autre Exemple"}]
