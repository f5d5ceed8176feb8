"""The minutes of a session: every decision once, and what the other reports say of it."""

import re
from datetime import date
from typing import Any

import pytest
from support import making
from support.deciding import ESSAI, LAYOUTS
from support.filling import harmless
from support.outlines import OUTLINES
from support.payloads import FAMILIES
from support.sessions import decided, minutes

from cpe_label import Decision, Evaluation, evaluate, parse_audit
from cpe_label.reports.formats import FORMATS
from cpe_label.reports.kinds.minutes import compose
from cpe_label.reports.ours import is_report
from cpe_label.reports.view.evaluation import view
from cpe_label.reports.view.session import session_view
from cpe_label.text.display import FORBIDDEN
from cpe_label.text.typography import LANGUAGES, Language

WHOLE = parse_audit(LAYOUTS["the shortest"], source="a.yaml")


def one(outcome: str = "granted", day: str = "2026-11-20", **more: Any) -> Evaluation:
    reason = more.pop("reason", None if outcome == "granted" else "Motif.")
    decision = {"outcome": outcome, "decided_on": day, "reason": reason}
    return evaluate(WHOLE.model_copy(update={"decision": decision, **more}), ESSAI)


def written(*evaluations: Evaluation, form: str = "text", language: Language = "fr") -> str:
    write = FORMATS[form].write
    assert write is not None
    text = write(compose(session_view(evaluations, language)))
    assert isinstance(text, str)
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_say_what_the_report_of_each_audit_says(language: Language) -> None:
    """The term, the outcome, the audit's days: one fact has one sentence."""
    evaluations = list(decided())
    seen = session_view(evaluations, language)
    for row, evaluation in zip(seen.decided, evaluations, strict=True):
        report = view(evaluation, language)
        assert (row.organisation, row.id, row.term, row.reason, row.digest) == (
            *(report.organisation, report.organisation_id, report.term),
            *(report.decision_reason, report.audit_digest),
        )
        assert row.audited.startswith(report.dates)
        assert row.outcome.text in report.decision.lower()


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        (["granted"], "1 label accordé"),
        (["granted", "granted", "refused"], "2 labels accordés, 1 label non accordé"),
        (["adjourned", "refused", "refused"], "2 labels non accordés, 1 décision ajournée"),
        (["adjourned", "adjourned"], "2 décisions ajournées"),
    ],
)
def test_the_counts_stand_first(outcomes: list[str], sentence: str) -> None:
    assert f"→ {sentence}\n" in written(*map(one, outcomes))


def test_the_days_of_a_session() -> None:
    assert "Séance du comité du 20 novembre 2026\n" in written(one())
    both = one(), one("refused", "2026-11-19")
    assert "Séance du comité du 19 au 20 novembre 2026\n" in written(*both)
    assert "Jours de la séance" in written(*both)
    assert "session of 19 to 20 November 2026\n" in written(*both, language="en")


@pytest.mark.parametrize(
    ("previous", "sentence"),
    [
        ({"last_day": "2026-12-31"}, "jusqu'au 31 décembre 2026 inclus"),
        (
            {"last_day": "2026-11-10"},
            "jusqu'au 10 novembre 2026 inclus ; 9 jours sans label avant celui-ci",
        ),
        ({"last_day": "2026-11-19"}, "jusqu'au 19 novembre 2026 inclus Conditions"),
        ({"last_day": "2026-12-31", "state": "suspended"}, "suspendu la veille de la décision"),
        ({"last_day": "2026-12-31", "state": "withdrawn"}, "retiré avant la décision"),
    ],
)
def test_the_label_before_a_renewal(previous: dict[str, str], sentence: str) -> None:
    assert sentence in " ".join(written(one(previous=previous)).split())
    assert "Label précédent" not in written(one("refused", previous=previous))
    assert "Label précédent" not in written(one())


def refused(needed: int, chosen: int) -> Evaluation:
    levels = [
        {"id": "r", "title": "Recommandé", "required": "60%"},
        {"id": "m", "title": "Obligatoire", "required": "100%"},
    ]
    table = [{"r": {"met": 1, "not_met": chosen}, "m": {"met": 1, "not_met": needed}}]
    decision = {"outcome": "refused", "decided_on": "2026-11-20", "reason": "Non."}
    audit = making.audit(table).model_copy(update={"decision": Decision.model_validate(decision)})
    return evaluate(audit, making.referential(levels, table))


@pytest.mark.parametrize(
    ("needed", "chosen", "more"),
    [(1, 4, ()), (5, 5, ()), (6, 6, ()), (7, 4, (2,)), (9, 12, (4, 7))],
)
def test_a_refusal_names_what_is_missing(needed: int, chosen: int, more: tuple[int, ...]) -> None:
    """What every label needs first; never one more, which would take the place of a name."""
    for language, words in (("fr", "et {} autres"), ("en", "and {} more")):
        text = " ".join(written(refused(needed, chosen), language=language).split())
        found = re.findall(words.format("([0-9]+)"), text)
        assert found == [str(one) for one in more]
        title = {"fr": "Critères manquants :", "en": "Missing criteria:"}[language]
        missing = text.partition(title)[2]
        assert 0 < missing.find("Obligatoire") < missing.find("Recommandé")
        assert missing.count("Critère m-0-") == (needed if needed < 7 else 5)
        among = {"fr": f"parmi {chosen} – ", "en": f"among {chosen} – "}[language]
        assert among in missing


def test_what_was_not_refused_names_nothing_missing() -> None:
    adjourned = {"decision": {"outcome": "adjourned", "decided_on": "2026-11-20"}}
    pending = refused(2, 4)
    later = evaluate(pending.audit.model_copy(update=adjourned), pending.referential)
    assert "Critères manquants" in written(pending)
    assert "Critères manquants" not in written(later)
    assert "Critères manquants" not in written(one("refused"))  # in spite of its conditions


def test_a_decision_without_a_reason() -> None:
    """What a grant rests on are its conditions; any other decision shows that none was stated."""
    assert "Motif" not in written(one())
    assert "Motif : Vu.\n" in written(one(reason="Vu."))
    assert "Motif : non précisé\n" in written(one("adjourned", reason=None))


def test_two_labels_in_one_session() -> None:
    other = ESSAI.model_copy(update={"id": "autre", "title": "Autre label"})
    named = {"referential": {"id": "autre", "version": "1"}}
    granted = {"decision": {"outcome": "granted", "decided_on": "2026-11-20"}}
    second = evaluate(WHOLE.model_copy(update={**named, **granted}), other)
    text = written(one(), second)
    assert "Procès-verbal · Essai · Autre label" in text
    assert "autre@1, essai@1" in text


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_a_hostile_text_is_a_text(family: str) -> None:
    texts = [one for one in FAMILIES[family][::17] if not FORBIDDEN.search(one)]
    for payload in texts:
        for form in ("html", "markdown", "text"):
            hostile, sober = (
                written(one(reason=text, organisation={"id": "x", "name": text}), form=form)
                for text in (f"a {payload}", harmless(f"a {payload}"))
            )
            assert OUTLINES[form](hostile)[0] == OUTLINES[form](sober)[0], payload


def test_later_minutes_may_take_the_place_of_earlier_ones() -> None:
    assert is_report(minutes("html").encode())
    assert date(2026, 11, 20).isoformat() not in minutes("html")
