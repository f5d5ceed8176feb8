"""What pydantic refuses becomes a problem in our own words."""

import json

import pytest
from pydantic import ValidationError
from support import making

import cpe_label
from cpe_label import AuditError, Finding


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
