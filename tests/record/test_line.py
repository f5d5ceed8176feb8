"""The record of an audit that was counted is the record of the audit."""

import json
from datetime import date

import pytest
from support import making
from support.small import decided

from cpe_label import evaluate
from cpe_label.model.light import LightAudit
from cpe_label.record.evaluation import record_text
from cpe_label.record.line import RecordLines
from cpe_label.rules.compiled import Compiled
from cpe_label.text.typography import LANGUAGES, Language

LEVELS = [
    {"id": "m", "required": "100%"},
    {"id": "r", "required": "50%", "scope": "each_section"},
]
SECTIONS = [
    {"m": {"met": 2}, "r": {"met": 2, "not_met": 1}},
    {"r": {"met": 1, "not_met": 1}},
    {"m": {"not_applicable": 1}, "r": {"not_applicable": 1}},
]
OPEN = [{"m": {"met": 1, "unassessed": 1}, "r": {"not_met": 1}}]
EVENTS = [{"event": "suspended", "on": "2027-02-01"}]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("on", [None, date(2027, 3, 1)])
@pytest.mark.parametrize(
    ("sections", "more"),
    [
        (SECTIONS, {**decided("granted"), "events": EVENTS}),
        (SECTIONS, {}),
        (SECTIONS, {"kind": "self_assessment"}),
        (OPEN, {}),
    ],
)
def test_a_record_in_a_line(
    language: Language, on: date | None, sections: making.Counts, more: dict[str, object]
) -> None:
    referential = making.referential(LEVELS, sections)
    audit = making.audit(sections, **more)
    light = LightAudit(json.dumps(audit.as_written()).encode())
    compiled = Compiled(referential)
    counted = compiled.count(light, (referential,))
    assert counted is not None
    line = RecordLines(compiled, language).record(light, counted, on)
    usual = record_text(evaluate(audit, referential), language, on=on, indent=None)
    assert f"{line}\n" == usual
