"""Other ways to find the verdict and the counts of a line, for `bulk.py`.

Each is the least that gives the answer: nothing is checked beyond what its reader checks. The
engines are optional: `pip install zen-engine gordon-to-regorus`.
"""

import json
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from typing import Any, Literal

from pydantic import BaseModel

from cpe_label import Referential

Found = tuple[bool, tuple[tuple[int, int], ...]]
"""Whether every level is reached; the met and the applicable criteria of each."""
Engine = Callable[[bytes], Found]


def levels_of(referential: Referential) -> list[tuple[str, int, int, list[str]]]:
    """Each level: its identifier, its share as two numbers, and its criteria."""
    return [
        (
            level.id,
            level.required.numerator,
            level.required.denominator,
            [one.id for one in referential.criteria if one.level == level.id],
        )
        for level in referential.levels
    ]


def verdict(referential: Referential, counts: list[tuple[int, int]]) -> Found:
    """Compare the counts of each level with its share."""
    shares = [level.required for level in referential.levels]
    reached = (
        met * share.denominator >= share.numerator * applicable
        for (met, applicable), share in zip(counts, shares, strict=True)
    )
    return all(reached), tuple(counts)


class _Action(BaseModel):
    owner: str | None = None
    due: date | None = None


class _Finding(BaseModel):
    status: Literal["met", "not_met", "not_applicable"] | None = None
    evidence: list[str] = []
    comment: str | None = None
    good_practice: str | None = None
    recommendation: str | None = None
    justification: str | None = None
    action: _Action | None = None


class _Name(BaseModel):
    id: str | None = None
    name: str | None = None
    version: str | None = None
    organisation: str | None = None


class _Audit(BaseModel):
    format: Literal["cpe-label/audit/1"]
    referential: _Name
    organisation: _Name
    kind: Literal["audit", "self_assessment"]
    audited_on: dict[str, date]
    auditors: list[_Name] = []
    findings: dict[str, _Finding]
    previous: dict[str, Any] | None = None
    decision: dict[str, Any] | None = None
    events: list[dict[str, Any]] = []


def pydantic_loop(referential: Referential) -> Engine:
    """Models as a user would write them, and a loop."""
    levels = levels_of(referential)

    def run(line: bytes) -> Found:
        findings = _Audit.model_validate_json(line).findings
        counts = []
        for _, _, _, names in levels:
            statuses = [findings[name].status if name in findings else None for name in names]
            aside = statuses.count("not_applicable")
            counts.append((statuses.count("met"), len(names) - aside))
        return verdict(referential, counts)

    return run


def regorus(referential: Referential) -> Engine:
    """A policy in Rego, the referential its data."""
    import regorus as module

    engine = module.Engine()
    engine.add_policy(
        "label.rego",
        """
        package label
        import rego.v1
        counts := [[m, a] |
            some level in data.levels
            m := count([1 | some c in level; input.findings[c].status == "met"])
            a := count(level) -
                count([1 | some c in level; input.findings[c].status == "not_applicable"])
        ]
        """,
    )
    engine.add_data_json(json.dumps({"levels": [names for *_, names in levels_of(referential)]}))

    def run(line: bytes) -> Found:
        engine.set_input_json(line.decode())
        return verdict(referential, [tuple(one) for one in engine.eval_rule("data.label.counts")])

    return run


def zen(referential: Referential) -> Engine:
    """A decision graph of the zen engine: one expression for each count."""
    import zen as module

    expressions = []
    for at, (_, _, _, names) in enumerate(levels_of(referential)):
        listed = json.dumps(names)
        for kind in ("met", "not_applicable"):
            value = f"count({listed}, findings[#].status == '{kind}')"
            expressions.append({"id": f"{kind}{at}", "key": f"{kind}{at}", "value": value})
    nodes = [
        {"id": "i", "type": "inputNode", "name": "i"},
        {"id": "e", "type": "expressionNode", "name": "e", "content": {"expressions": expressions}},
        {"id": "o", "type": "outputNode", "name": "o"},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "i", "targetId": "e"},
        {"id": "b", "type": "edge", "sourceId": "e", "targetId": "o"},
    ]
    decision = module.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    sizes = [len(names) for *_, names in levels_of(referential)]

    def run(line: bytes) -> Found:
        found = decision.evaluate(json.loads(line))["result"]
        each = enumerate(sizes)
        return verdict(
            referential,
            [(found[f"met{at}"], size - found[f"not_applicable{at}"]) for at, size in each],
        )

    return run


ENGINES: dict[str, tuple[Callable[[Referential], Engine], str]] = {
    "pydantic loop": (pydantic_loop, "pydantic"),
    "regorus": (regorus, "gordon-to-regorus"),
    "zen": (zen, "zen-engine"),
}
"""By name: what makes it ready for a referential, and its package."""


def available(referential: Referential) -> dict[str, Engine]:
    """The engines that are installed, by name and version."""
    found = {}
    for name, (make, package) in ENGINES.items():
        try:
            found[f"{name} {version(package)}"] = make(referential)
        except ImportError:
            print(f"{name}: not installed")
    return found
