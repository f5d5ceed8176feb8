"""Compare a record with a new evaluation of its audit, field by field.

Nothing in a record is believed: every field is computed again from the audit and the referential,
but for the version of the engine, which is not compared.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any, Final, cast

from .._version import __version__
from ..model.audit import Audit, Decision, Event
from ..problems.exceptions import AuditError
from ..problems.problem import Problem, limited, problem, sorted_problems
from ..rules.engine import evaluate
from ..rules.evaluation import Evaluation, Reason
from ..rules.validity import LabelStatus, status_after
from ..text.arguments import expects
from ..text.paths import DataPath, path_shown
from ..text.serialization import JsonValue
from ..text.typography import LANGUAGES, Language
from .evaluation import Recorded, record

DIFFERENCES: Final = ("E002", "E003", "E004", "E005", "E006")
"""The codes of what differs; any other problem keeps the two from being compared."""

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_KEPT: Final = 20
"""How much of what two long texts share is shown before their first difference."""

_DIGESTS: Final[dict[DataPath, str]] = {
    ("referential", "digest"): "E005",
    ("audit", "digest"): "E006",
}


@dataclass(frozen=True, slots=True)
class Verification(JsonValue):
    """What a new evaluation of the audit makes of a record.

    The record holds if nothing differs. The audit may have grown since it was made: a decision,
    events, the label that it renews. That is no difference, and is told apart.
    """

    differences: tuple[Problem, ...]
    """Sorted by place: each is one of `DIFFERENCES`, or the one problem that forbids comparing."""
    audit: Audit
    """The audit as it is now."""
    then: Audit
    """The audit as it was when the record was made, as far as the record itself can tell."""
    reasons_then: tuple[Reason, ...] = ()
    """The reasons of the evaluation of the audit as it was."""
    compared_words: bool = True
    """Whether the sentences of reasons were compared: only within one version of the engine."""

    @property
    def holds(self) -> bool:
        """Whether every field of the record is what is computed."""
        return not self.differences

    @property
    def label(self) -> LabelStatus | None:
        """What events make of the label now; None if it is not granted."""
        decision = self.audit.decision
        granted = decision is not None and decision.outcome == "granted"
        return status_after(self.audit.events) if granted else None

    @property
    def has_grown(self) -> bool:
        """Whether the audit has a decision, an event or a `previous` that the record has not."""
        return self.then is not self.audit


@expects(recorded=Recorded, evaluation=Evaluation)
def verify(recorded: Recorded, evaluation: Evaluation) -> Verification:
    """Compare a record with the evaluation of its audit.

    The audit is first cut to what the record has of its decision, its events and, where the record
    has no grant, the label that it renews; an adjournment may have been replaced by a decision of
    the same day or a later one. Then every field is computed again and compared, but for the
    version of the engine and, where that is another, the sentences of the reasons.

    A record of another version or another referential gives that problem alone (E001).
    """
    audit = evaluation.audit
    then = _as_recorded(audit, recorded.data)
    if then is not audit:
        evaluation = evaluate(then, evaluation.referential)
    same_engine = _engine_version(recorded.data) == __version__
    found = list(_of_another_referential(recorded.data, evaluation)) or limited(
        _differences(*_comparable(recorded.data, evaluation, words=same_engine), ())
    )
    differences = sorted_problems(one.located(recorded.source) for one in found)
    return Verification(differences, audit, then, evaluation.reasons, same_engine)


def _as_recorded(audit: Audit, data: Any) -> Audit:
    """The audit as it was when the record was made; the audit itself if nothing came since."""
    decision = _decision_then(audit, data.get("decision"))
    kept = audit.events if decision == audit.decision else ()
    events = _events_then(kept, data.get("events"))
    granted = decision is not None and decision.outcome == "granted"
    previous = audit.previous if granted or data.get("previous") else None
    if (decision, events, previous) == (audit.decision, tuple(audit.events), audit.previous):
        return audit
    return audit.model_copy(update={"decision": decision, "events": events, "previous": previous})


def _decision_then(audit: Audit, recorded: Any) -> Decision | None:
    """None where the record has none; an adjournment that a later decision has replaced."""
    now = audit.decision
    if recorded is None or now is None:
        return None if recorded is None else now
    try:
        then = Decision.build(recorded)
    except (AuditError, TypeError, AttributeError):
        return now
    replaced = then.outcome == "adjourned" and then.decided_on <= now.decided_on
    return then if replaced else now


def _events_then(events: Sequence[Event], recorded: Any) -> tuple[Event, ...]:
    """As many of the events as the record has, if they are the same."""
    if not isinstance(recorded, list):
        return tuple(events)
    first = tuple(events[: len(recorded)])
    same = [event.model_dump(mode="json") for event in first] == recorded
    return first if same else tuple(events)


def _of_another_referential(data: Any, evaluation: Evaluation) -> Iterator[Problem]:
    """RC-1: a decision is about one version of one referential."""
    match data:
        case {"referential": {"id": str(name), "version": str(version)}}:
            named, expected = f"{name}@{version}", evaluation.referential.name
            if named != expected:
                yield problem("E001", ("referential",), value=named, expected=expected)


def _comparable(data: Any, evaluation: Evaluation, *, words: bool) -> tuple[Any, Any]:
    """The record, and the same computed again in its language and for its day.

    The version of the engine is taken from the record, and without `words` the sentences of its
    reasons are too.
    """
    computed = record(evaluation, _language(data, evaluation), _day(data))
    if version := _engine_version(data):
        computed["engine"]["version"] = version
    if not words:
        _take_sentences(data, computed)
    return data, computed


def _language(data: Any, evaluation: Evaluation) -> Language:
    """The language of the record; an unknown one is reported as a difference."""
    languages = (data.get("language"), evaluation.referential.language, "en")
    return next(cast("Language", one) for one in languages if one in LANGUAGES)


def _day(data: Any) -> date | None:
    """The day that the record was asked for; what is no day is reported as a difference."""
    match data:
        case {"on": {"day": str(written)}} if _DAY.fullmatch(written):
            with suppress(ValueError):
                return date.fromisoformat(written)
    return None


def _engine_version(data: Any) -> str | None:
    match data:
        case {"engine": {"version": str(version)}}:
            return version
    return None


def _take_sentences(data: Any, computed: Any) -> None:
    """Give the computed reasons the sentences of the record, which another version wrote."""
    written = data.get("reasons")
    reasons = written if isinstance(written, list) else []
    for one, reason in zip(reasons, computed["reasons"], strict=False):
        match one:
            case {"text": str(text)}:
                reason["text"] = text


def _differences(recorded: Any, computed: Any, path: DataPath) -> Iterator[Problem]:
    match recorded, computed:
        case dict(), dict():
            yield from _of_keys(recorded, computed, path)
        case list(), list() if all(isinstance(one, str) for one in (*recorded, *computed)):
            yield from _of_names(recorded, computed, path)
        case list(), list():
            yield from _of_items(recorded, computed, path)
        case _ if type(recorded) is not type(computed) or recorded != computed:
            yield _other(recorded, computed, path)


def _of_keys(
    recorded: dict[str, Any], computed: dict[str, Any], path: DataPath
) -> Iterator[Problem]:
    for key, value in computed.items():
        if key in recorded:
            yield from _differences(recorded[key], value, (*path, key))
        else:
            yield _missing((*path, key), value)
    for key, value in recorded.items():
        if key not in computed:
            yield _unknown((*path, key), value)


def _of_items(recorded: list[Any], computed: list[Any], path: DataPath) -> Iterator[Problem]:
    for at, (one, other) in enumerate(zip(recorded, computed, strict=False)):
        yield from _differences(one, other, (*path, at))
    for at in range(len(recorded), len(computed)):
        yield _missing((*path, at), computed[at])
    for at in range(len(computed), len(recorded)):
        yield _unknown((*path, at), recorded[at])


def _of_names(recorded: list[str], computed: list[str], path: DataPath) -> Iterator[Problem]:
    """Identifiers by what they are: one that comes or goes moves all that follow it."""
    known, named = set(computed), set(recorded)
    for at, name in enumerate(recorded):
        if name not in known:
            yield _unknown((*path, at), name)
    for name in computed:
        if name not in named:
            yield _missing((*path, computed.index(name)), name)
    if known == named and recorded != computed:
        yield _other(recorded, computed, path)


def _other(recorded: Any, computed: Any, path: DataPath) -> Problem:
    one, other = _shorten_difference(recorded, computed)
    code = _DIGESTS.get(path, "E002")
    return problem(code, path, field=path_shown(path), recorded=one, computed=other)


def _shorten_difference(recorded: Any, computed: Any) -> tuple[str, str]:
    """Both from shortly before their first difference on; by codes if only spaces differ."""
    one, other = _shown(recorded), _shown(computed)
    if one.split() == other.split():
        one, other = json.dumps(recorded), json.dumps(computed)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    start = same - _KEPT if same > 2 * _KEPT else 0
    before = "…" if start else ""
    return before + one[start:], before + other[start:]


def _missing(path: DataPath, computed: Any) -> Problem:
    return problem("E003", path, field=path_shown(path), computed=_shown(computed))


def _unknown(path: DataPath, recorded: Any) -> Problem:
    return problem("E004", path, field=path_shown(path), recorded=_shown(recorded))


def _shown(value: Any) -> str:
    """As JSON writes it, so that 3 and "3" are not the same."""
    return json.dumps(value, ensure_ascii=False)
