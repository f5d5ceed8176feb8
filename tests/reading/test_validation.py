"""From plain data to a value: every problem of shape, with its place."""

import json

import pytest
from support.written import MINIMAL

from cpe_label import (
    AuditError,
    parse_audit,
)
from cpe_label.problems.source import Source
from cpe_label.reading.document import read_document, read_plain


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
        (3, "A001"),
        (4, "A007"),
        (5, "A005"),
        (6, "A007"),
        (6, "A003"),
    ]


# ── An empty key is absent ───────────────────────────────────────────────────────────────────────


def test_an_empty_value_is_absent() -> None:
    audit = parse_audit(f'{MINIMAL}opinion:\nresponse: ""\nfindings:\n')
    assert (audit.opinion, audit.response, dict(audit.findings)) == (None, None, {})
    assert audit.digest == parse_audit(MINIMAL).digest


def test_a_criterion_left_blank_is_to_be_assessed() -> None:
    audit = parse_audit(f"{MINIMAL}findings:\n  PRE-01:\n  PRE-02:\n    status:\n")
    assert set(audit.findings) == {"PRE-01", "PRE-02"}
    assert audit.findings["PRE-01"].status is None


def in_json(**more: object) -> str:
    """The shortest audit as JSON, with more keys."""
    return json.dumps({**read_plain(Source("a.yaml", MINIMAL)).data, **more})


EMPTY: dict[str, tuple[str, str, str]] = {
    "YAML": ("a.yaml", f"{MINIMAL}opinion:\n", f"{MINIMAL}opinon:\n"),
    "YAML, quoted": ("a.yaml", f"{MINIMAL}opinion: ''\n", f"{MINIMAL}opinon: ''\n"),
    "JSON, null": ("a.json", in_json(opinion=None), in_json(opinon=None)),
    "JSON, quoted": ("a.json", in_json(opinion=""), in_json(opinon="")),
}


@pytest.mark.parametrize(("name", "known", "unknown"), EMPTY.values(), ids=EMPTY)
def test_an_empty_key_is_absent_and_must_exist(name: str, known: str, unknown: str) -> None:
    audit = parse_audit(known, source=name)
    assert "opinion" not in audit.model_fields_set
    assert audit.digest == parse_audit(MINIMAL).digest
    (found,) = read_document(unknown, name).problems
    assert (found.code, found.arguments["key"]) == ("A001", "opinon")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", f"{MINIMAL}findings: {{PRE-01: , PRE-02: {{evidence: ['', x]}}}}\n"),
        ("a.json", in_json(findings={"PRE-01": None, "PRE-02": {"evidence": [None, "x"]}})),
    ],
)
def test_an_empty_item_of_a_list_is_not_absent(name: str, text: str) -> None:
    (found,) = read_document(text, name).problems
    assert (found.code, found.arguments["found"]) == ("A003", "nothing")
