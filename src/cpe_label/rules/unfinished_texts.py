"""What somebody wrote in a text to come back to it, as « [à compléter] » or « TODO »."""

import re
from collections.abc import Iterator
from typing import Final

from ..model.audit import Audit
from ..model.search import search
from ..text.paths import DataPath

_LEFT: Final = re.compile(
    r"\[(?:à|a) (?:compléter|completer|vérifier|préciser)[^\]\n]{0,60}\]"
    r"|\[(?:to complete|to do|todo|tbd)[^\]\n]{0,60}\]"
    r"|(?<![\w.+-])@(?:…|\.{3}|(?:à|a)[ _-]?(?:compléter|completer|vérifier|préciser)\b)"
    r"|\b(?:TODO|TBD|XXX)\b",
    re.IGNORECASE,
)
"""What somebody writes in a text to come back to it.

`@ref` or `@Marie` may as well be a reference, or somebody by the name of an account: not told.
"""
_SIGNS_OF_IT: Final[dict[bytes, tuple[bytes, ...]]] = {
    b"[": ("[à".encode(), "[À".encode(), b"[a", b"[to", b"[tbd"),
    b"@": (b"@",),
    b"\\": (b"\\",),
    b"": (b"todo", b"tbd", b"xxx"),
}
"""What stands in each, or an escape that may hide it, by a sign that is found at once."""


def unfinished_texts(audit: Audit) -> Iterator[tuple[DataPath, str]]:
    """Where something was left to complete, and what was written for it."""
    for path, text in _texts(audit):
        if found := _LEFT.search(text):
            yield path, found[0]


def may_be_unfinished(written: str) -> bool:
    """Whether a sign stands in the text of a file, or may; in no file, it may."""
    letters = written.encode("utf-8", "replace").lower()
    return not written or any(
        sign in letters and any(one in letters for one in signs)
        for sign, signs in _SIGNS_OF_IT.items()
    )


_LIKE_IT: Final = search(r"(?i)todo|tbd|xxx|\[(?:à|a|t)")


def json_may_be_unfinished(line: bytes) -> bool:
    """The same of a line of JSON that hides nothing in an escape, where each list has a `[`."""
    return b"@" in line or _LIKE_IT(line)


def _texts(audit: Audit) -> Iterator[tuple[DataPath, str]]:
    """Every free text of an audit that a report prints."""
    for key in ("opinion", "response"):
        if text := getattr(audit, key):
            yield (key,), text
    if audit.decision and audit.decision.reason:
        yield ("decision", "reason"), audit.decision.reason
    for name, finding in audit.findings.items():
        for key in ("comment", "good_practice", "recommendation", "justification"):
            if text := getattr(finding, key):
                yield ("findings", name, key), text
        for number, text in enumerate(finding.evidence):
            yield ("findings", name, "evidence", number), text
