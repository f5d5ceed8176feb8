"""A document in one format of text, by the package's template for it."""

from functools import partial
from typing import Any

from ..wording import say
from ..wording.looks import TONES
from ..wording.reports import REPORT
from .document import Document
from .environment import environment


def report(name: str, document: Document) -> str:
    """The document by one of the package's templates; it is escaped as the template's name says."""
    template = environment(name).get_template(name)
    return template.render(document=document, say=partial(_say, document), tones=TONES)


def _say(document: Document, key: str, /, **blanks: Any) -> str:
    return say(REPORT[key], document.language, **blanks)
