"""One sentence in each language, before its blanks are filled."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence in every language."""

    en: str
    fr: str
