"""From plain data to a value: every problem of shape, with its place."""

import pytest
from support.written import MINIMAL

from cpe_label import (
    AuditError,
    parse_audit,
)


def test_a_python_name_is_no_key_of_a_file() -> None:
    with pytest.raises(AuditError, match="A001 unknown key « from_ »"):
        parse_audit(MINIMAL.replace("from:", "from_:"))


def test_a_criterion_may_be_named_like_a_key() -> None:
    with pytest.raises(AuditError, match=r"« statut »; expected status, evidence.*mean « status »"):
        parse_audit(f"{MINIMAL}findings: {{action: {{statut: met}}}}\n")


def test_all_problems_at_once_sorted_by_place() -> None:
    with pytest.raises(AuditError) as caught:
        parse_audit(
            "format: cpe-label/audit/1\nreferential: {id: x}\norganisation: {nom: y}\nkind: z\n"
            "audited_on: {from: hier}\nfindings: {A: {status: oui}, B: [1]}\n",
            source="a.yaml",
        )
    places = [(p.line, p.code) for p in caught.value.problems]
    assert places == [
        (2, "A002"),
        (3, "A002"),
        (3, "A001"),
        (4, "A007"),
        (5, "A005"),
        (6, "A007"),
        (6, "A003"),
    ]
