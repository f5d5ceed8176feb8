"""The JSON Schema of each kind of file."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import regenerate
from support.shipped import EXAMPLES, REFERENTIAL, ROOT

from cpe_label.record.schema import KINDS


@pytest.mark.parametrize(
    ("path", "made"), [*regenerate.schemas()], ids=lambda value: getattr(value, "name", "")
)
def test_the_generated_schemas_are_up_to_date(path: Path, made: Callable[[], str]) -> None:
    assert path.read_text("utf-8") == made()


def test_shipped_files_point_editors_to_their_schema() -> None:
    for path, kind in [(REFERENTIAL, "referential"), *((path, "audit") for path in EXAMPLES)]:
        first = path.read_text("utf-8").split("\n")[0]
        where = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / where).resolve().name == f"{kind}.json"
        assert (path.parent / where).exists()


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_described_for_editors(kind: str) -> None:
    text = (ROOT / "referentials" / "schema" / f"{kind}.json").read_text("utf-8")
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    if kind == "evaluation":
        return
    for name, model in [("", schema), *schema["$defs"].items()]:
        assert model["description"], name
        for key, value in model["properties"].items():
            assert value.get("description"), (name, key)
