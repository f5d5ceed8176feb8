"""Values cannot be changed."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from importlib import import_module
from pkgutil import walk_packages

import pytest

import cpe_label
from cpe_label._frozen import FrozenMap
from cpe_label.cli.console import Console
from cpe_label.reading.spreadsheet.markup import SheetFacts
from cpe_label.rules.audit_checks import Context
from cpe_label.rules.engine import Assessment
from cpe_label.rules.organisation import OrganisationFiles
from cpe_label.rules.shared_findings import _Answers

GATHERING = (Console, SheetFacts, _Answers)
"""What knows whether a line is in progress, and what gathers counts while it is filled."""
ONCE = (Assessment, Context, OrganisationFiles)
"""What computes something once."""
DATACLASSES = [
    kind
    for module in walk_packages(cpe_label.__path__, "cpe_label.")
    if not module.name.endswith("__")
    for kind in vars(import_module(module.name)).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.name
    if kind not in GATHERING
]


@pytest.mark.parametrize("kind", DATACLASSES, ids=lambda kind: kind.__name__)
def test_a_value_cannot_be_changed_and_has_no_room_for_more(kind: type) -> None:
    value = object.__new__(kind)
    for field in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(value, field.name, None)
    assert not hasattr(value, "__dict__") or kind in ONCE


def test_a_frozen_map() -> None:
    one = FrozenMap({"a": 1, "b": 2})
    assert one == FrozenMap([("b", 2), ("a", 1)]) == {"b": 2, "a": 1}
    assert hash(one) == hash(FrozenMap({"b": 2, "a": 1}))
    assert len({hash(FrozenMap({"a": number})) for number in range(100)}) > 90
    assert repr(one) == "FrozenMap({'a': 1, 'b': 2})"
    assert list(one.items()) == [("a", 1), ("b", 2)]
    assert not isinstance(one.items().mapping, dict)  # by which it could be changed
