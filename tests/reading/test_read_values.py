"""Values that were read: frozen, copied, pickled, and their fingerprints."""

import copy
import json
import pickle
from pathlib import Path

import pytest
from support import making
from support.shipped import EXAMPLES, REFERENTIAL
from support.written import MINIMAL

from cpe_label import (
    Audit,
    load_audit,
    load_referential,
    parse_audit,
    parse_referential,
)
from cpe_label.problems.source import Source
from cpe_label.reading.document import read_plain


def test_values_are_frozen_and_can_be_copied() -> None:
    audit = load_audit(EXAMPLES[0])
    with pytest.raises(ValueError, match="frozen"):
        audit.kind = "self_assessment"  # type: ignore[misc]
    with pytest.raises(TypeError):
        audit.findings["PRE-01"] = None  # type: ignore[index]
    assert pickle.loads(pickle.dumps(audit)) == audit
    assert copy.deepcopy(audit) == audit
    assert Audit.model_validate_json(audit.model_dump_json(exclude_none=True)) == audit


def test_where_it_was_read_from_changes_nothing() -> None:
    audit = load_audit(EXAMPLES[0])
    assert audit == parse_audit(EXAMPLES[0].read_bytes())
    assert audit.source.name == str(EXAMPLES[0])


def test_the_digest_follows_the_data_and_nothing_else() -> None:
    text = REFERENTIAL.read_text("utf-8")
    referential = parse_referential(text)
    digest = referential.digest
    data = read_plain(Source("x.yaml", text)).data
    reordered = dict(reversed(data.items()))
    assert parse_referential(json.dumps(reordered)).digest == digest
    assert parse_referential(f"# note\n{text}").digest == digest
    changed = text.replace("required: 50%", "required: 51%")
    assert parse_referential(changed).digest != digest


@pytest.mark.parametrize("path", [REFERENTIAL, *EXAMPLES], ids=lambda path: path.stem)
def test_the_digest_is_of_the_data_as_read(path: Path) -> None:
    """An independent road to the same fingerprint: plain data, sorted keys, SHA-256."""
    import hashlib

    plain = read_plain(Source(path.name, path.read_text("utf-8"))).data
    data = {key: value for key, value in plain.items() if key not in ("decision", "events")}
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    expected = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    if path == REFERENTIAL:
        assert load_referential(path).digest == expected
    else:
        assert load_audit(path).digest == expected


def test_a_decision_does_not_change_the_digest_of_an_audit() -> None:
    decision = "decision: {outcome: adjourned, decided_on: 2026-11-20}\n"
    assert parse_audit(MINIMAL + decision).digest == parse_audit(MINIMAL).digest
    assert parse_audit(MINIMAL).digest != parse_audit(MINIMAL + "opinion: x\n").digest


def test_the_digest_leaves_out_the_decision_the_events_and_what_is_not_there() -> None:
    bare = parse_audit(MINIMAL)
    followed = {
        "decision": {"outcome": "granted", "decided_on": "2026-11-20"},
        "events": [{"event": "suspended", "on": "2027-02-01"}],
        "previous": {"last_day": "2026-12-14", "state": "suspended"},
        "opinion": None,
        "auditors": [],
        "findings": {},
    }
    written = {name: getattr(bare, name) for name in bare.model_fields_set}
    for key, value in followed.items():
        same = Audit.model_validate({**written, key: value})
        assert same.digest == bare.digest, key
    spoken = Audit.model_validate({**written, "opinion": "Un avis."})
    assert spoken.digest != bare.digest


def test_built_in_python_or_read_from_a_file_is_the_same() -> None:
    sections = [{"m": {"met": 2}}]
    referential = making.referential([{"id": "m", "required": "100%"}], sections)
    data = referential.model_dump(mode="json", exclude_unset=True)
    assert parse_referential(json.dumps({"format": referential.format, **data})) == referential
