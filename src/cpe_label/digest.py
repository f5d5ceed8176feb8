"""Fingerprints of what a verdict was computed from."""

import hashlib
import json
from typing import Final

from .audit import Audit
from .fields import Model
from .referential import Referential

_RECORDED_BESIDE: Final = {"decision", "events"}


def referential_digest(referential: Referential) -> str:
    """`sha256:…` of the data of a referential, as written and without defaults.

    The data is taken as JSON with sorted keys in UTF-8: layout, comments and the order of keys
    change nothing. What is written counts, so a default that is written out is a change.
    """
    return _digest(referential, set())


def audit_digest(audit: Audit) -> str:
    """`sha256:…` of the data of an audit, without the committee's decision and what followed it."""
    return _digest(audit, _RECORDED_BESIDE)


def _digest(value: Model, without: set[str]) -> str:
    data = value.model_dump(mode="json", exclude_unset=True, exclude_none=True, exclude=without)
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
