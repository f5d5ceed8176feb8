"""A wrong type at a public function: one sentence that names the function and the argument."""

from collections.abc import Callable
from datetime import date, datetime
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from support.files import GRANTED

import cpe_label
from cpe_label import (
    assess,
    check,
    evaluate,
    evaluate_lines,
    label_period,
    load_audit,
    load_record,
    load_referential,
    load_referentials,
    parse_audit,
    parse_record,
    parse_referential,
    render,
    state_on,
    to_yaml,
    verify,
)
from cpe_label.edit import open_audit
from cpe_label.text.arguments import expects

wrong: Any = "2026-01-01"
AUDIT = load_audit(GRANTED)
EVALUATION = evaluate(AUDIT)
VALIDITY = EVALUATION.referential.validity
AN_EVALUATION = "a value of type Evaluation"
MEMBERS = "Members (load_members returns them)"
AN_AUDIT = "an Audit (load_audit returns one)"
A_REFERENTIAL = "a Referential (load_referential returns one)"
A_DAY = "a datetime.date without a time"

WRONG: dict[str, tuple[Callable[[], object], str]] = {
    "evaluate a path": (
        lambda: evaluate("file.yaml"),  # type: ignore[arg-type]
        f"evaluate: audit must be {AN_AUDIT}, not the text 'file.yaml'",
    ),
    "evaluate with a path": (
        lambda: evaluate(AUDIT, referentials=Path("a.yaml")),  # type: ignore[arg-type]
        (
            f"evaluate: referentials must be Referentials (load_referentials returns them) or "
            f"{A_REFERENTIAL} or None, not a value of type {type(Path()).__name__}"
        ),
    ),
    "assess": (
        lambda: assess(EVALUATION),  # type: ignore[arg-type]
        f"assess: audit must be {AN_AUDIT}, not a value of type Evaluation",
    ),
    "check": (
        lambda: check(None),  # type: ignore[arg-type]
        f"check: subject must be {AN_AUDIT} or {A_REFERENTIAL}, not None",
    ),
    "load_audit": (
        lambda: load_audit(None),  # type: ignore[arg-type]
        "load_audit: path must be a text or a path, not None",
    ),
    "evaluate_lines": (
        lambda: evaluate_lines("{}"),
        (
            "evaluate_lines: lines must be a list, or what gives one value after the other, "
            "not the text '{}'"
        ),
    ),
    "evaluate_lines of a file that was read": (
        lambda: evaluate_lines(b"{}\n{}"),  # type: ignore[arg-type]
        (
            "evaluate_lines: lines must be a list, or what gives one value after the other, "
            "not a value of type bytes"
        ),
    ),
    "evaluate_lines on a text": (
        lambda: evaluate_lines([], on=wrong),
        f"evaluate_lines: on must be {A_DAY} or None, not the text '2026-01-01'",
    ),
    "load_referential": (
        lambda: load_referential(3),  # type: ignore[arg-type]
        "load_referential: path must be a text or a path, not a value of type int",
    ),
    "load_record": (
        lambda: load_record(b"a"),  # type: ignore[arg-type]
        "load_record: path must be a text or a path, not a value of type bytes",
    ),
    "load_referentials": (
        lambda: load_referentials("a", None),  # type: ignore[arg-type]
        "load_referentials: places must be a text or a path, not None",
    ),
    "named": (
        lambda: load_referentials().named(None),  # type: ignore[arg-type]
        "named: wanted must be a text, not None",
    ),
    "of": (
        lambda: load_referentials().of("label-cpe"),  # type: ignore[arg-type]
        f"of: audit must be {AN_AUDIT}, not the text 'label-cpe'",
    ),
    "parse_audit": (
        lambda: parse_audit({}),  # type: ignore[arg-type]
        "parse_audit: content must be a text or bytes, not a value of type dict",
    ),
    "parse_referential": (
        lambda: parse_referential("a: b", source=None),  # type: ignore[arg-type]
        "parse_referential: source must be a text, not None",
    ),
    "parse_record": (
        lambda: parse_record(None),  # type: ignore[arg-type]
        "parse_record: content must be a text or bytes, not None",
    ),
    "render an audit": (
        lambda: render(AUDIT, "text"),  # type: ignore[call-overload]
        (
            f"render: subject must be an Evaluation (evaluate returns one) or {A_REFERENTIAL}, "
            "not a value of type Audit"
        ),
    ),
    "render on a text": (
        lambda: render(EVALUATION, "text", on=wrong),
        f"render: on must be {A_DAY} or None, not the text '2026-01-01'",
    ),
    "render at an hour": (
        lambda: render(EVALUATION, "text", None, datetime(2026, 1, 1)),
        f"render: on must be {A_DAY} or None, not a value of type datetime",
    ),
    "verify": (
        lambda: verify("a.json", EVALUATION),  # type: ignore[arg-type]
        "verify: recorded must be a record (load_record returns one), not the text 'a.json'",
    ),
    "label_period": (
        lambda: label_period(wrong, VALIDITY),
        f"label_period: decided_on must be {A_DAY}, not the text '2026-01-01'",
    ),
    "state_on": (
        lambda: state_on(wrong, None, validity=VALIDITY),
        f"state_on: day must be {A_DAY}, not the text '2026-01-01'",
    ),
    "to_yaml": (
        lambda: to_yaml(EVALUATION),  # type: ignore[arg-type]
        f"to_yaml: value must be {A_REFERENTIAL} or {AN_AUDIT} or {MEMBERS}, not {AN_EVALUATION}",
    ),
    "open_audit": (
        lambda: open_audit(AUDIT),  # type: ignore[arg-type]
        "open_audit: path must be a text or a path, not a value of type Audit",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_type_is_one_clear_sentence(name: str) -> None:
    call, sentence = WRONG[name]
    with pytest.raises(TypeError) as raised:
        call()
    assert str(raised.value) == sentence


def test_every_public_function_that_takes_values_has_a_guard() -> None:
    public = {name: getattr(cpe_label, name) for name in cpe_label.__all__}
    functions = {name for name, one in public.items() if callable(one) and name.islower()}
    assert functions - {name for name in functions if hasattr(public[name], "__wrapped__")} == set()


def test_what_fits_comes_through_and_the_signature_stays() -> None:
    def plus(a: int, *rest: int, more: int | None = None) -> tuple[object, ...]:
        """Add."""
        return a, rest, more

    guarded = expects(a=int, rest=int, more=int | None)(plus)
    assert guarded(1, 2, 3, more=None) == (1, (2, 3), None)
    assert signature(guarded) == signature(plus)
    assert guarded.__doc__ == "Add."


def test_a_long_text_is_cut() -> None:
    with pytest.raises(TypeError, match=r"the text 'a{60}'$"):
        load_referentials().of("a" * 70)  # type: ignore[arg-type]


def test_a_day_is_no_instant() -> None:
    assert render(EVALUATION, "text", on=date(2027, 1, 1))


@pytest.mark.parametrize("given", [{"language": "de"}, {"words": "de"}])
def test_lines_are_written_in_a_language_of_ours(given: Any) -> None:
    with pytest.raises(ValueError, match=r"^unknown language 'de'; expected one of fr, en$"):
        evaluate_lines([], **given)
