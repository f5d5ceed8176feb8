"""The cases under each clause and the boundaries, read from `cases/`."""

import csv
from typing import Any

import pytest

from cpe_label import Audit, Referential, Referentials
from support import making

OF_SEVERAL_AUDITS = {f"rc-{number}.yaml" for number in range(16, 21)}
"""Cases of another shape, which their own tests read."""
FILES = sorted({path.name for path in making.CASES.glob("rc-*.yaml")} - OF_SEVERAL_AUDITS)
NOTHING = "null"  # every scalar is read as text


def patched(value: Any, patch: Any) -> Any:
    """The value with a patch of the same shape laid over it, as JSON Merge Patch does."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(value) if isinstance(value, dict) else {}
    for key, over in patch.items():
        if over == NOTHING:
            merged.pop(key, None)
        else:
            merged[key] = patched(merged.get(key), over)
    return merged


def cases() -> list[Any]:
    found = []
    for content in map(making.read, FILES):
        start = patched(making.BASE, content.get("defaults", {}))
        for case in content["cases"]:
            laid = patched(start, case) | {"expect": case["expect"]}  # its `null` is an answer
            found.append(pytest.param(laid, id=f"{content['clause']}: {case['title']}"))
    return found


def build(case: dict[str, Any]) -> tuple[Audit, Referential | Referentials]:
    """The audit of a case, and its referential, or that and the other known versions."""
    allowed = {"true": True, "false": False}
    permission = case["allow_not_applicable"]
    referential = making.referential(
        case["levels"],
        case["sections"],
        allow_not_applicable=allowed[permission] if isinstance(permission, str) else permission,
        **case["referential"],
    )
    findings = patched(making.findings(case["sections"]), case["audit"].get("findings", {}))
    audit = making.audit(case["sections"], **{**case["audit"], "findings": findings})
    others = [
        referential.model_copy(update={"version": f"other-{number}", "in_force": in_force})
        for number, in_force in enumerate(case.get("others", ()))
    ]
    return audit, Referentials.from_values(referential, *others) if others else referential


EVALUABLE = [case for case in cases() if "problems" not in case.values[0]["expect"]]
"""The cases that have an evaluation."""


SHARES, *ROWS = csv.reader((making.CASES / "boundaries.csv").read_text("utf-8").splitlines())
