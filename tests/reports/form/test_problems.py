"""What the page says of an audit is what `check` says of it, in the words that the page shows.

Random audits, with decisions, events, days and auditors that contradict one another or do not.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from support import making
from support.browser import needs_browser
from support.comparing import FIRST_AUDIT

from cpe_label import Audit, AuditError, Referential, load_audit, parse_audit
from cpe_label.messages.form_words import words_of_page
from cpe_label.messages.phrase import say
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.problems.problem import Problem
from cpe_label.reports.form import PROBLEMS, form_page
from cpe_label.rules.engine import check
from cpe_label.text.typography import LANGUAGES, Language

pytestmark = [pytest.mark.slow, needs_browser]

REFERENTIAL: Final[Referential] = making.referential(
    [
        {"id": "a", "title": "A", "required": "100%"},
        {"id": "b", "title": "B", "required": "50%"},
        {"id": "c", "title": "C", "required": "1/3", "scope": "each_section"},
    ],
    [{"a": {"met": 4}, "b": {"met": 3}, "c": {"met": 2}}, {"a": {"met": 4}, "c": {"met": 3}}],
    in_force={"from": "2019-05-23", "until": "2029-12-31"},
)
SAID = """(audits) => audits.map((audit) => problems(audit, score(DATA.referential, audit.findings))
  .map(({ code, severity, sentence, place }) => [code, severity, sentence, !!byId(place)]))"""
DAYS: Final = (
    *("2019-05-22", "2019-05-23", "2024-02-29", "2026-02-28", "2026-10-12", "2026-10-13"),
    *("2026-11-20", "2027-10-13", "2027-10-14", "2028-02-29", "2028-10-13", "2028-10-14"),
    *("2029-12-31", "2030-01-01", "2127-03-31"),
)
NAMES: Final = ("Coopérative  exemple", "Autre", "Coopérative Exemple", "x" * 80)


@pytest.fixture(scope="module")
def pages(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Language, Any]]:
    folder: Path = tmp_path_factory.mktemp("pages")
    found: dict[Language, Any] = {}
    for language in LANGUAGES:
        path = folder / f"{language}.html"
        path.write_text(form_page(REFERENTIAL, language), "utf-8")
        found[language] = browser.new_context().new_page()
        found[language].goto(path.as_uri())
    yield found
    for one in found.values():
        one.context.close()


def random_audit(chance: random.Random) -> Audit:
    """Mostly met, so that the conditions are met as often as not."""
    findings = {}
    for criterion in REFERENTIAL.criteria:
        one = dict(making.BASE["findings"][chance.choice(["met"] * 20 + ["not_met"])])
        if not chance.randrange(12):
            one = chance.choice(
                [
                    {},
                    {"status": "met"},
                    {"status": "not_met", "good_practice": "Une idée."},
                    {"status": "met", "evidence": ["Vu."], "justification": "Pourquoi ?"},
                    {"status": "not_applicable", "justification": "Sans objet ici."},
                    {"status": "not_met", "action": {"due": chance.choice(DAYS)}},
                ]
            )
        findings[criterion.id] = one
    if chance.randrange(3):
        findings = {name: one for name, one in findings.items() if one}
    name = chance.choice(NAMES)
    first = chance.choice(DAYS)
    audit: dict[str, Any] = {
        **making.BASE["audit"],
        "organisation": {"id": "exemple", "name": name},
        "kind": chance.choice(["audit", "audit", "audit", "self_assessment"]),
        "audited_on": {"from": first},
        "findings": findings,
        "auditors": [{"name": "A", "organisation": chance.choice(NAMES)}, {"name": "B"}],
    }
    if chance.randrange(2):
        audit["audited_on"]["to"] = chance.choice([day for day in DAYS if day >= first])
    if not chance.randrange(5):
        del audit["organisation"]["id"]
    if chance.randrange(4):
        outcome = chance.choice(["granted", "granted", "refused", "refused", "adjourned"])
        audit["decision"] = {"outcome": outcome, "decided_on": chance.choice(DAYS)}
        if chance.randrange(2):
            audit["decision"]["reason"] = "Un motif."
    if not chance.randrange(5):
        audit["events"] = [{"event": "suspended", "on": "2027-11-20"}]
    if not chance.randrange(5):
        audit["previous"] = {"last_day": chance.choice(DAYS)}
    return Audit.model_validate(audit)


def in_words_of_page(problem: Problem, language: Language) -> str:
    """The sentence of `check`, with the words that the page shows in the place of keys."""
    words = words_of_page(language)
    return say(CATALOGUE[problem.code], language, words, **problem.arguments)


def expected(audit: Audit, language: Language) -> list[list[Any]]:
    return [
        [one.code, one.severity, in_words_of_page(one, language), True]
        for one in check(audit, REFERENTIAL)
        if one.code in PROBLEMS
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_check_says(pages: dict[Language, Any], language: Language) -> None:
    chance = random.Random(17)
    audits = [random_audit(chance) for _ in range(600)]
    found = pages[language].evaluate(SAID, [one.as_written() for one in audits])
    seen: Counter[str] = Counter()
    for audit, said in zip(audits, found, strict=True):
        wanted = expected(audit, language)
        assert sorted(said) == sorted(wanted), audit.as_written()
        seen.update(code for code, *_ in wanted)
    assert set(seen) == set(PROBLEMS)


def test_nothing_of_a_decision_is_compared_where_the_count_is_not_known(
    pages: dict[Language, Any],
) -> None:
    """Where a criterion is not applicable and nobody says why (A015), as in `check`."""
    granted = {"outcome": "granted", "decided_on": "2026-11-20"}
    audit = making.audit([{"a": {"not_met": 1}}], decision=granted)
    written = audit.as_written()
    assert "A017" in [code for code, *_ in pages["fr"].evaluate(SAID, [written])[0]]
    last = REFERENTIAL.criteria[-1].id
    unsaid = {**written, "findings": {**written["findings"], last: {"status": "not_applicable"}}}
    assert pages["fr"].evaluate(SAID, [unsaid]) == [[]]
    found = {one.code for one in check(Audit.model_validate(unsaid), REFERENTIAL)}
    assert found == {"A015"}


@pytest.mark.parametrize("due", ["9999-06-01", "9999-12-31"])
def test_the_calendar_ends_for_both(pages: dict[Language, Any], due: str) -> None:
    findings = {"a-0-1": {"status": "not_met", "action": {"due": due}}}
    audit = making.audit([], audited_on={"from": "9999-06-01"}, findings=findings)
    (said,) = pages["fr"].evaluate(SAID, [audit.as_written()])
    assert sorted(said) == sorted(expected(audit, "fr"))
    assert ("A037" in [code for code, *_ in said]) == (due > "9999-06-01")


IDENTIFIERS: Final = (
    *("812 345 678", "812.345..678", "812 345 678 00012", "Été 2", "2019 /1", "-x", "é", "ŒUVRE"),
    *("a" * 129, "a " * 64, "x" * 201 + "é", "a\nb", "a\u2028b", "\u202ea", "№ 5", "a\u200bb", "!"),
    *("a\ufeffb", "8\ufeff12345678", "😀" * 70, "a_b.c-d", "exemple-001"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_identifier_is_told_as_check_tells_it(
    pages: dict[Language, Any], language: Language
) -> None:
    base = making.audit([]).as_written()
    said = pages[language].evaluate(
        "(all) => all.map((id) => gaps({ organisation: { id } }, [])"
        ".filter((one) => one.place === 'f/organisation/id').map((one) => one.sentence))",
        IDENTIFIERS,
    )
    told = 0
    for name, sentences in zip(IDENTIFIERS, said, strict=True):
        text = json.dumps({**base, "organisation": {"id": name, "name": "Exemple"}})
        try:
            parse_audit(text)
            found = []
        except AuditError as error:
            found = [one.message(language) for one in error.problems]
        assert sentences == found, name
        told += len(found)
    assert told == len(IDENTIFIERS) - 2


# ── In the page ──────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def page(pages: dict[Language, Any], tmp_path: Path, label_cpe: Any) -> Iterator[Any]:
    path = tmp_path / "audit.html"
    path.write_text(form_page(label_cpe, "fr"), "utf-8")
    page = pages["fr"].context.new_page()
    page.goto(path.as_uri())
    yield page
    page.close()


def test_a_decision_that_the_findings_contradict_is_told_in_the_words_of_check(
    page: Any, label_cpe: Referential
) -> None:
    audit = load_audit(FIRST_AUDIT)
    content = json.loads(audit.to_json())
    page.set_input_files(
        "#open", {"name": "a.json", "mimeType": "", "buffer": audit.to_json().encode()}
    )
    page.locator("#said", has_text="est ouvert").wait_for()
    assert page.inner_text("#gaps") == "Rien à compléter ni à corriger."
    page.check("[name='findings/PRE-01/status'][value=not_met]")
    content["findings"]["PRE-01"]["status"] = "not_met"
    changed = Audit.model_validate(content)
    (problem,) = [one for one in check(changed, label_cpe) if one.severity == "error"]
    assert problem.code == "A017"
    assert page.inner_text("#gaps") == in_words_of_page(problem, "fr")
    assert page.inner_text("#gaps").startswith("«\u202flabel accordé\u202f» alors que")
    page.click("#gaps a")
    assert page.evaluate("document.activeElement.id") == "t/PRE-01"


def test_what_check_warns_of_is_told_and_holds_nothing_back(page: Any) -> None:
    advice = page.locator("#advised")
    page.fill("[name='organisation/name']", "Coopérative Exemple")
    page.fill("[name='audited_on/from']", "2026-10-12")
    assert advice.is_hidden()
    page.check("[name='findings/PRE-01/status'][value=met]")
    assert page.inner_text("#gaps") == "Rien à compléter ni à corriger."
    assert advice.is_visible()
    assert "(1)" in advice.inner_text()
    page.click("#advised summary")
    assert page.inner_text("#advice").replace("\u202f", " ") == (
        "PRE-01 est « satisfait » et « Éléments vus » est vide, dans un niveau où chaque critère "
        "compte"
    )
    page.click("#advice a")
    assert page.evaluate("document.activeElement.name") == "findings/PRE-01/evidence"
    page.keyboard.type("Bulletin")
    assert advice.is_hidden()


def test_of_events_which_the_page_does_not_show_it_says_so(page: Any) -> None:
    content = json.loads(load_audit(FIRST_AUDIT).to_json())
    content["events"] = [{"event": "suspended", "on": "2027-03-01"}]
    buffer = json.dumps(content).encode()
    page.set_input_files("#open", {"name": "a.json", "mimeType": "", "buffer": buffer})
    page.locator("#said", has_text="est ouvert").wait_for()
    assert "cpe-label check le relit" in page.inner_text("#gaps")
    assert page.inner_text("#gaps-count") == "0"
