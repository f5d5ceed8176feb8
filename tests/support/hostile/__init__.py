"""What a hostile or unlucky file may hold, as data: each case with what must become of it.

`CASES` are inputs by name. `Refused` names the codes of which one must be reported, with file,
line and column; `Read` names a field that must hold exactly a text. Each module holds one family
of cases. Nothing here runs anything: see `tests/reading/test_hostile.py`, `benchmarks/hostile.py`
and `benchmarks/fuzz.py`.
"""

from typing import Final

from support.hostile.aliases import bombs
from support.hostile.case import MEGABYTE, Expected, Hostile, Read, Refused
from support.hostile.characters import characters, identifiers, surrogates
from support.hostile.depths import depths
from support.hostile.documents import documents
from support.hostile.encodings import controls, encodings
from support.hostile.files import AUDIT, REFERENTIAL, dumped
from support.hostile.json_texts import json_syntax
from support.hostile.keys import duplicates
from support.hostile.scalars import dates, scalars
from support.hostile.shapes import shapes
from support.hostile.sizes import sizes
from support.hostile.tags import tags
from support.hostile.texts import texts
from support.hostile.white_space import tabs, white_space

__all__ = [
    "AUDIT", "CASES", "MEGABYTE", "REFERENTIAL", "Expected", "Hostile", "Read", "Refused", "dumped",
]  # fmt: skip

FAMILIES: Final = (
    bombs, tags, depths, sizes, encodings, controls, surrogates, characters, identifiers, scalars,
    dates, duplicates, shapes, documents, white_space, tabs, texts, json_syntax,
)  # fmt: skip

CASES: Final = tuple(case for family in FAMILIES for case in family())
