"""`cpe-label schema`: the schema of each kind of file accepts the files that are sound."""

import json

import pytest
import yaml
from support.command import Run
from support.shipped import EXAMPLES, REFERENTIAL


@pytest.mark.parametrize("kind", ["referential", "audit", "evaluation"])
def test_schema(run: Run, kind: str) -> None:
    import jsonschema

    schema = json.loads(run("schema", kind).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    files = {"referential": [REFERENTIAL], "audit": EXAMPLES}.get(kind, [])
    for path in files:
        data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        jsonschema.validate(data, schema, jsonschema.Draft202012Validator)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**data, "unknown": "x"}, schema)
