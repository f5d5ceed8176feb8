"""The engine agrees with the oracle, which was written from `docs/rules.md` alone.

A slice of what `benchmarks/oracle.py` tries; the rounds are the same.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from math import comb
from typing import Any

import pytest
from support import making, rounds
from support.cases import ROWS, SHARES, cases
from support.oracle import (
    Asked,
    Part,
    grouped,
    judge,
    judge_level,
    known,
    none_set_aside,
    one_by_one,
    reached,
    share,
)

pytestmark = pytest.mark.law


def agreed(trials: Iterable[rounds.Trial]) -> int:
    """How many audits both were asked about; none may be answered differently."""
    tried = 0
    for trial in trials:
        tried += 1
        assert rounds.answered(trial) == rounds.wanted(trial), trial
    return tried


def parts(most: int) -> Iterator[Part]:
    """Every part of one to so many criteria."""
    for numbers in product(range(most + 1), repeat=5):
        if 0 < sum(numbers) <= most:
            yield Part(*numbers)


# ── The oracle reads the page ────────────────────────────────────────────────────────────────────

# Each example of the page that has counts: the clause, what is asked, what is found by section,
# the verdict and what is still needed.
EXAMPLES = [
    ("RC-4", "50%", "whole", [Part(7, 8)], "fail", 1),
    ("RC-4", "50%", "whole", [Part(7, 7, 1)], "pass", 0),
    ("RC-5", "50%", "whole", [Part(52, 53)], "fail", 1),
    ("RC-5", "50%", "whole", [Part(53, 52)], "pass", 0),
    ("RC-5", "50%", "whole", [Part(14, 14)], "pass", 0),
    ("RC-5", "50%", "whole", [Part(999, 1001)], "fail", 1),
    ("RC-6", "50%", "whole", [Part(5, 0), Part(2, 3)], "pass", 0),
    ("RC-6", "50%", "each_section", [Part(5, 0), Part(2, 3)], "fail", 1),
    ("RC-6", "50%", "each_section", [Part(5, 0), Part()], "pass", 0),
    ("RC-7", "100%", "whole", [Part(0, 0, 3)], "pass", 0),
    ("RC-7", "100%", "each_section", [Part(1), Part(0, 0, 3)], "pass", 0),
    ("RC-8", "50%", "whole", [Part(14, 5, 0, 9)], "pass", 0),
    ("RC-8", "50%", "whole", [Part(7, 16, 0, 5)], "fail", 7),
    ("RC-8", "50%", "whole", [Part(13, 5, 0, 10)], "undecided", 1),
]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_oracle_answers_the_examples_of_the_page(example: tuple) -> None:
    _, required, scope, sections, verdict, needed = example
    level, _ = judge_level(Asked(share(required), scope), sections, one_by_one)
    assert level == (verdict, needed)


def test_the_groups_of_completions_are_all_completions() -> None:
    for part in parts(6):
        assert set(grouped(part)) == set(one_by_one(part)), part


@pytest.mark.parametrize("scope", rounds.SCOPES)
def test_sections_may_be_completed_one_at_a_time(scope: str) -> None:
    """The oracle joins the answers of sections; here whole audits are completed, then judged."""
    for required, *sections in product(rounds.SHARES, parts(2), parts(2)):
        asked = Asked(share(required), scope)
        possible = set()
        for complete in product(*map(one_by_one, sections)):
            joined = [tuple(map(sum, zip(*complete, strict=True)))]
            held = joined if scope == "whole" else complete
            possible.add(all(reached(met, of, asked.share) for met, of in held))
        assert judge_level(asked, sections, grouped)[0].verdict == known(possible)


@pytest.mark.parametrize("case", cases())
def test_the_oracle_answers_the_cases(case: dict[str, Any]) -> None:
    expected = case["expect"]
    if "problems" in expected:
        return
    levels = {}
    for level in case["levels"]:
        found = [section.get(level["id"], {}) for section in case["sections"]]
        counts = [Part(*(int(one.get(s, 0)) for s in making.STATUSES)) for one in found]
        asked = Asked(share(level["required"]), level.get("scope", "whole"))
        answer, _ = judge_level(asked, counts, grouped)
        levels[level["id"]] = {
            "verdict": answer.verdict,
            "still_needed": str(answer.still_needed),
        }
    verdict = judge([answer["verdict"] for answer in levels.values()])
    assert expected.get("verdict", verdict) == verdict
    for name, facts in expected.get("levels", {}).items():
        for key, answer in levels[name].items():
            assert facts.get(key, answer) == answer, key


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_oracle_answers_the_boundaries(row: list[str]) -> None:
    applicable, *least = map(int, row)
    for required, met in zip(SHARES[1:], least, strict=True):
        assert reached(met, applicable, share(required))
        assert met == 0 or not reached(met - 1, applicable, share(required))


# ── RC-8: not applicable overturns neither comparison ────────────────────────────────────────────


@pytest.mark.parametrize("required", rounds.MORE_SHARES)
def test_what_turns_out_not_applicable_overturns_neither_comparison(required: str) -> None:
    asked = Asked(share(required))
    for part in parts(8):
        assert judge_level(asked, [part], grouped) == judge_level(asked, [part], none_set_aside)


# ── The engine agrees ────────────────────────────────────────────────────────────────────────────


def test_every_audit_of_one_and_two_criteria() -> None:
    def count_of(size: int, kinds: int) -> int:
        """Multisets of so many criteria, by number of kinds in a section and level, with asks."""

        def sets(bins: int) -> int:
            return comb(bins * kinds + size - 1, size)

        one_level = sets(2) - sets(1)  # in the first section, or in both
        return 10 * one_level + 100 * (sets(4) - 2 * sets(2) + sets(1) - one_level)

    tried = agreed(rounds.small(rounds.SOUND, (1, 2), fold=False))
    assert tried == count_of(1, 7) + count_of(2, 7) == 15_540


def test_every_audit_of_three_criteria_once() -> None:
    trials = rounds.small(rounds.FEWER, (3,), ("1/3", "1/2", "100%"), fold=True)
    assert agreed(trials) == 10_560


def test_not_applicable_without_permission_is_refused() -> None:
    assert agreed(rounds.refused(3)) == 514


def test_every_count_of_up_to_eight_criteria() -> None:
    shares = ("1/2", "2/3")
    assert agreed(rounds.counts(8, shares)) == (comb(8 + 5, 5) - 1) * len(shares) * 2


def test_large_audits_near_the_boundary() -> None:
    assert agreed(rounds.near_the_boundary(100, 5)) == 500
