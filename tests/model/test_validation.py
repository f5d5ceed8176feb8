"""What pydantic refuses becomes a problem in our own words."""

import json
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from support import making

import cpe_label
from cpe_label import Audit, AuditError, Finding
from cpe_label.model import explanation
from cpe_label.model.explanation import refusal
from cpe_label.model.validation import place_of


def test_below_a_key_that_is_not_known_nothing_is() -> None:
    path = ("findings", "X-1", "unknown", "due")
    assert place_of(Audit, path) == place_of(Audit, path[:2]) == (Finding, False)
    assert place_of(Audit, path[:1]) == (Finding, True)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *((word, "met") for word in ("ok", "OK", "oui", "Conforme", "atteint", "Satisfait")),
        *((word, "not_met") for word in ("non", "non conforme", "Non-conforme", "non atteint")),
        *((word, "not_applicable") for word in ("na", "N/A", "so", "s.o.", "Sans objet")),
        ("peut-être", ""),
    ],
)
def test_a_status_in_a_readers_words_is_understood(written: str, meant: str) -> None:
    data = making.audit([{"a": {"met": 1}}]).model_dump(mode="json", exclude_none=True)
    data["findings"]["a-0-1"]["status"] = written
    with pytest.raises(AuditError) as raised:
        cpe_label.parse_audit(json.dumps(data))
    (found,) = raised.value.problems
    assert (found.code, found.arguments["near"]) == ("A007", meant)


def test_what_is_refused_is_not_shown() -> None:
    """A value may be private, and a message of pydantic's ends in a log."""
    with pytest.raises(ValidationError) as caught:
        Finding.model_validate({"status": "Nom de famille"})
    assert "Nom de famille" not in str(caught.value)


def test_models_refuse_what_they_do_not_know() -> None:
    with pytest.raises(ValidationError):
        Finding.model_validate({"status": "met", "note": "x"})


@pytest.mark.parametrize("criterion", ["a-0-1", *Finding.model_fields])
def test_an_unknown_key_is_reported_with_those_of_its_own_mapping(criterion: str) -> None:
    """Whatever the criterion is called: an identifier is no key of the format."""
    with pytest.raises(AuditError) as raised:
        making.audit([]).model_copy(update={"findings": {criterion: {"statut": "met"}}})
    (found,) = raised.value.problems
    assert (found.code, found.path) == ("A001", ("findings", criterion, "statut"))
    assert found.arguments["expected"] == tuple(Finding.model_fields)
    assert found.arguments["near"] == "status"


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ({"auditors": [{"name": "A"}, {"name": "B", "x": "y"}]}, ("name", "organisation")),
        ({"audited_on": {"from": "2026-10-12", "x": "y"}}, ("from", "to")),
        ({"decision": {"outcome": "refused", "decided_on": "2026-11-20", "x": "y"}},
         ("outcome", "decided_on", "reason")),
        ({"findings": {"a": {"action": {"x": "y"}}}}, ("owner", "due")),
        ({"events": [{"event": "suspended", "on": "2027-01-01", "x": "y"}]},
         ("event", "on", "reason")),
    ],
)  # fmt: skip
def test_the_keys_that_are_expected_are_those_of_the_place(
    update: dict[str, Any], expected: tuple[str, ...]
) -> None:
    with pytest.raises(AuditError) as raised:
        making.audit([]).model_copy(update=update)
    (found,) = raised.value.problems
    assert (found.code, found.path[-1]) == ("A001", "x")
    assert found.arguments["expected"] == expected


def test_one_text_is_a_list_of_one() -> None:
    assert Finding(status="met", evidence="Registre").evidence == ("Registre",)  # type: ignore[arg-type]
    one = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
    data = one.model_dump(mode="json", exclude_none=True, by_alias=True)
    data["sections"][0]["criteria"][0]["evidence"] = "Registre"
    read = cpe_label.parse_referential(json.dumps(data))
    assert read.sections[0].criteria[0].evidence == ("Registre",)


def test_a_model_that_fills_no_file_keeps_the_error_of_pydantic() -> None:
    class Other(BaseModel):
        count: int

    with pytest.raises(ValidationError) as raised:
        Other.model_validate({"count": "x"})
    assert refusal(raised.value, Other) is raised.value


def test_an_empty_group_is_absent_where_it_may_be() -> None:
    data = making.audit([{"a": {"met": 1}}]).model_dump(mode="json", exclude_none=True)
    assert cpe_label.parse_audit(json.dumps({**data, "previous": {}})).previous is None


def test_an_error_without_words_is_a_fault_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explanation, "_EXPLAIN", {})
    with pytest.raises(AssertionError, match=r"^no words for the error "):
        Finding(status="other")  # type: ignore[arg-type]
