"""Each kind of value in a file: what it takes, and what it refuses."""

from datetime import date, datetime

import pytest
from pydantic import ValidationError

from cpe_label import AuditError, ReferentialError
from cpe_label.model.audit import Action, AuditedOn, ReferentialName
from cpe_label.model.referential import Level, Validity


@pytest.mark.parametrize(
    "due", ["2026-1-1", "20260101", "2026-02-30", "1735689600", datetime(2026, 1, 1), 0]
)
def test_a_day_is_written_in_one_way(due: object) -> None:
    with pytest.raises(AuditError) as caught:
        Action(due=due)  # type: ignore[arg-type]
    assert [problem.code for problem in caught.value.problems] == ["A005"]
    assert Action(due=date(2026, 1, 1)) == Action.model_validate({"due": "2026-01-01"})


@pytest.mark.parametrize("years", ["0", "1000", "-1", "3.0", " 3", "٣", True, 3.0, 0, -1, 1000])
def test_a_whole_number_is_written_in_one_way(years: object) -> None:
    with pytest.raises(ReferentialError) as caught:
        Validity(years=years, renewal_window_months=6)  # type: ignore[arg-type]
    assert [(one.code, one.path) for one in caught.value.problems] == [("R009", ("years",))]
    assert Validity(years=3, renewal_window_months=0).years == 3


@pytest.mark.parametrize(("years", "months"), [(1, 0), (999, 999)])
def test_the_least_and_the_most_of_a_whole_number(years: int, months: int) -> None:
    validity = Validity(years=years, renewal_window_months=months)
    assert Validity.model_validate(validity.model_dump(mode="json")) == validity
    for least, too_few in (("years", 0), ("renewal_window_months", -1)):
        with pytest.raises(ReferentialError, match=f"{least}: R009 « {too_few} »"):
            Validity(**{"years": years, "renewal_window_months": months, least: too_few})


def test_a_share_may_be_given_as_a_value() -> None:
    level = Level.model_validate({"id": "a", "title": "A", "required": "1/2"})
    assert Level(id="a", title="A", required=level.required) == level
    with pytest.raises(ValidationError):
        Level.model_validate({"id": "a", "title": "A", "required": 0.5})


def test_a_day_may_be_named_as_in_files_or_as_in_python() -> None:
    one = AuditedOn.model_validate({"from": "2026-10-12"})
    assert AuditedOn(from_=date(2026, 10, 12)) == one
    assert one.model_dump() == {"from": date(2026, 10, 12), "to": None}


def test_an_identifier_has_128_characters_at_most() -> None:
    assert len(ReferentialName(id="a" * 128, version="1").id) == 128
    with pytest.raises(AuditError, match="A004"):
        ReferentialName(id="a" * 129, version="1")
