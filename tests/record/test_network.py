"""The record of a network, and its public list."""

import json
from datetime import date

from support.network_cases import cases, network_of

from cpe_label import to_json
from cpe_label.record.network import labelled_record, network_record

CASES = [case for number in (16, 17, 18, 19) for case in cases(f"rc-{number}.yaml")]

KEYS = {
    "": (
        "format engine on label members files counts organisations non_members unattributed agenda "
        "criteria good_practices recommendations years progress"
    ),
    "engine": "name version",
    "members": "title digest",
    "files": "read after_day other_labels left_out problems digest",
    "left_out": "source codes",
    "problems": "source codes",
    "counts": (
        "members engaged audited labelled valid expiring suspended withdrawn expired none granted "
        "refused adjourned to_decide in_audit self_assessed not_engaged"
    ),
    "organisations": (
        "id name region label stage first_day last_day days_left renewal_opens terms latest"
    ),
    "terms": "first_day last_day ended_on ended_by decided_on version",
    "latest": "kind from to version verdict complete decided_on digest source",
    "agenda": "day kind organisation criterion text",
    "criteria": (
        "id title level section met not_met not_applicable share organisations_not_met reworded"
    ),
    "good_practices": "criterion organisation on text evidence",
    "recommendations": "criterion organisation on text owner due overdue",
    "years": "on members audited labelled",
    "progress": (
        "organisation from to gained lost still_met still_not_met now_applicable "
        "no_longer_applicable still_not_applicable unknown reworded new retired"
    ),
}
"""Every key of each part, in order."""


def assert_shape(part: object, name: str = "") -> None:
    """Hold a part to the closed shape, and each part in it."""
    for one in part if isinstance(part, list) else [part]:
        if isinstance(one, dict):
            assert list(one) == KEYS[name].split(), name
            for key, value in one.items():
                assert_shape(value, key)


def test_every_record_has_the_closed_shape() -> None:
    for case in CASES:
        record = network_record(network_of(case))
        assert_shape(record)
        assert record["format"] == "cpe-label/network/1"


def test_the_json_of_a_network_is_its_record() -> None:
    for case in CASES[:5]:
        network = network_of(case)
        assert json.loads(to_json(network)) == network_record(network)
        assert repr(network) == f"<Network of 'essai' on {network.on}: 1 organisations>"


def test_days_are_text_and_shares_are_rounded_down() -> None:
    (case,) = [one for one in CASES if one["title"] == "Weakest first, and last what has no share"]
    assert [one["share"] for one in network_record(network_of(case))["criteria"]] == [
        "33.3%",
        "66.6%",
        None,
    ]


def test_the_public_list_has_who_is_labelled_and_nothing_else() -> None:
    for case in CASES:
        network = network_of(case)
        found = labelled_record(network)
        assert list(found) == ["format", "on", "label", "organisations"]
        assert found["format"] == "cpe-label/labelled/1"
        labelled = {one.id for one in network.organisations if one.label in ("valid", "expiring")}
        assert {one["id"] for one in found["organisations"]} == labelled
        for one in found["organisations"]:
            assert list(one) == ["id", "name", "region", "first_day", "last_day"]
            assert date.fromisoformat(one["last_day"]) >= network.on


def test_what_is_passed_on_is_in_the_record() -> None:
    note = {"status": "met", "evidence": ["Vu."], "good_practice": "À faire."}
    advice = {"status": "not_met", "recommendation": "Écrire.", "action": {"owner": "Direction"}}
    due = {"status": "not_met", "action": {"owner": "Direction", "due": "2020-02-01"}}
    late = {"status": "not_met", "action": {"due": "2019-12-31"}}
    today = {"status": "not_met", "action": {"due": "2020-01-01"}}
    record = network_record(
        network_of(
            {
                "on": "2020-01-01",
                "versions": {"1": {"criteria": dict.fromkeys("abcde", "Vrai.")}},
                "files": {
                    "x": {
                        "from": "2019-11-04",
                        "findings": {"e": today, "d": late, "c": due, "b": advice, "a": note},
                    }
                },
            }
        )
    )
    assert record["good_practices"] == [
        {
            "criterion": "a",
            "organisation": "org",
            "on": "2019-11-04",
            "text": "À faire.",
            "evidence": ["Vu."],
        }
    ]
    shown = [
        (one["criterion"], one["text"], one["owner"], one["due"], one["overdue"])
        for one in record["recommendations"]
    ]
    assert shown == [
        ("b", "Écrire.", "Direction", None, False),
        ("c", None, "Direction", "2020-02-01", False),
        ("d", None, None, "2019-12-31", True),
        ("e", None, None, "2020-01-01", False),
    ]
    (item,) = record["agenda"]
    assert item == {
        "day": "2020-02-01",
        "kind": "action_due",
        "organisation": "org",
        "criterion": "c",
        "text": "Direction",
    }
