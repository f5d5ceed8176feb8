"""Two audits by their answers, for RC-20: for each criterion its requirement and its status."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from cpe_label import Audit, Problem, Referential
from cpe_label.rules.pairing import check_audits
from cpe_label.rules.progress import Progress, compare_audits
from support.making import BASE

Side = Mapping[str, tuple[str, str | None]]

SIDES = st.dictionaries(
    st.sampled_from("abcdef"),
    st.tuples(
        st.sampled_from(["Deux entretiens", "Trois entretiens"]),
        st.sampled_from(["met", "not_met", "not_applicable", None]),
    ),
    min_size=1,
)
"""The criteria of a version, in any order."""


def progress(then: Side, now: Side) -> Progress:
    return compare_audits(_audit(then), _audit(now), _referential(then), _referential(now))


def _referential(side: Side) -> Referential:
    criteria = [
        {
            **BASE["criterion"],
            "id": name,
            "level": "m",
            "title": name,
            "requirement": text,
            "not_applicable_when": BASE["not_applicable_when"],
        }
        for name, (text, _) in side.items()
    ]
    sections = [{"id": "s", "title": "s", "criteria": criteria}]
    levels = [{"id": "m", "title": "m", "required": "50%"}]
    return Referential.model_validate(
        {**BASE["referential"], "levels": levels, "sections": sections}
    )


def _audit(side: Side) -> Audit:
    findings = {
        name: BASE["findings"][answer] for name, (_, answer) in side.items() if answer is not None
    }
    return Audit.model_validate({**BASE["audit"], "findings": findings})


FIRST: Mapping[str, Any] = {
    "referential": {"id": "essai", "version": "1"},
    "organisation": {"id": "a", "name": "Coopérative A"},
    "kind": "audit",
    "audited_on": {"from": "2026-01-01"},
}


def pair(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Why two audits cannot be compared, each with some keys changed."""
    return check_audits(Audit.build({**FIRST, **old}), Audit.build({**FIRST, **new}))
