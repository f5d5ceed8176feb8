"""The kinds of value that files are made of.

Every scalar arrives as the text that was written; each kind gives it its type here, or refuses it
with an error type of its own (`day`, `share`, `whole`), which `validation` turns into a problem.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import (
    GetPydanticSchema,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError, core_schema

from .._frozen import FrozenMap
from .share import Share

LONGEST_ID: Final = 128
LONGEST_NOTICE: Final = 200
ID_PATTERN: Final = r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$"
TEXT_PATTERN: Final = r"\S"
_IN_LINE: Final = r"[^\n\r\x0b\x0c\x85\u2028\u2029]*"
NOTICE_PATTERN: Final = rf"^{_IN_LINE}\S{_IN_LINE}$"
MOST: Final = 999

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
_WHOLE: Final = re.compile(r"0|[1-9][0-9]{0,2}")


@dataclass(frozen=True, eq=False, slots=True)
class _Schema:
    """The JSON Schema of a kind (pydantic's own marker for it is slow to import)."""

    body: Mapping[str, Any]

    def __get_pydantic_json_schema__(self, _: Any, __: Any) -> dict[str, Any]:
        return dict(self.body)


def _day(value: Any) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    elif isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise PydanticCustomError("day", "not a day")


def _share(value: Any) -> Share:
    if isinstance(value, Share):
        return value
    try:
        return Share(value)
    except (TypeError, ValueError):
        raise PydanticCustomError("share", "not a share") from None


def _whole(least: int) -> Any:
    def whole(value: Any) -> int:
        if isinstance(value, str) and _WHOLE.fullmatch(value):
            value = int(value)
        if type(value) is int and least <= value <= MOST:
            return value
        raise PydanticCustomError("whole", "not whole", {"least": least, "most": MOST})

    return Annotated[
        int,
        PlainValidator(whole),
        PlainSerializer(str, return_type=str, when_used="json"),
        _Schema(
            {
                "type": ["integer", "string"],
                "minimum": least,
                "maximum": MOST,
                "pattern": f"^({_WHOLE.pattern})$",
            }
        ),
    ]


def _language(value: Any) -> str:
    if isinstance(value, str) and _LANGUAGE.fullmatch(value):
        return value
    raise PydanticCustomError("language", "not a language code")


_Key = Annotated[str, StringConstraints(strict=True)]


def _frozen_map(source: Any, handler: Any) -> core_schema.CoreSchema:
    inner = handler.generate_schema(dict[_Key, source.__args__[0]])
    return core_schema.no_info_after_validator_function(
        FrozenMap,
        inner,
        serialization=core_schema.wrap_serializer_function_ser_schema(
            lambda value, serialize: serialize(dict(value)), schema=inner
        ),
    )


Id = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN, max_length=LONGEST_ID)]
"""An identifier: opaque, permanent, ASCII."""

Text = Annotated[str, StringConstraints(strict=True, pattern=TEXT_PATTERN)]
"""Prose, kept exactly as written; not blank."""

Notice = Annotated[
    str, StringConstraints(strict=True, pattern=NOTICE_PATTERN, max_length=LONGEST_NOTICE)
]
"""Prose on one line, at most 200 characters; not blank."""

Day = Annotated[
    date,
    PlainValidator(_day),
    PlainSerializer(date.isoformat, return_type=str, when_used="json"),
    _Schema({"type": "string", "format": "date", "pattern": f"^{_DAY.pattern}$"}),
]
"""A calendar day, written YYYY-MM-DD."""

Required = Annotated[
    Share,
    PlainValidator(_share),
    PlainSerializer(str, return_type=str),
    _Schema({"type": "string", "pattern": r"^((0?[0-9]{1,2}|100)%|[0-9]{1,9}/[0-9]{1,9})$"}),
]
"""A required share, written `N%` or `p/q`."""

LanguageCode = Annotated[
    str,
    PlainValidator(_language),
    _Schema({"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}),
]
"""A language as two or three small letters: fr."""

if TYPE_CHECKING:
    Years = int
    Months = int
else:
    Years = _whole(1)
    """A whole number from 1 to 999."""
    Months = _whole(0)
    """A whole number from 0 to 999."""

Mapped = GetPydanticSchema(_frozen_map)
"""Marks a `FrozenMap[Model]` field, which is validated and serialised as a plain mapping."""

if TYPE_CHECKING:
    # What natural code may pass: any sequence, any mapping. What a value holds cannot be changed.
    from collections.abc import Sequence

    Items = Sequence

    Named = Mapping
else:

    class Items:
        """`Items[X]`, a list in a file: a tuple."""

        def __class_getitem__(cls, item: Any) -> Any:
            return tuple[item, ...]

    class Named:
        """`Named[str, X]`, a mapping by identifier in a file: a `FrozenMap`."""

        def __class_getitem__(cls, items: Any) -> Any:
            return Annotated[FrozenMap[items[1]], Mapped]
