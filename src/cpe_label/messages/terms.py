"""What people write for the keys and the words of files: `terms.toml`, read where it is needed."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

Table = Mapping[str, tuple[str, ...]]
"""By term, the names that it may stand for, in the order of the file."""


class Terms:
    """The terms of files in other words, each as `plain_words` makes it."""

    def __init__(self, tables: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.keys: Final[Table] = _by_term(tables["keys"])
        self.words: Final[Table] = _by_term(tables["words"])
        self.answers: Final[Table] = _by_term(tables["answers"])
        self.conditions: Final[Table] = _by_term(tables["conditions"])
        self.months: Final = {
            term: int(numbers[0]) for term, numbers in _by_term(tables["months"]).items()
        }


@cache
def terms() -> Terms:
    """Every term. A file without a problem needs none of them."""
    from importlib.resources import files
    from tomllib import loads

    tables: Any = loads(files(__package__).joinpath("terms.toml").read_text("utf-8"))
    return Terms(tables)


def _by_term(table: Mapping[str, list[str]]) -> Table:
    found: dict[str, tuple[str, ...]] = {}
    for name, written in table.items():
        for term in written:
            found[term] = (*found.get(term, ()), name)
    return found
