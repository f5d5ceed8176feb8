"""The page in a browser: drafts and tabs, what is said on leaving, keyboard, widths, axe."""

import json
from pathlib import Path
from typing import Any

import pytest
from support.browser import needs_browser, opened
from support.comparing import FIRST_AUDIT, NEXT
from support.shipped import REFERENTIAL

from cpe_label import Referential, load_audit, load_referential, parse_audit
from cpe_label.reports.form import form_page
from cpe_label.text.typography import Language
from cpe_label.writing.reminder import Former

pytestmark = [pytest.mark.slow, needs_browser]

NAME = "[name='organisation/name']"
KEPT = "Ce navigateur garde un brouillon."


def wait_for(page: Any, place: str, text: str) -> None:
    page.locator(f"#{place}", has_text=text).wait_for()


def measured(page: Any) -> None:
    """Wait until the page has measured its bar, which it does with the next frame."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")


def met(page: Any, name: str) -> None:
    page.check(f"[name='findings/{name}/status'][value=met]")


def asks_on_leaving(page: Any) -> bool:
    """Whether the page holds back who closes it."""
    asked: bool = page.evaluate(
        "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    )
    return asked


def another_tab(page: Any) -> Any:
    """The page again, in a new tab of the same browser, with what the browser kept."""
    again = page.context.new_page()
    again.goto(page.url)
    return again


def reopened(page: Any) -> Any:
    """The page again, once it was closed."""
    again = page.context.new_page()
    address = page.url
    page.close()
    again.goto(address)
    return again


# ── Saved or not ─────────────────────────────────────────────────────────────────────────────────


def test_only_changes_that_no_file_has_are_announced(page: Any) -> None:
    state = page.locator("#file-state")
    assert (asks_on_leaving(page), state.inner_text()) == (
        False,
        "Aucune modification à enregistrer.",
    )
    page.fill(NAME, "Coopérative Exemple")
    assert (asks_on_leaving(page), state.inner_text()) == (True, "Modifications non enregistrées.")
    with page.expect_download() as waiting:
        page.click("#save")
    assert waiting.value.suggested_filename == "audit-cooperative-exemple.json"
    assert not asks_on_leaving(page)
    page.fill(NAME, "Autre")
    page.fill(NAME, "Coopérative Exemple")
    assert not asks_on_leaving(page)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Œuvre & Æthel", "audit-oeuvre-aethel.json"),
        ("Straße Łódź Ø", "audit-strasse-lodz-o.json"),
        ("北京", "audit.json"),
    ],
)
def test_the_name_of_the_file_has_plain_letters(page: Any, name: str, file: str) -> None:
    assert page.evaluate("(name) => fileName({ organisation: { name } })", name) == file


def test_a_file_that_check_would_refuse_is_told_as_one_saves_it(page: Any) -> None:
    told, refused = page.locator("#to-correct"), "à corriger avant que ce fichier soit accepté"
    assert told.inner_text() == f"2 points {refused}"
    page.fill("[name='audited_on/from']", "2026-10-12")
    with page.expect_download():
        page.click("#save")
    assert page.inner_text("#file-state") == "Aucune modification à enregistrer."
    assert told.inner_text() == f"1 point {refused}"
    assert page.inner_text("#said").endswith(f" 1 point {refused}")
    page.click("#to-complete summary")
    page.click("#said a")
    assert page.is_visible("#gaps a")
    assert page.evaluate("document.activeElement.parentElement.id") == "to-complete"
    page.fill(NAME, "Coopérative Exemple")
    with page.expect_download():
        page.click("#save")
    assert told.is_hidden()
    assert "à corriger" not in page.inner_text("#said")


def test_a_file_that_is_too_large_is_not_taken_for_saved(page: Any) -> None:
    page.fill(NAME, "Coopérative Exemple")
    page.fill("[name='audited_on/from']", "2026-10-12")
    state, refused = page.locator("#file-state"), "Plus de 512 ko"
    for name, text in (
        ("PRE-01", "é" * 90_000),
        ("PRE-02", "€" * 99_000),
        ("PRE-03", "x" * 99_000),
    ):
        assert not state.inner_text().startswith(refused)
        page.evaluate(
            """([name, text]) => {
              const field = controls.get(`findings/${name}/comment`)[0];
              field.value = text;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            [name, text],
        )
    assert state.inner_text().startswith(refused)
    with page.expect_download():
        page.click("#save")
    assert state.inner_text().startswith(refused)
    assert asks_on_leaving(page)
    gap = "Le fichier dépasse 512 ko : raccourcissez ses textes, dont le plus long est « PRE-02"
    assert page.inner_text("#gaps").replace("\u202f", " ").startswith(gap)
    page.click("#gaps a")
    assert page.evaluate("document.activeElement.name") == "findings/PRE-02/comment"
    page.fill("[name='findings/PRE-02/comment']", "")
    with page.expect_download():
        page.click("#save")
    assert not asks_on_leaving(page)


def test_another_file_does_not_take_the_place_of_changes_without_a_word(page: Any) -> None:
    page.fill(NAME, "Non enregistrée")
    asked: list[str] = []
    page.once("dialog", lambda one: (asked.append(one.message), one.dismiss()))
    content = load_audit(FIRST_AUDIT).to_json().encode()
    page.set_input_files("#open", {"name": "a.json", "mimeType": "", "buffer": content})
    page.wait_for_timeout(200)
    assert asked[0].startswith("Des modifications ne sont pas enregistrées dans un fichier.")
    assert page.input_value(NAME) == "Non enregistrée"


# ── Drafts ───────────────────────────────────────────────────────────────────────────────────────


def test_a_draft_outlives_the_page_and_is_no_file(page: Any) -> None:
    page.fill(NAME, "Coopérative Exemple")
    met(page, "PRE-01")
    wait_for(page, "draft-state", KEPT)
    again = reopened(page)
    assert again.input_value(NAME) == ""
    told = again.inner_text("#draft-list")
    assert told.startswith("Coopérative Exemple, 1 critère évalué, gardé le ")
    assert "(non enregistré dans un fichier)" in told
    again.click("#draft-list >> text=Reprendre")
    assert again.input_value(NAME) == "Coopérative Exemple"
    assert asks_on_leaving(again)
    with again.expect_download():
        again.click("#save")
    third = reopened(again)
    assert "(enregistré dans un fichier)" in third.inner_text("#drafts")
    third.click("#draft-list >> text=Reprendre")
    assert not asks_on_leaving(third)


def test_a_page_that_was_only_looked_at_leaves_no_draft(page: Any) -> None:
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("localStorage.length") == 0


def test_a_draft_is_erased_where_that_is_confirmed(page: Any) -> None:
    page.fill(NAME, "Coopérative Exemple")
    wait_for(page, "draft-state", KEPT)
    again = reopened(page)
    again.once("dialog", lambda one: one.dismiss())
    again.click("#draft-list >> text=Effacer")
    assert again.evaluate("localStorage.length") == 1
    again.once("dialog", lambda one: one.accept())
    again.click("#draft-list >> text=Effacer")
    assert again.evaluate("localStorage.length") == 0
    assert again.is_hidden("#drafts")


def test_a_draft_that_was_erased_in_another_tab_does_not_come_back(page: Any) -> None:
    page.fill(NAME, "Coopérative Exemple")
    wait_for(page, "draft-state", KEPT)
    other = another_tab(page)
    other.once("dialog", lambda one: one.accept())
    other.click("#draft-list >> text=Effacer")
    wait_for(page, "said", "a été effacé de ce navigateur")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("localStorage.length") == 0
    page.fill("[name='opinion']", "Un changement")
    wait_for(page, "draft-state", KEPT)
    assert page.evaluate("localStorage.length") == 1


def test_the_draft_of_an_audit_that_is_saved_can_be_erased(page: Any) -> None:
    offers = ("#said button", "#forget")
    for text, offer in enumerate(offers):
        page.fill(NAME, f"Coopérative {text}")
        wait_for(page, "draft-state", KEPT)
        assert page.is_hidden("#forget")
        with page.expect_download():
            page.click("#save")
        assert page.evaluate("localStorage.length") == 1
        assert page.inner_text(offer) == "Effacer le brouillon de ce navigateur"
        page.click(offer)
        assert page.is_hidden("#forget")
        page.evaluate("dispatchEvent(new Event('pagehide'))")
        assert page.evaluate("localStorage.length") == 0
        assert page.inner_text("#said").startswith("Le brouillon de cet audit a été effacé")
        assert not asks_on_leaving(page)


def test_two_tabs_on_one_draft_each_keep_their_own(page: Any) -> None:
    page.fill(NAME, "Coopérative Exemple")
    wait_for(page, "draft-state", KEPT)
    other = another_tab(page)
    other.click("#draft-list >> text=Reprendre")
    other.fill("[name='opinion']", "Second onglet")
    wait_for(other, "draft-state", KEPT)
    page.fill("[name='opinion']", "Premier onglet")
    wait_for(page, "trouble", "Ce brouillon est aussi ouvert dans un autre onglet")
    page.wait_for_timeout(600)
    kept = page.evaluate("Object.values(localStorage).map((one) => JSON.parse(one).audit.opinion)")
    assert sorted(kept) == ["Premier onglet", "Second onglet"]
    said = "Ce brouillon est aussi ouvert dans un autre onglet, qui garde désormais le sien à part"
    assert other.inner_text("#trouble").startswith(said)
    other.fill("[name='opinion']", "Second onglet, encore")
    page.wait_for_timeout(600)
    assert page.inner_text("#trouble").startswith("Ce brouillon est aussi ouvert")
    assert page.evaluate("localStorage.length") == 2
    with other.expect_download():
        other.click("#save")
    page.fill("[name='opinion']", "Premier onglet, encore")
    page.wait_for_timeout(600)
    assert other.inner_text("#trouble") == ""  # it was told once


def test_an_audit_that_is_open_in_two_tabs_is_told_in_both(page: Any) -> None:
    other = another_tab(page)
    audit = load_audit(FIRST_AUDIT)
    content = audit.to_json().encode()
    changed = audit.model_copy(update={"opinion": "Autre avis."}).to_json().encode()
    day = {"audited_on": {"from": "2029-10-12"}, "decision": None}
    later = audit.model_copy(update=day).to_json().encode()
    for tab, buffer in ((page, content), (other, later)):
        tab.set_input_files("#open", {"name": "a.json", "mimeType": "", "buffer": buffer})
        wait_for(tab, "said", "est ouvert")
    other.evaluate("localStorage.setItem(TABS, 'x')")  # as another program may
    page.wait_for_timeout(100)
    other.evaluate("localStorage.removeItem(TABS)")
    assert (page.inner_text("#in-two-tabs"), other.inner_text("#in-two-tabs")) == ("", "")
    other.set_input_files("#open", {"name": "a.json", "mimeType": "", "buffer": changed})
    for tab in (page, other):
        wait_for(tab, "in-two-tabs", "Cet audit est aussi ouvert dans un autre onglet")
    assert page.evaluate("localStorage.length") == 0


def test_drafts_that_read_alike_tell_where_they_differ(page: Any) -> None:
    page.clock.set_fixed_time("2026-06-01T07:05:09Z")
    page.fill(NAME, "Coopérative Exemple")
    page.evaluate(
        """() => {
          const at = now();
          const keep = (name, more) => localStorage.setItem(DRAFTS + name,
            JSON.stringify({ at, audit: { ...audit, ...more } }));
          keep("a", {});
          keep("b", { opinion: "x", findings: { "PRE-01": { comment: "y" } } });
          keep("c", {});
          showDrafts();
        }"""
    )
    texts = page.locator("#draft-list li").all_inner_texts()
    ends = [text.replace("\u202f", " ").partition(":05:09")[2].partition(" (")[0] for text in texts]
    assert ends == [
        "",
        ", autre que le plus récent par : PRE-01 – Commentaire et Avis de l’équipe d’audit",
        ", identique au plus récent",
    ]


def test_drafts_tell_the_organisation_and_when_and_the_last_is_first(
    browser: Any, path: Path
) -> None:
    with opened(browser, path, timezone_id="Europe/Paris") as page:
        tabs = [page, another_tab(page), another_tab(page)]
        days = ("2026-06-01T07:05:09Z", "2026-12-31T23:30:00Z", "2026-11-26T10:00:00Z")
        for tab, day in zip(tabs, days, strict=True):
            tab.clock.set_fixed_time(day)
            tab.fill(NAME, "Coopérative Exemple")
            wait_for(tab, "draft-state", KEPT)
        page.clock.set_fixed_time("2027-02-02T02:02:02Z")  # nothing changes: neither does the time
        page.evaluate("keepDraft()")
        page.evaluate("localStorage.setItem(DRAFTS + 'sans', JSON.stringify({ audit: audit }))")
        texts = another_tab(page).locator("#draft-list li").all_inner_texts()
    texts = [one.replace("\u202f", " ") for one in texts]
    kept = "Coopérative Exemple, 0 critère évalué"
    assert [one.partition(" (")[0].replace("\u00a0", " ") for one in texts] == [
        f"{kept}, gardé le 1er janvier 2027 à 00:30:00",
        f"{kept}, gardé le 26 novembre 2026 à 11:00:00, identique au plus récent",
        f"{kept}, gardé le 1er juin 2026 à 09:05:09, identique au plus récent",
        f"{kept}, identique au plus récent",
    ]


def test_a_browser_that_keeps_nothing_is_said(browser: Any, path: Path) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {"
        " get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page = context.new_page()
    page.goto(path.as_uri())
    said = "Ce navigateur ne garde pas de brouillon ici : enregistrez souvent le fichier."
    assert page.inner_text("#draft-state").replace("\u202f", " ") == said
    page.fill(NAME, "Coopérative Exemple")
    page.evaluate("keepDraft()")
    for place in ("draft-state", "no-draft"):
        assert page.inner_text(f"#{place}").replace("\u202f", " ") == said
    assert page.get_attribute("#no-draft", "role") == "status"
    with page.expect_download():
        page.click("#save")
    context.close()


def test_a_full_browser_is_said_and_the_rest_goes_on(page: Any) -> None:
    page.evaluate(
        """() => { for (let size = 2 ** 22; size; size >>= 1) {
          try { localStorage.setItem("autre" + size, "x".repeat(size)); } catch {} } }"""
    )
    page.fill(NAME, "Coopérative Exemple")
    wait_for(page, "no-draft", "Le navigateur n’a plus de place")
    alone = "enregistrez souvent le fichier."
    for place in ("draft-state", "no-draft"):  # nothing of ours fills it
        assert page.inner_text(f"#{place}").endswith(alone)
    page.evaluate(
        """() => { const old = Object.keys(localStorage).sort((one, other) =>
            localStorage[one].length - localStorage[other].length)
            .find((key) => localStorage[key].length > 127);
          localStorage.removeItem(old);
          localStorage.setItem(DRAFTS + "un", "{}");
          try { localStorage.setItem(old, "x".repeat(64)); } catch {} }"""
    )
    page.evaluate("keepDraft()")
    assert page.inner_text("#no-draft").endswith("effacez les brouillons devenus inutiles.")
    page.evaluate("localStorage.clear()")
    page.evaluate("keepDraft()")
    assert page.inner_text("#no-draft") == ""
    with page.expect_download() as waiting:
        page.click("#save")
    assert "Coopérative" in Path(waiting.value.path()).read_text("utf-8")


FOREIGN = ("", "{", "[]", "null", '{"audit": 1}', '{"audit": {"format": "x"}}')


def test_what_another_program_left_is_neither_read_nor_touched(page: Any) -> None:
    for number, text in enumerate(FOREIGN):
        page.evaluate(
            "([name, text]) => localStorage.setItem(DRAFTS + name, text)", [f"{number}", text]
        )
    page.evaluate("localStorage.setItem('autre', 'chose')")
    again = reopened(page)
    wait_for(again, "foreign", "6 brouillons de ce navigateur sont illisibles")
    again.fill(NAME, "Coopérative Exemple")
    wait_for(again, "draft-state", KEPT)
    assert again.evaluate("localStorage.length") == len(FOREIGN) + 2
    assert again.evaluate("localStorage.getItem(DRAFTS + '1')") == "{"


def test_a_draft_of_another_edition_can_be_erased_and_not_resumed(
    browser: Any, page: Any, tmp_path: Path, label_cpe: Referential
) -> None:
    page.fill(NAME, "Coopérative Exemple")
    wait_for(page, "draft-state", KEPT)
    made = tmp_path / "other.html"
    made.write_text(form_page(label_cpe.model_copy(update={"title": "Autre"}), "fr"), "utf-8")
    other = page.context.new_page()
    other.goto(made.as_uri())
    other.evaluate(
        """() => {
          const named = { id: "autre", version: "1" };
          for (const text of ["{", JSON.stringify({ audit: { referential: named } })]) {
            localStorage.setItem(`cpe-label/draft/sha256:x/${text.length}`, text);
          }
          showDrafts();
        }"""
    )
    (item,) = other.locator("#draft-list li").all()
    assert item.inner_text().startswith("Coopérative Exemple, d’une autre édition de cette version")
    assert item.locator("button").all_inner_texts() == ["Effacer"]
    assert other.is_visible("#drafts")
    other.once("dialog", lambda one: one.accept())
    item.locator("button").click()
    assert other.is_hidden("#drafts")
    assert other.evaluate("localStorage.length") == 2  # what is of another is left


@pytest.mark.parametrize("day", ["1970-01-01", "9998-12-30"])
def test_no_clock_is_trusted(browser: Any, path: Path, day: str) -> None:
    """A draft says when it was kept, by the clock of the device; nothing else depends on one."""
    with opened(browser, path, timezone_id="Europe/Paris") as page:
        page.clock.set_fixed_time(f"{day}T23:30:00")
        page.fill(NAME, "Coopérative Exemple")
        page.evaluate("keepDraft()")
        with page.expect_download() as waiting:
            page.click("#save")
        assert day[:4] not in Path(waiting.value.path()).read_text("utf-8")
        again = another_tab(page)
        assert day[:4] in again.inner_text("#draft-list")
        again.click("#draft-list >> text=Reprendre")
        assert again.input_value(NAME) == "Coopérative Exemple"


# ── Filling in ───────────────────────────────────────────────────────────────────────────────────


def test_an_audit_can_be_filled_in_by_keyboard_alone(page: Any) -> None:
    def press(*keys: str) -> None:
        for key in keys:
            page.keyboard.press(key)

    page.focus("#save")
    press("Tab")
    page.keyboard.type("Coopérative Exemple")
    page.focus("[name='findings/PRE-01/status']")
    press("ArrowRight")
    assert page.inner_text("#live") == (
        "Évaluation en cours. Préalable : 1 / 3, en suspens, 2 critères restent à évaluer."
    ).replace(" :", "\u202f:")
    press("ArrowRight")
    assert page.inner_text("#standing") == "✗ Non labellisable à ce stade"
    outline = "getComputedStyle(document.activeElement.closest('.choice')).outlineWidth"
    assert page.evaluate(outline) == "3px"
    press("Tab")
    assert page.evaluate("document.activeElement.name") == "findings/PRE-01/evidence"
    page.focus("#save")
    with page.expect_download() as waiting:
        press("Enter")
    text = Path(waiting.value.path()).read_text("utf-8")
    assert json.loads(text)["organisation"]["name"] == "Coopérative Exemple"
    assert json.loads(text)["findings"]["PRE-01"]["status"] == "not_met"


def test_not_applicable_is_offered_where_it_is_allowed_and_asks_why(
    page: Any, label_cpe: Any
) -> None:
    for criterion in label_cpe.criteria:
        offered = page.locator(f"[name='findings/{criterion.id}/status'][value=not_applicable]")
        assert offered.count() == (criterion.not_applicable_when is not None)
    why = page.locator("[name='findings/COO-08/justification']")
    assert why.is_hidden()
    page.check("[name='findings/COO-08/status'][value=not_applicable]")
    assert why.is_visible()
    link = page.locator("#gaps a", has_text="COO-08")
    assert "d’ici là, il compte comme à évaluer" in link.inner_text()
    link.click()
    assert page.evaluate("document.activeElement.name") == "findings/COO-08/justification"
    page.keyboard.type("Aucun contrat.")
    assert link.count() == 0
    assert page.inner_text("[id='level/mandatory'] .count") == "0 / 32"


GAPS = {
    "organisation/id": ("552 100 554", "(vouliez-vous dire « 552100554 » ?)"),
    "findings/PRE-01/comment": ("a\x0bb", "contient un caractère caché (U+000B)"),
    "findings/PRE-02/evidence": ("x" * 100_001, "dépasse 100 000 caractères"),
    "previous/last_day": ("20266-10-12", "n’est pas une date du calendrier"),
    "audited_on/to": ("2026-10-11", "Le dernier jour précède le premier"),
    "findings/PRE-03/action/due": ("2026-10-11", "l’échéance de l’action précède le premier jour"),
    "auditors/0/organisation": ("Exemple", "Le nom de la personne 1 manque"),
    "previous/state": ("suspended", "Le dernier jour du label précédent manque"),
}


@pytest.mark.parametrize("name", GAPS)
def test_what_check_would_refuse_is_listed(page: Any, name: str) -> None:
    text, sentence = GAPS[name]
    page.fill("[name='organisation/name']", "Coopérative Exemple")
    page.fill("[name='audited_on/from']", "2026-10-12")
    assert page.inner_text("#gaps") == "Rien à compléter ni à corriger."
    page.evaluate(
        """([name, text]) => {
          const field = document.getElementById(`f/${name}`);
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        [name, text],
    )
    assert sentence in page.inner_text("#gaps").replace("\u202f", " ")
    assert page.inner_text("#gaps-count") == "1"


def test_filters_show_what_is_asked_for(page: Any, label_cpe: Any) -> None:
    met(page, "PRE-01")
    page.check("[name='findings/PRE-02/status'][value=not_met]")
    visible = "[...document.querySelectorAll('.criterion')].filter((one) => one.checkVisibility())"
    shown = f"{visible}.map((one) => one.id.slice(2))"
    page.select_option("#only-status", "not_met")
    assert page.evaluate(shown) == ["PRE-02"]
    page.select_option("#only-status", "unassessed")
    page.select_option("#only-level", "prerequisite")
    assert page.evaluate(shown) == ["PRE-03"]
    assert page.inner_text("#shown") == "1 critère affiché"
    page.click("#missing summary >> nth=0")
    page.click("#missing a >> nth=0")  # it leads to a criterion that is hidden
    assert len(page.evaluate(shown)) == len(label_cpe.criteria)


@pytest.mark.parametrize("width", [320, 1280])
def test_what_a_link_leads_to_is_seen_and_has_the_focus(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.set_input_files("#open", {"name": "x.json", "mimeType": "", "buffer": b"{"})
    wait_for(page, "trouble", "x.json")  # the bar is at its highest
    measured(page)
    page.click("#missing summary >> nth=-1")
    page.click("#missing a >> nth=-1")
    heading = page.locator(":focus")
    assert heading.get_attribute("id") == "t/" + heading.inner_text().split()[0]
    tools, place = page.locator(".tools").bounding_box(), heading.bounding_box()
    assert tools["y"] + tools["height"] <= place["y"]
    assert place["y"] + place["height"] <= 700


HIDDEN = """() => {
  const field = document.activeElement.getBoundingClientRect();
  const bar = document.querySelector(".tools").getBoundingClientRect();
  return field.top < bar.bottom && field.bottom > bar.top;
}"""


def test_the_bar_hides_no_field_that_is_gone_back_to(page: Any) -> None:
    page.set_viewport_size({"width": 380, "height": 640})
    page.set_input_files("#open", {"name": "x.json", "mimeType": "", "buffer": b"{"})
    wait_for(page, "trouble", "x.json")  # the bar is at its highest
    measured(page)
    page.focus("[name='findings/COO-08/evidence']")
    hidden = []
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate(HIDDEN):
            hidden.append(page.evaluate("document.activeElement.name"))
    assert hidden == []


def test_the_bar_leaves_the_window_to_what_is_filled_in(page: Any) -> None:
    bar = page.locator(".tools")
    page.set_viewport_size({"width": 380, "height": 640})
    before = bar.bounding_box()["height"]
    with page.expect_download():
        page.click("#save")
    assert bar.bounding_box()["height"] > before
    page.click("#close")
    assert bar.bounding_box()["height"] == before
    assert page.evaluate("document.activeElement.id") == "save"
    page.set_viewport_size({"width": 320, "height": 256})  # a window of 1280 px at 400 %
    page.focus(NAME)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    measured(page)
    place = bar.bounding_box()
    assert place["y"] + place["height"] < 0
    padding = "getComputedStyle(document.documentElement).scrollPaddingTop"
    assert page.evaluate(padding) == "12px"


def test_no_mark_shows_beside_the_bar_and_no_ring_is_cut(page: Any) -> None:
    page.set_viewport_size({"width": 380, "height": 640})
    bar = page.locator(".tools").bounding_box()
    assert (bar["x"], bar["width"]) == (0, 380)
    page.focus("[name='findings/PRE-01/evidence']")
    around = page.evaluate(
        """() => {
          const field = document.activeElement.getBoundingClientRect();
          const block = document.activeElement.closest(".criterion").getBoundingClientRect();
          return [field.left - block.left, block.right - field.right];
        }"""
    )
    assert min(around) >= 5  # the ring is 3 px wide, and 2 px away


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_how_far_one_is_stays_in_sight(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    met(page, "PRE-01")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    assert page.inner_text("#assessed") == "1 critère évalué sur 64"
    place = page.locator("#assessed").bounding_box()
    assert 0 <= place["y"] < 140
    assert place["x"] + place["width"] <= width


def test_a_decision_in_the_file_is_kept_and_said(page: Any) -> None:
    content = load_audit(FIRST_AUDIT).to_json().encode()
    page.set_input_files("#open", {"name": "a.json", "mimeType": "", "buffer": content})
    wait_for(page, "said", "est ouvert")
    assert "la décision du comité (label accordé)" in page.inner_text("#decided")
    page.check("[name='findings/PRE-01/status'][value=not_met]")
    assert page.inner_text("#standing") == "✗ Non labellisable à ce stade"


def test_the_audit_before_is_recalled_and_not_copied(browser: Any, tmp_path: Path) -> None:
    former = Former(load_audit(FIRST_AUDIT), load_referential(REFERENTIAL))
    made = tmp_path / "next.html"
    made.write_text(form_page(load_referential(NEXT), "fr", former), "utf-8")
    with opened(browser, made) as page:
        assert page.input_value(NAME) == "Coopérative Exemple"
        assert page.input_value("[name='previous/last_day']") == "2029-11-19"
        assert page.locator(".former").count() == 65
        assert "NOUVEAU" in page.text_content("[id='c/RES-06'] .former")
        assert "TER-12" in page.text_content("main")
        page.fill("[name='audited_on/from']", "2029-05-14")
        assert page.inner_text("#assessed") == "0 critère évalué sur 64"
        with page.expect_download() as waiting:
            page.click("#save")
        audit = parse_audit(Path(waiting.value.path()).read_bytes())
        assert audit.organisation == former.audit.organisation
        assert audit.previous
        assert not audit.findings


def test_a_new_audit_keeps_nothing_of_the_former(browser: Any, tmp_path: Path) -> None:
    former = Former(load_audit(FIRST_AUDIT), load_referential(REFERENTIAL))
    made = tmp_path / "next.html"
    made.write_text(form_page(load_referential(NEXT), "fr", former), "utf-8")
    asked: list[str] = []
    with opened(browser, made) as page:
        met(page, "PRE-01")
        page.select_option("#only-status", "unassessed")
        page.fill("[name='auditors/0/name']", "Auditrice")
        page.once("dialog", lambda one: (asked.append(one.message), one.dismiss()))
        page.click("#new")
        assert page.input_value("[name='auditors/0/name']") == "Auditrice"
        page.once("dialog", lambda one: (asked.append(one.message), one.accept()))
        page.click("#new")
        assert [one.partition(". ")[2].replace("\u202f", " ") for one in asked] == [
            "Commencer un autre audit quand même ?"
        ] * 2
        assert page.evaluate("document.activeElement.name") == "organisation/name"
        assert page.inner_text("#assessed") == "0 critère évalué sur 64"
        assert page.is_visible("[id='c/PRE-01']")
        assert page.locator(".former >> visible=true").count() == 0
        assert not asks_on_leaving(page)
        with page.expect_download() as waiting:
            page.click("#save")
        assert json.loads(Path(waiting.value.path()).read_text("utf-8")) == {
            "format": "cpe-label/audit/1",
            "referential": {"id": "label-cpe", "version": "2027.1"},
            "kind": "audit",
        }
        assert "Coopérative Exemple" in page.inner_text("#draft-list")  # what was there is kept
        page.click("#new")  # nothing is lost: nothing is asked


def test_what_was_found_in_another_organisation_is_not_recalled(
    browser: Any, tmp_path: Path
) -> None:
    """By the identifier, or by the name where one has none; on the screen and on paper."""
    audit = load_audit(FIRST_AUDIT)
    former = Former(audit, load_referential(REFERENTIAL))
    made = tmp_path / "next.html"
    made.write_text(form_page(load_referential(NEXT), "fr", former), "utf-8")
    named = {"id": "label-cpe", "version": "2027.1"}
    known = {"id": "exemple-001", "name": "Coopérative Exemple"}
    with opened(browser, made) as page:
        page.on("dialog", lambda one: one.accept())
        heading = page.inner_text(".former h4 >> nth=0").replace("\u00a0", " ")
        assert heading == "Au précédent audit – Coopérative Exemple, 13 octobre 2026"
        for organisation, is_recalled in (
            ({"id": "autre", "name": "Coopérative Exemple"}, False),
            (known, True),
            ({"id": "exemple-001", "name": "Autre nom"}, True),
            ({"name": "Autre"}, False),
            ({"name": "coopérative  exemple"}, True),
        ):
            content = {**json.loads(audit.to_json()), "referential": named, "findings": {}}
            content["organisation"] = organisation
            buffer = json.dumps(content).encode()
            page.set_input_files("#open", {"name": "x.json", "mimeType": "", "buffer": buffer})
            name = organisation["name"]
            page.wait_for_function("(name) => audit.organisation.name === name", arg=name)
            said = page.inner_text("#not-recalled").replace("\u202f", " ")
            assert said == (
                ""
                if is_recalled
                else "Les constats précédents ne sont pas rappelés : c’était l’audit de "
                "« Coopérative Exemple »."
            )
            if not is_recalled:  # it is told once
                page.click("#close")
                page.fill("[name='opinion']", name)
                assert page.inner_text("#not-recalled") == ""
            shown = "(all) => all.some((one) => one.checkVisibility())"
            places = page.locator(".former, .recall")
            assert places.evaluate_all(shown) == is_recalled
            page.emulate_media(media="print")
            assert places.evaluate_all(shown) == is_recalled
            page.emulate_media(media="screen")


# ── As it is drawn ───────────────────────────────────────────────────────────────────────────────


def few(referential: Referential) -> Referential:
    """The same with the last criteria of each section alone: axe takes its time."""
    sections = [
        section.model_copy(update={"criteria": section.criteria[-2:]})
        for section in referential.sections
    ]
    return referential.model_copy(update={"sections": sections})


@pytest.mark.parametrize(("language", "width"), [("fr", 320), ("fr", 768), ("en", 1280)])
def test_nothing_is_wider_than_the_window_and_axe_finds_nothing(
    browser: Any, tmp_path: Path, language: Language, width: int
) -> None:
    """With everything unfolded, an answer of each kind, a former audit and a file refused."""
    from axe_playwright_python.sync_playwright import Axe

    made = tmp_path / "page.html"
    former = Former(load_audit(FIRST_AUDIT), few(load_referential(REFERENTIAL)))
    made.write_text(form_page(few(load_referential(NEXT)), language, former), "utf-8")
    with opened(browser, made, viewport={"width": width, "height": 900}, bypass_csp=True) as page:
        for status in ("met", "not_met", "not_applicable"):
            page.locator(f"[name^='findings/'][value={status}]").last.check()
        page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
        page.add_style_tag(content=".criterion { content-visibility: visible }")
        page.set_input_files("#open", {"name": "x.json", "mimeType": "", "buffer": b"{"})
        wait_for(page, "trouble", "x.json")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.evaluate("scrollTo(0, 0)")  # elsewhere the bar stands over a field in part
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = Axe().run(page, options={"runOnly": tags}).response
        assert len(found["passes"]) > 30
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
