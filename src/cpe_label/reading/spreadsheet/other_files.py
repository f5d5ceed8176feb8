"""What a file is that is no spreadsheet, so that its problem can say what to do with it."""

import re
from typing import Final

OLE: Final = b"\xd0\xcf\x11\xe0"
"""How every file of the old binary formats of Office starts."""

_STARTS: Final = {
    "no_bytes": re.compile(rb"\s*\Z"),
    "old_excel": re.compile(re.escape(OLE)),
    "another_archive": re.compile(rb"PK\x03\x04"),
    "PDF_instead": re.compile(rb"%PDF-"),
    "flat_ods": re.compile(rb"\s*<\?xml[^>]*>\s*<office:document\s"),
    "web_page": re.compile(rb"(?:\xef\xbb\xbf)?\s*<"),
    "text_instead": re.compile(rb"[^\x00-\x08\x0e-\x1f]+\Z"),
}
"""By kind, as `messages/phrase.py` words it, how the start of its bytes looks; the first counts."""
_START: Final = 4_096


def kind_of(content: bytes | str) -> str:
    """The kind of a file that is no spreadsheet; `unreadable` where its bytes say nothing."""
    start = content[:_START].encode() if isinstance(content, str) else content[:_START]
    return next((kind for kind, one in _STARTS.items() if one.match(start)), "unreadable")
