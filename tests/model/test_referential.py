"""A referential finds its criteria by identifier."""

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
