"""The page in a browser: `check` accepts what it saves, and nothing is lost of what it opens."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.browser import needs_browser, opened
from support.filling import filled
from support.payloads import SAMPLE
from support.reports import EVALUATIONS
from support.shipped import EXAMPLES

from cpe_label import Audit, check, load_audit, parse_audit, to_yaml
from cpe_label.messages.form_words import LABELS
from cpe_label.messages.states import STANDINGS
from cpe_label.record.schema import schema
from cpe_label.reports.form import form_page
from cpe_label.rules.engine import BEFORE_DECISION
from cpe_label.text.typography import typeset
from cpe_label.writing.spreadsheet.audit import audit_workbook

pytestmark = [pytest.mark.slow, needs_browser]


@pytest.fixture(scope="module")
def kept_page(browser: Any, path: Path) -> Iterator[Any]:
    """One page for several tests, which leave it as it was."""
    with opened(browser, path) as found:
        yield found


def saved(page: Any) -> str:
    """The text of the file that the page saves."""
    with page.expect_download() as waiting:
        page.click("#save")
    text: str = Path(waiting.value.path()).read_text("utf-8")
    return text


def choose(page: Any, content: bytes | str, name: str = "choisi.json") -> str:
    """Open a file in the page; what the page says then."""
    content = content.encode() if isinstance(content, str) else content
    page.evaluate("said.textContent = trouble.textContent = ''")
    page.set_input_files("#open", {"name": name, "mimeType": "", "buffer": content})
    said = page.locator("#said:not(:empty), #trouble:not(:empty)")
    said.wait_for()
    return str(said.text_content())


def fill_in(page: Any) -> None:
    """A whole audit, as a person fills it in."""
    page.fill("[name='organisation/name']", "Coopérative Exemple")
    page.fill("[name='audited_on/from']", "2026-10-12")
    page.fill("[name='audited_on/to']", "2026-10-13")
    page.fill("[name='auditors/0/name']", "Auditrice Exemple")
    page.click("#add-auditor")
    page.fill("[name='auditors/1/name']", "Auditeur Exemple")
    page.fill("[name='auditors/1/organisation']", "Autre Exemple")
    page.evaluate("document.querySelectorAll('[value=met]').forEach((one) => one.click())")
    page.fill("[name='findings/PRE-01/evidence']", "Bulletin\n\nListe : 20 parts\n")
    page.fill("[name='findings/COO-01/comment']", "Deux\nlignes « exactes »")
    page.check("[name='findings/COO-08/status'][value=not_applicable]")
    page.fill("[name='findings/COO-08/justification']", "Aucun contrat.")
    page.fill("[name='opinion']", "Avis favorable.")


# ── What is saved ────────────────────────────────────────────────────────────────────────────────


def test_what_is_filled_in_is_an_audit_that_check_accepts(page: Any) -> None:
    fill_in(page)
    assert page.inner_text("#standing") == "✓ Labellisable"
    text = saved(page)
    audit = parse_audit(text)
    assert not [one for one in check(audit) if one.severity == "error"]
    assert audit.findings["PRE-01"].evidence == ("Bulletin", "Liste : 20 parts")
    assert audit.findings["COO-01"].comment == "Deux\nlignes « exactes »"
    assert [one.name for one in audit.auditors] == ["Auditrice Exemple", "Auditeur Exemple"]
    assert parse_audit(to_yaml(audit)).digest == audit.digest
    assert text == audit.to_json()


def test_an_empty_page_saves_what_check_names(page: Any) -> None:
    text = saved(page)
    assert json.loads(text) == {
        "format": "cpe-label/audit/1",
        "referential": {"id": "label-cpe", "version": "2019.1"},
        "kind": "audit",
    }
    assert page.inner_text("#gaps") == "Le nom de la structure manque\nLe premier jour manque"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.stem)
def test_a_file_that_is_opened_is_saved_as_it_was(page: Any, example: Path) -> None:
    """With decision and events, which the page does not show, and in the words of reports."""
    audit = load_audit(example)
    assert choose(page, audit.to_json()) == "choisi.json est ouvert."
    result = EVALUATIONS[example.stem]
    standing = STANDINGS[BEFORE_DECISION[audit.kind, result.verdict, result.complete]]
    assert page.inner_text("#standing") == f"{standing.icon} {typeset(standing.fr, 'fr')}"
    assert saved(page) == audit.to_json()


def test_every_text_comes_back_to_the_last_blank(page: Any) -> None:
    """Line breaks of other systems, blanks at an end, and the sign that shows a break in a list."""
    texts = (" a \n", "a\r\nb", "a\u2028b", "⏎", "a⏎\nb", "\n⏎", "é e\u0301", "-x", "\t#: [", "😀")
    audit = load_audit(EXAMPLES[0])
    names = list(audit.findings)
    odd = {
        name: {"comment": text, "evidence": [text, "x", text]}
        for name, text in zip(names, texts, strict=False)
    }
    changed = audit.model_copy(update={"findings": odd, "opinion": texts[0], "decision": None})
    choose(page, changed.to_json())
    page.locator(f"[name='findings/{names[0]}/evidence']").press("End")
    for name in odd:  # a line is added: those that were there stay as they were
        field = page.locator(f"[name='findings/{name}/evidence']")
        field.evaluate(
            "(one) => { one.value += '\\nnouveau'; one.dispatchEvent(new Event('input',"
            " { bubbles: true })); }"
        )
    again = parse_audit(saved(page))
    for name, text in zip(odd, texts, strict=True):
        assert again.findings[name].evidence == (text, "x", text, "nouveau")
        assert again.findings[name].comment == text
    assert again.opinion == texts[0]


def test_the_page_knows_every_key_of_an_audit(page: Any) -> None:
    shape = page.evaluate("SHAPE")
    definitions = schema("audit")["$defs"]

    def keys(found: Any, title: str = "") -> None:
        properties = (definitions[title] if title else schema("audit"))["properties"]
        assert list(found) == list(properties)

    keys(shape)
    keys(shape["organisation"], "Organisation")
    keys(shape["referential"], "ReferentialName")
    keys(shape["audited_on"], "AuditedOn")
    keys(shape["auditors"]["each"], "Auditor")
    keys(shape["findings"]["by_criterion"], "Finding")
    keys(shape["findings"]["by_criterion"]["action"], "Action")
    keys(shape["previous"], "PreviousLabel")
    keys(shape["decision"], "Decision")
    keys(shape["events"]["each"], "Event")
    for part, name, key in (
        (shape["decision"], "Decision", "outcome"),
        (shape["events"]["each"], "Event", "event"),
        (shape["findings"]["by_criterion"], "Finding", "status"),
        (shape["previous"], "PreviousLabel", "state"),
    ):
        field = definitions[name]["properties"][key]
        assert part[key] == (field.get("enum") or field["anyOf"][0]["enum"])


def test_the_page_has_a_word_for_every_place_of_an_audit(page: Any) -> None:
    """So that no sentence of it shows a key."""
    places = page.evaluate(
        """() => {
          const found = [];
          const walk = (shape, path) => {
            if (path.length) found.push(path.join("."));
            const inside = shape.each ?? shape.by_criterion ?? shape;
            if (isText(inside)) return;
            for (const [key, one] of Object.entries(inside)) walk(one, [...path, key]);
          };
          walk(SHAPE, []);
          return found;
        }"""
    )
    assert sorted(places) == sorted(LABELS)


# ── What is not opened ───────────────────────────────────────────────────────────────────────────


def changed(**keys: Any) -> str:
    return json.dumps({**load_audit(EXAMPLES[0]).as_written(), **keys})


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "ce n’est pas du JSON"),
    "cut": (changed()[:-9], "ce n’est pas du JSON"),
    "yaml": (EXAMPLES[0].read_bytes(), "« cpe-label convert audit.yaml -o audit.json »"),
    "workbook": (
        audit_workbook(load_audit(EXAMPLES[0]), None, "fr"),
        "« cpe-label convert audit.xlsx -o",
    ),
    "damaged": ('{\n"format": "cpe-label/audit/1",\nkind: audit}', "ce n’est pas du JSON"),
    "latin": (changed().encode() + b"\xe9", "ce n’est pas un texte en UTF-8"),
    "large": (b" " * 524_289, "il dépasse 512 ko"),
    "list": ("[]", "ce n’est pas un audit"),
    "null": ("null", "ce n’est pas un audit"),
    "record": ('{"format": "cpe-label/evaluation/1"}', "ce n’est pas un audit"),
    "deep": ("[" * 200_000 + "]" * 200_000, "ce n’est pas"),
    "referential": (
        changed(referential={"id": "autre", "version": "2019.1"}),
        "il répond au référentiel « autre »",
    ),
    "version": (
        changed(referential={"id": "label-cpe", "version": "2027.1"}),
        "il répond à la version 2027.1, et cette page à la version 2019.1",
    ),
    "inside": (changed(findings={"PRE-01": {"notes": "x"}}), "la clé « PRE-01 – notes »"),
    "item": (changed(auditors=[{"name": "x"}, {"name": 1}]), "la valeur de « Nom (2) »"),
    "outcome": (changed(decision={"outcome": "oui"}), "la valeur de « Décision : issue »"),
    "twice_inside": (
        changed(findings={"PRE-01": {"comment": "x"}}).replace(
            '"comment"', '"comment": "y", "comment"'
        ),
        "la clé « PRE-01 – Commentaire » s’y trouve deux fois",
    ),
    "nameless": (changed(referential=None), "il répond au référentiel « – »"),
    "twice": (changed().replace('"kind"', '"opinion": "a", "opinion": "b", "kind"'), "deux fois"),
    "key": (changed(notes="x"), "la clé « notes » n’est pas connue"),
    "prototype": (changed().replace('"kind"', '"__proto__": {}, "kind"'), "n’est pas connue"),
    "criterion": (changed(findings={"PRE-99": {}}), "pas de critère « PRE-99 »"),
    "status": (
        changed(findings={"PRE-01": {"status": "oui"}}),
        "la valeur de « PRE-01 – Constat »",
    ),
    "permission": (
        changed(findings={"PRE-01": {"status": "not_applicable", "justification": "x"}}),
        "la valeur de « PRE-01 – Constat »",
    ),
    "number": (changed(opinion=12), "la valeur de « Avis de l’équipe d’audit »"),
    "day": (changed(audited_on={"from": "2026-02-30"}), "la valeur de « Premier jour »"),
    "shape": (changed(auditors={"name": "x"}), "la valeur de « Équipe d’audit »"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_opened_is_said_and_nothing_changes(kept_page: Any, name: str) -> None:
    page, (content, reason) = kept_page, REFUSED[name]
    page.fill("[name='opinion']", f"Déjà écrit : {name}")
    sentence = choose(page, content).replace("\u202f", " ")
    assert sentence.startswith("choisi.json n’a pas été ouvert : ")
    assert reason in sentence
    assert sentence.endswith("Ce qui se trouve dans cette page n’a pas changé.")
    assert json.loads(saved(page))["opinion"] == f"Déjà écrit : {name}"


def test_a_file_without_its_kind_opens_with_the_choice_that_is_shown(page: Any) -> None:
    assert "est ouvert" in choose(page, changed(kind=None))
    assert page.is_checked("[name=kind][value=audit]")
    assert page.inner_text("#file-state") == "Modifications non enregistrées."
    assert parse_audit(saved(page)).kind == "audit"


def test_a_file_of_ten_megabytes_is_not_read(page: Any, tmp_path: Path) -> None:
    (tmp_path / "large.json").write_text(changed() + " " * 10_000_000, "utf-8")
    page.set_input_files("#open", tmp_path / "large.json")
    page.locator("#trouble", has_text="il dépasse 512 ko").wait_for()
    assert page.inner_text("#file-state") == "Aucune modification à enregistrer."


def test_keys_that_hold_nothing_are_absent(page: Any) -> None:
    choose(page, changed(findings={"PRE-01": None, "PRE-02": {"evidence": "un"}}, opinion=""))
    found = parse_audit(saved(page))
    assert found.findings["PRE-02"].evidence == ("un",)
    assert found.opinion is None


# ── Hostile texts ────────────────────────────────────────────────────────────────────────────────


def test_no_text_runs_and_none_asks_for_anything(
    browser: Any, tmp_path: Path, label_cpe: Any
) -> None:
    """Markup and scripts in every field of the referential, of the audit before and of a file."""
    harmless = filled(lambda _: "texte")["refused"]
    plain = tree(browser, tmp_path, harmless.referential, harmless.audit)
    for text in SAMPLE[:7]:
        found = filled(lambda _, text=text: text)["refused"]  # type: ignore[misc]
        assert tree(browser, tmp_path, found.referential, found.audit) == plain, text


def tree(browser: Any, folder: Path, referential: Any, audit: Audit) -> Any:
    """The elements of a page that holds some texts everywhere, which runs and asks nothing."""
    from cpe_label.writing.reminder import Former

    page_path = folder / "hostile.html"
    page_path.write_text(form_page(referential, "fr", Former(audit, referential)), "utf-8")
    with opened(browser, page_path) as page:
        assert "est ouvert" in choose(page, audit.to_json())
        assert saved(page) == audit.to_json()
        count: Any = page.evaluate(
            """() => [...document.querySelectorAll("*")].map((one) => one.tagName).filter(
              (name) => !["LI", "BR", "A"].includes(name)).join(" ")"""
        )
        return count


def test_the_policy_lets_no_other_script_or_style_in(browser: Any, path: Path) -> None:
    page = browser.new_page()
    page.goto(path.as_uri())
    refused = page.evaluate(
        """() => new Promise((resolve) => {
          const found = [];
          document.addEventListener("securitypolicyviolation", (one) => {
            found.push(one.effectiveDirective);
            if (found.length === 4) resolve(found.sort());
          });
          const add = (tag, set) => document.body.append(
            Object.assign(document.createElement(tag), set));
          add("script", { textContent: "window.ran = true" });
          add("style", { textContent: "p { color: red }" });
          add("img", { src: "https://example.org/x.png" });
          fetch("https://example.org/").catch(() => {});
        })"""
    )
    assert refused == ["connect-src", "img-src", "script-src-elem", "style-src-elem"]
    assert page.evaluate("window.ran") is None
