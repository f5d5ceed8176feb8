"""Fingerprints of what a verdict was computed from."""

import hashlib
import json
from collections.abc import Set
from typing import Any, Final

from .audit import Audit
from .referential import Referential

_RECORDED_BESIDE: Final = frozenset(("decision", "events"))


def referential_digest(referential: Referential) -> str:
    """`sha256:…` of the data of a referential, as written and without defaults.

    The data is taken as JSON with sorted keys in UTF-8: layout, comments and the order of keys
    change nothing. What is written counts, so a default that is written out is a change.
    """
    return _digest(referential, frozenset())


def audit_digest(audit: Audit) -> str:
    """`sha256:…` of the data of an audit, without the committee's decision and what followed it."""
    return _digest(audit, _RECORDED_BESIDE)


def as_written(value: Referential | Audit) -> dict[str, Any]:
    """The plain data of a file that says the same: every scalar a text, nothing by default."""
    data = value.model_dump(mode="json", exclude_unset=True, exclude_none=True)
    return {"format": value.format, **data}


def _digest(value: Referential | Audit, without: Set[str]) -> str:
    """Kept with the value, which cannot change; a changed copy keeps nothing."""
    kept = value.digested
    if kept.held is None:
        kept.held = _computed(value, without)
    return kept.held


def _computed(value: Referential | Audit, without: Set[str]) -> str:
    data = {key: part for key, part in as_written(value).items() if key not in without}
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
