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
        "Not met: Obligatoire",
        "Not met: Recommandé",
        "Recommendations",
        "Not applicable, and why",
        "Action plan",
        "The organisation's observations",
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


def test_the_summary_lists_nothing_that_is_not_met() -> None:
    evaluation = evaluation_of("refused-recommended")
    unmet = [name for result in evaluation.levels for name in result.tally.not_met]
    titles = [evaluation.referential.by_id[name].title for name in unmet]
    assert len(titles) > 10
    for form in TEXTS:
        text = render(evaluation, form, on=ON, kind="summary")
        assert not [title for title in titles if title in text.replace("’", "'")]
        assert not [name for name in unmet if name in text]


def test_the_plan_is_all_that_blocks_then_any_of_the_rest() -> None:
    plan = sections("plan", "half-done")
    assert list(plan)[:2] == ["First: all of these", "Then: a choice among these"]
    evaluation = evaluation_of("half-done")
    mandatory, recommended = evaluation.levels[1:]

    def named(title: str) -> list[str]:
        return [one.id for one in plan[title] if isinstance(one, Sheet)]

    assert named("First: all of these") == list(mandatory.candidates)
    assert named("Then: a choice among these") == list(recommended.candidates)
    assert "any 7 of these 21" in str(plan["Then: a choice among these"][0])


def test_the_plan_of_those_who_miss_nothing() -> None:
    plan = sections("plan", "granted")
    assert "Nothing is missing" in str(plan["Results by level"])
    assert "Ways to progress" in plan


def test_a_plan_forgets_no_action() -> None:
    for path in EXAMPLES:
        evaluation = evaluation_of(path.stem)
        acted = {one.id for one in view(evaluation, "en").actions}
        plan = sections("plan", path.stem)
        assert ("In order of date" in plan) == bool(acted)
        if acted:
            (table,) = plan["In order of date"]
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
