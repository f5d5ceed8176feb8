"""From the plain data of a file to a model, with the place of every problem.

An empty key is absent: `_take_out_empty_keys` decides what that means, for YAML and for JSON.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..model.partial import Partial, partial
from ..model.validation import problems_of, validated
from ..problems.problem import MOST_PROBLEMS, Problem, limited
from ..text.paths import DataPath
from .builder import Plain

M = TypeVar("M", bound=BaseModel)


def shape(plain: Plain, model: type[M], family: str) -> tuple[Partial[M] | None, list[Problem]]:
    """Build the model from the plain data, from which the empty keys are taken out.

    Problems of shape, whose codes are of `family`, R or A, leave a partial value; too many, none.
    """
    found = _take_out_empty_keys(plain, model, family) if plain.empty_keys else []
    shaped = None
    try:
        shaped = Partial(validated(model, plain.data, as_in_files=True), ())
    except ValidationError as error:
        found += problems_of(error, model, family)
    if 0 < len(found) <= MOST_PROBLEMS:
        shaped = partial(model, plain.data, found)
    return shaped, [one.located(plain.source) for one in limited(found)]


def _take_out_empty_keys(plain: Plain, model: type[BaseModel], family: str) -> list[Problem]:
    """Take every empty key out of its mapping, and report each one that no file may have.

    A criterion under `findings` stays: it is named, so it is to be assessed. A key that is written
    twice stays if its last value is not empty.
    """
    findings = plain.data.get("findings")
    for mapping, key in plain.empty_keys:
        if mapping is findings and mapping[key] is None:
            mapping[key] = {}
    unknown = list(_unknown_empty_keys(plain.data, model, family))
    for mapping, key in plain.empty_keys:
        if mapping.get(key, "") is None:
            del mapping[key]
    return unknown


def _unknown_empty_keys(data: Any, model: type[BaseModel], family: str) -> Iterator[Problem]:
    try:
        model.model_validate(data, by_alias=True, by_name=False)
    except ValidationError as error:
        for problem in problems_of(error, model, family):
            if problem.code == f"{family}001" and _at(data, problem.path) is None:
                yield problem


def _at(data: Any, path: DataPath) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
