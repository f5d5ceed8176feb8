"""What a report must say, whatever its format."""

import json
import re

import pytest
import regenerate
from support import making
from support.page_tree import read
from support.reports import EVALUATIONS, GRANTED, ON, TEXTS, evaluation_of, plain_text

from cpe_label import evaluate, render
from cpe_label.reports.document import Bullets, Levels, Sheet, Table
from cpe_label.reports.formats.terminal import summary
from cpe_label.reports.render import document
from cpe_label.reports.view.evaluation import view


@pytest.mark.parametrize("form", regenerate.TEXTS)
def test_an_unfinished_audit_cannot_look_finished(form: str) -> None:
    words = {"json": '"complete": false'}.get(form, "Inachevé")
    assert words in render(EVALUATIONS["half-done"], form)
    assert words not in render(EVALUATIONS["granted"], form)


@pytest.mark.parametrize("kind", ["audit", "summary", "plan"])
def test_a_draft_is_marked_on_every_page_that_is_printed(kind: str) -> None:
    draft = render(EVALUATIONS["half-done"], "html", kind=kind)
    assert [one.text for one in read(draft).classed("mark")] == ["Projet"]
    assert re.search(r'@page \{ @top-right \{ content: "Projet";', draft)
    assert "Projet" not in render(EVALUATIONS["granted"], "html", kind=kind)


@pytest.mark.parametrize("form", TEXTS)
def test_labelled_only_once_the_committee_has_granted(form: str) -> None:
    granted = EVALUATIONS["granted"]
    pending = evaluation_of(GRANTED, decision=None)
    assert "Label accordé" in render(granted, form)
    assert "Valable du 20\u00a0novembre\u00a02026 au 19\u00a0novembre\u00a02029 inclus" in render(
        granted, form
    )
    report = plain_text(render(pending, form), form)
    assert "Labellisable" in report
    for words in ("Label accordé", "Valable", "Labellisée"):
        assert words not in report


@pytest.mark.parametrize("form", TEXTS)
def test_a_level_with_nothing_applicable_has_its_sentence(form: str) -> None:
    sections = [{"m": {"met": 1}, "r": {"not_applicable": 2}}]
    levels = [{"id": "m", "required": "100%"}, {"id": "r", "required": "50%"}]
    evaluation = evaluate(making.audit(sections), making.referential(levels, sections))
    report = plain_text(render(evaluation, form), form)
    assert "aucun critère n’est applicable" in report


@pytest.mark.parametrize("form", TEXTS)
def test_refused_on_a_complete_pass_says_so(form: str) -> None:
    decision = {"outcome": "refused", "decided_on": "2026-11-20", "reason": "Dossier retiré."}
    evaluation = evaluation_of(GRANTED, decision=decision)
    report = plain_text(render(evaluation, form), form)
    assert "alors que toutes les conditions sont remplies" in report
    assert "Dossier retiré." in report


def test_a_level_of_each_section_is_shown_section_by_section() -> None:
    levels = [{"id": "r", "required": "50%", "scope": "each_section"}]
    sections = [{"r": {"met": 1}}, {"r": {"not_met": 3}}]
    evaluation = evaluate(making.audit(sections), making.referential(levels, sections))
    report = plain_text(render(evaluation, "text"), "text")
    assert "non atteint dans 1 domaine sur 2" in report
    assert "1 / 4, (≥ 50 % par domaine), non atteint" in report.replace(" ,", ",")
    assert "r – Domaine 1 : 0 critère satisfait sur 3 applicables" in report
    assert (
        "r – Domaine 1\u202f: il faut encore satisfaire 2 de ces 3 critères, au choix."
        in summary(view(evaluation, "fr"))
    )


def test_the_engine_and_its_reports_name_no_level_and_no_number() -> None:
    """RC-2: the words of a report come from its referential."""
    sections = [{"x": {"met": 1, "not_met": 2}}]
    referential = making.referential(
        [{"id": "x", "title": "Essentiel", "required": "2/3"}],
        sections,
        validity={"years": "5", "renewal_window_months": "6"},
    )
    for form in ("html", "markdown", "text"):
        report = plain_text(render(evaluate(making.audit(sections), referential), form), form)
        assert "Essentiel" in report
        assert "2/3" in report
        assert "5 ans" in report
        for foreign in ("Obligatoire", "Recommandé", "Préalable", "CPE", "50 %", "3 ans"):
            assert foreign not in report.replace("cpe_label", "")


@pytest.mark.parametrize("name", EVALUATIONS)
def test_the_recommendations_are_all_the_recommendations(name: str) -> None:
    """Also those of criteria that are not met, which stand under their criterion before."""
    evaluation = EVALUATIONS[name]
    findings = evaluation.audit.findings
    recommended = [
        one.id
        for one in evaluation.referential.criteria
        if one.id in findings and findings[one.id].recommendation
    ]
    (section,) = [
        one for one in document(evaluation, "en").sections if one.anchor == "recommendations"
    ]
    assert [one.id for one in section.blocks if isinstance(one, Sheet)] == recommended
    assert ("None noted." in str(section.blocks)) == (not recommended)


# ── Texts of the auditors ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", TEXTS)
def test_nothing_that_an_auditor_wrote_is_lost(form: str) -> None:
    """Each word of each finding, in every format, whatever its status."""
    sections = [{"m": {"met": 1, "not_met": 1, "not_applicable": 1, "unassessed": 1}}]
    referential = making.referential([{"id": "m", "required": "1/2"}], sections)
    keys = ("comment", "good_practice", "recommendation")
    findings = {
        f"m-0-{n}": {
            **{key: f"mot-{key}-{n}" for key in keys},
            "evidence": [f"mot-evidence-{n}-a", f"mot-evidence-{n}-b"],
            "action": {"owner": f"mot-owner-{n}", "due": "2027-01-01"},
            **({"status": status} if status else {}),
            **({"justification": f"mot-justification-{n}"} if n == 3 else {}),
        }
        for n, status in enumerate(["met", "not_met", "not_applicable", None], 1)
    }
    audit = making.audit([], findings=findings, opinion="mot-un\n\nmot-deux", response="mot-r")
    report = plain_text(render(evaluate(audit, referential), form), form)
    words = set(re.findall(r"mot-[\w-]*\w", json.dumps([*findings.values()]))) | {
        *("mot-un", "mot-deux", "mot-r")
    }
    assert {word for word in words if word not in report} == set()


@pytest.mark.parametrize("form", ["markdown", "text"])
def test_paragraphs_are_kept(form: str) -> None:
    opinion = "Premier paragraphe\nsur deux lignes.\n\n\nSecond."
    evaluation = evaluation_of(GRANTED, opinion=opinion)
    assert re.search(r"sur deux lignes\\?\.\n\n *Second", render(evaluation, form))


# ── The first page, and the only page ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", TEXTS)
def test_each_piece_of_evidence_in_the_grid_has_its_line(form: str) -> None:
    """Each begins with a capital, which no word has after a semicolon."""
    referential = making.referential([{"id": "m", "required": "100%"}], [{"m": {"met": 1}}])
    (name,) = referential.by_id
    finding = {"status": "met", "evidence": ["Premier registre", "Deuxième registre"]}
    report = render(evaluate(making.audit([], findings={name: finding}), referential), form)
    lines = [re.sub(r"<[^>]*>|^ *- ", "", line) for line in report.splitlines()]
    assert lines.count("Premier registre") == 1
    assert lines.count("Deuxième registre") == 1


def test_the_first_page_names_what_is_missing() -> None:
    """Before the contents: who reads one page knows which criteria, and gets to them."""
    page = read(render(EVALUATIONS["refused-mandatory"], "html", on=ON))
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
    assert len(made.title) <= 200
    assert isinstance(by_level[0], Levels)
    assert max(len(one.title) for one in by_level[0].rows) <= 60
    assert isinstance(by_section[0], Table)
    assert len(by_section[0].rows) == 12
    assert "2 autres, dans le rapport complet" in str(by_section[1])
    assert isinstance(practices[0], Bullets)
    shown = len(practices[0].items)
    assert f"{168 - shown} autres" in str(practices[1])


def test_what_is_to_assess_is_not_missing() -> None:
    missing = view(EVALUATIONS["half-done"], "en").missing
    assert missing == (
        "Obligatoire: 13 criteria still to assess",
        "Recommandé: 18 criteria still to assess, 7 more must be met",
    )


@pytest.mark.parametrize("name", EVALUATIONS)
def test_nothing_is_fragile_where_every_criterion_is_required(name: str) -> None:
    seen = view(EVALUATIONS[name], "en")
    assert seen.fragile == ""
    reached = [one for one in seen.levels if one.required == "100%" and one.verdict.key == "pass"]
    assert {one.margin for one in reached} <= {""}


@pytest.mark.parametrize("kind", ["audit", "summary", "plan"])
def test_one_blank_line_at_the_most_parts_two_blocks_of_a_text(kind: str) -> None:
    text = render(EVALUATIONS["half-done"], "text", kind=kind)
    assert "Inachevé" in text
    assert "\n\n\n" not in text.partition("Inachevé")[0]


@pytest.mark.parametrize("form", TEXTS)
def test_a_criterion_that_is_named_has_its_status_in_words(form: str) -> None:
    evaluation = EVALUATIONS["half-done"]
    report = plain_text(render(evaluation, form, "fr", kind="summary"), form)
    assert report.count("non satisfait") >= 3
    assert "à évaluer" in report.partition("Ce qu’il faut encore")[2].partition("par domaine")[0]


def test_one_word_for_a_self_assessment() -> None:
    """That of the shipped referential."""
    for kind in ("audit", "summary", "plan"):
        for form in TEXTS:
            report = render(EVALUATIONS["self-assessment"], form, "fr", kind=kind).lower()
            assert "autodiagnostic" in report
            assert "auto-évaluation" not in report


def test_the_ways_to_progress_do_not_deny_that_a_level_needs_a_criterion() -> None:
    """A recommendation may be about a criterion that every label needs, and that is met."""
    plan = plain_text(render(EVALUATIONS["granted"], "text", "fr", kind="plan"), "text")
    assert "Rien de cela ne manque pour le label" in plan
    assert "Aucun niveau n’en dépend" not in plan
