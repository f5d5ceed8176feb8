"""Write referentials and audits as files, which are read back as the same value."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from ..model.audit import Audit
from ..model.members import Members
from ..model.referential import Referential
from ..text.arguments import expects

# Texts that every YAML reader reads as the same text without quotes.
_PLAIN: Final = re.compile(r"[^\W\d_][\w’',()/.-]*(?: [\w’'(][\w’',()/.-]*)*")
_WORDS_OF_YAML: Final = frozenset(
    "y n yes no on off true false null nan inf oui non vrai faux".split()  # noqa: SIM905
)
# Characters that JSON does not escape, and that YAML refuses or reads as a line break.
_UNPRINTABLE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@expects(value=Referential | Audit | Members)
def to_yaml(value: Referential | Audit | Members) -> str:
    """Write a referential, an audit or a list of members as YAML. Reading it gives an equal value.

    A value has no comments and no layout, so neither has this text. To change a file and keep
    them, use `cpe_label.edit.open_audit`.
    """
    return "".join(f"{line}\n" for line in _mapping(value.as_written(), ""))


def scalar(text: str) -> str:
    """Write a text as YAML: plain if every reader agrees on it, else between double quotes."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _mapping(data: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in data.items():
        start = f"{indent}{scalar(key)}:"
        if isinstance(value, str):
            yield f"{start} {scalar(value)}"
        elif not value:
            yield f"{start} {'{}' if isinstance(value, dict) else '[]'}"
        else:
            yield start
            yield from _inside(value, f"{indent}  ")


def _inside(value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _mapping(value, indent)
        return
    for item in value:
        if isinstance(item, str):
            yield f"{indent}- {scalar(item)}"
        else:
            first, *others = _mapping(item, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from others
