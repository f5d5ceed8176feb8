"""Audits of any shape, for laws: strategies, and what laws ask of them."""

from collections.abc import Mapping
from itertools import product
from typing import Any

from hypothesis import strategies as st

from cpe_label import (
    Evaluation,
    Referential,
    Verdict,
)
from cpe_label.rules.engine import evaluate
from support import making

SHARES = st.one_of(
    st.sampled_from(["0%", "1/3", "50%", "2/3", "100%"]),
    st.integers(0, 100).map(lambda percent: f"{percent}%"),
    st.tuples(st.integers(0, 12), st.integers(1, 12))
    .filter(lambda pair: pair[0] <= pair[1])
    .map(lambda pair: f"{pair[0]}/{pair[1]}"),
)
SCOPES = st.sampled_from(["whole", "each_section"])
COUNTS = st.fixed_dictionaries({status: st.integers(0, 4) for status in making.STATUSES})
Sections = list[dict[str, dict[str, int]]]


@st.composite
def files(draw: st.DrawFn, scopes: st.SearchStrategy[str] = SCOPES) -> tuple[Any, Sections]:
    """Levels, and sections with counts in which every level and every section has a criterion."""
    names = ["a", "b", "c"][: draw(st.integers(1, 3))]
    levels = [{"id": name, "required": draw(SHARES), "scope": draw(scopes)} for name in names]
    sections = [{name: draw(COUNTS) for name in names} for _ in range(draw(st.integers(1, 3)))]
    for name in names:
        sections[0][name]["met"] += 1
    for section in sections[1:]:
        section[names[0]]["unassessed"] += 1
    return levels, sections


def judged(levels: Any, sections: Sections, **more: Any) -> Evaluation:
    return evaluate(making.audit(sections, **more), making.referential(levels, sections))


def verdicts(evaluation: Evaluation) -> dict[str, Verdict]:
    return {result.level.id: result.verdict for result in evaluation.levels}


def moved(sections: Sections, at: int, level: str, old: str, new: str) -> Sections:
    """The same counts with one criterion moved from one status to another."""
    copy = [{name: dict(counts) for name, counts in section.items()} for section in sections]
    copy[at][level][old] -= 1
    copy[at][level][new] += 1
    return copy


def completions(sections: Sections) -> list[Sections]:
    """Every way to assess what is not assessed, as counts."""
    ways = []
    for section in sections:
        for level, counts in section.items():
            n = counts["unassessed"]
            ways.append(
                [
                    (level, {**counts, "unassessed": 0, "met": counts["met"] + met,
                             "not_applicable": counts["not_applicable"] + aside,
                             "not_met": counts["not_met"] + n - met - aside})
                    for met in range(n + 1)
                    for aside in range(n + 1 - met)
                ]
            )  # fmt: skip
    found = []
    for choice in product(*ways):
        chosen = iter(choice)
        found.append([dict(next(chosen) for _ in section) for section in sections])
    return found


def small(sections: Sections, most: int = 4) -> Sections:
    """The same counts with few enough unassessed to try every completion."""
    left = most
    for section in sections:
        for counts in section.values():
            counts["unassessed"] = min(counts["unassessed"], left)
            left -= counts["unassessed"]
            if not sum(counts.values()):
                counts["not_met"] = 1
    return sections


def one_criterion(**more: Mapping[str, Any]) -> Referential:
    return making.referential([{"id": "a", "required": "100%"}], [{"a": {"met": 1}}], **more)
