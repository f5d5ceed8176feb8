"""What is checked of a referential: which problem, at which path, with which facts."""

import pytest
from support import making
from support.small import facts, found, referential, with_parts

from cpe_label import Referential, ReferentialError
from cpe_label.rules.engine import check, evaluate
from cpe_label.rules.referential_checks import check_referential


def test_each_kind_of_identifier_is_unique() -> None:
    sound = referential()
    (level,), (source,), (section,) = sound.levels, sound.sources, sound.sections
    broken = with_parts(levels=(level,) * 2, sources=(source,) * 2, sections=(section,) * 2)
    reported = [(one.path, facts(one)) for one in check_referential(broken)]
    assert reported == [
        (
            ("levels", 1, "id"),
            {"kind": "level", "value": "a", "first": ("levels", 0, "id")},
        ),
        (
            ("sections", 1, "criteria", 0, "id"),
            {"kind": "criterion", "value": "a-0-1", "first": ("sections", 0, "criteria", 0, "id")},
        ),
        (
            ("sections", 1, "id"),
            {"kind": "section", "value": "s0", "first": ("sections", 0, "id")},
        ),
        (
            ("sources", 1, "id"),
            {"kind": "source", "value": "texte", "first": ("sources", 0, "id")},
        ),
    ]
    assert {one.code for one in check_referential(broken)} == {"R011"}


def test_a_third_one_names_the_first() -> None:
    (level,) = referential().levels
    capital = level.model_copy(update={"id": "A"})
    reported = check_referential(with_parts(levels=(level, level, capital, level)))
    assert [(one.code, one.path, facts(one)) for one in reported] == [
        (
            "R011",
            ("levels", 1, "id"),
            {"kind": "level", "value": "a", "first": ("levels", 0, "id")},
        ),
        (
            "R011",
            ("levels", 3, "id"),
            {"kind": "level", "value": "a", "first": ("levels", 0, "id")},
        ),
        # the other one is unused too, as a level of its own
        ("R014", ("levels", 2, "id"), {"value": "A"}),
        ("R015", ("levels", 2, "id"), {"value": "A", "other": "a"}),
    ]
    reported = check_referential(with_parts(levels=(capital, level)))
    assert [(one.code, one.path) for one in reported] == [
        ("R014", ("levels", 0, "id")),
        ("R015", ("levels", 1, "id")),
    ]


def test_kinds_of_identifiers_may_share_names() -> None:
    same = Referential.model_validate(
        {
            **dict(referential()),
            "levels": [{"id": "x", "title": "x", "required": "1/2"}],
            "sources": [{"id": "x", "title": "x"}],
            "sections": [
                {
                    "id": "x",
                    "title": "x",
                    "criteria": [
                        {
                            "id": "x",
                            "level": "x",
                            "title": "x",
                            "requirement": "x",
                            "sources": [{"source": "x"}],
                        }
                    ],
                }
            ],
        }
    )
    assert check_referential(same) == ()


def test_an_unknown_name_is_reported_with_those_that_are_known() -> None:
    section = referential().sections[0].model_dump()
    section["criteria"][0]["level"] = "zz"
    section["criteria"][0]["sources"] = [{"source": "t20"}, {"source": "t-1"}]
    sources = [{"id": f"t{n}", "title": "T"} for n in range(21)]
    level, source = check_referential(with_parts(sources=sources, sections=[section]))
    criterion = ("sections", 0, "criteria", 0)
    assert found((level, source)) == [
        ("R012", (*criterion, "level")),
        ("R013", (*criterion, "sources", 1, "source")),
    ]
    assert facts(level) == {"value": "zz", "expected": ("a",), "near": ""}
    assert facts(source) == {
        "value": "t-1",
        "expected": tuple(f"t{n}" for n in range(20)),
        "near": "t1",
    }


def test_a_criterion_without_a_source() -> None:
    section = referential().sections[0].model_dump()
    section["criteria"][0]["sources"] = []
    (problem,) = check_referential(with_parts(sections=[section]))
    assert found((problem,)) == [("R016", ("sections", 0, "criteria", 0))]
    assert facts(problem) == {"criterion": "a-0-1"}


def test_a_version_of_one_day_is_in_order() -> None:
    assert (
        check_referential(referential(in_force={"from": "2020-01-01", "until": "2020-01-01"})) == ()
    )


def test_a_duplicate_in_python_names_the_path_of_the_first() -> None:
    referential = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
    twice = Referential.model_validate(
        {**dict(referential), "levels": [referential.levels[0], referential.levels[0]]}
    )
    (found,) = check(making.audit([]), twice)
    assert found.text() == (
        "levels[1].id: R011 the level identifier « a » stands twice; first at « levels[0].id »"
    )
    with pytest.raises(ReferentialError, match="R011"):
        evaluate(making.audit([]), twice)


def test_a_copy_with_other_parts_is_checked_again() -> None:
    """What was found of a referential is remembered with it, and never believed of a copy."""
    referential = making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
    audit = making.audit([{"a": {"met": 1}}])
    assert check(audit, referential) == ()
    copy = referential.model_copy(update={"sources": ()})
    assert check_referential(copy) is check_referential(copy)
    assert [found.code for found in check(audit, copy)] == ["R013"]
    assert check(audit, referential) == ()
    assert referential == making.referential([{"id": "a", "required": "1/2"}], [{"a": {"met": 1}}])
