"""JSON Schema of each kind of file, generated from the models, for editors and other programs."""

from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from ..model.audit import Audit
from ..model.referential import Referential
from .evaluation import Record

KINDS: Final[dict[str, Any]] = {"referential": Referential, "audit": Audit, "evaluation": Record}

_TITLES: Final = {
    "referential": "Referential of a label",
    "audit": "Audit or self-assessment",
    "evaluation": "Record of an evaluation",
}
_WRITTEN_BY_HAND: Final = ("referential", "audit")


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `referential`, `audit` or `evaluation`.

    Raises KeyError for any other kind.
    """
    body = TypeAdapter(KINDS[kind]).json_schema()
    if kind in _WRITTEN_BY_HAND:
        for model in (body, *body["$defs"].values()):
            _allow_empty(model)
        body["required"] = ["format", *body["required"]]
    return {"$schema": GenerateJsonSchema.schema_dialect, **body, "title": _TITLES[kind]}


def _allow_empty(model: dict[str, Any]) -> None:
    """A key without a value is absent, so it may be there wherever it may be missing."""
    properties: dict[str, Any] = model["properties"]
    for name, value in properties.items():
        if name in model.get("required", ()):
            continue
        if "$ref" in value.get("additionalProperties", {}):
            value["additionalProperties"] = {"anyOf": [value["additionalProperties"], _NULL]}
        if isinstance(value.get("type"), str) and "const" not in value and "enum" not in value:
            value["type"] = [value["type"], "null"]


_NULL: Final = {"type": "null"}
