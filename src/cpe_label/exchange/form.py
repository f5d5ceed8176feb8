"""An audit to fill in, as YAML: every criterion with what it asks, and room for the answer."""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from ..formats import AUDIT_FORMAT
from ..referential import Criterion, Referential
from ..text import Language, typeset, visible
from ..wording import say
from ..wording.talk import FORM
from .saving import scalar

_WIDTH: Final = 98
_WHITE: Final = re.compile(r"\s+")


def blank_audit(referential: Referential, language: Language) -> str:
    """An audit of every criterion of a referential, none assessed yet.

    What only the auditor knows (who, when) is left empty: `check` says so until it is filled in.
    """
    return "\n".join(_lines(referential, language)) + "\n"


def _lines(referential: Referential, language: Language) -> Iterator[str]:
    def comment(text: str, indent: str = "") -> Iterator[str]:
        # Every line break of any kind is folded: nothing of a text can leave the comment.
        line = visible(_WHITE.sub(" ", typeset(text, language)).strip())
        start = f"{indent}# "
        yield from (
            start + piece for piece in wrap(line, _WIDTH - len(start), break_on_hyphens=False)
        )

    def hint(key: str, **blanks: str) -> str:
        return say(FORM[key], language, **blanks)

    yield from comment(hint("title", title=referential.title))
    yield "#"
    for key in ("how_status", "how_more", "how_check", "how_next"):
        yield from comment(hint(key))
    yield ""
    yield f"format: {AUDIT_FORMAT}"
    name = f"{{id: {scalar(referential.id)}, version: {scalar(referential.version)}}}"
    yield f"referential: {name}"
    yield from ("organisation:", f"  id:  # {hint('organisation_id')}", "  name:")
    yield f"kind: audit  # {hint('kind')}"
    yield from ("audited_on:", f"  from:  # {hint('day')}", f"  to:  # {hint('day')}")
    yield from ("auditors:", "  - name:", "    organisation:", "")
    yield "findings:"
    titles = {level.id: level.title for level in referential.levels}
    for section in referential.sections:
        yield ""
        yield from comment(f"── {section.title} ──", "  ")
        for criterion in section.criteria:
            yield ""
            yield from comment(
                f"{criterion.id} · {titles[criterion.level]} · {criterion.title}", "  "
            )
            yield from comment(criterion.requirement, "  ")
            for key, what in _hints(criterion):
                yield from comment(hint(key, what=what), "  ")
            yield f"  {scalar(criterion.id)}:"
            yield from ("    status:", "    evidence:", "    comment:")
    yield ""
    yield f"response:  # {hint('response')}"
    yield f"opinion:  # {hint('opinion')}"
    yield ""
    yield from comment(hint("how_later"))
    day = hint("day")
    yield f"#decision: {{outcome: granted, decided_on: {day}}}  # granted | refused | adjourned"
    yield f"#previous: {{last_day: {day}}}"
    yield f"# events: [{{event: suspended, on: {day}}}]  # suspended | reinstated | withdrawn"


def _hints(criterion: Criterion) -> Iterator[tuple[str, str]]:
    if criterion.evidence:
        yield "ask_for", " ; ".join(criterion.evidence)
    if criterion.not_applicable_when:
        yield "not_applicable", criterion.not_applicable_when
