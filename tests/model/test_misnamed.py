"""Keys under another name, and what stands in for what was refused."""

from typing import Any

import pytest

from cpe_label import Audit
from cpe_label.model import partial
from cpe_label.model.misnamed import misnamed
from cpe_label.model.partial import completed
from cpe_label.problems.problem import problem

FINDING = ("findings", "PRE-01")
AUDIT = {
    "format": "cpe-label/audit/1",
    "referential": {"id": "essai", "version": "1"},
    "organisation": {"name": "Coopérative Exemple"},
    "kind": "audit",
    "audited_on": {"from": "2026-10-12"},
}


def names(finding: dict[str, Any]) -> dict[Any, str]:
    found = problem(
        "A001",
        (*FINDING, "commentaire"),
        key="commentaire",
        near="comment",
        expected=("status", "comment"),
    )
    return misnamed({"findings": {"PRE-01": finding}}, [found])


def test_a_key_in_french_stands_for_its_name_where_that_is_free() -> None:
    assert names({"commentaire": "Vu"}) == {(*FINDING, "comment"): "commentaire"}
    assert names({"commentaire": "Vu", "comment": "Lu"}) == {}


def test_one_text_for_a_list_is_taken_out_with_what_is_wrong_in_it() -> None:
    value = completed(Audit, {**AUDIT, "findings": {"PRE-01": {"status": "met", "evidence": "  "}}})
    assert value.findings["PRE-01"].evidence == ()


def test_a_stand_in_that_is_refused_in_every_round_is_a_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(partial, "_MOST_ROUNDS", 1)
    with pytest.raises(AssertionError, match=r"^a stand-in has no end$"):
        completed(Audit, {**AUDIT, "kind": "other"})
