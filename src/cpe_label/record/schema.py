"""JSON Schema of each kind of file, generated from the models, for editors and other programs."""

from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from ..model.audit import Audit
from ..model.fields import ID_PATTERN, NOTICE_PATTERN, TEXT_PATTERN
from ..model.members import Members
from ..model.referential import Referential
from ..model.validation import BULLET
from .shape import Record

KINDS: Final[dict[str, Any]] = {
    "referential": Referential,
    "audit": Audit,
    "members": Members,
    "evaluation": Record,
}

_TITLES: Final = {
    "referential": "Referential of a label",
    "audit": "Audit or self-assessment",
    "members": "Members of a network",
    "evaluation": "Record of an evaluation",
}
_WRITTEN_BY_HAND: Final = ("referential", "audit", "members")


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `referential`, `audit`, `members` or `evaluation`.

    Raises KeyError for any other kind.
    """
    body = TypeAdapter(KINDS[kind]).json_schema()
    if kind in _WRITTEN_BY_HAND:
        for model in (body, *body["$defs"].values()):
            _as_in_files(model)
        body["required"] = ["format", *body["required"]]
    return {"$schema": GenerateJsonSchema.schema_dialect, **body, "title": _TITLES[kind]}


def _as_in_files(model: dict[str, Any]) -> None:
    """What people write and `check` accepts, beside what a value holds.

    A key without a value, or with an empty one, is absent: it may be there wherever it may be
    missing. Every scalar is read as the text that is written, with or without quotes. One text is
    a list of one.
    """
    required = model.get("required", ())
    for name, value in model["properties"].items():
        _accept_scalars(value)
        if name not in required and "const" not in value:
            _accept_nothing(value)


def _accept_scalars(value: dict[str, Any]) -> None:
    for choice in value.get("anyOf", ()):
        _accept_scalars(choice)
    if "items" in value:
        _accept_scalars(value["items"])
        if value["items"].get("pattern") == TEXT_PATTERN:
            value.update(type=["array", *_SCALARS], pattern=_ONE_TEXT, minimum=0)
    elif value.get("pattern") in (TEXT_PATTERN, NOTICE_PATTERN):
        value["type"] = list(_SCALARS)
    elif value.get("pattern") == ID_PATTERN:
        value.update(type=list(_SCALARS), minimum=0)  # a minus sign is in no identifier


def _accept_nothing(value: dict[str, Any]) -> None:
    if "$ref" in value.get("additionalProperties", {}):
        value["additionalProperties"] = {"anyOf": [value["additionalProperties"], _NOTHING]}
    about = {key: value.pop(key) for key in _ABOUT if key in value}
    choices = [one for one in value.get("anyOf", [dict(value)]) if one != _NULL]
    if any("$ref" in choice for choice in choices):
        choices.append(_EMPTY)
    value.clear()
    value.update(about, anyOf=[*choices, _NOTHING])


_ABOUT: Final[tuple[str, ...]] = ("title", "description", "default")
_SCALARS: Final = ("string", "number", "boolean")
_NULL: Final = {"type": "null"}
_NOTHING: Final = {"enum": [None, ""]}
_EMPTY: Final = {"type": "object", "maxProperties": 0}
_ONE_TEXT: Final = rf"^(?!{BULLET.pattern})[\s\S]*\S"
"""A text that stands for a list of one: it is not blank and starts with no bullet."""
