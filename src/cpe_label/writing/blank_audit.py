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
from .reminder import Former

_WIDTH: Final = 98
_WHITE: Final = re.compile(r"\s+")


def blank_audit(referential: Referential, language: Language, former: Former | None = None) -> str:
    """Write an audit of every criterion of a referential, with no criterion assessed.

    Only the auditor knows who and when: these keys are empty, and `check` reports them. With the
    audit before, the organisation and the label to renew are filled in, and each former finding
    is recalled in comments.
    """
    form = _Form(referential, language, former)
    return "\n".join((*form.head(), *form.findings(), *form.tail())) + "\n"


class _Form:
    def __init__(self, referential: Referential, language: Language, former: Former | None) -> None:
        self.referential = referential
        self.language = language
        self.former = former

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
        yield from self.organisation()
        yield f"kind: audit  # {hint('kind')}"
        yield from ("audited_on:", f"  from:  # {hint('day')}", f"  to:  # {hint('day')}")
        yield from ("auditors:", "  - name:", "    organisation:", "")

    def organisation(self) -> Iterator[str]:
        """Who is audited: known from the audit before, or to fill in."""
        who = self.former and self.former.audit.organisation
        hint = f"  id:  # {self.hint('organisation_id')}"
        if not who:
            yield from ("organisation:", hint, "  name:")
            return
        yield from ("organisation:", f"  id: {scalar(who.id)}" if who.id else hint)
        yield f"  name: {scalar(who.name)}"
        if who.region:
            yield f"  region: {scalar(who.region)}"

    def findings(self) -> Iterator[str]:
        """Every criterion, with its requirement."""
        yield "findings:"
        for section in self.referential.sections:
            yield ""
            yield from self.comment(f"── {section.title} ──", "  ")
            for criterion in section.criteria:
                yield ""
                yield from self.finding(criterion)
        yield from self.retired()

    def retired(self) -> Iterator[str]:
        """The criteria that this version no longer has, as comments alone."""
        former = self.former
        if not former or not (gone := former.retired(self.referential)):
            return
        yield ""
        yield from self.comment(f"── {self.hint('retired')} ──", "  ")
        for criterion in gone:
            yield "  #"
            yield from self.comment(f"{criterion.id} · {criterion.title}", "  ")
            for text in former.recalled(criterion, self.language):
                yield from self.comment(text, "  ")

    def finding(self, criterion: Criterion) -> Iterator[str]:
        level = next(one for one in self.referential.levels if one.id == criterion.level)
        yield from self.comment(f"{criterion.id} · {level.title} · {criterion.title}", "  ")
        yield from self.comment(criterion.requirement, "  ")
        for key, what in _hints(criterion):
            yield from self.comment(self.hint(key, what=what), "  ")
        if self.former:
            for text in self.former.reminders(criterion, self.language):
                yield from self.comment(text, "  ")
        yield f"  {scalar(criterion.id)}:"
        yield from ("    status:", "    evidence:", "    comment:")

    def tail(self) -> Iterator[str]:
        """The end: texts on the whole audit, and later keys, whose lines start with `#`."""
        day = self.hint("day")
        yield from ("", f"response:  # {self.hint('response')}")
        yield from (f"opinion:  # {self.hint('opinion')}", "")
        if label := self.former.label() if self.former else "":
            yield from (f"previous: {label}  # {self.hint('to_renew')}", "")
        yield from self.comment(self.hint("how_decided" if label else "how_later"))
        yield f"#decision: {{outcome: granted, decided_on: {day}}}  # granted | refused | adjourned"
        if not label:
            yield f"#previous: {{last_day: {day}}}"
        yield f"#events: [{{event: suspended, on: {day}}}]  # suspended | reinstated | withdrawn"


def _hints(criterion: Criterion) -> Iterator[tuple[str, str]]:
    if criterion.evidence:
        yield "ask_for", " ; ".join(criterion.evidence)
    if criterion.not_applicable_when:
        yield "not_applicable", criterion.not_applicable_when
