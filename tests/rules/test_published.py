"""What may not change once a version of a referential is published."""

import pytest
from support.change import EDITS, changed, criterion
from support.small import facts, found

from cpe_label.problems.problem import is_error
from cpe_label.rules.published import check_published

OLD = changed()


@pytest.mark.parametrize("name", EDITS)
def test_substance_is_an_error_and_words_are_a_warning(name: str) -> None:
    edit, changes = EDITS[name]
    problems = check_published([OLD], [changed(edit)])
    assert sorted(is_error(one) for one in problems) == sorted(
        substance for _, substance in changes
    )


def test_under_another_version_everything_may_change() -> None:
    for edit, _ in EDITS.values():
        assert check_published([OLD], [changed(edit, lambda data: data.update(version="2"))]) == ()


def test_each_change_is_named_at_its_place() -> None:
    new = changed(
        lambda data: data["levels"][1].update(required="40%"),
        lambda data: criterion(data, 0, 1).update(level="r"),
        lambda data: data["sections"][1]["criteria"].pop(0),
        lambda data: data["sections"][1]["criteria"].append({**criterion(data), "id": "new"}),
    )
    problems = check_published([OLD], [new])
    assert sorted(found(problems)) == [
        ("R019", ("sections", 0, "criteria", 1, "level")),
        ("R024", ("levels", 1, "required")),
        ("R028", ("sections", 1, "criteria", 5)),
        ("R029", ("sections", 1)),
    ]
    assert {one.code: facts(one) for one in problems} == {
        "R019": {"criterion": "s-m-2", "old": "m", "new": "r"},
        "R024": {"what": "levels.r.required", "old": "50%", "new": "40%"},
        "R028": {"what": "new"},
        "R029": {"what": "t-m-1"},
    }


def test_a_long_text_is_quoted_from_a_few_words_before_it_differs() -> None:
    long = "Un mot puis un autre, " * 9
    old = changed(lambda data: criterion(data).update(requirement=f"{long} deux fois"))
    new = changed(lambda data: criterion(data).update(requirement=f"{long} trois fois"))
    (problem,) = check_published([old], [new])
    assert facts(problem) == {
        "what": "s-m-1.requirement",
        "old": "… puis un autre, deux fois",
        "new": "… puis un autre, trois fois",
    }


def test_a_version_that_disappeared() -> None:
    other = changed(lambda data: data.update(version="2"))
    assert [one.code for one in check_published([OLD], [other], whole=True)] == ["R026"]
    assert check_published([OLD], [other]) == ()  # one file says nothing of the others
    assert check_published([OLD], [other, OLD], whole=True) == ()
    label = changed(lambda data: data.update(id="label"))
    assert check_published([OLD], [label], whole=True) == ()  # a folder of another label
    gone = check_published([OLD, label], [label], whole=True)
    assert [facts(one) for one in gone] == [{"name": "essai@1"}]


def test_an_identifier_that_changed_its_criterion() -> None:
    new = changed(
        lambda data: data.update(version="2"),
        lambda data: criterion(data).update(title="Bilan carbone", requirement="Il est publié."),
        lambda data: criterion(data, 0, 1).update(title="Un autre titre"),
    )
    (problem,) = check_published([OLD], [new])
    assert (problem.code, problem.path) == ("R027", ("sections", 0, "criteria", 0, "id"))
    assert not is_error(problem)
