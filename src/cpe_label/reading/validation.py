"""From the plain data of a file to a model, with the place of every problem.

An empty key is absent: `_take_out_empty_keys` decides what that means, for YAML and for JSON.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..model.base import FileModel
from ..model.misnamed import misnamed, with_right_names
from ..model.partial import Partial, partial
from ..model.validation import validated
from ..problems.problem import MOST_PROBLEMS, Problem, limited
from ..problems.source import Source
from ..text.paths import DataPath
from .builder import Plain

M = TypeVar("M", bound=FileModel)

Shaped = tuple[Partial[M] | None, list[Problem]]
"""A value with its problems of shape, which leave it partial; too many leave none."""


def shape(plain: Plain, model: type[M], family: str) -> Shaped[M]:
    """Build the model from the plain data, from which the empty keys are taken out.

    The codes of the problems are of `family`, R or A.
    """
    found = _take_out_empty_keys(plain, model, family) if plain.empty_keys else []
    try:
        value = validated(model, plain.data, as_in_files=True)
    except ValidationError as error:
        return _refused(plain, model, family, found, error)
    if found:
        return _partial(plain.source, model, plain.data, found)
    value._source = plain.source
    return Partial(value, ()), []


def _refused(
    plain: Plain, model: type[M], family: str, found: list[Problem], error: ValidationError
) -> Shaped[M]:
    """What is found under misnamed keys too, level by level."""
    data, source = plain.data, plain.source
    problems = _problems_of(error, model, family)
    while names := misnamed(data, problems):
        written = {(*path[:-1], name) for path, name in names.items()}
        found += [one for one in problems if one.path in written]
        data, source = with_right_names(data, names), source.renamed(names)
        problems = _problems_in(data, model, family)
    return _partial(source, model, data, found + problems)


def _partial(source: Source, model: type[M], data: Any, found: list[Problem]) -> Shaped[M]:
    problems = [one.located(source) for one in limited(found)]
    if len(found) > MOST_PROBLEMS:
        return None, problems
    shaped = partial(model, data, found)
    shaped.value._source = source
    return shaped, problems


def _problems_in(data: Any, model: type[BaseModel], family: str) -> list[Problem]:
    try:
        validated(model, data, as_in_files=True)
    except ValidationError as error:
        return _problems_of(error, model, family)
    return []


def _problems_of(error: ValidationError, model: type[BaseModel], family: str) -> list[Problem]:
    from ..model.explanation import problems_of  # only where something is already wrong

    return problems_of(error, model, family)


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
        for problem in _problems_of(error, model, family):
            if problem.code == f"{family}001" and _at(data, problem.path) is None:
                yield problem


def _at(data: Any, path: DataPath) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
