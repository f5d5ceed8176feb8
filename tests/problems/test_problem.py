"""A problem as a value: its place, its words, its order among others, and limits."""

import pytest

from cpe_label.problems.exceptions import DataError
from cpe_label.problems.positions import END, Places
from cpe_label.problems.problem import (
    MOST_PROBLEMS,
    Problem,
    is_error,
    limited,
    problem,
    sorted_problems,
)
from cpe_label.problems.source import Source
from cpe_label.text.display import visible
from cpe_label.text.typography import (
    LANGUAGES,
    Language,
)


def test_a_problem_without_a_file_has_its_path() -> None:
    found = problem("A005", ("findings", "A-1", "action", "due"), value="hier")
    assert found.place == "findings.A-1.action.due"
    assert str(found).startswith("findings.A-1.action.due: A005 « hier » is not a date")
    assert found.located(Source()) is found


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    assert problem("F001").in_file("a.yaml").text() == "a.yaml: F001 no such file"
    assert Problem("F001", "error").text() == "F001 no such file"


def test_a_problem_starts_with_its_place_and_its_code() -> None:
    source = Source("a.yaml", "X: 1\n", Places(["X", 0, 3]))
    found = problem("A005", ("X",), value="1")
    assert found.text("fr").startswith("X: A005 «\u202f1\u202f» n’est pas une date")
    assert found.located(source).text().startswith("a.yaml:1:4: A005 « 1 » is not a date")
    assert problem("F001").in_file(": b.yaml").text() == ": b.yaml: F001 no such file"
    choice = problem("A007", ("kind",), value="x", expected=("a", "b"), near="a")
    assert choice.message() == "unknown word « x »; expected a or b (did you mean « a »?)"
    warning = problem("A019", ("decision", "outcome"))
    assert warning.text().startswith("decision.outcome: A019 warning: ")
    assert not is_error(warning)
    assert is_error(found)


def test_the_place_of_the_first_is_shown_as_a_line() -> None:
    text = "levels:\n- a\n- a\n"
    places = Places(["levels", 0, list, 8, 10, 14, END])
    twice = problem("R011", ("levels", 1), kind="level", value="a", first=("levels", 0))
    found = twice.located(Source("a.yaml", text, places))
    assert dict(found.arguments) == {"kind": "level", "value": "a", "first": 2}
    assert (
        found.text() == "a.yaml:3:3: R011 the level identifier « a » stands twice; first at line 2"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_is_harmless_whatever_its_blanks_hold(language: Language) -> None:
    hostile = "a\x1b[31m\u202e\u009b\u2028\ufffe\ud800"
    shown = "a\\u001b[31m\\u202e\\u009b\\u2028\\ufffe\\ud800"
    for found in (
        problem("F011", name=hostile, files=(hostile, "b")),
        problem("E003", field=hostile, computed="1"),
        problem("A007", value=hostile, expected=("b",), near=hostile),
    ):
        assert found.message(language).count(shown) == 2 - (found.code == "E003")
        assert visible(found.message(language)) == found.message(language)


# ── Order ────────────────────────────────────────────────────────────────────────────────────────


def test_problems_are_sorted_by_file_line_column_code_and_path() -> None:
    in_order = [
        Problem("Y001", "error", ("b",)),
        Problem("A001", "error", ("b",), file="A"),
        Problem("Y036", "error", ("b",), file="a"),
        Problem("Y035", "error", ("b",), file="a", line=1),
        Problem("Y001", "error", ("a",), file="a", line=1, column=1),
        Problem("Y001", "error", ("b",), file="a", line=1, column=1),
        Problem("Y002", "error", ("a",), file="a", line=1, column=1),
        Problem("A001", "error", (), file="a", line=1, column=2),
        Problem("A001", "error", (), file="a", line=2, column=1),
        Problem("A001", "error", (), file="b", line=1, column=1),
    ]
    assert sorted_problems(reversed(in_order)) == tuple(in_order)
    assert DataError(reversed(in_order)).problems == tuple(in_order)


def test_problems_at_one_place_are_sorted_by_the_items_of_their_list() -> None:
    in_order = [
        problem("A024", path)
        for path in (
            ("events",),
            *(("events", 1, "on"), ("events", 2), ("events", 2, "on"), ("events", 10, "on")),
            *(("findings", "C-10"), ("findings", "C-2")),
        )
    ]
    assert sorted_problems(reversed(in_order)) == tuple(in_order)


# ── Limits ───────────────────────────────────────────────────────────────────────────────────────


def test_a_long_list_of_problems_is_read_no_further_than_its_limit() -> None:
    many = (problem("A001", (n,), value="k", expected=()) for n in range(2 * MOST_PROBLEMS))
    reported = limited(many)
    assert [found.path for found in reported[:-1]] == [(n,) for n in range(MOST_PROBLEMS)]
    assert (reported[-1].code, reported[-1].path) == ("Y015", (MOST_PROBLEMS - 1,))
    assert next(many).path == (MOST_PROBLEMS + 1,)
    exactly = [problem("F001")] * MOST_PROBLEMS
    assert limited(exactly) == exactly


def test_the_note_on_the_limit_has_the_place_of_the_last_problem() -> None:
    reported = limited(problem("F001").in_file("a", line=n, column=2 * n) for n in range(2000))
    assert (reported[-1].file, reported[-1].line, reported[-1].column) == ("a", 999, 1998)


def test_errors_and_warnings_are_limited_apart() -> None:
    warnings = [problem("A033", (n,), criterion="C") for n in range(MOST_PROBLEMS + 500)]
    reported = limited(warnings)
    assert len(reported) == MOST_PROBLEMS + 1
    assert (reported[-1].code, reported[-1].path) == ("Y015", (MOST_PROBLEMS - 1,))
    assert not any(map(is_error, reported))

    errors = [problem("A006", (n,)) for n in range(MOST_PROBLEMS)]
    reported = limited([*warnings, *errors])
    assert [one for one in reported if is_error(one)] == errors
    reported = limited([*errors, *warnings, errors[0], *warnings])
    assert (reported[-1].code, reported[-1].severity) == ("Y015", "error")
    assert reported[-1].path == errors[-1].path
