"""Compare a record with a new evaluation of its audit, field by field.

Nothing in a record is believed: every field is computed again from the audit and the referential,
but for the version of the engine, which is not compared.
"""

import json
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final, cast

from ..problems.problem import Problem, limited, problem, sorted_problems
from ..rules.evaluation import Evaluation
from ..text.paths import DataPath, path_shown
from ..text.typography import LANGUAGES, Language
from .evaluation import Recorded, record

DIFFERENCES: Final = ("E002", "E003", "E004", "E005", "E006")
"""The codes of what differs; any other problem keeps the two from being compared."""

_KEPT: Final = 20
"""How much of what two long texts share is shown before their first difference."""

_DIGESTS: Final[dict[DataPath, str]] = {
    ("referential", "digest"): "E005",
    ("audit", "digest"): "E006",
}


def verify(recorded: Recorded, evaluation: Evaluation) -> tuple[Problem, ...]:
    """What differs between a record and a new evaluation of its audit, sorted by place.

    Nothing differs if and only if every field of the record is what is computed, the version of
    the engine aside. A record of another version or another referential gives that problem alone
    (E001); any other is one of `DIFFERENCES`.
    """
    found = list(_of_another_referential(recorded.data, evaluation)) or limited(
        _differences(recorded.data, _computed_again(recorded.data, evaluation), ())
    )
    return sorted_problems(one.located(recorded.source) for one in found)


def _of_another_referential(data: Any, evaluation: Evaluation) -> Iterator[Problem]:
    """RC-1: a decision is about one version of one referential."""
    match data:
        case {"referential": {"id": str(name), "version": str(version)}}:
            named, expected = f"{name}@{version}", evaluation.referential.name
            if named != expected:
                yield problem("E001", ("referential",), value=named, expected=expected)


def _computed_again(data: Any, evaluation: Evaluation) -> Any:
    """The record computed again, in the language of the one that is verified."""
    own = evaluation.referential.language
    languages = (data.get("language"), own, "en")  # an unknown language is reported as a difference
    language = next(one for one in languages if one in LANGUAGES)
    computed = record(evaluation, cast("Language", language)).model_dump(mode="json")
    match data:
        case {"engine": {"version": str(version)}}:
            computed["engine"]["version"] = version
    return computed


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
