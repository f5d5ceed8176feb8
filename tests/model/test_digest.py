"""A fingerprint is computed once for each value, and never believed of a changed copy."""

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from support.files import GRANTED
from support.outputs import ROOT

from cpe_label import Audit, Referential, load_audit, load_referential
from cpe_label.cli import main
from cpe_label.model import digest
from cpe_label.model.digest import audit_digest, referential_digest
from cpe_label.reading.referentials import Referentials

REFERENTIAL = ROOT / "referentials" / "label-cpe-2019.yaml"

COPIES: dict[str, Callable[[Any], Any]] = {
    "model_copy": lambda value: value.model_copy(),
    "deep": lambda value: value.model_copy(deep=True),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda value: pickle.loads(pickle.dumps(value)),
}


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kind of each value whose fingerprint is computed, in order."""
    kinds: list[str] = []
    compute = digest._computed

    def counted(value: Referential | Audit, without: frozenset[str]) -> str:
        kinds.append(type(value).__name__)
        return compute(value, without)

    monkeypatch.setattr(digest, "_computed", counted)
    return kinds


def test_it_is_computed_once(computed: list[str]) -> None:
    audit, referential = load_audit(GRANTED), load_referential(REFERENTIAL)
    assert audit_digest(audit) == audit_digest(audit)
    assert referential_digest(referential) == referential_digest(referential)
    assert computed == ["Audit", "Referential"]


def test_a_changed_copy_has_its_own() -> None:
    audit, referential = load_audit(GRANTED), load_referential(REFERENTIAL)
    before = audit_digest(audit), referential_digest(referential)
    for deep in (False, True):
        other = audit.model_copy(update={"opinion": "x"}, deep=deep)
        assert audit_digest(other) not in before
        renamed = referential.model_copy(update={"title": "x"}, deep=deep)
        assert referential_digest(renamed) not in before
        assert audit_digest(other.model_copy(update={"opinion": audit.opinion})) == before[0]
    assert (audit_digest(audit), referential_digest(referential)) == before


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("asked_first", [False, True])
def test_a_copy_has_the_same(copied: Callable[[Any], Any], asked_first: bool) -> None:
    for value, digest_of in (
        (load_audit(GRANTED), audit_digest),
        (load_referential(REFERENTIAL), referential_digest),
    ):
        whole: Any = digest_of
        if asked_first:
            whole(value)
        other = copied(value)
        assert other == value
        assert whole(other) == whole(value)
        assert other == value


def test_it_is_no_part_of_the_value() -> None:
    one, other = load_audit(GRANTED), load_audit(GRANTED)
    text = repr(one)
    audit_digest(one)
    assert one == other
    assert one.digested == other.digested
    assert hash(one.digested) == hash(other.digested)
    assert repr(one) == text
    assert "digest" not in str(one.model_dump())


def test_a_shelf_compares_its_files_once(
    computed: list[str], tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many audits ask it: the second file of a version is read and held against it once."""
    twin = tmp_path / "twin.yaml"
    twin.write_bytes(REFERENTIAL.read_bytes())
    referentials, audit = Referentials([REFERENTIAL, twin]), load_audit(GRANTED)
    found = [referentials.of(audit) for _ in range(3)]
    assert [one.name for one in referentials.referentials()] == ["label-cpe@2019.1"]
    assert found[0] is found[1] is found[2]
    assert computed == ["Referential"] * 2
    referentials.referentials().clear()
    referentials.problems().append(None)  # type: ignore[arg-type]
    assert referentials.of(audit) is found[0]


def test_a_command_computes_one_for_each_audit(
    computed: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    files = [str(GRANTED)] * 3
    assert main(["evaluate", *files, "--format", "jsonl"]) == 0
    assert sorted(computed) == ["Audit"] * 3 + ["Referential"]
    assert len(set(capsysbinary.readouterr().out.splitlines())) == 1
