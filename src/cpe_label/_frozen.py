"""A mapping that cannot be changed, compared by content, and that can be copied and pickled."""

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from .text.serialization import JsonValue

V = TypeVar("V")


class FrozenMap(Mapping[str, V], JsonValue, Generic[V]):
    """A read-only mapping from text. Equal to any mapping with the same items, in any order."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, V] | Iterable[tuple[str, V]] = ()) -> None:
        self._items: dict[str, V] = dict(items)

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items  # that of Mapping raises and catches an exception

    def items(self) -> ItemsView[str, V]:
        """The items as a view, which cannot be changed either."""
        return self._items.items()  # that of Mapping calls back for each item

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._items!r})"
