"""What is checked of a referential: which problem, at which path, with which facts."""

import pytest
from support import making

import cpe_label
from cpe_label import Referential, ReferentialError, evaluate
from cpe_label.rules.referential_checks import check_referential


def test_a_duplicate_in_python_tells_the_path_of_the_first() -> None:
    referential = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
    twice = Referential.model_validate(
        {**dict(referential), "levels": [referential.levels[0], referential.levels[0]]}
    )
    (found,) = cpe_label.check(making.audit([]), twice)
    assert found.text() == (
        "levels[1].id: R011 the level identifier « a » stands twice; first at « levels[0].id »"
    )
    with pytest.raises(ReferentialError, match="R011"):
        evaluate(making.audit([]), twice)


def test_a_copy_with_other_parts_is_checked_anew() -> None:
    """What was found of a referential is remembered with it, and never believed of a copy."""
    referential = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
    audit = making.audit([{"a": {"met": 1}}])
    assert cpe_label.check(audit, referential) == ()
    copy = referential.model_copy(update={"sources": ()})
    assert check_referential(copy) is check_referential(copy)
    assert [found.code for found in cpe_label.check(audit, copy)] == ["R013"]
    assert cpe_label.check(audit, referential) == ()
    assert referential == making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
