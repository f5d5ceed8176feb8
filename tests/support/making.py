"""Small referentials and audits, built in Python from counts, for cases and laws.

`docs/conformance.md` says how, for those who build them in another language.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from cpe_label import Audit, Referential

CASES = Path(__file__).parents[1] / "cases"


def read(name: str) -> Any:
    """A file of `cases/`, every scalar as text, as the files that users write are read."""
    return yaml.load((CASES / name).read_text("utf-8"), Loader=yaml.BaseLoader)


BASE = read("base.yaml")

STATUSES = ("met", "not_met", "not_applicable", "unassessed")

Counts = Mapping[str, Mapping[str, int]]  # by level, then by status


def referential(
    levels: Sequence[Mapping[str, Any]],
    sections: Sequence[Counts],
    *,
    allow_not_applicable: bool | Collection[str] = True,
    **more: Any,
) -> Referential:
    """A referential with as many criteria in each section and level as `sections` counts.

    All may be not applicable, or none, or those that `allow_not_applicable` names.
    """
    return Referential.model_validate(
        {
            **BASE["referential"],
            "levels": [{"title": level["id"], **level} for level in levels],
            "sections": [
                {
                    "id": f"s{number}",
                    "title": f"Domaine {number}",
                    "criteria": [
                        {
                            "id": name,
                            "level": level,
                            "title": f"Critère {name}",
                            **BASE["criterion"],
                            **_ground(name, allow_not_applicable),
                        }
                        for name, level, _ in _criteria(number, counts)
                    ],
                }
                for number, counts in enumerate(sections)
            ],
            **more,
        }
    )


def audit(sections: Sequence[Counts], **more: Any) -> Audit:
    """The audit whose findings give those counts."""
    return Audit.model_validate(
        {
            **BASE["audit"],
            "findings": findings(sections),
            **more,
        }
    )


def findings(sections: Sequence[Counts]) -> dict[str, Any]:
    """The findings that give those counts."""
    return {
        name: BASE["findings"][status]
        for number, counts in enumerate(sections)
        for name, _, status in _criteria(number, counts)
        if status != "unassessed"
    }


def _criteria(number: int, counts: Counts) -> Iterator[tuple[str, str, str]]:
    for level, by_status in counts.items():
        rank = 0
        for status in STATUSES:
            for _ in range(int(by_status.get(status, 0))):
                rank += 1
                yield f"{level}-{number}-{rank}", level, status


def _ground(name: str, allowed: bool | Collection[str]) -> dict[str, str]:
    may = allowed if isinstance(allowed, bool) else name in allowed
    return {"not_applicable_when": BASE["not_applicable_when"]} if may else {}
