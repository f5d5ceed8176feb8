"""What a record holds of an evaluation."""

import json

from support.small import EACH, HALF, MET, decided, evaluated

from cpe_label import render


def test_what_a_record_holds_of_a_label_and_its_events() -> None:
    events = [{"event": "suspended", "on": "2027-02-01", "reason": "Motif."}]
    sections = [{"a": {"met": 1}}, {"a": {"met": 1}}]
    previous = {"last_day": "2026-12-14"}
    evaluation = evaluated(EACH, sections, **decided("granted"), events=events, previous=previous)
    data = json.loads(render(evaluation, "json", "en"))
    assert data["language"] == "en"
    assert data["events"] == events
    assert data["decision"]["decided_on"] == "2026-11-20"
    assert data["period"] == {
        "first_day": "2026-12-15",
        "last_day": "2029-12-14",
        "previous_last_day": "2026-12-14",
    }
    (level,) = data["levels"]
    assert (level["share"], level["scope"]) == (None, "each_section")
    assert [part["section"] for part in level["parts"]] == ["s0", "s1"]
    assert [one["section"] for one in data["reasons"]][:3] == [None, "s0", "s1"]
    assert (
        data["reasons"][0]["text"]
        != json.loads(render(evaluation, "json", "fr"))["reasons"][0]["text"]
    )


def test_a_record_without_a_label_says_so() -> None:
    data = json.loads(render(evaluated(HALF, MET), "json"))
    assert (data["decision"], data["events"], data["period"]) == (None, [], None)
    assert data["levels"][0]["parts"][0]["section"] is None
    assert data["levels"][0]["share"] == "100%"
