"""How a workbook names a level or a section."""

from collections.abc import Sequence

from ...model.referential import Level, Section
from ...text.similarity import plain_words


def named(one: Level | Section, among: Sequence[Level] | Sequence[Section]) -> str:
    """The title of a level or a section; with its identifier where two have one title."""
    alike = [other for other in among if plain_words(other.title) == plain_words(one.title)]
    return f"{one.title} ({one.id})" if len(alike) > 1 else one.title
