"""Public values as JSON text: one function that each room extends for its own values."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import singledispatch
from typing import Any, Final


@singledispatch
def to_json(value: object) -> str:
    """The JSON text of a public value; the same value always gives the same text.

    A referential or an audit gives the JSON of its file, an evaluation its record
    (`cpe-label/evaluation/1`), a problem what `check --format json` holds of it, any other value
    its fields.

    Raises TypeError for a value that has no JSON.
    """
    return json_text(_plain(value))


_OF_FIELDS: Final = to_json.dispatch(object)


def json_text(data: Any) -> str:
    """Plain data as JSON, indented, with a line end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def json_pieces(data: Any) -> Iterator[bytes]:
    """`json_text` in UTF-8, piece by piece, for data so large that all of them fill the memory."""
    for piece in _ENCODER.iterencode(data):
        yield piece.encode()
    yield b"\n"


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, indent=2)


class JsonValue:
    """A value that has JSON."""

    __slots__ = ()

    def to_json(self) -> str:
        """The JSON text of this value: see `to_json`."""
        return to_json(self)


def _plain(value: Any) -> Any:
    """The fields of a dataclass as plain data."""
    match value:
        case Enum():
            plain: Any = value.value
        case None | bool() | int() | str():
            plain = value
        case date():
            plain = value.isoformat()
        case tuple() | list():
            plain = [_plain(item) for item in value]
        case Mapping():
            plain = {str(key): _plain(item) for key, item in value.items()}
        case JsonValue() if to_json.dispatch(type(value)) is not _OF_FIELDS:
            plain = json.loads(value.to_json())
        case _ if is_dataclass(value) and not isinstance(value, type):
            plain = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} has no JSON")
    return plain
