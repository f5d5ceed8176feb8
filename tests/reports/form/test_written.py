"""The page in which an audit is filled in, as it is written: what it holds, and what it lets run.

What it does in a browser is tried by the other files of this folder.
"""

import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from support.comparing import FIRST_AUDIT, NEXT
from support.filling import filled, in_turn
from support.payloads import SAMPLE
from support.reports import PageOutline, outline, squeezed
from support.shipped import REFERENTIAL
from test_architecture import TEMPLATES

from cpe_label import Referential, load_audit, load_referential
from cpe_label.messages.form import FORM, SAID
from cpe_label.messages.reports import REPORT
from cpe_label.messages.states import STANDINGS, VERDICTS
from cpe_label.reports.form import SCRIPTS, form_page
from cpe_label.reports.ours import is_report
from cpe_label.reports.view.referential import referential_view
from cpe_label.text.typography import LANGUAGES, Language, typeset
from cpe_label.writing.reminder import Former

POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
LOADING = {"src", "srcset", "action", "formaction", "background", "data", "poster", "style"}
"""Attributes with which an element asks for something, or wears a style that no policy allows."""


def script_of(page: str) -> str:
    return page.rpartition("<script>")[2].partition("</script>")[0]


def data_of(page: str) -> Any:
    return json.loads(page.partition('<template id="data">')[2].partition("</template>")[0])


@pytest.fixture(scope="module")
def page(label_cpe: Referential) -> str:
    return form_page(label_cpe, "fr")


def test_the_policy_allows_this_very_script_and_style_and_nothing_else(page: str) -> None:
    style = page.partition("<style>")[2].partition("</style>")[0]
    hashes = [
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for text in (style, script_of(page))
    ]
    (policy,) = POLICY.findall(page)
    assert policy.replace("&#39;", "'").split("; ") == [
        *("default-src 'none'", f"style-src {hashes[0]}", f"script-src {hashes[1]}"),
        *("base-uri 'none'", "form-action 'none'"),
    ]


def test_the_script_is_that_of_the_files_and_cannot_read_a_text_as_code(page: str) -> None:
    code = "".join((TEMPLATES / name).read_text("utf-8") for name in SCRIPTS)
    assert script_of(page) == code.strip()
    assert set(SCRIPTS) == {path.name for path in TEMPLATES.glob("*.js")}
    for way in (
        *("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval("),
        *("Function(", "import(", "fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "Worker"),
        *("performance", "Math.random", "http"),
    ):
        assert way not in code, way
    assert re.findall(r"\bDate\b.*", code) == ["Date();"]  # when a draft was kept, and no more


def test_the_style_has_the_colours_of_reports_alone_and_shows_the_focus() -> None:
    style = (TEMPLATES / "form-style.css").read_text("utf-8")
    assert style.startswith('{% include "report.css" %}\n')
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\s*[{,:.>~])|rgb|hsl", style)
    assert ":focus-visible" in style
    assert not re.search(r"outline\s*:\s*(none|0)", style)


def test_a_report_never_takes_the_place_of_the_page(page: str) -> None:
    assert not is_report(page.encode())


def test_the_page_asks_for_nothing(page: str) -> None:
    found = outline(page)
    assert not {name for _, names in found.tags for name in names} & LOADING
    assert not {tag for tag, _ in found.tags} & {"img", "link", "iframe", "object", "embed", "base"}
    links = re.findall(r'(?:href|url)[=(]"?([^")]*)', page.partition("<style>")[0])
    links += re.findall(r'href="([^"]*)"', page)
    assert links
    assert all(link.startswith("#") for link in links)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_criterion_is_there_with_what_its_referential_says(
    label_cpe: Referential, language: Language
) -> None:
    written = form_page(label_cpe, language)
    texts = squeezed(" ".join(outline(written).texts))
    for criterion in label_cpe.criteria:
        for text in (
            criterion.title,
            criterion.requirement,
            criterion.guidance or "",
            *criterion.evidence,
        ):
            assert squeezed(typeset(text, language)) in texts
        offered = f'name="findings/{criterion.id}/status" value="not_applicable"' in written
        assert offered == (criterion.not_applicable_when is not None)
    assert squeezed(typeset(getattr(FORM["about"], language), language)) in texts
    html = written.partition("<html")[2].partition(">")[0]
    assert html == f' lang="{language}"'


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_referential_says_of_itself_is_at_hand(
    label_cpe: Referential, language: Language
) -> None:
    """A word that its requirements use may be defined there alone."""
    assert "période auditée" in label_cpe.description
    written = form_page(label_cpe, language)
    about = written.partition('<details id="about">')[2].partition("</details>")[0]
    texts = squeezed(" ".join(outline(about).texts))
    view = referential_view(label_cpe, language)
    for text in (
        *(label_cpe.description, label_cpe.notice, view.in_force, *view.rule, *view.documents),
        getattr(FORM["about_referential"], language),
    ):
        assert squeezed(typeset(text or "", language)) in texts
    assert (f'<p lang="fr">{label_cpe.description[:20]}' in about) == (language == "en")


def test_texts_in_another_language_say_so(label_cpe: Referential) -> None:
    english, french = form_page(label_cpe, "en"), form_page(label_cpe, "fr")
    assert french.count('lang="fr"') == 1
    criterion = label_cpe.criteria[0]
    assert f'<h3 id="t/{criterion.id}" tabindex="-1" lang="fr">' in english
    assert f'<p lang="fr">{criterion.requirement}</p>' in english.replace("&#39;", "'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_script_has_the_very_words_of_reports(
    label_cpe: Referential, language: Language
) -> None:
    data = data_of(form_page(label_cpe, language))
    for key, words in data["report"].items():
        assert words == typeset(getattr(REPORT[key], language), language)
    for table, styles in (("verdicts", VERDICTS), ("standings", STANDINGS)):
        assert {key: (one["text"], one["icon"]) for key, one in data[table].items()} == {
            key: (typeset(getattr(style, language), language), style.icon)
            for key, style in styles.items()
        }


def test_each_sentence_that_the_script_says_is_one_that_it_has(page: str) -> None:
    code = script_of(page)
    keys = set(re.findall(r'"(\w+)"', code)) | set(re.findall(r"DATA\.said\.(\w+)", code))
    made = {f"gap_{key}" for key in re.findall(r'gap\("(\w+)"', code)}
    assert set(SAID) <= keys | made
    assert made <= set(SAID)
    assert set(re.findall(r"DATA\.said\.(\w+)", code)) <= set(SAID)
    assert set(re.findall(r"DATA\.report\.(\w+)", code)) <= set(data_of(page)["report"])


# ── Hostile texts ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("start", range(0, len(SAMPLE), 4))
def test_no_text_changes_the_structure_of_the_page(start: int) -> None:
    """Of the referential and of the audit before, in every field, payloads in turn."""
    plain = structure(hostile_page(("texte",), 0))
    assert structure(hostile_page(SAMPLE, start)) == plain


def hostile_page(texts: tuple[str, ...], start: int) -> str:
    evaluation = filled(in_turn(texts, start))["refused"]
    return form_page(evaluation.referential, "fr", Former(evaluation.audit, evaluation.referential))


def structure(page: str) -> list[str]:
    """The tags of a page, each closed in its order; data that can be read."""
    found: PageOutline = outline(page)
    opened: list[str] = []
    for tag, _ in found.tags:
        if tag.startswith("/"):
            assert opened.pop() == tag[1:]
        elif tag not in {"meta", "input"}:
            opened.append(tag)
    assert not opened
    assert data_of(page)["referential"]["id"] == "essai"
    assert page.count("<script") == page.count("</script") == 1
    return [f"{tag} {names}" for tag, names in found.tags]


# ── From the audit before ────────────────────────────────────────────────────────────────────────


def test_the_audit_before_gives_who_and_what_to_renew_and_no_answer() -> None:
    former = Former(load_audit(FIRST_AUDIT), load_referential(REFERENTIAL))
    written = form_page(load_referential(NEXT), "fr", former)
    assert data_of(written)["start"] == {
        "format": "cpe-label/audit/1",
        "referential": {"id": "label-cpe", "version": "2027.1"},
        "kind": "audit",
        "organisation": {
            "id": "exemple-001",
            "name": "Coopérative Exemple",
            "region": "Région Exemple",
        },
        "previous": {"last_day": "2029-11-19"},
    }
    assert written.count('class="former"') == 65
    assert written.count("NOUVEAU\u202f:") == written.count("REFORMULÉ\u202f:") == 1
    retired = written.partition("absents de cette version")[2]
    assert re.findall(r'<span class="id">([^<]*)</span>', retired) == ["TER-12"]


def test_a_first_audit_knows_its_referential_alone(page: str) -> None:
    assert data_of(page)["start"] == {
        "format": "cpe-label/audit/1",
        "referential": {"id": "label-cpe", "version": "2019.1"},
        "kind": "audit",
    }
    assert 'class="former"' not in page
