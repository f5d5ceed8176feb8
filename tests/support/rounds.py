"""The audits that the oracle and the engine both judge, and the comparison of their answers.

`test_oracle.py` tries a slice of them, `benchmarks/oracle.py` all. An audit is a multiset of
criteria: their order says nothing. Values are made by the public models: a referential is built
once and serves many audits, and an audit is the copy of a validated one with other findings,
which were validated too.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations_with_replacement, product
from math import ceil
from typing import Any, NamedTuple

from cpe_label import Audit, AuditError, Finding, Referential, evaluate
from cpe_label._frozen import FrozenMap
from cpe_label.rules.evaluation import LevelResult
from support import making
from support.oracle import Answer, Asked, Part, Ways, grouped, judge, judge_level, one_by_one, share

LEVELS = ("a", "b")
SCOPES = ("whole", "each_section")
SHARES = ("0%", "1/3", "1/2", "2/3", "100%")
MORE_SHARES = (*SHARES, "1%", "1/4", "49%", "51%", "3/4", "99%")


class Criterion(NamedTuple):
    """One criterion of an audit, as far as the rules look at it."""

    section: int
    level: int
    may_be_aside: bool  # the referential says when it is not applicable
    status: str


class Trial(NamedTuple):
    """An audit, and what the oracle needs to know of it."""

    referential: Referential
    audit: Audit
    parts: tuple[tuple[Part, ...], ...]  # by level, then by section
    asked: tuple[Asked, ...]  # by level
    ways: Ways = one_by_one
    refused: int = 0  # how many criteria are not applicable without permission


PLACES = product((0, 1), (0, 1), (False, True), making.STATUSES)
EVERY = sorted(Criterion(*one) for one in PLACES)
SOUND = [one for one in EVERY if one.may_be_aside or one.status != "not_applicable"]
# A permission says nothing of a criterion that is met or not met. Of these kinds only one
# permission is kept each, so that audits of more criteria can be tried.
FEWER = [
    one
    for one in SOUND
    if (one.may_be_aside, one.status) not in {(True, "met"), (False, "not_met")}
]


# ── Both answers ─────────────────────────────────────────────────────────────────────────────────


def disagreement(trial: Trial) -> str | None:
    """What the oracle and the engine say of an audit, where it is not the same."""
    found, expected = answered(trial), wanted(trial)
    return None if found == expected else f"{trial}\n  engine {found}\n  oracle {expected}"


def wanted(trial: Trial) -> Any:
    """What the engine must answer, by the oracle."""
    if trial.refused:
        return ["A014"] * trial.refused
    levels = [
        level_wanted(asked, parts, trial.ways)
        for asked, parts in zip(trial.asked, trial.parts, strict=True)
    ]
    complete = not any(part.unassessed for parts in trial.parts for part in parts)
    return judge([level[0].verdict for level in levels]), complete, levels


@lru_cache(maxsize=100_000)
def level_wanted(asked: Asked, sections: tuple[Part, ...], ways: Ways) -> tuple[Answer, Any, Any]:
    """The oracle's answer for a level and its parts, and the counts, which it was given."""
    level, parts = judge_level(asked, sections, ways)
    total = Part(*map(sum, zip(*sections, strict=True)))
    counts = (*total[:3], total.unassessed, total.applicable)
    return level, counts, parts


def answered(trial: Trial) -> Any:
    """What the engine answers, in the oracle's words."""
    try:
        evaluation = evaluate(trial.audit, trial.referential)
    except AuditError as error:
        return [problem.code for problem in error.problems]
    levels = [level_answered(result) for result in evaluation.levels]
    return evaluation.verdict.value, evaluation.complete, levels


def level_answered(result: LevelResult) -> tuple[Answer, Any, Any]:
    """What the engine answers for a level and its parts, and how it counts."""
    tally = result.tally
    statuses = (tally.met, tally.not_met, tally.not_applicable, tally.unassessed)
    return (
        Answer(result.verdict.value, result.still_needed),
        (*map(len, statuses), tally.applicable),
        [Answer(part.verdict.value, part.still_needed) for part in result.parts],
    )


# ── Every small audit ────────────────────────────────────────────────────────────────────────────

Chosen = tuple[Criterion, ...]


def small(
    kinds: Sequence[Criterion],
    sizes: Iterable[int],
    shares: Sequence[str] = SHARES,
    *,
    fold: bool,
) -> Iterator[Trial]:
    """Every audit of so many criteria of these kinds, under each share and scope of each level.

    With `fold`, audits that differ by the order of sections or of levels are tried once.
    """
    for shape, audits in by_shape(gathered(kinds, sizes, fold=fold)).items():
        built = [(counted(chosen), fold and level_twin(chosen)) for chosen in audits]
        levels = 1 + max(level for _, level, _ in shape)
        for texts in product(product(shares, SCOPES), repeat=levels):
            referential, asked = shaped(shape, texts), asks(texts)
            for (audit, parts), twin in built:
                if not twin or asked[0] <= asked[1]:
                    yield Trial(referential, audit, parts, asked)


def refused(most: int) -> Iterator[Trial]:
    """Every audit in which something is not applicable without permission, folded."""
    wrong = set(EVERY).difference(SOUND)
    audits = gathered(EVERY, range(1, most + 1), fold=True)
    for shape, found in by_shape(one for one in audits if not wrong.isdisjoint(one)).items():
        referential = shaped(shape, [("1/2", "whole")] * (1 + max(level for _, level, _ in shape)))
        for chosen in found:
            number = sum(one in wrong for one in chosen)
            yield Trial(referential, counted(chosen)[0], (), (), refused=number)


def gathered(kinds: Sequence[Criterion], sizes: Iterable[int], *, fold: bool) -> Iterator[Chosen]:
    """Every multiset of criteria in which the first section and the first level have one."""
    for size in sizes:
        for chosen in combinations_with_replacement(kinds, size):
            if fold:
                if chosen == min(twins(chosen)):
                    yield chosen
            elif all(0 in {one[place] for one in chosen} for place in (0, 1)):
                yield chosen


def twins(chosen: Chosen) -> list[Chosen]:
    """The audit, and what it is with its sections, its levels, or both, in the other order."""
    return [
        tuple(sorted(Criterion(one[0] ^ section, one[1] ^ level, *one[2:]) for one in chosen))
        for section, level in product((0, 1), (0, 1))
    ]


def level_twin(chosen: Chosen) -> bool:
    """Whether its two levels have the same criteria, so that they can be exchanged."""
    return chosen in twins(chosen)[1::2]


Shape = tuple[tuple[int, int, bool], ...]


def by_shape(audits: Iterable[Chosen]) -> dict[Shape, list[Chosen]]:
    """Audits by what their referential must have."""
    shapes = defaultdict(list)
    for chosen in audits:
        shapes[tuple(one[:3] for one in chosen)].append(chosen)
    return shapes


@lru_cache(maxsize=1)
def names(shape: Shape) -> list[str]:
    """The identifiers that `making` gives, in the order of the shape."""
    seen: Counter[tuple[int, int]] = Counter()
    given = []
    for section, level, _ in shape:
        seen[section, level] += 1
        given.append(f"{LEVELS[level]}-{section}-{seen[section, level]}")
    return given


Texts = Sequence[tuple[str, str]]  # the share and the scope of each level, as they are written


def asks(texts: Texts) -> tuple[Asked, ...]:
    return tuple(Asked(share(text), scope) for text, scope in texts)


def shaped(shape: Shape, texts: Texts) -> Referential:
    """The referential of a shape."""
    levels = [
        {"id": name, "required": text, "scope": scope}
        for name, (text, scope) in zip(LEVELS, texts, strict=False)
    ]
    sections: list[dict[str, Counter[str]]] = [{} for _ in range(1 + max(shape)[0])]
    for section, level, _ in shape:
        sections[section].setdefault(LEVELS[level], Counter())["unassessed"] += 1
    allowed = {name for name, one in zip(names(shape), shape, strict=True) if one[2]}
    return making.referential(levels, sections, allow_not_applicable=allowed)


def counted(chosen: Chosen) -> tuple[Audit, tuple[tuple[Part, ...], ...]]:
    """The audit of a multiset, and its counts by level and section."""
    number = Counter(chosen)
    parts = tuple(
        tuple(part(number, section, level) for section in range(1 + chosen[-1].section))
        for level in range(1 + max(one.level for one in chosen))
    )
    shape = tuple(one[:3] for one in chosen)
    return audited(zip(names(shape), (one.status for one in chosen), strict=True)), parts


def part(number: Mapping[Criterion, int], section: int, level: int) -> Part:
    """The counts of one section and level."""
    there = [
        sum(number[Criterion(section, level, may, status)] for may in (True, False))
        for status in ("met", "not_met", "not_applicable")
    ]
    ahead = [number[Criterion(section, level, may, "unassessed")] for may in (False, True)]
    return Part(*there, *ahead)


BLANK = making.audit([])
FINDINGS = {
    "met": Finding(status="met"),
    "not_met": Finding(status="not_met"),
    "not_applicable": Finding(status="not_applicable", justification="Sans objet ici."),
}


def audited(statuses: Iterable[tuple[str, str]]) -> Audit:
    """The audit in which these criteria have these statuses."""
    findings = {name: FINDINGS[status] for name, status in statuses if status != "unassessed"}
    return BLANK.model_copy(update={"findings": FrozenMap(findings)})


# ── Every count, and large audits near the boundary ──────────────────────────────────────────────


def counts(most: int, shares: Iterable[str] = MORE_SHARES) -> Iterator[Trial]:
    """Every count of one level in one section, of up to so many criteria."""
    kinds = [one for one in FEWER if (one.section, one.level) == (0, 0)]
    for shape, audits in by_shape(gathered(kinds, range(1, most + 1), fold=False)).items():
        built = [counted(chosen) for chosen in audits]
        for texts in product(product(shares, SCOPES)):
            referential, asked = shaped(shape, texts), asks(texts)
            for audit, parts in built:
                yield Trial(referential, audit, parts, asked, grouped)


def near_the_boundary(referentials: int, audits: int, seed: int = 0) -> Iterator[Trial]:
    """Random audits of up to 300 criteria in a level, one more or less met than is required."""
    chance = random.Random(seed)  # the same seed tries the same audits
    for _ in range(referentials):
        sections = chance.choice((1, 1, 2, 3))
        sizes = [
            [ceil(300 ** chance.random() / sections) for _ in range(sections)]
            for _ in range(chance.choice((1, 2)))
        ]
        scopes = [chance.choice(SCOPES) for _ in sizes]
        texts = [
            (any_share(sum(size) if scope == "whole" else size[0], chance), scope)
            for size, scope in zip(sizes, scopes, strict=True)
        ]
        shape = tuple(
            sorted(
                (section, level, chance.random() < 0.5)
                for level, size in enumerate(sizes)
                for section, number in enumerate(size)
                for _ in range(number)
            )
        )
        referential, asked = shaped(shape, texts), asks(texts)
        for _ in range(audits):
            yield Trial(referential, *counted(any_audit(shape, asked, chance)), asked, grouped)


def any_share(size: int, chance: random.Random) -> str:
    """A usual share, a small fraction, or one that a count of this size reaches or just misses."""
    if chance.random() < 0.3:
        return chance.choice(MORE_SHARES)
    if chance.random() < 0.3:
        whole = chance.randint(1, 12)
        return f"{chance.randint(0, whole)}/{whole}"
    factor = chance.randint(2, 1_000)
    near = chance.randint(0, size) * factor + chance.choice((-1, 0, 1))
    return f"{min(max(near, 0), size * factor)}/{size * factor}"


def any_audit(shape: Shape, asked: Sequence[Asked], chance: random.Random) -> Chosen:
    """Statuses for a shape, so that each comparison is near its boundary."""
    groups = defaultdict(list)
    for place, (section, level, _) in enumerate(shape):
        groups[level, asked[level].scope == "each_section" and section].append(place)
    statuses = [""] * len(shape)
    for (level, _), group in groups.items():
        free = [place for place in group if shape[place][2]]
        any_statuses(statuses, group, free, asked[level].share, chance)
    return tuple(Criterion(*one, status) for one, status in zip(shape, statuses, strict=True))


def any_statuses(
    statuses: list[str],
    group: list[int],
    free: Sequence[int],
    required: Fraction,
    chance: random.Random,
) -> None:
    """Set a few aside, leave a few open, and meet what the share requires, or one more or less."""
    aside = chance.sample(free, min(len(free), chance.choice((0, 0, 1, 2, 3, len(free)))))
    left = len(group) - len(aside)
    unassessed = min(left, chance.choice((0, 0, 1, 2, 3, 4, 5)))
    met = ceil(required * left) + chance.choice((-1, 0, 1)) - chance.choice((0, unassessed))
    met = min(max(met, 0), left - unassessed)
    answers = ["met"] * met + ["unassessed"] * unassessed
    answers += ["not_met"] * (left - len(answers))
    start = chance.randrange(len(group))
    for place in aside:
        statuses[place] = "not_applicable"
    others = (place for place in group[start:] + group[:start] if not statuses[place])
    for place, answer in zip(others, answers, strict=True):
        statuses[place] = answer
