"""An audit and a referential with every key, each place in them, and the problems of shape."""

from collections.abc import Iterator
from typing import Any

from cpe_label.text.paths import DataPath

from .mistakes import AUDIT, REFERENTIAL

SHAPE = {f"{family}{number:03}" for family in "AR" for number in (*range(1, 11), 40)}
SHAPE |= {"R018", "R020", "R021"}
"""The problems of shape."""

WHOLE_AUDIT = AUDIT.model_copy(
    update={
        "organisation": {"id": "exemple-001", "name": "Coopérative Exemple"},
        "audited_on": {"from": "2026-10-12", "to": "2026-10-13"},
        "auditors": [{"name": "Personne A", "organisation": "Coopérative Voisine"}],
        "previous": {"last_day": "2026-12-31", "state": "suspended"},
        "findings": {
            "a-0-1": {"status": "met", "evidence": ["Vu."], "action": {"due": "2027-01-01"}},
            "a-0-2": {"status": "met", "evidence": ["Vu."], "good_practice": "Bien."},
        },
        "decision": {"outcome": "granted", "decided_on": "2026-11-20", "reason": "Oui."},
        "events": [{"event": "suspended", "on": "2027-01-01"}],
    }
).as_written()
WHOLE_REFERENTIAL = {
    **REFERENTIAL.as_written(),
    "in_force": {"from": "2019-01-01", "until": "2029-01-01"},
}


def places(data: Any, path: DataPath = ()) -> Iterator[DataPath]:
    """Each place in a file."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in items if isinstance(data, (dict, list)) else ():
        yield (*path, step)
        if isinstance(value, (dict, list)):
            yield from places(value, (*path, step))


WHOLE = {"audit": WHOLE_AUDIT, "referential": WHOLE_REFERENTIAL}
PLACES = [(name, path) for name, whole in WHOLE.items() for path in places(whole)]
PLACES = [(name, path) for name, path in PLACES if path != ("format",)]
