"""What changed between two states of one version."""

from support import making
from support.small import facts, found

from cpe_label import Referential
from cpe_label.rules.comparison import changed_levels


def test_a_changed_level_is_reported_at_its_new_place() -> None:
    levels = [{"id": "a", "required": "1/2"}, {"id": "b", "required": "1/2"}]
    old = making.referential(levels, [{"a": {"met": 1}}, {"a": {"met": 2}, "b": {"met": 1}}])
    data = old.model_dump(mode="json")
    first, second = data["sections"]
    second["criteria"][1]["level"] = "b"
    second["criteria"].append({**second["criteria"][0], "id": "new"})
    first["criteria"][0]["id"] = "renamed"
    new = Referential.model_validate(data)
    (reported,) = changed_levels(old, new)
    assert found((reported,)) == [("R019", ("sections", 1, "criteria", 1, "level"))]
    assert facts(reported) == {"criterion": "a-1-2", "old": "a", "new": "b"}
    (reported,) = changed_levels(new, old)
    assert facts(reported) == {"criterion": "a-1-2", "old": "b", "new": "a"}
    for version in ("0", "2"):  # the version before and the one after may well differ
        other = new.model_copy(update={"version": version})
        assert changed_levels(old, other) == ()
    assert changed_levels(old, Referential.model_validate({**dict(new), "version": "2"})) == ()
