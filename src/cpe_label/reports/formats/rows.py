"""Evaluations as rows of CSV, the same columns for all: one short row an audit.

The words are those of a record, whatever the language. Each level that a known referential has is
two columns; they are empty where the referential of an audit has no such level.
"""

from collections.abc import Iterable
from datetime import date

from ...model.referential import Referential
from ...rules.evaluation import Evaluation
from ...rules.validity import state_on
from ...text.csv_row import csv_row
from ...text.display import visible


def levels_of(referentials: Iterable[Referential]) -> tuple[str, ...]:
    """The identifiers of all levels, each once."""
    return tuple(dict.fromkeys(level.id for one in referentials for level in one.levels))


def heading(levels: tuple[str, ...]) -> str:
    """The names of the columns."""
    counts = [name for level in levels for name in (f"{level}_met", f"{level}_applicable")]
    return csv_row(["source", "id", "name", "verdict", *counts, "state", "last_day"])


def row(source: str, evaluation: Evaluation, levels: tuple[str, ...], on: date) -> str:
    """The row of an evaluation, its label as it is on a day."""
    audit, period = evaluation.audit, evaluation.period
    tallies = {one.level.id: one.tally for one in evaluation.levels}
    found = [tallies.get(level) for level in levels]
    counts = [n for one in found for n in ((len(one.met), one.applicable) if one else ("", ""))]
    validity = evaluation.referential.validity
    state = state_on(on, period, audit.events, validity=validity) if period else None
    who = (audit.organisation.id, visible(audit.organisation.name))
    last = period and period.last_day.isoformat()
    return csv_row([source, *who, evaluation.verdict.value, *counts, state, last])


def row_without(source: str, levels: tuple[str, ...]) -> str:
    """The row of what could not be evaluated."""
    return csv_row([source, *[None] * (5 + 2 * len(levels))])
