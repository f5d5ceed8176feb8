"""The fingerprint of what a verdict was computed from."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final


def fingerprint(data: Mapping[str, Any]) -> str:
    """`sha256:…` of plain data.

    The data is taken as JSON with sorted keys in UTF-8: layout, comments and the order of keys
    change nothing. What is written counts, so a default that is written out is a change.
    """
    return fingerprint_of(canonical(data).encode())


def canonical(data: Mapping[str, Any]) -> str:
    """Plain data as the text that its fingerprint is of."""
    return _CANONICAL(data)


_CANONICAL: Final = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":")
).encode


def fingerprint_of(*pieces: bytes) -> str:
    """`sha256:…` of a text in pieces."""
    return "sha256:" + hashlib.sha256(b"".join(pieces)).hexdigest()
