"""Reports: golden files, the same figures in every format, and no text that becomes markup."""

import json
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import regenerate
from support import making
from support.shipped import EXAMPLES

from cpe_label import Audit, Evaluation, evaluate, load_audit, render
from cpe_label.reports.formats.terminal import coloured, summary
from cpe_label.reports.view.evaluation import view

ON = date(2026, 11, 23)


def evaluation_of(path: Path, **more: Any) -> Evaluation:
    audit = load_audit(path)
    if more:
        audit = Audit.model_validate({**dict(audit), **more})
    return evaluate(audit)


GRANTED = next(path for path in EXAMPLES if path.stem == "granted")
EVALUATIONS = {path.stem: evaluation_of(path) for path in EXAMPLES}


@pytest.mark.parametrize(
    ("path", "made"),
    list(regenerate.golden_reports()),
    ids=lambda value: getattr(value, "name", ""),
)
def test_golden(path: Path, made: Callable[[], str]) -> None:
    assert made() == path.read_text("utf-8")


def test_no_golden_file_is_left_behind() -> None:
    written = {path for path, _ in regenerate.golden_reports()}
    assert set((regenerate.HERE / "golden").iterdir()) == written


# ── The same figures everywhere ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", EVALUATIONS)
@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_every_format_shows_the_figures_of_the_record(name: str, form: str) -> None:
    evaluation = EVALUATIONS[name]
    record = json.loads(render(evaluation, "json"))
    text = plain_text(render(evaluation, form), form)
    for level in record["levels"]:
        assert f"{level['met']} / {level['applicable']}" in text
        assert level["share"].replace(".", ",").replace("%", " %") in text
    for reason in record["reasons"]:
        assert squeezed(reason["text"]) in text
    for digest in (record["audit"]["digest"], record["referential"]["digest"]):
        assert digest in text


def test_the_record_matches_its_schema() -> None:
    import jsonschema

    from cpe_label.record.schema import schema

    for evaluation in EVALUATIONS.values():
        record = json.loads(render(evaluation, "json"))
        jsonschema.validate(record, schema("evaluation"), jsonschema.Draft202012Validator)


def squeezed(text: str) -> str:
    return re.sub(r"[ \n\u00a0\u202f]+", " ", text)


def plain_text(report: str, form: str) -> str:
    if form == "html":
        report = " ".join(texts_of(report))
    elif form == "markdown":
        report = re.sub(r"\\(.)", r"\1", report)
    return squeezed(report)


# ── What a report must say ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", regenerate.TEXTS)
def test_an_unfinished_audit_cannot_look_finished(form: str) -> None:
    said = {"json": '"complete": false'}.get(form, "Inachevé")
    assert said in render(EVALUATIONS["half-done"], form)
    assert said not in render(EVALUATIONS["granted"], form)


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_labelled_only_once_the_committee_has_granted(form: str) -> None:
    granted = EVALUATIONS["granted"]
    pending = evaluation_of(regenerate.EXAMPLES / "granted.yaml", decision=None)
    assert "Label accordé" in render(granted, form)
    assert "Valable du 20\u00a0novembre\u00a02026 au 19\u00a0novembre\u00a02029 inclus" in render(
        granted, form
    )
    report = plain_text(render(pending, form), form)
    assert "Labellisable" in report
    for words in ("Label accordé", "Valable", "Labellisée"):
        assert words not in report


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_a_level_with_nothing_applicable_is_told_in_words(form: str) -> None:
    sections = [{"m": {"met": 1}, "r": {"not_applicable": 2}}]
    levels = [{"id": "m", "required": "100%"}, {"id": "r", "required": "50%"}]
    evaluation = evaluate(making.referential(levels, sections), making.audit(sections))
    report = plain_text(render(evaluation, form), form)
    assert "aucun critère n’est applicable" in report


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_refused_on_a_complete_pass_says_so(form: str) -> None:
    decision = {"outcome": "refused", "decided_on": "2026-11-20", "reason": "Dossier retiré."}
    evaluation = evaluation_of(regenerate.EXAMPLES / "granted.yaml", decision=decision)
    report = plain_text(render(evaluation, form), form)
    assert "alors que toutes les conditions sont remplies" in report
    assert "Dossier retiré." in report


def test_a_section_with_nothing_applicable_does_not_satisfy_its_level() -> None:
    levels = [{"id": "r", "required": "100%", "scope": "each_section"}]
    sections = [{"r": {"not_applicable": 1}}, {"r": {"not_met": 1}}]
    evaluation = evaluate(making.referential(levels, sections), making.audit(sections))
    told = [(reason.clause, reason.text("en")) for reason in evaluation.reasons]
    assert told[0][1].endswith("not reached in 1 of 2.")
    assert told[1] == (
        "RC-6",
        "r – Domaine 0: no criterion is applicable in this section, so nothing is missing in it.",
    )
    assert "RC-7" not in dict(told)


def test_every_event_is_a_reason() -> None:
    events = [
        {"event": "suspended", "on": "2027-02-01"},
        {"event": "withdrawn", "on": "2027-03-01"},
    ]
    evaluation = evaluation_of(regenerate.EXAMPLES / "granted.yaml", events=events)
    told = [r.text("en").replace("\u00a0", " ") for r in evaluation.reasons if r.clause == "RC-14"]
    assert told == [
        "The label is suspended from 1 February 2027 on.",
        "The label is withdrawn from 1 March 2027 on, for good.",
    ]


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_events_and_the_state_of_the_day_are_told(form: str) -> None:
    events = [{"event": "suspended", "on": "2027-02-01", "reason": "Cotisation."}]
    evaluation = evaluation_of(regenerate.EXAMPLES / "granted.yaml", events=events)
    report = plain_text(render(evaluation, form, on=date(2027, 3, 1)), form)
    assert "✗ Label suspendu" in report
    assert "Label suspendu le 1er février 2027. Cotisation." in report
    assert "État au 1er mars 2027" in report
    assert "Valable" not in report
    before = plain_text(render(evaluation, form, on=date(2027, 1, 31)), form)
    assert "✓ Label accordé" in before
    after = plain_text(render(evaluation, form, on=date(2030, 1, 1)), form)
    assert "✗ Label échu" in after
    undated = plain_text(render(evaluation, form), form)
    assert "✗ Label suspendu" in undated
    assert "Label suspendu le 1er février 2027. Cotisation." in undated


WITHDRAWN = ("withdrawn", "2026-12-15")
SUSPENDED = ("suspended", "2026-12-15")
REINSTATED = ("reinstated", "2026-12-20")


@pytest.mark.parametrize(
    ("events", "on", "standing", "term"),
    [
        ([WITHDRAWN], date(2026, 12, 14), "Label granted, not begun yet", "Valid from"),
        ([WITHDRAWN], date(2026, 12, 15), "Label withdrawn", "Granted for"),
        ([WITHDRAWN], date(2027, 4, 1), "Label withdrawn", "Granted for"),
        ([WITHDRAWN], None, "Label withdrawn", "Granted for"),
        ([SUSPENDED], date(2027, 1, 10), "Label suspended", "Granted for"),
        ([SUSPENDED], None, "Label suspended", "Granted for"),
        ([SUSPENDED, REINSTATED], date(2027, 1, 10), "Label granted, not begun yet", "Valid from"),
        ([SUSPENDED, REINSTATED], None, "Label granted", "Valid from"),
        ([], None, "Label granted", "Valid from"),
    ],
)
def test_a_label_lost_before_it_began_is_not_told_as_granted(
    events: list[tuple[str, str]], on: date | None, standing: str, term: str
) -> None:
    evaluation = evaluation_of(
        GRANTED,
        previous={"last_day": "2027-03-31"},
        events=[{"event": event, "on": day} for event, day in events],
    )
    assert evaluation.period is not None
    assert evaluation.period.first_day == date(2027, 4, 1)
    seen = view(evaluation, "en", on)
    assert seen.standing.text == standing
    assert seen.term.startswith(term)


def test_each_section_scope_is_told_section_by_section() -> None:
    levels = [{"id": "r", "required": "50%", "scope": "each_section"}]
    sections = [{"r": {"met": 1}}, {"r": {"not_met": 3}}]
    evaluation = evaluate(making.referential(levels, sections), making.audit(sections))
    report = plain_text(render(evaluation, "text"), "text")
    assert "non atteint dans 1 sur 2" in report
    assert "1 / 4, (≥ 50 % par domaine), non atteint" in report.replace(" ,", ",")
    assert "r – Domaine 1 : 0 critère satisfait sur 3 applicables" in report
    assert "r – Domaine 1 – 2 de plus parmi ces 3" in summary(view(evaluation, "fr"))


def test_the_engine_and_its_reports_name_no_level_and_no_number() -> None:
    """RC-2: the words of a report come from its referential."""
    sections = [{"x": {"met": 1, "not_met": 2}}]
    referential = making.referential(
        [{"id": "x", "title": "Essentiel", "required": "2/3"}],
        sections,
        validity={"years": "5", "renewal_window_months": "6"},
    )
    for form in ("html", "markdown", "text"):
        report = plain_text(render(evaluate(referential, making.audit(sections)), form), form)
        assert "Essentiel" in report
        assert "2/3" in report
        assert "5 ans" in report
        for foreign in ("Obligatoire", "Recommandé", "Préalable", "CPE", "50 %", "3 ans"):
            assert foreign not in report.replace("cpe_label", "")


def test_english_words_for_a_language_without_any() -> None:
    sections = [{"x": {"met": 1}}]
    referential = making.referential([{"id": "x", "required": "1/2"}], sections, language="oc")
    report = render(evaluate(referential, making.audit(sections)), "markdown")
    assert "Eligible for the label" in report


def test_unknown_format_or_language() -> None:
    with pytest.raises(ValueError, match="unknown format 'docx'"):
        render(EVALUATIONS["granted"], "docx")
    with pytest.raises(ValueError, match="unknown language 'de'"):
        render(EVALUATIONS["granted"], "text", "de")  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
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
    evaluation = evaluation_of(regenerate.EXAMPLES / "granted.yaml", opinion=opinion)
    assert re.search(r"sur deux lignes\\?\.\n\n *Second", render(evaluation, form))


def test_the_terminal_summary_is_the_same_with_and_without_colour() -> None:
    for evaluation in EVALUATIONS.values():
        seen = view(evaluation, "fr", ON)
        in_colour = summary(seen, coloured)
        assert "\x1b[" in in_colour
        assert re.sub(r"\x1b\[[0-9]*m", "", in_colour) == summary(seen)


# ── What a page is made of ─────────────────────────────────────────────────────────────


class Outline(HTMLParser):
    """The structure of a page: its tags and their attributes' names; its texts beside."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", ()))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def outline(page: str) -> Outline:
    parser = Outline()
    parser.feed(page)
    parser.close()
    return parser


def texts_of(page: str) -> list[str]:
    return outline(page).texts


def test_the_page_loads_and_runs_nothing() -> None:
    for evaluation in EVALUATIONS.values():
        page = outline(render(evaluation, "html"))
        tags = {tag for tag, _ in page.tags}
        names = {name for _, attributes in page.tags for name in attributes}
        assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form"}
        assert not names & {"src", "srcset", "action", "onclick", "onload"}
