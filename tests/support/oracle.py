"""A second judge, written from `docs/rules.md` alone, to be held against the engine.

It shares no code and no method with it. The engine compares two whole numbers; this one completes
the audit in every way that is still open (each unassessed criterion met, not met, or not
applicable where the referential says when), judges each complete audit by a fraction, and looks
whether the answers agree (RC-8). It is slow, and it should be plain enough to be checked by eye.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from typing import NamedTuple


class Part(NamedTuple):
    """What was found of one level in one section, counted: no criterion weighs more (RC-3)."""

    met: int = 0
    not_met: int = 0
    not_applicable: int = 0
    open: int = 0  # unassessed, and cannot be not applicable
    open_or_aside: int = 0  # unassessed, and the referential says when it is not applicable

    @property
    def unassessed(self) -> int:
        return self.open + self.open_or_aside

    @property
    def applicable(self) -> int:
        return self.met + self.not_met + self.unassessed


class Asked(NamedTuple):
    """What a level requires: a share, and over what."""

    share: Fraction
    scope: str = "whole"


class Answer(NamedTuple):
    """What the rules say of a level, or of a part of it."""

    verdict: str
    still_needed: int


Complete = tuple[int, int]  # how many are met, of how many that are applicable
Ways = Callable[[Part], Iterator[Complete]]


def share(text: str) -> Fraction:
    """The fraction that a referential writes as `N%` or `p/q` (RC-2)."""
    return Fraction(int(text[:-1]), 100) if text.endswith("%") else Fraction(text)


@cache
def reached(met: int, applicable: int, required: Fraction) -> bool:
    """RC-5 on a complete count, and RC-7 where nothing is applicable."""
    return applicable == 0 or Fraction(met, applicable) >= required


# ── Every way to complete what is open ───────────────────────────────────────────────────────────


def one_by_one(part: Part) -> Iterator[Complete]:
    """Give each unassessed criterion each of its answers: met, not met, or out of the count."""
    answers = [[(1, 1), (0, 1)]] * part.open + [[(1, 1), (0, 1), (0, 0)]] * part.open_or_aside
    for given in product(*answers):
        met = part.met + sum(one for one, _ in given)
        yield met, part.met + part.not_met + sum(counts for _, counts in given)


def grouped(part: Part) -> Iterator[Complete]:
    """The same completions, each only once: how many turn out not applicable, how many met."""
    for aside in range(part.open_or_aside + 1):
        for met in range(part.unassessed - aside + 1):
            yield part.met + met, part.applicable - aside


def none_set_aside(part: Part) -> Iterator[Complete]:
    """The completions in which no open criterion turns out not applicable."""
    return grouped(part._replace(open=part.unassessed, open_or_aside=0))


# ── Judging ──────────────────────────────────────────────────────────────────────────────────────


def compared(asked: Asked, sections: Sequence[Part]) -> list[Part]:
    """RC-6: the counts that the share is held against; a section without a criterion is none."""
    there = [part for part in sections if any(part)]
    if asked.scope == "each_section":
        return there
    return [Part(*map(sum, zip(*there, strict=True)))]


def known(answers: set[bool]) -> str:
    """RC-8: what is known when these are the answers that completions give."""
    if answers == {True}:
        return "pass"
    return "fail" if answers == {False} else "undecided"


def possible(asked: Asked, part: Part, ways: Ways) -> set[bool]:
    """Every answer that the comparison can still have."""
    return {reached(met, applicable, asked.share) for met, applicable in ways(part)}


def still_needed(asked: Asked, part: Part) -> int:
    """The fewest further criteria met that reach the share, all that is open counted as not met."""
    needed = 0
    while not reached(part.met + needed, part.applicable, asked.share):
        needed += 1
    return needed


def judge_level(asked: Asked, sections: Sequence[Part], ways: Ways) -> tuple[Answer, list[Answer]]:
    """RC-8 for a level, and for each of its parts.

    Sections are completed independently of each other: any answer of one goes with any answer of
    another, and the level holds where all of its parts do (RC-6).
    """
    parts = compared(asked, sections)
    answers = [possible(asked, part, ways) for part in parts]
    needed = [still_needed(asked, part) for part in parts]
    whole = Answer(known({all(choice) for choice in product(*answers)}), sum(needed))
    return whole, [Answer(known(one), more) for one, more in zip(answers, needed, strict=True)]


def judge(verdicts: Sequence[str]) -> str:
    """RC-9: from the levels to the whole."""
    for worst in ("fail", "undecided"):
        if worst in verdicts:
            return worst
    return "pass"
