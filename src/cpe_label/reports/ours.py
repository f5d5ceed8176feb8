"""Whether a file is a report that this program wrote, so that a later one may take its place."""

import re
from typing import Final

from ..messages.network import NETWORK
from ..messages.reports import REPORT

_KINDS: Final = (
    *("audit_report", "self_report", "summary", "certificate", "plan"),
    "referential_document",
)
_NAMES: Final = "|".join(
    re.escape(name)
    for phrase in (*(REPORT[key] for key in _KINDS), NETWORK["document"])
    for name in sorted({phrase.en, phrase.fr.replace("'", "’")})
)
_OURS: Final = re.compile(
    rf"""
      <!DOCTYPE\ html>\n<html\ lang="[^"\n]*">\n<head>\n(?:<meta\ [^\n]*>\n)*?
          <meta\ name="generator"\ content="cpe_label\ [^"\n]*">\n
    | \#\ [^\n]+\n\n(?:{_NAMES})\ ·\           # Markdown
    | (?P<title>[^\n]+)\n=+\n\ \ (?:{_NAMES})\ ·\   # text
    | BEGIN:VCALENDAR\r\n(?:[^\n]*\n)*?PRODID:-//cpe_label//
    | \s*\{{\s*"format":\s*"cpe-label/(?:evaluation|network)/1",
          \s*"engine":\s*\{{\s*"name":\s*"cpe_label"
    """.replace("’", "[’']"),
    re.VERBOSE,
)
_PDF: Final = re.compile(rb"<pdf:Keywords>cpe_label ")


def is_report(content: bytes) -> bool:
    """Whether the content of a file is a report, or a record, of this program."""
    if content.startswith(b"%PDF-"):
        return _PDF.search(content) is not None
    return _OURS.match(content[:8000].decode("utf-8", "replace")) is not None
