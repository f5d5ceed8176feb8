"""An audit whose findings stay plain data, for what counts them by the thousand.

Its schema is made from that of `Audit`: every key and every constraint is the same. What `Audit`
takes after a second look alone (an empty key, one text for a list of one) it refuses, so whatever
it accepts is what `Audit` accepts, and has the same digest.
"""

from collections.abc import Iterable
from dataclasses import make_dataclass
from typing import TYPE_CHECKING, Annotated, Any, Final, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, GetPydanticSchema
from pydantic_core import core_schema, to_json

from .audit import RECORDED_BESIDE, Action, Audit, Finding
from .base import without_empty
from .digest import canonical, fingerprint, fingerprint_of

LightFinding = dict[str, Any]
"""A finding as plain data: its keys sorted, none of them empty."""


def _light(model: type[BaseModel]) -> Any:
    """The values of a model as plain data."""

    def schema(_: Any, handler: Any) -> core_schema.CoreSchema:
        fields = {
            name: core_schema.typed_dict_field(
                handler.generate_schema(_filled(field.rebuild_annotation())), required=False
            )
            for name, field in sorted(model.model_fields.items())
        }
        return core_schema.typed_dict_schema(fields, extra_behavior="forbid")

    return Annotated[Any, GetPydanticSchema(schema)]


def _filled(annotation: Any) -> Any:
    """The kind of value of a key that is not empty."""
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    if type(None) in get_args(annotation):
        (annotation,) = kinds
    if get_origin(annotation) is tuple:
        return Annotated[annotation, Field(min_length=1)]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _light(annotation)
    return annotation


class _LightAudit(Audit):
    model_config = ConfigDict(defer_build=True)  # most commands never need it

    if not TYPE_CHECKING:
        findings: dict[str, _light(Finding)] = Field(default_factory=dict)


def _seen(model: type[BaseModel]) -> Any:
    """A class with the keys of a model, whose values are not validated again."""
    keys = [(name, Any, field.default) for name, field in model.model_fields.items()]
    return make_dataclass(f"Seen{model.__name__}", keys, frozen=True, slots=True)


_SeenFinding: Final = _seen(Finding)
_SeenAction: Final = _seen(Action)


class LightAudit:
    """An audit whose findings are plain data in `every`.

    `audit` is the rest of it, with the findings that are looked at.
    """

    __slots__ = ("audit", "every", "head")

    def __init__(self, line: bytes) -> None:
        """Raises ValidationError for what is not sound, or not all filled."""
        self.audit: Audit = _LightAudit.__pydantic_validator__.validate_json(line)
        self.every: dict[str, LightFinding] = self.audit.__dict__["findings"]
        """All findings, as plain data, in the order of the file."""
        self.head: dict[str, Any] = self.audit.model_dump(
            mode="json", exclude=_FINDINGS, exclude_unset=True
        )
        """The plain data of the file but for its findings; None where a key holds nothing."""
        self.look_at(())

    def look_at(self, names: Iterable[str]) -> None:
        """Let some findings be checked: each has what a finding has, and is not validated again."""
        self.audit.__dict__["findings"] = {name: _looked_at(self.every[name]) for name in names}

    @property
    def digest(self) -> str:
        """The fingerprint of the audit with all its findings."""
        head = {key: part for key, part in self.head.items() if key not in RECORDED_BESIDE}
        head = without_empty({"format": self.audit.format, **head})
        if not self.every:
            return fingerprint(head)
        before, hole, after = canonical({**head, "findings": ""}).partition(_HOLE)
        every = to_json(dict(sorted(self.every.items())))
        return fingerprint_of(f"{before}{hole[:-2]}".encode(), every, after.encode())


_FINDINGS: Final = {"findings"}


def _looked_at(finding: LightFinding) -> Any:
    if "action" in finding:
        return _SeenFinding(**{**finding, "action": _SeenAction(**finding["action"])})
    return _SeenFinding(**finding)


_HOLE: Final = '"findings":""'
"""Where the findings stand in a canonical text: in a text of it, the quotes would be escaped."""
