"""What the models expect at a key: a text, a list of texts, a mapping."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from ..._frozen import FrozenMap
from ...messages.terms import terms
from ...model.fields import ID_PATTERN, NOTICE_PATTERN, TEXT_PATTERN
from ...model.readings import term_meant

Kind = Literal["text", "word", "texts", "items", "named", "mapping", "unknown"]

_IDENTIFIER: Final = re.compile(ID_PATTERN)
_PROSE: Final = (TEXT_PATTERN, NOTICE_PATTERN)


@dataclass(frozen=True, slots=True)
class Expected:
    """What stands at a key. A `word` is a text of few forms: a date, an identifier, a status."""

    kind: Kind
    keys: Mapping[str, "Expected"] = field(default_factory=dict)
    """What stands at each key of a mapping."""
    inside: "Expected | None" = None
    """What each item of a list is, or each value of a mapping by identifier."""
    is_day: bool = False

    def at(self, key: str) -> "Expected":
        """What stands at a key of this mapping, written as it is or in other words."""
        if self.kind == "named":
            return self.inside or UNKNOWN
        return self.keys.get(key) or self.keys.get(self.meant(key), UNKNOWN)

    def meant(self, key: str) -> str:
        """The key that other words stand for, as « bonne pratique », or an empty text."""
        return term_meant(key, list(self.keys), terms().keys)

    @property
    def item(self) -> "Expected":
        """What each item of this list is."""
        return self.inside or UNKNOWN

    @property
    def is_text(self) -> bool:
        """Whether one text stands here. Nothing is kept of an unknown key, whatever it holds."""
        return self.kind in ("text", "word", "unknown")

    def takes(self, code: str) -> bool:
        """Whether a text with this problem of syntax can only have been meant as a text."""
        return self.kind in ("text", "word", "texts") or (self.kind == "unknown" and code == "Y030")

    def has_key(self, key: str) -> bool:
        """Whether a mapping has this key, or its values or items do."""
        if self.kind == "named":
            return bool(_IDENTIFIER.match(key)) and key not in self.item.keys
        return key in (self.item.keys if self.kind == "items" else self.keys)

    @property
    def is_group(self) -> bool:
        """Whether keys and values stand here."""
        return self.kind in ("mapping", "named", "items")

    def form(self, day: str) -> str:
        """How it is written on one line, with a place for each value."""
        if self.kind == "mapping":
            first = list(self.keys.items())[:3]
            return f"{{{', '.join(f'{key}: {one.form(day)}' for key, one in first)}}}"
        if self.kind == "items":
            return f"[{self.item.form(day)}]"
        return day if self.is_day else "[…]" if self.kind == "texts" else "…"


UNKNOWN: Final = Expected("unknown")


@cache
def expected_in(model: type[BaseModel]) -> Expected:
    """What the keys of a model expect."""
    fields = model.model_fields.items()
    keys = {str(one.validation_alias or name): _field(one) for name, one in fields}
    return Expected("mapping", keys)


def _field(info: Any) -> Expected:
    return _expected(info.annotation, info.metadata)


def _expected(annotation: Any, metadata: Any = ()) -> Expected:
    """What a type expects; `metadata` is what pydantic took off it."""
    held = getattr(annotation, "__metadata__", None)
    if held is not None:
        return _expected(annotation.__origin__, (*metadata, *held))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _expected(arguments[0], metadata)
    if origin is tuple:
        item = _expected(arguments[0])
        return Expected("items" if item.is_group else "texts", inside=item)
    if origin is FrozenMap:
        return Expected("named", inside=_expected(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return expected_in(annotation)
    is_prose = any(getattr(one, "pattern", None) in _PROSE for one in metadata)
    return Expected("text" if is_prose else "word", is_day=annotation is date)
