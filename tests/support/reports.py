"""The reports of the examples, and what one can read in a page or a text."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from cpe_label import Audit, Evaluation, evaluate, load_audit

from .shipped import EXAMPLES, ROOT

ON: Final = date(2026, 11, 23)
GRANTED: Final = ROOT / "examples" / "granted.yaml"
TEXTS: Final = ("html", "markdown", "text")
"""The formats of text that a report has."""


def evaluation_of(path: Path, **changes: Any) -> Evaluation:
    """The evaluation of an audit, some of its keys changed."""
    audit = load_audit(path)
    if changes:
        audit = Audit.model_validate({**dict(audit), **changes})
    return evaluate(audit)


EVALUATIONS: Final = {path.stem: evaluation_of(path) for path in EXAMPLES}
"""The evaluation of each example, by the name of its file."""


# ── What a report says ───────────────────────────────────────────────────────────────────────────


def plain_text(report: str, form: str) -> str:
    """The words of a report without its markup, each run of spaces as one."""
    if form == "html":
        report = re.sub(r'<span class="day">([^<]*)</span>', r"\1", report)  # amid a sentence
        report = " ".join(outline(report).texts)
    elif form == "markdown":
        report = re.sub(r"\\(.)", r"\1", report)
    return squeezed(report)


def squeezed(text: str) -> str:
    """The text with each run of spaces as one."""
    return re.sub(r"[ \n\u00a0\u202f]+", " ", text)


class PageOutline(HTMLParser):
    """The tags of a page with the names of their attributes, and its texts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", ()))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", ()))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def outline(page: str) -> PageOutline:
    """The tags and texts of an HTML page."""
    parser = PageOutline()
    parser.feed(page)
    parser.close()
    return parser
