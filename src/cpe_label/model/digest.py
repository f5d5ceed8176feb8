"""The fingerprint of what a verdict was computed from."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def fingerprint(data: Mapping[str, Any]) -> str:
    """`sha256:…` of plain data.

    The data is taken as JSON with sorted keys in UTF-8: layout, comments and the order of keys
    change nothing. What is written counts, so a default that is written out is a change.
    """
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()
