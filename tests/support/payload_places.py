"""Payloads put in the fields of a report, and the structure of the report compared."""

import itertools
import re
from functools import cache

from cpe_label import Audit, Referential
from cpe_label.text.typography import Language

from .filling import (
    BREAKS,
    FORMS,
    NOTICE,
    allowed,
    filled,
    harmless,
    in_turn,
    recorded,
    reports,
)
from .outlines import OUTLINES, Outline

FIELDS = frozenset(
    f"{schema['title']}.{name}"
    for model in (Referential, Audit)
    for schema in [model.model_json_schema(), *model.model_json_schema()["$defs"].values()]
    for name, field in schema.get("properties", {}).items()
    if r"\\S" in str(field)
)
"""Every field that holds prose, by its model and its name."""


def placed(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Field and text, where each field takes the next of some texts."""
    write, written = recorded(in_turn(texts))
    filled(write)
    return written


A_LINE = 60
"""The characters from which the length of a text may change what a page has room for."""

PLACES = sum(field != NOTICE for field, _ in placed(("x",)))
"""How many texts the reports of one round take; that of the notice stands elsewhere too."""


def rounds(texts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The payloads of a family, from each start that it takes to place them all."""
    return [texts[start:] + texts[:start] for start in range(0, len(texts), PLACES)]


@cache
def plain_outlines(texts: tuple[str, ...], language: Language) -> dict[tuple[str, str], Outline]:
    """The structure with harmless texts, which is the same for all texts of one shape."""
    return {
        (name, form): OUTLINES[form](report)[0]
        for name, form, report in reports(in_turn(texts), language)
    }


def expected(texts: tuple[str, ...], language: Language) -> dict[tuple[str, str], Outline]:
    plain = tuple(harmless(text, as_long=len(text) > A_LINE) for text in texts)
    return plain_outlines(plain if len(set(plain)) > 1 else plain[:1], language)


def assert_nothing_changes(texts: tuple[str, ...], language: Language) -> None:
    """The reports that hold the texts have their structure, each text, and no odd character."""
    plain = expected(texts, language)
    texts_of = dict.fromkeys(FORMS, "")
    for name, form, report in reports(in_turn(texts), language):
        outline, words = OUTLINES[form](report)
        assert outline == plain[name, form], (name, form, difference(outline, plain[name, form]))
        assert not {one for one in report if not allowed(one)}
        texts_of[form] += words
    for words in texts_of.values():
        assert not missing(placed(texts), solid(words))


def difference(one: Outline, other: Outline) -> tuple[object, ...]:
    pairs = zip(one, other, strict=False)
    return next(((a, b) for a, b in pairs if a != b), (len(one), len(other)))


LIST_MARK = re.compile(r"^\s*([-*•–]|[0-9]{1,3}[.)])\s+")


def missing(written: list[tuple[str, str]], report: str) -> list[tuple[str, str]]:
    """The texts that a report does not hold, line by line; a mark of a list may differ."""
    return [
        (field, text)
        for field, text in written
        for line in re.split(f"[{BREAKS}]", text)
        if solid(line) not in report and solid(LIST_MARK.sub("", line)) not in report
    ]


def solid(text: str) -> str:
    """A text without its blanks, as French or English typography may have set it."""
    return re.sub(r"\s", "", shown(text).replace("'", "’"))


def shown(text: str) -> str:
    """A text with the codes of its characters that act, run by run."""
    return "".join(
        "".join(run) if harmless_run else f"[{' '.join(f'U+{ord(one):04X}' for one in run)}]"
        for harmless_run, run in itertools.groupby(
            text, lambda one: allowed(one) or one in "\r\x0b\x0c\x85"
        )
    )
