"""JSON Schema of each kind of file, generated from the models."""

from typing import Any, Final

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from .audit import Audit
from .record import Record
from .referential import Referential

KINDS: Final[dict[str, Any]] = {"referential": Referential, "audit": Audit, "evaluation": Record}

TITLES: Final = {
    "referential": "Referential of a label",
    "audit": "Audit or self-assessment",
    "evaluation": "Record of an evaluation",
}


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `referential`, `audit` or `evaluation`.

    Raises KeyError for any other kind.
    """
    body = TypeAdapter(KINDS[kind]).json_schema(by_alias=True, mode="validation")
    return {"$schema": GenerateJsonSchema.schema_dialect, **body, "title": TITLES[kind]}
