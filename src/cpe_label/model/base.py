"""The base of every frozen model: validated however it is made, compared by its content."""

from collections.abc import Callable, Iterator, Mapping, Sized
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError

from ..problems.problem import limited
from ..problems.source import Source
from ..text.display import Shortened
from ..text.serialization import JsonValue, json_text, to_json
from .plain_data import what_no_file_holds, without_empty_places
from .validation import forgiven, keys_of, validated

T = TypeVar("T")


class Model(BaseModel, JsonValue):
    """A frozen value that refuses unknown keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )

    family: ClassVar[str] = ""
    """The family of the problems that a file of this kind can have: R, A or N."""

    if not TYPE_CHECKING:

        def __init__(self, /, **values: Any) -> None:
            _refuse_what_no_file_holds(values, type(self))
            try:
                super().__init__(**values)
            except ValidationError as error:
                mended = forgiven(values, error, type(self))
                if mended is None:
                    raise _refusal(error, type(self)) from None
                self.__init__(**mended)

        # pydantic then goes on to validate nested values without a call of this for each.
        __init__.__pydantic_base_init__ = True

    @classmethod
    def build(cls, data: Mapping[str, Any]) -> Self:
        """A value from plain data, with the keys that files have; None and "" are absent.

        Raises ReferentialError or AuditError with every problem, each with its path.
        """
        _refuse_what_no_file_holds(data, cls)
        try:
            return validated(cls, without_empty_places(cls, data))
        except ValidationError as error:
            raise _refusal(error, cls) from None

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; what `update` changes is validated as in a new value.

        Raises ReferentialError or AuditError with every problem.
        """
        if not update:
            return super().model_copy(deep=deep)
        values = {name: getattr(self, name) for name in self.model_fields_set}
        names = {key: name for name, key in keys_of(type(self)).items()}
        values |= {names.get(key, key): value for key, value in update.items()}
        _refuse_what_no_file_holds(values, type(self))
        try:
            copy = validated(type(self), values)
        except ValidationError as error:
            raise _refusal(error, type(self)) from None
        return copy.model_copy(deep=True) if deep else copy

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """What was written, each part cut to what a line can hold."""
        for name in type(self).model_fields:
            if name in self.model_fields_set:
                yield name, Shortened(getattr(self, name))

    def as_written(self) -> dict[str, Any]:
        """The plain data of a file with this content: every scalar a text, nothing empty."""
        data = self.model_dump(mode="json", exclude_unset=True, exclude_none=True)
        written: dict[str, Any] = without_empty(data)
        return written


def _refusal(error: ValidationError, model: type[Model]) -> Exception:
    from .explanation import refusal  # only where something is already wrong

    return refusal(error, model)


def _refuse_what_no_file_holds(data: Any, model: type[Model]) -> None:
    found = list(limited(what_no_file_holds(data)))
    if found:
        from .explanation import error_of  # only where something is already wrong

        raise error_of(model, found)


def counted(things: Sized, one: str, many: str = "") -> str:
    """`1 section`, `2 sections`."""
    return f"{len(things)} {one if len(things) == 1 else many or f'{one}s'}"


class _Memo:
    """What was computed of a value, by the function that computed it. Two always compare equal."""

    __slots__ = ("held",)

    def __init__(self) -> None:
        self.held: dict[Callable[[Any], Any], Any] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Memo)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[type["_Memo"], tuple[()]]:
        return _Memo, ()  # a pickled copy computes again


class FileModel(Model):
    """A model that fills a file, and knows which file it was read from."""

    _source: Source = PrivateAttr(default_factory=Source)
    _memo: _Memo = PrivateAttr(default_factory=_Memo)

    @property
    def source(self) -> Source:
        """The file this was read from; nameless if it was built or changed in Python."""
        return self._source

    def once(self, compute: Callable[[Self], T]) -> T:
        """What a pure function makes of this value, computed once for each value."""
        held = self._memo.held
        if compute not in held:
            held[compute] = compute(self)
        found: T = held[compute]
        return found

    def as_written(self) -> dict[str, Any]:
        """The plain data of a file with this content, its format first."""
        return {"format": getattr(self, "format", ""), **super().as_written()}


@to_json.register
def _(value: Model) -> str:
    return json_text(value.as_written())


def without_empty(value: Any) -> Any:
    """The same plain data without the keys that hold nothing: None, an empty list or mapping."""
    if isinstance(value, (list, tuple)):
        return [one if type(one) is str else without_empty(one) for one in value]
    if isinstance(value, (dict, Mapping)):  # the first is seen at once
        inside = {
            key: one if type(one) is str else without_empty(one) for key, one in value.items()
        }
        return {key: one for key, one in inside.items() if one or not _is_empty(one)}
    return value


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, (dict, list)) and not value)
