"""`docs/files.md`: each key of each format of file, from the models."""

from collections.abc import Iterator
from typing import Any

from cpe_label.model.fields import ID_PATTERN, LONGEST_ID, LONGEST_NOTICE, MOST, NOTICE_PATTERN
from cpe_label.record.schema import KINDS, schema

from . import GENERATED, table

INTRODUCTION = """\
# The keys of each file

An audit, a referential and a list of members are YAML or JSON; a list of members may be
[CSV](network.md#the-members) too; a record is JSON. The keys are English, and the texts
are in the language of the label. A key that is not in these tables is a problem, and so is a value
of another type. A key without a value is absent. Every scalar is read as the text that is written:
`1.10` stays `1.10`, and `no` stays `no`.

In the column *Required*, “yes” means that the file has a problem without the key. The column
*Default* gives what an absent key means; “–” means nothing at all.

[What follows from a file](rules.md) · [its problems, by code](problems.md) ·
[the JSON Schemas, for editors](editors.md)
"""

TYPES = """
## The types

| Type | What is written | Example |
| --- | --- | --- |
| text | any text that is not blank | `Bulletin d'adhésion` |
| identifier | ASCII letters and digits, `.`, `_`, `-` between; at most {longest} | `label-cpe` |
| day | a day that exists, as year, month and day | `2026-10-12` |
| share | a percentage without decimals, or a fraction, from 0 to 100 % | `50%`, `2/3` |
| language | two or three small letters | `fr` |
| whole number | digits alone, within the bounds that are given | `3` |
| list of … | one item a line, each after `- ` | `[a, b]` |
"""

HEADINGS = {
    "referential": "A referential",
    "audit": "An audit",
    "members": "A list of members",
    "evaluation": "A record",
}

PATTERNS = {
    ID_PATTERN: "identifier",
    r"\S": "text",
    NOTICE_PATTERN: f"text of one line, {LONGEST_NOTICE} characters at most",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "day",
    r"^[a-z]{2,3}$": "language",
    r"^((0?[0-9]{1,2}|100)%|[0-9]{1,9}/[0-9]{1,9})$": "share",
}
PLAIN = {"boolean": "true or false", "integer": "whole number", "string": "text"}
"""What a record holds is written by the engine, so its texts have no pattern."""

BELOW = "keys below"
EMPTY = {"type": "object", "maxProperties": 0}
NOTHING = {"enum": [None, ""]}

MEANINGS = {
    "format": "The format of this file.",
    "engine": "Which engine computed.",
    "engine.name": "Its name.",
    "engine.version": "Its version; `verify` does not compare it.",
    "language": "The language of the sentences in `reasons`.",
    "referential": "The version that the audit was held against.",
    "referential.id": "Its identifier.",
    "referential.version": "Its version.",
    "referential.title": "Its name.",
    "referential.digest": "The fingerprint of its data.",
    "audit": "What was evaluated.",
    "audit.kind": "`audit` or `self_assessment`.",
    "audit.organisation": "Who was audited, as the audit says.",
    "audit.audited_on": "The days of the audit, as the audit says.",
    "audit.digest": "The fingerprint of its data, without `decision` and `events`.",
    "verdict": "Whether the conditions are met (RC-8, RC-9).",
    "complete": "Whether every criterion was assessed.",
    "standing": "Verdict and decision together: `labellable`, `labelled`, `refused` …",
    "label": "What the events make of a granted label: `stands`, `suspended` …; or null.",
    "on": "The day that was asked about, or null.",
    "on.day": "The day.",
    "on.state": "What the label is on that day (RC-14).",
    "levels": "What the rules make of each level.",
    "levels[].id": "The identifier of the level.",
    "levels[].title": "Its name.",
    "levels[].required": "The share that it requires, as it is written in the referential.",
    "levels[].scope": "Whether the share holds over the whole referential or in each section.",
    "levels[].met": "How many criteria are met.",
    "levels[].not_met": "How many are not met.",
    "levels[].not_applicable": "How many do not apply.",
    "levels[].unassessed": "How many are not assessed.",
    "levels[].applicable": "How many count: all but the not applicable.",
    "levels[].share": "The share that is met, rounded down; null where it is judged by section.",
    "levels[].criteria": "The identifiers behind the counts.",
    "levels[].criteria.met": "The criteria that are met.",
    "levels[].criteria.not_met": "The criteria that are not met.",
    "levels[].criteria.not_applicable": "The criteria that do not apply.",
    "levels[].criteria.unassessed": "The criteria that are not assessed.",
    "levels[].parts": "The required share, applied to the whole or to each section.",
    "levels[].parts[].section": "The identifier of the section; null for the whole.",
    "levels[].parts[].met": "How many criteria are met.",
    "levels[].parts[].not_met": "How many are not met.",
    "levels[].parts[].not_applicable": "How many do not apply.",
    "levels[].parts[].unassessed": "How many are not assessed.",
    "levels[].parts[].applicable": "How many count.",
    "levels[].parts[].share": "The share that is met, rounded down.",
    "levels[].parts[].inequality": "The comparison that decides (RC-5), with every unassessed "
    "criterion counted as not met.",
    "levels[].parts[].possible": "The same with every unassessed criterion counted as met.",
    "levels[].parts[].verdict": "What is known of this part.",
    "levels[].parts[].still_needed": "How many more criteria must be met; 0 if none.",
    "levels[].parts[].margin": "How many met criteria are more than the share needs.",
    "levels[].parts[].candidates": "The criteria that could bring what is still needed.",
    "levels[].verdict": "What is known of this level.",
    "levels[].still_needed": "How many more criteria must be met, over all parts.",
    "levels[].margin": "How many met criteria could be lost, whichever they are.",
    "levels[].candidates": "The criteria that could bring what is still needed.",
    "sections": "The counts of each section, for reading.",
    "sections[].id": "The identifier of the section.",
    "sections[].title": "Its name.",
    "sections[].levels": "The counts of its criteria, by the identifier of their level.",
    "sections[].levels.*.met": "How many criteria are met.",
    "sections[].levels.*.not_met": "How many are not met.",
    "sections[].levels.*.not_applicable": "How many do not apply.",
    "sections[].levels.*.unassessed": "How many are not assessed.",
    "sections[].levels.*.applicable": "How many count.",
    "fragile": "The met criteria of which one alone, if it were not met, would end a pass.",
    "reasons": "Each step of the verdict.",
    "reasons[].clause": "The clause of the rules that it applies.",
    "reasons[].level": "The identifier of the level that it speaks of, or null.",
    "reasons[].section": "The identifier of the section that it speaks of, or null.",
    "reasons[].text": "The sentence.",
    "reasons[].criteria": "The criteria that decide it.",
    "previous": "The label that the audit renews, as the audit says, or null.",
    "decision": "What the committee decided, as the audit says, or null.",
    "events": "What happened to the label since, as the audit says.",
    "period": "The days of a granted label, or null.",
    "period.first_day": "First day of the label, included.",
    "period.last_day": "Last day of the label, included.",
    "period.previous_last_day": "Last day of the label that it renews, or null.",
}
"""What each key of a record means: its model says it of the keys of an audit alone."""


def page() -> str:
    """The text of the page."""
    parts = [GENERATED, INTRODUCTION]
    parts.append(TYPES.format(longest=LONGEST_ID))
    for kind in KINDS:
        whole = schema(kind)
        name = whole["properties"]["format"]["const"]
        about = whole["description"].split("\n")[0]
        parts.append(f"\n## {HEADINGS[kind]}\n\n`{name}` · {about}\n\n")
        parts.append(table(("Key", "Type", "Required", "Default", "Meaning"), rows(whole)))
    return "".join(parts)


def rows(whole: dict[str, Any]) -> list[tuple[str, ...]]:
    """One row for each key, those inside it after it."""
    return list(_rows(whole, whole, ""))


def _rows(whole: dict[str, Any], model: dict[str, Any], above: str) -> Iterator[tuple[str, ...]]:
    for name, value in model["properties"].items():
        key = f"{above}{name}"
        required = "yes" if name in model.get("required", ()) else "no"
        meaning = value.get("description") or MEANINGS[key]
        yield f"`{key}`", _type(value), required, _default(value), meaning
        inside, mark = _inside(value)
        if inside:
            yield from _rows(whole, whole["$defs"][inside], f"{key}{mark}.")


def _inside(value: dict[str, Any]) -> tuple[str, str]:
    """The name of the model that a value holds, and what stands for its key or number."""
    for one in _choices(value):
        for held, mark in ((one, ""), (one.get("items"), "[]"), (_by_name(one), ".*")):
            if held and "$ref" in held:
                return held["$ref"].rpartition("/")[2], mark
    return "", ""


def _by_name(value: dict[str, Any]) -> dict[str, Any]:
    held = value.get("additionalProperties") or {}
    return next(iter(_choices(held)), {}) if isinstance(held, dict) else {}


def _choices(value: dict[str, Any]) -> list[dict[str, Any]]:
    choices = value.get("anyOf", [value])
    return [one for one in choices if one not in ({"type": "null"}, NOTHING, EMPTY)]


def _type(value: dict[str, Any]) -> str:
    (one,) = _choices(value)
    if "const" in one:
        return f"`{one['const']}`"
    if "enum" in one:
        return " or ".join(f"`{word}`" for word in one["enum"])
    if "items" in one:
        held = _type(one["items"])
        return f"list of {held if held == BELOW else f'{held}s'}{_size(one)}"
    if "$ref" in one or _by_name(one):
        return BELOW if "$ref" in one else f"{BELOW}, by identifier"
    return _scalar(one)


def _scalar(value: dict[str, Any]) -> str:
    if value.get("pattern") in PATTERNS:
        return PATTERNS[value["pattern"]]
    if "minimum" in value:
        return f"whole number from {value['minimum']} to {MOST}"
    return PLAIN[value["type"]]


def _size(value: dict[str, Any]) -> str:
    least, most = value.get("minItems"), value.get("maxItems")
    if most:
        return f", {least} to {most}"
    return f", at least {least}" if least else ""


def _default(value: dict[str, Any]) -> str:
    default = value.get("default")
    if "const" in value or not default:
        return "–"
    return f"`{default}`"
