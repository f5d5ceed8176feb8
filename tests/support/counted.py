"""The two ways to evaluate a line side by side, and lines to try them on."""

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

import yaml

from cpe_label import Referential, Referentials
from cpe_label.reading.document import read_document
from cpe_label.reading.lines import CountedOutcome, Lines, Outcome, outcome_of
from cpe_label.reports.formats.rows import levels_of, row
from cpe_label.reports.formats.table import row_of
from cpe_label.text.typography import LANGUAGES
from support.shipped import EXAMPLES

ON = date(2028, 2, 29)
Known = Referentials | Referential | None


def written(outcome: Outcome | CountedOutcome) -> Any:
    """All that is written of an audit in any format that counts it, and its warnings."""
    lines = [outcome.line(on, language) for on in (None, ON) for language in (None, *LANGUAGES)]
    if outcome.evaluation is None:
        return lines
    levels = levels_of([outcome.evaluation.referential])
    rows = row_of(outcome.evaluation, ON), row("a", outcome.evaluation, levels, ON)
    return lines, rows, outcome.warnings


def both(line: str | bytes, known: Known = None) -> tuple[Any, Any, bool]:
    """What both ways write of a line, and whether it was counted."""
    counted = Lines(known, "a.jsonl").counted(line)
    usual = outcome_of(read_document(line, "a.jsonl", 3), known)
    return written(counted or usual), written(usual), counted is not None


EXAMPLE_AUDITS = [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in EXAMPLES]

_VALUES: tuple[Any, ...] = (
    *(
        None,
        "",
        " ",
        "\u00a0",
        "x",
        "TODO",
        "[à compléter]",
        "a@…",
        "=1+1",
        "é\u2028",
        "😀",
        "\x7f",
    ),
    *([], {}, [""], ["x"], ["x", None], [[]], {"owner": "x"}, {"due": "2026-10-01"}, {"due": ""}),
    *("met", "not_met", "not_applicable", "granted", "refused", "adjourned", "audit"),
    *("self_assessment", "suspended", "withdrawn", "reinstated", "2026-10-12", "2031-01-01"),
    *("9999-12-31", "2026-02-30", 12, 1.5, True, 'a "quoted" text', "back\\slash", "two\nlines"),
)
_DECISIONS: tuple[dict[str, Any], ...] = (
    {},
    {"decision": {"outcome": "granted", "decided_on": "2026-11-20"}},
    {"decision": {"outcome": "refused", "decided_on": "2026-11-20", "reason": "Motif."}},
    {"decision": {"outcome": "adjourned", "decided_on": "2026-11-20"}},
    {
        "decision": {"outcome": "granted", "decided_on": "2026-11-20"},
        "previous": {"last_day": "2026-12-14"},
        "events": [{"event": "suspended", "on": "2027-02-01"}],
    },
    {"previous": {"last_day": "2026-12-14", "state": "suspended"}},
)
_LAYOUTS: tuple[dict[str, Any], ...] = (
    {"ensure_ascii": False},
    {"ensure_ascii": True},
    {"ensure_ascii": False, "separators": (",", ":")},
    {"ensure_ascii": False, "separators": (" , ", " : ")},
)


def changed_lines(seed: int, count: int) -> Iterator[str]:
    """Lines of audits that were changed in up to three places, most of them still sound."""
    chance = random.Random(seed)
    for _ in range(count):
        audit = json.loads(json.dumps(chance.choice(EXAMPLE_AUDITS)))
        for key in ("decision", "previous", "events"):
            audit.pop(key, None)
        audit |= deepcopy(chance.choice(_DECISIONS))
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            _change_soundly(audit, chance)
        if chance.random() < 0.4:
            _change(audit, chance)
        line = json.dumps(audit, **chance.choice(_LAYOUTS))
        yield _twice(line, chance) if chance.random() < 0.05 else line


def _change(data: Any, chance: random.Random) -> None:
    """Take something out, put something in, or give something another value."""
    while True:
        steps = list(data) if isinstance(data, dict) else list(range(len(data)))
        step = chance.choice(steps) if steps else None
        if isinstance(data, dict) and (step is None or chance.random() < 0.1):
            data[chance.choice((*_KEYS, "unknown"))] = deepcopy(chance.choice(_VALUES))
            return
        if step is None:
            return
        inside = data[step]
        if isinstance(inside, (dict, list)) and chance.random() < 0.85:
            data = inside
            continue
        if chance.random() < 0.3:
            del data[step]
        else:
            data[step] = deepcopy(chance.choice(_VALUES))
        return


def _change_soundly(audit: Any, chance: random.Random) -> None:
    """Give a finding other keys, or take it out."""
    name = chance.choice(list(audit["findings"]))
    if chance.random() < 0.2:
        del audit["findings"][name]
        return
    finding = {"status": chance.choice(("met", "met", "met", "not_met", "not_applicable"))}
    for key, values in _SOUND.items():
        if chance.random() < 0.4:
            finding[key] = deepcopy(chance.choice(values))
    audit["findings"][name] = finding


_SOUND: dict[str, tuple[Any, ...]] = {
    "evidence": (["x"], ["Lu.", "Vu : « a »\u00a0; b"]),
    "comment": ("Dit « ainsi ».", 'Dit "ainsi"', "Deux\nlignes"),
    "good_practice": ("x",),
    "recommendation": ("x",),
    "justification": ("Sans objet.",),
    "action": ({"owner": "x"}, {"due": "2026-11-30"}, {"owner": "x", "due": "2031-01-01"}),
}

_KEYS = (
    *("status", "evidence", "comment", "good_practice", "recommendation", "action"),
    *("justification", "owner", "due", "id", "name", "region", "to", "state", "reason", "opinion"),
)


def _twice(line: str, chance: random.Random) -> str:
    """The line with one of its keys a second time."""
    places = [at for at in range(len(line)) if line.startswith('"status"', at)] or [1]
    at = chance.choice(places)
    return f'{line[:at]}"status": "met", {line[at:]}'
