"""The reasons that a report prints: what each clause decided, in a sentence."""

from support import making
from support.reports import GRANTED, evaluation_of

from cpe_label import evaluate


def test_a_section_with_nothing_applicable_does_not_satisfy_its_level() -> None:
    levels = [{"id": "r", "required": "100%", "scope": "each_section"}]
    sections = [{"r": {"not_applicable": 1}}, {"r": {"not_met": 1}}]
    evaluation = evaluate(making.audit(sections), making.referential(levels, sections))
    reasons = [(reason.clause, reason.text("en")) for reason in evaluation.reasons]
    assert reasons[0][1].endswith("not reached in 1 of 2.")
    assert reasons[1] == (
        "RC-6",
        "r – Domaine 0: no criterion is applicable in this section, so nothing is missing in it.",
    )
    assert "RC-7" not in dict(reasons)


def test_every_event_is_a_reason() -> None:
    events = [
        {"event": "suspended", "on": "2027-02-01"},
        {"event": "withdrawn", "on": "2027-03-01"},
    ]
    evaluation = evaluation_of(GRANTED, events=events)
    reasons = [
        r.text("en").replace("\u00a0", " ") for r in evaluation.reasons if r.clause == "RC-14"
    ]
    assert reasons == [
        "The label is suspended from 1 February 2027 on.",
        "The label is withdrawn from 1 March 2027 on, for good.",
    ]
