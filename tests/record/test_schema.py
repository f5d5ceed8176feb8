"""The JSON Schema of each kind of file."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import regenerate
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.combined import with_changes
from support.core_yaml import core
from support.shipped import EXAMPLES, REFERENTIAL, ROOT
from support.whole import PLACES, SHAPE, WHOLE

from cpe_label.reading.document import read_document
from cpe_label.record.schema import KINDS, schema
from cpe_label.text.paths import DataPath


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
    body = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(body)
    if kind == "evaluation":
        return
    for name, model in [("", body), *body["$defs"].items()]:
        assert model["description"], name
        for key, value in model["properties"].items():
            assert value.get("description"), (name, key)


# ── The schema and `check` ───────────────────────────────────────────────────────────────────────

VALIDATORS = {
    kind: jsonschema.Draft202012Validator(
        schema(kind), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    for kind in ("audit", "referential")
}
BROKEN = [path for path in regenerate.invalid_files() if path.name[0] in "AR"]

PLAIN = (
    *("2019.1", "12", "true", "False", "null", "~", "", "0x1F", "0o17", "1e3", ".5", "-3", "+3"),
    *("1_000", "2026-10-12", "2026-02-30", "no", "1.10", "007", "1.", "3.0", "0", "999", "1000"),
    *("''", '" "', '"x y"', "x", "[a]", "{a: b}", "[]", "{}", "[[]]", "[null]", "[1, true]"),
    *('[""]', "-a", '"- a"', "50%", "1/2", "150%", "fr", "met", "audit", ".inf", "-.inf", ".nan"),
    *("12345678901234567890123", "a.b", "a..b", "[{}]", "[x, {}]", "12:30", "é"),
)
OTHERWISE = {"0x1F", "0o17", "1e3", ".5", "+3", "007", "1.", "3.0", ".inf", ".nan"}
"""Numbers that an editor reads, and that are no identifier and no count of years as written."""


def is_refused_by_schema(kind: str, text: str) -> bool:
    return not VALIDATORS[kind].is_valid(core(text))


def shape_of(text: str) -> set[str]:
    return {one.code for one in read_document(text, "a.yaml").problems} & SHAPE


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_the_schema_and_check_agree_on_every_broken_file(path: Path) -> None:
    kind = "audit" if path.name[0] == "A" else "referential"
    text = path.read_text("utf-8")
    assert is_refused_by_schema(kind, text) == bool(shape_of(text))


@given(st.sampled_from(PLACES), st.sampled_from(PLAIN))
@settings(max_examples=600)
def test_the_schema_and_check_agree_on_every_value(place: tuple[str, DataPath], raw: str) -> None:
    kind, path = place
    data = json.dumps(with_changes(WHOLE[kind], {path: "@"}), ensure_ascii=False)
    text = data.replace('"@"', raw)
    assume(raw or isinstance(path[-1], str))  # a list has no empty place
    codes = shape_of(text)
    if raw in OTHERWISE and codes and codes <= {"A004", "R004", "R009"}:
        return
    assert is_refused_by_schema(kind, text) == bool(codes), (path, codes)
