"""A fingerprint is computed once for each value, and never believed of a changed copy."""

import copy
import hashlib
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.files import GRANTED
from support.shipped import REFERENTIAL

from cpe_label import load_audit, load_referential
from cpe_label.cli import main
from cpe_label.model import audit as audit_module
from cpe_label.model import referential as referential_module
from cpe_label.model.digest import fingerprint
from cpe_label.reading.referentials import Referentials, shipped

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

    def counted(kind: str) -> Callable[[Any], str]:
        def count(data: Any) -> str:
            kinds.append(kind)
            return fingerprint(data)

        return count

    monkeypatch.setattr(audit_module, "fingerprint", counted("Audit"))
    monkeypatch.setattr(referential_module, "fingerprint", counted("Referential"))
    return kinds


def test_it_is_the_hash_of_sorted_json_in_utf_8() -> None:
    text = '{"a":{"x":"2","é":["1"]},"b":"é"}'
    expected = f"sha256:{hashlib.sha256(text.encode('utf-8')).hexdigest()}"
    assert fingerprint({"b": "é", "a": {"é": ["1"], "x": "2"}}) == expected
    assert fingerprint(json.loads(text)) == expected
    assert fingerprint({"b": "é", "a": {"é": ["1"], "x": "3"}}) != expected


def test_it_is_computed_once(computed: list[str]) -> None:
    audit, referential = load_audit(GRANTED), load_referential(REFERENTIAL)
    assert audit.digest == audit.digest
    assert referential.digest == referential.digest
    assert computed == ["Audit", "Referential"]


def test_it_covers_what_is_written_but_for_the_decision_and_the_events() -> None:
    audit = load_audit(GRANTED)
    assert audit.decision is not None
    undecided = audit.model_copy(update={"decision": None, "events": ()})
    assert undecided.digest == audit.digest
    written = {**audit.as_written(), "kind": "self_assessment"}
    assert type(audit).build(written).digest != audit.digest


def test_a_changed_copy_has_its_own() -> None:
    audit, referential = load_audit(GRANTED), load_referential(REFERENTIAL)
    before = audit.digest, referential.digest
    for deep in (False, True):
        other = audit.model_copy(update={"opinion": "x"}, deep=deep)
        assert other.digest not in before
        renamed = referential.model_copy(update={"title": "x"}, deep=deep)
        assert renamed.digest not in before
        assert other.model_copy(update={"opinion": audit.opinion}).digest == before[0]
    assert (audit.digest, referential.digest) == before


@pytest.mark.parametrize("copied", COPIES.values(), ids=COPIES)
@pytest.mark.parametrize("asked_first", [False, True])
def test_a_copy_has_the_same(copied: Callable[[Any], Any], asked_first: bool) -> None:
    for value in (load_audit(GRANTED), load_referential(REFERENTIAL)):
        if asked_first:
            assert value.digest.startswith("sha256:")
        other = copied(value)
        assert other == value
        assert other.digest == value.digest
        assert other == value


def test_it_is_no_part_of_the_value() -> None:
    one, other = load_audit(GRANTED), load_audit(GRANTED)
    text = repr(one)
    assert one.digest
    assert one == other
    assert one._memo == other._memo
    assert repr(one) == text
    assert "digest" not in str(one.model_dump())


def test_a_collection_compares_its_files_once(computed: list[str], tmp_path: Path) -> None:
    """However often it is asked, the second file of a version is compared with the first once."""
    twin = tmp_path / "twin.yaml"
    twin.write_bytes(REFERENTIAL.read_bytes())
    referentials, audit = Referentials([REFERENTIAL, twin]), load_audit(GRANTED)
    found = [referentials.of(audit) for _ in range(3)]
    assert list(referentials) == ["label-cpe@2019.1"]
    assert found[0] is found[1] is found[2]
    assert computed == ["Referential"] * 2
    assert not referentials.problems


def test_a_command_computes_one_for_each_audit(
    computed: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    shipped.cache_clear()  # as in a process of its own
    files = [str(GRANTED)] * 3
    assert main(["evaluate", *files, "--format", "jsonl"]) == 0
    assert sorted(computed) == ["Audit"] * 3 + ["Referential"]
    assert len(set(capsysbinary.readouterr().out.splitlines())) == 1
