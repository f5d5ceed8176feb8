"""From the plain data of a file to a model, with the place of every problem."""

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from ..model.validation import problems_of
from ..problems.exceptions import DataError
from ..problems.problem import Problem, limited
from ..text.paths import DataPath
from .builder import Plain

M = TypeVar("M", bound=BaseModel)


def shape(plain: Plain, model: type[M], family: str) -> M:
    """The model of some plain data.

    Raises DataError with every problem of shape; codes are of `family`, R or A.
    """
    found = list(_unknown_empty_keys(plain, model, family))
    try:
        value = model.model_validate(plain.data, by_alias=True, by_name=False)
    except ValidationError as error:
        found += problems_of(error, model, family)
    if found:
        raise DataError(one.located(plain.source) for one in limited(found))
    return value


def _unknown_empty_keys(plain: Plain, model: type[BaseModel], family: str) -> Iterator[Problem]:
    """An empty key is absent, yet it must be one that exists."""
    if not plain.empty_keys:
        return
    for mapping, key in plain.empty_keys:
        mapping[key] = None
    try:
        model.model_validate(plain.data, by_alias=True, by_name=False)
    except ValidationError as error:
        for problem in problems_of(error, model, family):
            if problem.code == f"{family}001" and _at(plain.data, problem.path) is None:
                yield problem
    finally:
        for mapping, key in plain.empty_keys:
            del mapping[key]


def _at(data: Any, path: DataPath) -> Any:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data
