"""A session of the committee in CSV: what a row may say, and every problem in one run."""

import textwrap
from datetime import date
from pathlib import Path

import pytest
from support.sessions import broken_sessions, lines_of_session, problems_of_session

from cpe_label import Decision
from cpe_label.messages.states import OUTCOMES
from cpe_label.problems.catalogue import CATALOGUE
from cpe_label.reading.session_csv import read_session

HEAD = "organisation;outcome;decided_on;reason\n"


@pytest.mark.parametrize("path", broken_sessions(), ids=lambda path: path.name)
def test_a_broken_session_gives_exactly_these_lines(path: Path) -> None:
    expected = path.with_name(path.name + ".txt").read_text("utf-8")
    assert expected.startswith(f"{path.name}:")
    assert f": {path.name[:4]} " in expected
    assert lines_of_session(path) == expected


def test_every_problem_of_a_table_or_a_session_has_its_broken_file() -> None:
    """But for a file that is no text, and those of `decide` on the file of an audit."""
    shown = {path.name[:4] for path in broken_sessions()}
    assert {code for code in CATALOGUE if code[0] in "TS"} - shown == {"T006", "S003", "S004"}


@pytest.mark.parametrize("code", sorted({path.name[:4] for path in broken_sessions()}))
def test_the_manuals_wrong_is_wrong_and_its_right_is_right(code: str) -> None:
    page = CATALOGUE[code]
    held = []
    for path in broken_sessions():
        text = path.read_text("utf-8")
        wrong, right = (textwrap.dedent(piece).strip("\n") for piece in (page.wrong, page.right))
        if path.name.startswith(code) and wrong in text:
            mended = text.replace(wrong, right).encode()
            held.append(code not in {one.code for one in problems_of_session(mended, "s.csv")})
    assert held
    assert all(held)


WORDS = {
    "granted": ["granted", "Accordé", "ACCORDEE", "label accordé", " accordé "],
    "refused": ["refused", "Refusé", "non accordé", "label not granted"],
    "adjourned": ["adjourned", "Ajourné", "ajournée", "Décision ajournée"],
}


@pytest.mark.parametrize(
    ("outcome", "word"), [(outcome, word) for outcome, words in WORDS.items() for word in words]
)
def test_an_outcome_in_either_language(outcome: str, word: str) -> None:
    (row,) = read_session(f"{HEAD}a;{word};2026-11-20;\n".encode(), "s.csv").rows
    assert row.organisation == "a"
    assert row.decision == Decision.build({"outcome": outcome, "decided_on": "2026-11-20"})


def test_the_words_of_reports_are_known() -> None:
    for outcome, style in OUTCOMES.items():
        for word in (style.en, style.fr):
            session = read_session(f"{HEAD}a;{word};2026-11-20;\n".encode(), "s.csv")
            assert [row.decision.outcome for row in session.rows] == [outcome]


def test_every_problem_is_reported_in_one_run() -> None:
    text = (
        "id,décision,date,motif,ville\n"
        "exemple-001,favorable,20/11/26,,x\n"
        "exemple-009,accordé,20/11/2026,,\n"
        "exemple-004,refusé,20/11/2026,Motif.,\n"
        ",accordé,20/11/2026,,\n"
        "exemple-001,accordé,20/11/2026,,\n"
        "exemple-001,accordé,20/11/2026,,\n"
    )
    found = problems_of_session(text.encode("cp1252"), "s.csv")
    assert [f"{one.line}:{one.column} {one.code}" for one in found] == [
        *("1:24 T010", "2:13 S010", "2:23 T009", "3:1 S011", "4:20 S001", "5:1 T008"),
        *("6:1 S013", "7:1 S013"),
    ]


def test_a_reason_is_kept_as_it_is_written() -> None:
    text = f'{HEAD}a;refusé;20/11/2026;"Deux points : « x » ;\nune ligne."\n'
    (row,) = read_session(text.encode(), "s.csv").rows
    assert row.decision.reason == "Deux points : « x » ;\nune ligne."
    assert row.decision.decided_on == date(2026, 11, 20)
