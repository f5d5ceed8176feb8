"""The share of its criteria that a level requires (RC-2), as an exact fraction."""

import re
from dataclasses import dataclass, field
from math import gcd
from typing import Final

from ..text.serialization import JsonValue

_PERCENT: Final = re.compile(r"([0-9]{1,3})%")
_FRACTION: Final = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Share(JsonValue):
    """A fraction from 0 to 1 in lowest terms, read from `N%` or `p/q`.

    `50%` and `1/2` are equal; each prints as it was written.

    Raises ValueError if the text is neither, or its value is not between 0 and 100 %.
    """

    text: str = field(compare=False)
    numerator: int = field(init=False)
    denominator: int = field(init=False)

    def __post_init__(self) -> None:
        if percent := _PERCENT.fullmatch(self.text):
            numerator, denominator = int(percent[1]), 100
        elif fraction := _FRACTION.fullmatch(self.text):
            numerator, denominator = int(fraction[1]), int(fraction[2])
        else:
            raise ValueError(f"not a share: {self.text!r}")
        if not 0 <= numerator <= denominator or denominator == 0:
            raise ValueError(f"not between 0 and 100%: {self.text!r}")
        common = gcd(numerator, denominator)
        object.__setattr__(self, "numerator", numerator // common)
        object.__setattr__(self, "denominator", denominator // common)

    @property
    def is_whole(self) -> bool:
        """Whether everything is required: one unmet criterion is enough to fail."""
        return self.numerator == self.denominator

    def __str__(self) -> str:
        return self.text
