"""The sentences of the rules: each clause has one, and each reason that can be given."""

import re
from pathlib import Path

import pytest
from support.cases import EVALUABLE, build
from support.shipped import ROOT

from cpe_label import evaluate
from cpe_label.messages.rules import CLAUSES, REASONS


def test_every_clause_has_a_sentence() -> None:
    numbers = [int(clause.removeprefix("RC-")) for clause in CLAUSES]
    assert numbers == sorted(set(numbers))  # a gap is a clause to come, never one used again
    assert numbers[:15] == list(range(1, 16))
    for name in (ROOT / "src" / "cpe_label" / "rules").glob("*.py"):
        named = set(re.findall(r"\bRC-[0-9]+\b", Path(name).read_text("utf-8")))
        assert named <= set(CLAUSES), name


def test_every_sentence_is_the_reason_of_some_case() -> None:
    """A reason without a sentence would stop an evaluation, a sentence without one is dead."""
    given = {
        reason.about for case in EVALUABLE for reason in evaluate(*build(case.values[0])).reasons
    }
    assert given == set(REASONS)


@pytest.mark.parametrize("about", REASONS)
def test_a_sentence_ends_as_one(about: str) -> None:
    for text in (REASONS[about].en, REASONS[about].fr):
        assert text.endswith("."), text
