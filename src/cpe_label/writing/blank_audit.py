"""An audit to fill in, as YAML: each criterion, its requirement, and empty keys for the answer."""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from ..messages.blank_audit import BLANK_AUDIT
from ..messages.phrase import say
from ..model.audit import AUDIT_FORMAT
from ..model.referential import Criterion, Referential
from ..text.display import visible
from ..text.typography import Language, typeset
from .dump import scalar

_WIDTH: Final = 98
_WHITE: Final = re.compile(r"\s+")


def blank_audit(referential: Referential, language: Language) -> str:
    """Write an audit of every criterion of a referential, with no criterion assessed.

    Only the auditor knows who and when: these keys are empty, and `check` reports them.
    """
    form = _Form(referential, language)
    return "\n".join((*form.head(), *form.findings(), *form.tail())) + "\n"


class _Form:
    def __init__(self, referential: Referential, language: Language) -> None:
        self.referential = referential
        self.language = language

    def comment(self, text: str, indent: str = "") -> Iterator[str]:
        # Every line break is folded, so that no part of a text can leave the comment.
        line = visible(_WHITE.sub(" ", typeset(text, self.language)).strip())
        start = f"{indent}# "
        pieces = wrap(line, _WIDTH - len(start), break_on_hyphens=False)
        yield from (start + piece for piece in pieces)

    def hint(self, key: str, **blanks: str) -> str:
        return say(BLANK_AUDIT[key], self.language, **blanks)

    def head(self) -> Iterator[str]:
        """The start: who and when, for the auditor to fill in."""
        referential, hint = self.referential, self.hint
        yield from self.comment(hint("title", title=referential.title))
        yield "#"
        for key in ("how_status", "how_more", "how_check", "how_next"):
            yield from self.comment(hint(key))
        yield from ("", f"format: {AUDIT_FORMAT}")
        name = f"{{id: {scalar(referential.id)}, version: {scalar(referential.version)}}}"
        yield f"referential: {name}"
        yield from ("organisation:", f"  id:  # {hint('organisation_id')}", "  name:")
        yield f"kind: audit  # {hint('kind')}"
        yield from ("audited_on:", f"  from:  # {hint('day')}", f"  to:  # {hint('day')}")
        yield from ("auditors:", "  - name:", "    organisation:", "")

    def findings(self) -> Iterator[str]:
        """Every criterion, with its requirement."""
        yield "findings:"
        for section in self.referential.sections:
            yield ""
            yield from self.comment(f"── {section.title} ──", "  ")
            for criterion in section.criteria:
                yield ""
                yield from self.finding(criterion)

    def finding(self, criterion: Criterion) -> Iterator[str]:
        level = next(one for one in self.referential.levels if one.id == criterion.level)
        yield from self.comment(f"{criterion.id} · {level.title} · {criterion.title}", "  ")
        yield from self.comment(criterion.requirement, "  ")
        for key, what in _hints(criterion):
            yield from self.comment(self.hint(key, what=what), "  ")
        yield f"  {scalar(criterion.id)}:"
        yield from ("    status:", "    evidence:", "    comment:")

    def tail(self) -> Iterator[str]:
        """The end: texts on the whole audit, and later keys, whose lines start with `#`."""
        day = self.hint("day")
        yield from ("", f"response:  # {self.hint('response')}")
        yield from (f"opinion:  # {self.hint('opinion')}", "")
        yield from self.comment(self.hint("how_later"))
        yield f"#decision: {{outcome: granted, decided_on: {day}}}  # granted | refused | adjourned"
        yield f"#previous: {{last_day: {day}}}"
        yield f"#events: [{{event: suspended, on: {day}}}]  # suspended | reinstated | withdrawn"


def _hints(criterion: Criterion) -> Iterator[tuple[str, str]]:
    if criterion.evidence:
        yield "ask_for", " ; ".join(criterion.evidence)
    if criterion.not_applicable_when:
        yield "not_applicable", criterion.not_applicable_when
