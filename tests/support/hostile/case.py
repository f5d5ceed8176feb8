"""What a case is: one input by name, and what must become of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

Path = tuple[str | int, ...]

MEGABYTE: Final = 524_288  # the most bytes that are read
HUGE: Final = 20 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Refused:
    """One of these codes must be among the problems, on this line where one is given."""

    codes: tuple[str, ...]
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """The file must be read, and what stands at a path must be exactly this text."""

    path: Path
    text: str


Expected = Refused | Read


@dataclass(frozen=True, slots=True)
class Hostile:
    """One input. `pure` is what PyYAML's own parser makes of it, where it is not what C makes."""

    name: str
    file_name: str
    recipe: bytes | Callable[[], bytes]
    """The bytes, or what makes them: the huge ones are not kept."""
    expect: Expected
    pure: Expected | None = None

    @property
    def content(self) -> bytes:
        """What the file holds."""
        return self.recipe if isinstance(self.recipe, bytes) else self.recipe()

    def expected(self, parser: str) -> Expected:
        """What must become of it with one of the two parsers, `c` or `pure`."""
        return self.pure if parser == "pure" and self.pure else self.expect


def refused(*codes: str, line: int | None = None) -> Refused:
    return Refused(codes, line)


def opinion(text: str) -> Read:
    return Read(("opinion",), text)
