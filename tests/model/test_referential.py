"""A referential finds its criteria by identifier."""

import pytest
from support import making


def test_a_copy_with_other_sections_knows_its_own_criteria() -> None:
    """What was found by identifier is remembered, and never believed of a copy."""
    one = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 2}}])
    assert [*one.by_id] == [criterion.id for criterion in one.criteria]
    other = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 3}}])
    copy = one.model_copy(update={"sections": other.sections})
    assert copy.by_id == other.by_id
    assert one.by_id != copy.by_id
    assert copy == other


@pytest.mark.parametrize(("own", "spoken"), [("fr", "fr"), ("en", "en"), ("de", "en")])
def test_reports_are_in_the_language_of_the_referential_or_in_english(
    own: str, spoken: str
) -> None:
    levels, sections = [{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}]
    assert making.referential(levels, sections, language=own).report_language == spoken


def test_a_referential_lists_its_criteria_in_order_and_has_a_name() -> None:
    levels = [{"id": "a", "required": "1/2"}]
    referential = making.referential(levels, [{"a": {"met": 2}}, {"a": {"met": 1}}])
    assert [one.id for one in referential.criteria] == ["a-0-1", "a-0-2", "a-1-1"]
    assert referential.name == "essai@1"
