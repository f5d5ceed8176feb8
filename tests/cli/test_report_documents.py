"""What the document of each kind of report contains."""

from datetime import date

import pytest
import regenerate
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

from cpe_label import Evaluation, evaluate, load_audit, load_referential, render
from cpe_label.reports.document import Document, Sheet, Table
from cpe_label.reports.kinds import KINDS
from cpe_label.reports.render import NoCertificateError, document
from cpe_label.reports.view.evaluation import view

ON = date(2026, 11, 23)


TEXTS = ("html", "markdown", "text")


def evaluation_of(name: str) -> Evaluation:
    audit = load_audit(ROOT / "examples" / f"{name}.yaml")
    return evaluate(audit)


def sections(kind: str, name: str) -> dict[str, tuple[object, ...]]:
    made = document(evaluation_of(name), "en", ON, kind=kind)
    return {one.title: one.blocks for one in made.sections}


def test_the_full_report_goes_from_cover_to_annex() -> None:
    assert list(sections("audit", "refused-mandatory")) == [
        "Results by level",
        "Scope and method",
        "What this report does not establish",
        "The rule applied",
        "Results by section",
        "Good practices",
        "Criteria not met: Obligatoire",
        "Criteria not met: Recommandé",
        "Recommendations",
        "Not applicable, and why",
        "Action plan",
        "The audited organisation's observations",
        "The auditors' opinion",
        "The committee's decision",
        "Signatures",
        "The whole grid",
        "Rules of calculation applied",
    ]


def test_the_action_plan_is_in_order_of_date() -> None:
    evaluation = evaluation_of("refused-mandatory")
    due = [evaluation.audit.findings[one.id].action for one in view(evaluation, "en").actions]
    days = [action.due for action in due if action and action.due]
    assert len(days) > 2
    assert days == sorted(days)
    (table,) = sections("audit", "refused-mandatory")["Action plan"]
    assert isinstance(table, Table)
    assert len(table.rows) == len(due)


def test_the_summary_names_what_is_missing() -> None:
    """Each criterion, where there is room; and how many more there are."""
    evaluation = evaluation_of("refused-mandatory")
    (name,) = evaluation.levels[1].tally.not_met
    for form in TEXTS:
        assert name in render(evaluation, form, on=ON, kind="summary").replace("\\", "")


def test_the_summary_has_the_practices_and_not_their_titles() -> None:
    evaluation = evaluation_of("granted")
    practices = list(view(evaluation, "en").good_practices)
    (shown,) = sections("summary", "granted")["Good practices"]
    assert len(practices) == len(shown.items)  # type: ignore[attr-defined]
    for one, text in zip(practices, shown.items, strict=True):  # type: ignore[attr-defined]
        assert text.startswith(one.good_practice[:60])


def test_the_plan_is_all_that_blocks_then_any_of_the_rest() -> None:
    plan = sections("plan", "half-done")
    assert list(plan)[:2] == ["What the label requires", "What the label requires, to choose among"]
    evaluation = evaluation_of("half-done")
    mandatory, recommended = evaluation.levels[1:]

    def named(title: str) -> list[str]:
        return [one.id for one in plan[title] if isinstance(one, Sheet)]

    assert named("What the label requires") == list(mandatory.candidates)
    assert named("What the label requires, to choose among") == list(recommended.candidates)
    assert "7 of these 21 criteria must still be met" in str(
        plan["What the label requires, to choose among"][0]
    )


def test_the_plan_of_those_who_miss_nothing() -> None:
    plan = sections("plan", "granted")
    assert "no criterion is missing" in str(plan["Where the label stands"])
    assert "soirée des comptes" in str(plan["The committee's decision"])
    assert "Ways to progress" in plan


def test_a_plan_forgets_no_action() -> None:
    for path in EXAMPLES:
        evaluation = evaluation_of(path.stem)
        acted = {one.id for one in view(evaluation, "en").actions}
        plan = sections("plan", path.stem)
        assert ("Agreed actions, by date" in plan) == bool(acted)
        if acted:
            (table,) = plan["Agreed actions, by date"]
            assert isinstance(table, Table)
            assert {row[0].id for row in table.rows} == acted  # type: ignore[union-attr]


def test_a_certificate_needs_a_day() -> None:
    with pytest.raises(ValueError, match="give `on`"):
        render(evaluation_of("granted"), "html", kind="certificate")
    with pytest.raises(NoCertificateError, match="Aucun certificat n’est dû"):
        render(evaluation_of("half-done"), "html", kind="certificate")


def test_the_referential_report_contains_all_of_its_file() -> None:
    referential = load_referential(REFERENTIAL)
    text = " ".join(render(referential, "markdown").replace("\\", "").split()).replace("’", "'")
    assert referential.notice
    assert plain(referential.notice) in plain(text)
    for criterion in referential.criteria:
        for text_of_file in (
            criterion.title,
            criterion.requirement,
            criterion.guidance,
            criterion.not_applicable_when,
            *criterion.evidence,
        ):
            assert text_of_file is None or plain(text_of_file) in plain(text)


def plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def test_unknown_kinds_and_formats_are_refused() -> None:
    evaluation = evaluation_of("granted")
    with pytest.raises(ValueError, match="unknown kind 'poster'"):
        render(evaluation, "html", kind="poster")
    with pytest.raises(ValueError, match="'json' is the record"):
        render(evaluation, "json", kind="plan")
    with pytest.raises(ValueError, match="'json' is the record"):
        render(evaluation.referential, "json")
    with pytest.raises(ValueError, match="the kind 'referential' alone"):
        render(evaluation.referential, "html", kind="audit")


def headings(made: Document) -> list[str]:
    return [made.title, *(one.title for one in made.sections)] + (
        [made.closing.title] if made.closing else []
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_format_has_the_same_headings(kind: str) -> None:
    evaluation = evaluation_of("granted")
    expected = headings(document(evaluation, on=ON, kind=kind))
    for form in TEXTS:
        text = render(evaluation, form, on=ON, kind=kind).replace("\\", "").replace("&#39;", "'")
        at = [text.index(f"{mark}{title}") for mark, title in marked(form, expected)]
        assert at == sorted(at), form


def marked(form: str, titles: list[str]) -> list[tuple[str, str]]:
    marks = {"html": ("<h1>", "<h2>"), "markdown": ("# ", "\n## "), "text": ("", "\n\n")}
    first, others = marks[form]
    return [(first, titles[0]), *((others, title) for title in titles[1:])]


def test_the_golden_kinds_are_all_kinds() -> None:
    golden = {path.stem for path in (regenerate.HERE / "golden").glob("*.html")}
    assert {kind for kind in KINDS if kind != "audit"} < golden
