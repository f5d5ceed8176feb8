"""A document in one format of text, by the package's template for it."""

from functools import partial
from typing import Any, Final

from ...messages.phrase import say
from ...messages.reports import REPORT
from ...messages.states import PAPER, TONES
from ..document import Document
from .environment import environment

_TEMPLATES: Final = {
    "html": "document.html.j2",
    "markdown": "document.md.j2",
    "text": "document.txt.j2",
}


def report(form: str, document: Document) -> str:
    """The document as `html`, `markdown` or `text`."""
    template = environment(form).get_template(_TEMPLATES[form])
    return template.render(document=document, say=partial(_say, document), tones=TONES, paper=PAPER)


def _say(document: Document, key: str, /, **blanks: Any) -> str:
    return say(REPORT[key], document.language, **blanks)
