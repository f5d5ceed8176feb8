"""The catalogue of problems: each stable code with its severity, its words and its page.

The data stands in `catalogue/`, a file a family and a table a code. F: the file itself. Y: the
syntax of YAML or JSON. X: a spreadsheet. R: a referential. A: an audit. E: the record of an
evaluation. T: a table in CSV. S: a committee's decisions and its session. N: a network. The shape
of a file (keys, types, identifiers, dates) has the same numbers, 001 to 010, under R, A and N. A
code is never used again for another meaning.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from ..messages.phrase import Phrase

Severity = Literal["error", "warning"]

FAMILIES: Final = ("F", "Y", "X", "R", "A", "E", "T", "S", "N")

NEAR_MISS: Final = Phrase("(did you mean {near:quote}?)", "(vouliez-vous dire {near:quote} ?)")

INSTEAD: Final = Phrase("– write: {instead}", "– écrivez : {instead}")
"""The line of the file with its slips mended."""

WARNING: Final = Phrase("warning: ", "avertissement : ")

MISSING_EXTRA: Final = Phrase(
    "the format {extra} needs an optional part of cpe_label: pip install 'cpe_label[{extra}]'",
    "le format {extra} demande une partie facultative de cpe_label : "
    "pip install 'cpe_label[{extra}]'",
)

MISSING_COMPLETION: Final = Phrase(
    "completion in a shell needs an optional part of cpe_label: pip install 'cpe_label[{extra}]'",
    "la complétion dans un terminal demande une partie facultative de cpe_label : "
    "pip install 'cpe_label[{extra}]'",
)


@dataclass(frozen=True, slots=True)
class Entry(Phrase):
    """The message of one code, why it matters, and what to write instead.

    With `at_key`, the place is the key rather than the value. `wrong` and `right` are the same
    piece of a file before and after.
    """

    severity: Severity
    at_key: bool
    why: Phrase
    wrong: str
    right: str


class _Catalogue(Mapping[str, Entry]):
    """Every entry by its code, in order; a family is read when one of its codes is first used."""

    def __getitem__(self, code: str) -> Entry:
        return _family(code[:1])[code]

    def __iter__(self) -> Iterator[str]:
        return (code for family in FAMILIES for code in _family(family))

    def __len__(self) -> int:
        return sum(len(_family(family)) for family in FAMILIES)


CATALOGUE: Final[Mapping[str, Entry]] = _Catalogue()


@cache
def _family(letter: str) -> Mapping[str, Entry]:
    # A file without a problem needs none of this.
    from importlib.resources import files
    from tomllib import loads

    if letter not in FAMILIES:
        return {}
    data = files(__package__).joinpath("catalogue", f"{letter}.toml")
    return {code: _entry(table) for code, table in loads(data.read_text("utf-8")).items()}


def _entry(table: dict[str, Any]) -> Entry:
    # Two codes of the same shape, one of a referential and one of an audit, share their words.
    words: Any = CATALOGUE[table["words_of"]] if "words_of" in table else Phrase(**_both(table))
    return Entry(
        en=words.en,
        fr=words.fr,
        severity=table.get("severity", "error"),
        at_key=table.get("at_key", False),
        why=Phrase(**_both(table["why"])),
        wrong=table["wrong"],
        right=table["right"],
    )


def _both(table: dict[str, Any]) -> dict[str, str]:
    return {language: table[language] for language in ("en", "fr")}
