"""The share of its criteria that a level requires (RC-2), as an exact fraction."""

import re
from dataclasses import dataclass, field
from math import gcd
from typing import Final

_PERCENT: Final = re.compile(r"([0-9]{1,3})%")
_FRACTION: Final = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction from 0 to 1 in lowest terms, with the text it was written as.

    `50%` and `1/2` are equal; each prints as it was written.
    """

    numerator: int
    denominator: int
    text: str = field(compare=False)

    @classmethod
    def parse(cls, text: str) -> "Share":
        """Read `N%` or `p/q`.

        Raises ValueError if the text is neither, or its value is not between 0 and 100 %.
        """
        if percent := _PERCENT.fullmatch(text):
            numerator, denominator = int(percent[1]), 100
        elif fraction := _FRACTION.fullmatch(text):
            numerator, denominator = int(fraction[1]), int(fraction[2])
        else:
            raise ValueError(f"not a share: {text!r}")
        if not 0 <= numerator <= denominator or denominator == 0:
            raise ValueError(f"not between 0 and 100%: {text!r}")
        common = gcd(numerator, denominator)
        return cls(numerator // common, denominator // common, text)

    @property
    def is_whole(self) -> bool:
        """Whether everything is required: one unmet criterion is enough to fail."""
        return self.numerator == self.denominator

    def __str__(self) -> str:
        return self.text
