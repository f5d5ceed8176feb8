"""Keys under another name, and what stands in for what was refused."""

from typing import Any

from cpe_label import Audit
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
