"""A value is validated however it is made, and compared by its content."""

import copy
import pickle
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from support.files import GRANTED
from support.mistakes import (
    AUDIT,
    NO_FILE_HAS,
    OF_A_REFERENTIAL,
    OF_AN_AUDIT,
    REFERENTIAL,
    Mistake,
    attempted,
    from_file,
    refused,
    written,
)
from support.shipped import EXAMPLES
from support.shipped import REFERENTIAL as SHIPPED

import cpe_label
from cpe_label import Audit, AuditError, Finding, Referential, ReferentialError
from cpe_label.model.base import Model
from cpe_label.model.validation import validated

EACH = [
    pytest.param(value, error, one, id=f"{one.at}: {one.value!r:.40}")
    for value, error, mistakes in (
        (AUDIT, AuditError, OF_AN_AUDIT),
        (REFERENTIAL, ReferentialError, OF_A_REFERENTIAL),
    )
    for one in mistakes
]


# ── The same mistake is the same problem ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(("value", "error", "mistake"), EACH)
def test_a_mistake_is_one_problem_in_a_file_and_in_python(
    value: Audit | Referential, error: type[Exception], mistake: Mistake
) -> None:
    data, kind = written(value, mistake), type(value)
    key = str(mistake.at[0])
    ways: dict[str, Callable[[], object]] = {
        "build": lambda: kind.build(data),
        "constructor": lambda: kind(**data),
    }
    if key in data:  # an update takes no key away
        ways["model_copy"] = lambda: value.model_copy(update={key: data[key]})
    _, in_file = refused(lambda: from_file(value, data))
    place = mistake.at if mistake.path is None else mistake.path
    assert (mistake.code, place) in [(code, path) for code, path, *_ in in_file]
    assert mistake.code == "R020" or len(in_file) == 1
    for way, make in ways.items():
        assert refused(make) == (error, in_file), way


@pytest.mark.parametrize("mistake", NO_FILE_HAS, ids=lambda one: f"{one.at}: {one.value!r:.40}")
def test_a_value_that_no_file_can_hold_is_refused_with_its_path(mistake: Mistake) -> None:
    data, key = written(AUDIT, mistake), str(mistake.at[0])
    place = mistake.at if mistake.path is None else mistake.path
    for make in (
        lambda: Audit.build(data),
        lambda: Audit(**data),
        lambda: AUDIT.model_copy(update={key: data[key]}),
    ):
        error, problems = refused(make)
        assert error is AuditError
        assert [(code, path) for code, path, *_ in problems] == [(mistake.code, place)]


def test_a_misspelt_self_assessment_is_never_labelled() -> None:
    granted = cpe_label.load_audit(GRANTED)
    assert cpe_label.evaluate(granted).standing == "labelled"
    for kind in ("self-assessment", "self_assesment", "Self_Assessment", "auto", "", None):
        with pytest.raises(AuditError) as caught:
            granted.model_copy(update={"kind": kind})
        (problem,) = caught.value.problems
        assert (problem.code, problem.path) == ("A007" if kind is not None else "A003", ("kind",))
        assert (problem.file, problem.line) == (None, None)
    with pytest.raises(AuditError, match="A016"):
        cpe_label.evaluate(granted.model_copy(update={"kind": "self_assessment"}))


def test_nothing_is_an_absent_key_in_plain_data() -> None:
    """`build` takes None as a file takes an empty key: the key is not there."""
    data = {**AUDIT.as_written(), "opinion": None, "decision": None}
    assert Audit.build(data) == AUDIT
    assert Audit.build(data).digest == AUDIT.digest
    with pytest.raises(AuditError, match="kind: A002"):
        Audit.build({**data, "kind": None})
    with pytest.raises(AuditError, match=r"findings\.a-0-1\.status"):
        Audit.build({**data, "findings": {"a-0-1": {"status": ["met", None]}}})


def test_an_empty_text_is_an_absent_key_in_plain_data() -> None:
    data = {**AUDIT.as_written(), "opinion": "", "organisation": {"name": "X", "region": ""}}
    audit = Audit.build(data)
    assert audit.opinion is audit.organisation.region is None
    assert "opinion" not in audit.model_fields_set
    with pytest.raises(AuditError, match="kind: A002"):
        Audit.build({**data, "kind": ""})
    with pytest.raises(AuditError, match="opinon: A001"):
        Audit.build({**data, "opinon": ""})
    for nothing in (None, ""):
        named = Audit.build({**data, "findings": {"a-0-1": nothing}})
        assert named.findings == {"a-0-1": Finding()}


def test_an_update_may_use_the_key_of_files_or_the_name_of_the_field() -> None:
    days = AUDIT.audited_on
    for key in ("from", "from_"):
        assert days.model_copy(update={key: "2026-10-01"}).from_ == date(2026, 10, 1)
    with pytest.raises(AuditError) as caught:
        days.model_copy(update={1: 2})  # type: ignore[dict-item]
    assert [(one.code, one.path) for one in caught.value.problems] == [("A003", (1,))]


def test_a_part_is_shown_by_the_size_of_what_it_holds() -> None:
    section = REFERENTIAL.sections[0].model_copy(update={"description": "x" * 500})
    assert repr(section).startswith("Section(id='s0', title='Domaine 0', description='xxx")
    assert repr(section).endswith("…, criteria=<2>)")
    assert len(repr(section)) < 150


def test_every_mistake_is_reported_at_once() -> None:
    with pytest.raises(AuditError) as caught:
        AUDIT.model_copy(update={"kind": "x", "colour": "red", "audited_on": {"from": "x"}})
    assert [(one.code, one.path) for one in caught.value.problems] == [
        ("A001", ("colour",)),
        ("A005", ("audited_on", "from")),
        ("A007", ("kind",)),
    ]


@pytest.mark.parametrize("data", [None, [], "x", 5, AUDIT.organisation])
def test_what_is_no_mapping_is_refused(data: Any) -> None:
    with pytest.raises(AuditError) as caught:
        Audit.build(data)
    assert [(one.code, one.path) for one in caught.value.problems] == [("A003", ())]


def test_a_part_has_the_problems_of_its_own_keys() -> None:
    for part, update, code, path in (
        (AUDIT.organisation, {"name": " "}, "A006", ("name",)),
        (AUDIT.audited_on, {"to": "x"}, "A005", ("to",)),
        (REFERENTIAL.levels[0], {"required": "2"}, "R008", ("required",)),
        (REFERENTIAL.sections[0].criteria[0], {"title": 5}, "R003", ("title",)),
    ):
        error = AuditError if code[0] == "A" else ReferentialError
        with pytest.raises(error) as caught:
            part.model_copy(update=update)
        assert [(one.code, one.path) for one in caught.value.problems] == [(code, path)]


def test_only_model_validate_raises_the_error_of_pydantic() -> None:
    with pytest.raises(ValidationError):
        Finding.model_validate({"status": "yes"})


# ── Any update ───────────────────────────────────────────────────────────────────────────────────

WORDS = ("audit", "self_assessment", "met", "granted", "a-0-1", "2026-10-12", "50%", "fr", " ", "é")
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.binary(),
    st.text(), st.text(st.characters(categories=["Cs"]), max_size=2), st.sampled_from(WORDS),
)  # fmt: skip
KEYS = st.one_of(
    st.sampled_from(["id", "name", "status", "from", "to", "outcome", "on", "a-0-1"]),
    st.text(),
    st.integers(),
    st.none(),
)
PLAIN = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3) | st.tuples(inner)
    ),
    max_leaves=6,
)


def parts(value: Any) -> Iterator[Model]:
    """A model and every model in it, one of each class."""
    found: dict[type[Model], Model] = {}

    def walk(inner: Any) -> None:
        if isinstance(inner, Model):
            found.setdefault(type(inner), inner)
            for name in type(inner).model_fields:
                walk(getattr(inner, name))
        elif isinstance(inner, tuple):
            for one in inner:
                walk(one)
        elif hasattr(inner, "values"):
            for one in inner.values():
                walk(one)

    walk(value)
    yield from found.values()


WHOLE = AUDIT.model_copy(
    update={
        "auditors": [{"name": "A"}],
        "previous": {"last_day": "2026-12-31"},
        "decision": {"outcome": "granted", "decided_on": "2026-11-20"},
        "events": [{"event": "suspended", "on": "2027-01-01"}],
        "findings": {"a-0-1": {"status": "not_met", "action": {"due": date(2027, 1, 1)}}},
    }
)
FIELDS = [
    (part, name)
    for whole in (WHOLE, REFERENTIAL)
    for part in parts(whole)
    for name in type(part).model_fields
]


def test_the_updates_reach_every_class_of_an_audit_and_a_referential() -> None:
    reached = {type(part).__name__ for part, _ in FIELDS}
    assert reached == {
        *("Action", "Audit", "AuditedOn", "Auditor", "Citation", "Criterion", "Decision", "Event"),
        *("Finding", "InForce", "Level", "Organisation", "PreviousLabel", "ReferenceDocument"),
        *("Referential", "ReferentialName", "Section", "Validity"),
    }


@given(st.sampled_from(FIELDS), PLAIN)
def test_any_update_gives_a_valid_value_or_problems(field: tuple[Model, str], given: Any) -> None:
    part, name = field
    changed, error = attempted(lambda: part.model_copy(update={name: given}))
    if error is None:
        fresh = validated(type(part), {**dict(part), name: given})
        assert changed == fresh
        assert hash(changed) == hash(fresh)
        return
    assert type(error) is (AuditError if type(part).family == "A" else ReferentialError)
    key = type(part).model_fields[name].validation_alias or name
    assert {problem.path[0] for problem in error.problems} <= {name, key}
    assert all(problem.message("fr") for problem in error.problems)
    assert str(error)
    with pytest.raises(ValidationError):
        type(part).model_validate({**dict(part), name: given})


@given(st.dictionaries(st.sampled_from([*Audit.model_fields, "x"]) | st.text(), PLAIN))
def test_any_plain_data_gives_a_valid_value_or_problems(data: dict[str, Any]) -> None:
    value, error = attempted(lambda: Audit.build(data))
    if error is None:
        assert value is not None
        assert Audit.build(value.as_written()) == value
    else:
        assert type(error) is AuditError
        assert error.problems
        assert str(error)


# ── Copies ───────────────────────────────────────────────────────────────────────────────────────


def test_a_copy_that_is_changed_forgets_its_file() -> None:
    audit = cpe_label.load_audit(EXAMPLES[0])
    assert audit.model_copy().source.name == str(EXAMPLES[0])
    assert audit.model_copy(update={"opinion": "x"}).source.name == ""
    referential = cpe_label.load_referential(SHIPPED)
    assert referential.model_copy(update={"version": "x"}).source.name == ""


def test_a_copy_that_is_changed_writes_no_default() -> None:
    """What is written counts in a fingerprint, so a default that is written out is a change."""
    for whole in (WHOLE, REFERENTIAL):
        for part in parts(whole):
            name = next(iter(part.model_fields_set))
            again = part.model_copy(update={name: getattr(part, name)})
            assert again.as_written() == part.as_written()
            assert again.model_fields_set == part.model_fields_set
    assert "scope" not in REFERENTIAL.levels[0].model_copy(update={"title": "x"}).as_written()


@pytest.mark.parametrize("deep", [False, True])
def test_a_copy_that_is_changed_forgets_what_was_computed(deep: bool) -> None:
    value = REFERENTIAL.model_copy(update={"title": "Un"})
    assert (value.digest, [*value.by_id]) == (value.digest, ["a-0-1", "a-0-2"])
    assert value._memo.held
    changed = value.model_copy(update={"title": "Deux"}, deep=deep)
    assert not changed._memo.held
    assert changed.digest != value.digest
    assert value.once(lambda one: one.title) == "Un"
    assert changed.once(lambda one: one.title) == "Deux"


@pytest.mark.parametrize(
    "copied",
    [
        copy.copy,
        copy.deepcopy,
        lambda value: value.model_copy(),
        lambda value: value.model_copy(deep=True),
        lambda value: value.model_copy(update={}),
        lambda value: pickle.loads(pickle.dumps(value)),
        lambda value: type(value).build(value.as_written()),
    ],
    ids=["copy", "deepcopy", "model_copy", "deep", "no update", "pickle", "build"],
)
@pytest.mark.parametrize("path", [*EXAMPLES, SHIPPED], ids=lambda path: path.stem)
def test_a_copy_is_equal(copied: Callable[[Any], Any], path: Any) -> None:
    load: Any = cpe_label.load_referential if path == SHIPPED else cpe_label.load_audit
    value = load(path)
    other = copied(value)
    assert other == value
    assert hash(other) == hash(value)
    assert other.as_written() == value.as_written()
    assert value.digest == other.digest
    assert other == value


def test_a_copy_that_travels_leaves_what_was_computed() -> None:
    value = cpe_label.load_audit(GRANTED)
    assert value.digest
    for other in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):
        assert not other._memo.held
        assert other.source.name == str(GRANTED)
        assert other.source.locate(("kind",)) == value.source.locate(("kind",))


def test_values_that_differ_are_not_equal() -> None:
    for name, other in (
        ("kind", "self_assessment"),
        ("opinion", "x"),
        ("findings", {}),
        ("audited_on", {"from": "2026-10-11"}),
    ):
        changed = AUDIT.model_copy(update={name: other})
        assert changed != AUDIT
        assert changed.model_copy(update={name: getattr(AUDIT, name)}) == AUDIT
    assert REFERENTIAL.model_copy(update={"version": "2"}) != REFERENTIAL
    assert AUDIT != REFERENTIAL
    assert AUDIT.as_written() != AUDIT


def test_a_value_cannot_be_changed_in_place() -> None:
    for change in (
        lambda: setattr(AUDIT, "kind", "self_assessment"),
        lambda: setattr(AUDIT.organisation, "name", "x"),
        lambda: setattr(AUDIT, "colour", "red"),
        lambda: delattr(AUDIT, "kind"),
        lambda: AUDIT.findings.__setitem__("a-0-1", Finding()),  # type: ignore[attr-defined]
    ):
        with pytest.raises((ValidationError, AttributeError)):
            change()


def test_a_model_reads_what_it_writes() -> None:
    referential = cpe_label.load_referential(SHIPPED)
    assert cpe_label.Referential.model_validate(referential.model_dump()) == referential
    audit = cpe_label.load_audit(EXAMPLES[0])
    assert cpe_label.Audit.model_validate(audit.model_dump()) == audit


# ── What a value remembers ───────────────────────────────────────────────────────────────────────


def test_once_computes_once_for_each_value_and_each_function() -> None:
    calls: list[tuple[str, str]] = []

    def title(value: Referential) -> str:
        calls.append(("title", value.title))
        return value.title

    def nothing(value: Referential) -> None:
        calls.append(("nothing", value.title))

    one = REFERENTIAL.model_copy(update={"title": "Un"})
    two = REFERENTIAL.model_copy(update={"title": "Deux"})
    for _ in range(3):
        assert [value.once(title) for value in (one, two)] == ["Un", "Deux"]
        assert [value.once(nothing) for value in (one, two)] == [None, None]
    assert calls == [("title", "Un"), ("title", "Deux"), ("nothing", "Un"), ("nothing", "Deux")]
    assert one != two


def test_what_a_value_remembers_is_no_part_of_it() -> None:
    one, other = (REFERENTIAL.model_copy(update={"title": "Un"}) for _ in range(2))
    assert one.once(lambda _: object())
    assert one == other
    assert hash(one) == hash(other)
    assert one.model_dump() == other.model_dump()
    assert one._memo != {}


def test_what_fails_is_not_remembered() -> None:
    value = REFERENTIAL.model_copy(update={"title": "Un"})
    attempts: list[int] = []

    def fails_first(_: Referential) -> str:
        attempts.append(1)
        if len(attempts) == 1:
            raise ValueError
        return "done"

    with pytest.raises(ValueError):  # noqa: PT011  the one above
        value.once(fails_first)
    assert (value.once(fails_first), value.once(fails_first), len(attempts)) == ("done", "done", 2)


# ── One line ─────────────────────────────────────────────────────────────────────────────────────


def test_a_file_and_an_evaluation_are_shown_in_one_short_line() -> None:
    audit = AUDIT.model_copy(update={"opinion": "one\ntwo", "organisation": {"name": "a\nb"}})
    evaluation = cpe_label.evaluate(audit, REFERENTIAL)
    assert repr(audit) == str(audit) == r"<Audit of 'a\nb' under essai@1: 2 findings>"
    assert repr(REFERENTIAL) == "<Referential essai@1: 2 criteria in 1 section>"
    assert str(REFERENTIAL) == repr(REFERENTIAL)
    assert repr(evaluation).startswith(r"<Evaluation of 'a\nb' by essai@1: verdict=")
    assert len(repr(evaluation)) < 120


def test_every_part_is_shown_in_one_line() -> None:
    text = "one\ntwo"
    update = {"findings": {"a-0-1": {"comment": text}}, "opinion": text}
    for part in (*parts(WHOLE.model_copy(update=update)), *parts(REFERENTIAL)):
        assert "\n" not in repr(part)
        assert "\n" not in str(part)
